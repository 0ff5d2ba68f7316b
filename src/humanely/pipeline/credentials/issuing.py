"""Issuing: prepared, looked at by a second person where much hangs on it, signed, offered; one or a whole class."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from humanely.credential.carrier.qr import short_code
from humanely.credential.design import batch as table_of
from humanely.credential.design.build import Evidence, Issuance, Issuer, StatusEntry, build
from humanely.credential.design.recipient import Recipient, RecipientUnknown, spelled
from humanely.credential.life import lifecycle
from humanely.credential.proof.instant import read
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.proof_set import secure
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import issuer
from humanely.pipeline.credentials.desk import Change, Desk, member
from humanely.store.achievements import Design
from humanely.store.credential import Credential, step_of
from humanely.store.credential_records import Claim, CredentialRecord
from humanely.store.status_lists import Place

ROUND = 250
"""Credentials recorded in one transaction."""

PURPOSES: tuple[Literal["revocation", "suspension"], ...] = ("revocation", "suspension")

_SALT_BYTES = 16
_BATCH_BYTES = 8
_Begun = tuple[Credential, tuple[CredentialRecord, ...]]


class AchievementRetired(HumanelyError):
    """Nothing more is issued for an achievement."""

    code = "achievement_retired"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This achievement is no longer issued.", fix="Save it again to issue it again, or use another."
        )


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is to be given a credential.

    Attributes:
        person_id: as the channel gives it; empty for the e-mail address, or the DID where there is none.
    """

    recipient: Recipient
    evidence: tuple[Evidence, ...] = ()
    story: str | None = None
    person_id: str = ""

    @property
    def person(self) -> str:
        """Whose record it goes into.

        Raises:
            RecipientUnknown: nobody is named.
        """
        found = self.person_id or (spelled(self.recipient.email) if self.recipient.email else self.recipient.did)
        if not found or not (self.recipient.email or self.recipient.did):
            raise RecipientUnknown
        return found


