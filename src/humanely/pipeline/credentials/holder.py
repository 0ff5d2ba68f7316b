"""The holder's side: a link of their own, by which they collect, show or hide what is theirs and read what was done."""

import datetime as dt
from typing import Literal

import msgspec

from humanely.credential.life import lifecycle
from humanely.credential.life.party import HOLDER
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials.desk import CredentialGone, CredentialMissing, Desk
from humanely.store.credential import Credential, step_of
from humanely.store.credential_records import AppealRecord, CredentialRecord
from humanely.trust.ticket import TicketRefused, give, take

LASTS_DAYS = 365

_KIND = "credential holder"

Told = Literal[
    "offered", "suspended", "restored", "revoked", "superseded", "cancelled", "expired", "appeal_filed",
    "appeal_evidence_wanted", "appeal_decided", "appeal_withdrawn", "appeal_overdue",
]  # fmt: skip

_TOLD = frozenset({"offered", "suspended", "restored", "revoked", "superseded", "cancelled"})
_TOLD_OF_APPEALS = frozenset({"filed", "evidence_wanted", "decided", "withdrawn", "overdue"})


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something the holder is to be told.

    Attributes:
        place: of the act; -1 for a date that has passed.
        reason: of a revocation.
    """

    kind: Told
    at: dt.datetime
    place: int = -1
    reason: lifecycle.Reason | None = None


def link(desk: Desk, credential_id: str, now: dt.datetime, days: int = LASTS_DAYS) -> str:
    """A ticket for the holder; whoever has it acts as them, so it goes to them alone.

    Raises:
        CredentialMissing, CredentialGone: there is nothing to hold.
    """
    held = desk.at(credential_id).id.encode()
    return give(desk.root_key, _KIND, held, now + dt.timedelta(days=days), desk.entropy)


def opened(desk: Desk, ticket: str, now: dt.datetime) -> Credential:
    """The credential of a ticket.

    Raises:
        TicketRefused: it is none of ours, or too old.
        CredentialGone: it was erased.
    """
    return desk.at(take(desk.root_key, _KIND, ticket, now).decode())


def mine(desk: Desk, ticket: str, now: dt.datetime) -> tuple[Credential, ...]:
    """All that the holder of a ticket was ever offered, or is to be, the newest first; raises as `opened`."""
    person = desk.root_key.pseudonym(opened(desk, ticket, now).person_id)
    found = []
    for row in desk.ledger.credentials.of_subject(person):
        try:
            found.append(desk.at(row.id))
        except (CredentialGone, CredentialMissing):
            continue
    return tuple(found)


def collect(desk: Desk, ticket: str, now: dt.datetime) -> Credential:
    """Take a credential that is offered; one that was taken stays so.

    Raises:
        StepImpossible: it is not offered.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = opened(desk, ticket, now)
    if state.life is not None and state.life.state == "collected":
        return state
    return _taken(desk, state.id, "collected", now)


def share(desk: Desk, ticket: str, on: bool, now: dt.datetime, credential_id: str = "") -> Credential:
    """Show a credential to whoever has its address, or hide it again.

    Args:
        credential_id: another of the same holder's; empty for that of the ticket.

    Raises:
        StepImpossible: it was not collected.
        TicketRefused: of the ticket, or the credential is somebody else's.
        CredentialGone, Overtaken: nothing was recorded.
    """
    state = theirs(desk, ticket, credential_id, now)
    if state.life is not None and state.life.shared == on:
        return state
    return _taken(desk, state.id, "shared" if on else "unshared", now)


def theirs(desk: Desk, ticket: str, credential_id: str, now: dt.datetime) -> Credential:
    """One of the credentials of the holder of a ticket; raises as `share`."""
    state = opened(desk, ticket, now)
    if not credential_id or credential_id == state.id:
        return state
    other = desk.at(credential_id)
    if other.person_id != state.person_id:
        raise TicketRefused
    return other


def notices(credential: Credential, now: dt.datetime) -> tuple[Notice, ...]:
    """What the holder is to be told, the newest first."""
    told = [_notice(one.place, one.at, one.record) for one in credential.history]
    found = [one for one in told if one is not None]
    life = credential.life
    if life is not None and life.valid_until is not None and life.standing(now) == "expired":
        found.append(Notice(kind="expired", at=life.valid_until))
    return tuple(sorted(found, key=lambda one: (one.at, one.place), reverse=True))


def _notice(place: int, at: dt.datetime, record: object) -> Notice | None:
    match record:
        case CredentialRecord(step=taken) if taken in _TOLD:
            return Notice(kind=taken, at=at, place=place, reason=record.reason)  # type: ignore[arg-type]
        case AppealRecord(step=taken) if taken in _TOLD_OF_APPEALS:
            return Notice(kind=f"appeal_{taken}", at=at, place=place)  # type: ignore[arg-type]
        case _:
            return None


def _taken(desk: Desk, credential_id: str, taken: lifecycle.Step, now: dt.datetime) -> Credential:
    def made(state: Credential) -> tuple[CredentialRecord, ...]:
        record = CredentialRecord(credential_id=state.id, person_id=state.person_id, step=taken, by=HOLDER)
        lifecycle.allowed(state.life, step_of(record, now))
        return (record,)

    return desk.recorded(Asked("", now), credential_id, made)
