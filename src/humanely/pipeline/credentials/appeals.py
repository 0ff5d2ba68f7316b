"""Appeals: filed by whom a credential is about, decided by two people in time, with reasons and a name.

1. The person files: what they typed is kept as it is, with the files they show, and they get a receipt with a date.
2. A member asks for more, or proposes a decision with its reasons.
3. A second member, who had no part in what is appealed, decides, or sends it back. What is overturned is undone in the
   same transaction: the bit is cleared, and the credential counts again.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from humanely.credential.life import appeal, lifecycle
from humanely.credential.life.party import CLOCK, HOLDER, By
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked, Gone, NotThere
from humanely.pipeline.credentials import evidence, holder
from humanely.pipeline.credentials.desk import Desk, member
from humanely.pipeline.credentials.evidence import File
from humanely.store.credential import Credential, Happened, appeal_step_of, step_of
from humanely.store.credential_records import (
    AppealRecord,
    CredentialRecord,
    EvidenceRecord,
    Shown,
    StreamRecord,
    decode,
)

DAYS = 10
"""Days on which the team is there, within which an appeal is decided."""

_AT_ONCE = 100
_DAY = dt.timedelta(days=1)
LONGEST = 8_000
"""Characters of what somebody says in an appeal."""


class StatementMissing(HumanelyError):
    """An appeal says nothing, or too much to be read."""

    code = "appeal_statement_missing"
    status = 422

    def __init__(self, length: int) -> None:
        happened = "The appeal says nothing yet." if not length else f"The appeal is {length} characters long."
        super().__init__(happened, fix=f"Say in your own words what is not right, in up to {LONGEST} characters.")


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """Why somebody appeals.

    Attributes:
        statement: in their words.
        wish: what they ask for.
        agent: name of who acts for them; empty where they do.
    """

    statement: str
    wish: str = ""
    agent: str = ""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has in hand once they have filed.

    Attributes:
        place: of the act in the ledger.
        due: by when it is decided.
    """

    credential_id: str
    place: int
    filed_at: dt.datetime
    due: dt.datetime
    statement: str
    files: tuple[Shown, ...] = ()


def deadline(desk: Desk, now: dt.datetime) -> dt.datetime:
    """By when an appeal that is filed now is decided: so many days on which the team is there.

    Raises:
        NeverOpens: it never is.
    """
    at = now
    for _ in range(DAYS):
        at = desk.house.calendar.next_open(at + _DAY)
    return at


def file(desk: Desk, ticket: str, grounds: Grounds, files: Sequence[File], now: dt.datetime) -> Receipt:
    """File an appeal against what was done last with a credential.

    Raises:
        StatementMissing, EvidenceRefused: what was sent cannot be taken as it is.
        AppealStepImpossible: one is under way.
        DecidedBefore: against the same change.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = holder.opened(desk, ticket, now)
    statement = _said(grounds.statement)
    shown, records = evidence.taken(files, 0, state.id, state.person_id)

    def made(held: Credential) -> tuple[AppealRecord, ...]:
        changes = held.life.changes if held.life is not None else 0
        about = {"statement": statement, "wish": grounds.wish.strip(), "agent": grounds.agent.strip()}
        due = deadline(desk, now)
        return (_step(held, HOLDER, "filed", now, due=due, change=changes, evidence=shown, **about),)

    done = desk.recorded(Asked("", now), state.id, made, files=records)
    return _receipt(done, statement, shown)


def give_evidence(desk: Desk, ticket: str, statement: str, files: Sequence[File], now: dt.datetime) -> Receipt:
    """Add to an appeal; the time that the team waited for it is added to the time they have. Raises as `file`."""
    state = holder.opened(desk, ticket, now)
    said = _said(statement or (" ".join(file.name for file in files)))
    shown, records = evidence.taken(files, len(shown_in(state)), state.id, state.person_id)

    def made(held: Credential) -> tuple[AppealRecord, ...]:
        return (_step(held, HOLDER, "evidence_given", now, due=_later(held, now), statement=said, evidence=shown),)

    done = desk.recorded(Asked("", now), state.id, made, files=records)
    return _receipt(done, said, shown)


def withdraw(desk: Desk, ticket: str, now: dt.datetime) -> Credential:
    """Take an appeal back; another may be filed. Raises as `file`."""
    state = holder.opened(desk, ticket, now)
    return desk.recorded(Asked("", now), state.id, lambda held: (_step(held, HOLDER, "withdrawn", now),))


def want_evidence(desk: Desk, asked: Asked, credential_id: str, what: str) -> Credential:
    """Ask the person to show something.

    Args:
        what: in words that they read.

    Raises:
        AppealStepImpossible, ReasonsMissing: it cannot be asked for.
        CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
    """
    return _by_team(desk, asked, credential_id, "evidence_wanted", reasons=what)


def propose(desk: Desk, asked: Asked, credential_id: str, decision: appeal.Decision | None, reasons: str) -> Credential:
    """Propose a decision, with its reasons in words that the person reads; raises as `want_evidence`.

    Args:
        decision: None where none was chosen, which is refused as `ReasonsMissing`.
    """
    return _by_team(desk, asked, credential_id, "proposed", decision=decision, reasons=reasons)


def send_back(desk: Desk, asked: Asked, credential_id: str, why: str) -> Credential:
    """Send a proposal back; `SecondReviewer` where it is one's own. Raises as `want_evidence`."""
    return _by_team(desk, asked, credential_id, "sent_back", reasons=why)


