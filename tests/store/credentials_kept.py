"""Acts of credentials with their rows, as the pipeline writes them, for tests of the store."""

import datetime as dt

from humanely.credential.design.recipient import Recipient
from humanely.credential.life.party import staff
from humanely.store.credential_records import Claim, CredentialRecord, encode
from humanely.store.credentials import FIRST_ACT, Filed, Listed, Rows
from humanely.store.log.act import Act, Unit
from humanely.store.log.ledger import Ledger, Outcome
from humanely.trust.retention import Kind

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
CODE = "2222-2222-2222"
CLAIM = Claim(achievement_id="first-aid", version=1, recipient=Recipient(email="ada@example.org", name="Ada"))


def act(code: str = CODE, person: str = "ada") -> Act:
    """One act in the stream of a credential."""
    record = CredentialRecord(credential_id=code, person_id=person, step="prepared", by=staff("bo"), claim=CLAIM)
    return Act(kind="credential", payload=encode(record), keep=Kind.CREDENTIAL, person=person, credential=code)


def listed(code: str = CODE, **given: object) -> Listed:
    """A row of a credential that is offered."""
    plain: dict[str, object] = {
        "state": "offered",
        "achievement": "first-aid",
        "version": 1,
        "list": 1,
        "position": int.from_bytes(code.encode()) % 1000,
        "prepared_at": NOON,
        "offered_at": NOON,
    }
    return Listed(id=code, **(plain | given))  # type: ignore[arg-type]


def filed(**given: object) -> Filed:
    """A row of an appeal that waits."""
    plain: dict[str, object] = {
        "credential": CODE,
        "achievement": "first-aid",
        "language": "en",
        "state": "filed",
        "filed_at": NOON,
        "due": NOON + DAY,
        "next_due": NOON + DAY,
    }
    return Filed(**(plain | given))  # type: ignore[arg-type]


def record(
    ledger: Ledger, row: Listed, known: int = FIRST_ACT, appeal: Filed | None = None, person: str = "ada"
) -> Outcome:
    """Record one act with the row it leaves."""
    rows = Rows(known=known, listed=row, filed=appeal)
    return ledger.commit([Unit(acts=(act(row.id, person),), credentials=(rows,))], NOON)[0]