class Refused(msgspec.Struct, frozen=True):
    """One of a batch that was not issued: which, counted from 0, and why."""

    number: int
    error: HumanelyError


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a batch.

    Attributes:
        issued: ids of credentials that are offered now.
        waiting: ids of those that a second person has to look at first.
    """

    id: str
    issued: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


class Signing(msgspec.Struct, frozen=True):
    """All that signs: made once for a round, with the achievements it has met."""

    desk: Desk
    key: IssuerKey
    issuer: Issuer
    now: dt.datetime
    met: dict[str, Design] = {}

    def design(self, achievement_id: str) -> Design:
        """An achievement in its newest version."""
        if achievement_id not in self.met:
            self.met[achievement_id] = self.desk.achievements.one(achievement_id)
        return self.met[achievement_id]


def prepare(desk: Desk, asked: Asked, achievement_id: str, wanted: Wanted) -> Credential:
    """Prepare a credential; where the achievement asks for it, it waits for a second person from now on.

    Raises:
        AchievementMissing, AchievementRetired, RecipientUnknown, KeyReused, KeyDestroyed: nothing was recorded.
    """
    if (before := desk.earlier(asked)) is not None:
        return desk.at(before)
    design = _issued(desk, achievement_id)
    fresh = _fresh(desk, 1)[0]
    done = desk.commit([(fresh, prepared(asked, design, fresh.id, wanted))], asked)
    return done[0] if done else desk.at(fresh.id)


def issue(desk: Desk, asked: Asked, credential_id: str) -> Credential:
    """Sign a credential and offer it; of one that waits for review this is the approval.

    Raises:
        FourEyes: whoever prepared it would approve it.
        ReviewMissing, StepImpossible: it cannot be offered as it stands.
        CredentialMissing, CredentialGone, AchievementMissing, KeyReused, Overtaken: nothing was recorded.
    """
    signing = signing_of(desk, asked.now)
    places: list[Place] = []

    def change() -> list[Change]:
        state = desk.at(credential_id)
        require(state, asked, "offered")
        places[:] = places or reserve(signing, 1)
        return [(state, (offered(signing, asked, state, places[0]),)), *_making_room(desk, asked, state)]

    return desk.together(asked, change)


def submit(desk: Desk, asked: Asked, credential_id: str) -> Credential:
    """Send a credential for review; raises as `issue`."""
    return desk.recorded(asked, credential_id, lambda state: (step(state, asked, "submitted"),))


def send_back(desk: Desk, asked: Asked, credential_id: str, why: str) -> Credential:
    """Send a credential back to whoever prepared it; raises as `issue`."""
    return desk.recorded(asked, credential_id, lambda state: (step(state, asked, "sent_back", note=why),))


def preview(desk: Desk, achievement_id: str, table: bytes) -> table_of.Preview:
    """Read a table of recipients, row by row; nobody is issued anything yet.

    Raises:
        AchievementMissing, AchievementRetired: there is nothing to issue.
        TableUnreadable: nothing can be read from it.
    """
    _issued(desk, achievement_id)
    return table_of.preview(table, lambda person: _has_it(desk, achievement_id, person))


def issue_batch(desk: Desk, asked: Asked, achievement_id: str, wanted: Sequence[Wanted]) -> Batch:
    """Prepare many credentials and, where nobody has to look first, sign and offer them, in rounds.

    What was recorded of a batch that was cut off stays, and bears its id.

    Raises:
        AchievementMissing, AchievementRetired: nothing was recorded.
    """
    design = _issued(desk, achievement_id)
    signing, found = signing_of(desk, asked.now), Batch(id=desk.entropy(_BATCH_BYTES).hex())
    for start in range(0, len(wanted), ROUND):
        came = _round(signing, asked, design, found.id, wanted[start : start + ROUND])
        found = _joined(found, start, came)
    return found


def approve_batch(desk: Desk, asked: Asked, batch: str) -> Batch:
    """Approve all of a batch that wait for review; each that cannot be is refused by itself."""
    signing, found = signing_of(desk, asked.now), Batch(id=batch)
    while rows := desk.ledger.credentials.find(state="awaiting_review", batch=batch, limit=ROUND):
        states = [desk.at(row.id) for row in rows]
        came = _signed(signing, asked, [(state, ()) for state in states])
        found = _joined(found, len(found.issued), came)
        if found.refused:
            break
    return found


def prepared(
    asked: Asked, design: Design, credential_id: str, wanted: Wanted, *, batch: str = "", supersedes: str = ""
) -> tuple[CredentialRecord, ...]:
    """The records with which a credential begins."""
    claim = Claim(
        achievement_id=design.achievement.id,
        version=design.version,
        recipient=wanted.recipient,
        evidence=wanted.evidence,
        story=wanted.story,
        batch=batch,
    )
    begun = CredentialRecord(
        credential_id=credential_id,
        person_id=wanted.person,
        step="prepared",
        by=member(asked),
        review=design.achievement.review,
        claim=claim,
        other=supersedes,
    )
    if not design.achievement.review:
        return (begun,)
    return begun, CredentialRecord(
        credential_id=credential_id, person_id=wanted.person, step="submitted", by=member(asked)
    )


def offered(signing: Signing, asked: Asked, state: Credential, place: Place) -> CredentialRecord:
    """The record with which a credential is offered, signed."""
    if state.claim is None:
        raise lifecycle.StepImpossible("offered", None)
    design = signing.design(state.claim.achievement_id)
    unsigned = build(design.achievement, _issuance(signing, state.id, state.claim, place))
    document = secure(unsigned, signing.key, signing.now)
    return CredentialRecord(
        credential_id=state.id,
        person_id=state.person_id,
        step="offered",
        by=member(asked),
        claim=msgspec.structs.replace(state.claim, version=design.version),
        document=msgspec.json.encode(document).decode(),
        list=place.list,
        position=place.position,
        valid_until=read(document.get("validUntil")),
    )


def step(state: Credential, asked: Asked, taken: lifecycle.Step, **values: Any) -> CredentialRecord:
    """A record of a step by the team, if it may be taken.

    Raises:
        HumanelyError: as `lifecycle.allowed`.
    """
    record = CredentialRecord(credential_id=state.id, person_id=state.person_id, step=taken, by=member(asked), **values)
    lifecycle.allowed(state.life, step_of(record, asked.now))
    return record


def require(state: Credential, asked: Asked, taken: lifecycle.Step) -> None:
    """Refuse a step that the team may not take; raises as `step`."""
    step(state, asked, taken)


def signing_of(desk: Desk, now: dt.datetime) -> Signing:
    """What signs now."""
    key = issuer.key(desk, now)
    return Signing(desk, key, Issuer(key.controller, desk.name), now)


def reserve(signing: Signing, count: int) -> list[Place]:
    """Bits for so many credentials."""
    return list(signing.desk.lists.reserve(signing.issuer.id, count, signing.now))


def fresh_ids(desk: Desk, count: int) -> list[str]:
    """Codes that nobody has."""
    found: dict[str, None] = {}
    while len(found) < count:
        drawn = {short_code(desk.entropy): None for _ in range(count - len(found))}
        taken = desk.ledger.credentials.known(drawn)
        found |= {code: None for code in drawn if code not in taken}
    return list(found)


def _fresh(desk: Desk, count: int) -> list[Credential]:
    return [Credential(id=code) for code in fresh_ids(desk, count)]


def _making_room(desk: Desk, asked: Asked, state: Credential) -> list[Change]:
    """The step of the credential whose place another takes; none where it is not out any more."""
    if state.life is None or not state.life.supersedes:
        return []
    try:
        old = desk.at(state.life.supersedes)
        return [(old, (step(old, asked, "superseded", other=state.id),))]
    except HumanelyError:
        return []


def _issued(desk: Desk, achievement_id: str) -> Design:
    design = desk.achievements.one(achievement_id)
    if design.retired_at is not None:
        raise AchievementRetired
    return design


def _has_it(desk: Desk, achievement_id: str, person: str) -> bool:
    rows = desk.ledger.credentials.of_subject(desk.root_key.pseudonym(person))
    return any(row.achievement == achievement_id and row.state in {"offered", "collected"} for row in rows)


def _round(
    signing: Signing, asked: Asked, design: Design, batch: str, wanted: Sequence[Wanted]
) -> list[Credential | HumanelyError]:
    begun: list[_Begun | HumanelyError] = []
    for fresh, one in zip(_fresh(signing.desk, len(wanted)), wanted, strict=True):
        try:
            begun.append((fresh, prepared(asked, design, fresh.id, one, batch=batch)))
        except HumanelyError as error:
            begun.append(error)
    good = [one for one in begun if not isinstance(one, HumanelyError)]
    if design.achievement.review:
        return _in_order(begun, signing.desk.commit_each(good, asked))
    return _in_order(begun, _signed(signing, asked, good))


def _signed(signing: Signing, asked: Asked, begun: Sequence[_Begun]) -> list[Credential | HumanelyError]:
    """Sign and offer credentials, those that were just begun with their beginnings."""
    made: list[_Begun | HumanelyError] = []
    for (state, records), place in zip(begun, reserve(signing, len(begun)), strict=True):
        try:
            made.append((state, (*records, _offer(signing, asked, state, records, place))))
        except HumanelyError as error:
            made.append(error)
    good = [one for one in made if not isinstance(one, HumanelyError)]
    return _in_order(made, signing.desk.commit_each(good, asked))


def _in_order(
    made: Sequence[_Begun | HumanelyError], came: Sequence[Credential | HumanelyError]
) -> list[Credential | HumanelyError]:
    """What came of each: the error for which it went no further, or what was recorded."""
    rest = iter(came)
    return [one if isinstance(one, HumanelyError) else next(rest) for one in made]


def _offer(
    signing: Signing, asked: Asked, state: Credential, begun: Sequence[CredentialRecord], place: Place
) -> CredentialRecord:
    for record in begun:
        state = state.after(-1, asked.now, record)
    require(state, asked, "offered")
    return offered(signing, asked, state, place)


def _issuance(signing: Signing, credential_id: str, claim: Claim, place: Place) -> Issuance:
    desk = signing.desk
    achievement = f"{desk.address}/achievements/{claim.achievement_id}"
    return Issuance(
        id=desk.url(credential_id),
        achievement_id=achievement,
        issuer=signing.issuer,
        recipient=claim.recipient,
        valid_from=signing.now,
        salt=desk.entropy(_SALT_BYTES).hex(),
        statuses=tuple(
            StatusEntry(purpose, f"{desk.address}/status/{place.list}/{purpose}", place.position)
            for purpose in PURPOSES
        ),
        picture=f"{achievement}.png",
        story=claim.story,
        evidence=claim.evidence,
    )


def _joined(found: Batch, start: int, came: Sequence[Credential | HumanelyError]) -> Batch:
    done = [one for one in came if not isinstance(one, HumanelyError)]
    out = tuple(one.id for one in done if one.life is not None and one.life.is_out)
    waits = tuple(one.id for one in done if one.id not in out)
    refused = (Refused(start + at, one) for at, one in enumerate(came) if isinstance(one, HumanelyError))
    return Batch(
        id=found.id,
        issued=found.issued + out,
        waiting=found.waiting + waits,
        refused=(*found.refused, *refused),
    )