def decide(desk: Desk, asked: Asked, credential_id: str, name: str) -> Credential:
    """Decide as was proposed; where what was done is overturned, it is undone with it.

    Args:
        name: of the human who answers for it, as the person reads it.

    Raises:
        SecondReviewer: they proposed it, or had a part in what is appealed.
        AppealStepImpossible, ReasonsMissing: there is nothing to decide on.
        CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
    """

    def made(held: Credential) -> tuple[StreamRecord, ...]:
        decided = _step(held, member(asked), "decided", asked.now, name=name)
        overturned = held.appeal is not None and held.appeal.decision == "overturned"
        return (decided, *(_undone(held, asked) if overturned else ()))

    return desk.recorded(asked, credential_id, made)


def overdue(desk: Desk, now: dt.datetime) -> int:
    """Note each appeal whose time has passed, once, so that the team is told; of how many."""
    rows = desk.ledger.credentials.appeals_due(now, _AT_ONCE)
    return sum(_noted(desk, row.credential, now) for row in rows)


def shown_in(credential: Credential) -> tuple[tuple[int, Shown], ...]:
    """The files shown in the newest appeal, each with the place of the act that holds it."""
    return tuple(
        (one.place + file.after, file) for one in _of_appeal(credential) for file in getattr(one.record, "evidence", ())
    )


def shown(desk: Desk, credential_id: str, place: int) -> EvidenceRecord:
    """A file shown in an appeal.

    Raises:
        CredentialMissing, CredentialGone, NotThere, Gone: it cannot be looked at.
    """
    desk.at(credential_id)
    kept = desk.ledger.entry(place) if place >= 0 else None
    if kept is None or kept.kind != "appeal":
        raise NotThere("file")
    if kept.payload is None:
        raise Gone("file")
    record = decode(kept.payload)
    if not isinstance(record, EvidenceRecord) or record.credential_id != credential_id:
        raise NotThere("file")
    return record


def _said(text: str) -> str:
    # As it was typed: only space around it goes.
    said = text.strip()
    if not 0 < len(said) <= LONGEST:
        raise StatementMissing(len(said))
    return said


def _step(held: Credential, by: By, taken: appeal.Step, now: dt.datetime, **values: Any) -> AppealRecord:
    record = AppealRecord(credential_id=held.id, person_id=held.person_id, step=taken, by=by, **values)
    appeal.allowed(held.appeal, appeal_step_of(record, now), held.involved)
    return record


def _by_team(desk: Desk, asked: Asked, credential_id: str, taken: appeal.Step, **values: Any) -> Credential:
    def made(held: Credential) -> tuple[AppealRecord, ...]:
        return (_step(held, member(asked), taken, asked.now, **values),)

    return desk.recorded(asked, credential_id, made)


def _undone(held: Credential, asked: Asked) -> tuple[CredentialRecord, ...]:
    """The step that undoes what was overturned; none where nothing that was done can be undone by a bit."""
    record = CredentialRecord(
        credential_id=held.id, person_id=held.person_id, step="restored", by=member(asked), appeal=True
    )
    try:
        lifecycle.allowed(held.life, step_of(record, asked.now))
    except lifecycle.StepImpossible:
        return ()
    return (record,)


def _noted(desk: Desk, credential_id: str, now: dt.datetime) -> bool:
    try:
        desk.recorded(Asked("", now), credential_id, lambda held: (_step(held, CLOCK, "overdue", now),))
    except HumanelyError:
        # Decided, withdrawn or erased meanwhile; what the database does not take now is tried again.
        return False
    return True


def _later(held: Credential, now: dt.datetime) -> dt.datetime | None:
    """When an appeal is due that waited for the person; None where it did not."""
    if held.appeal is None or held.appeal.state != "evidence_wanted":
        return None
    asked = max(one.at for one in _of_appeal(held) if _is(one, "evidence_wanted"))
    return held.appeal.due + (now - asked)


def _of_appeal(held: Credential) -> tuple[Happened, ...]:
    """The steps of the newest appeal."""
    steps = (one for one in held.history if isinstance(one.record, AppealRecord))
    return tuple(one for one in steps if one.place >= held.appeal_place >= 0)


def _is(one: Happened, taken: appeal.Step) -> bool:
    return isinstance(one.record, AppealRecord) and one.record.step == taken


def _receipt(done: Credential, statement: str, files: tuple[Shown, ...]) -> Receipt:
    assert done.appeal is not None  # noqa: S101 - it was just recorded
    return Receipt(
        credential_id=done.id,
        place=done.newest,
        filed_at=done.appeal.filed_at,
        due=done.appeal.due,
        statement=statement,
        files=files,
    )
