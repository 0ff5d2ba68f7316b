"""The holder's side: a link of their own, by which they collect, show or hide what is theirs and read what was done.

A link bears a number. Whoever fears that somebody else has one makes all of theirs void, and the numbers begin anew.
"""

import datetime as dt

from humanely.credential.life import lifecycle
from humanely.credential.life.party import HOLDER, By
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials.desk import Change, CredentialGone, CredentialMissing, Desk, member
from humanely.pipeline.credentials.notice import Notice as Notice
from humanely.pipeline.credentials.notice import Told as Told
from humanely.pipeline.credentials.notice import notices as notices
from humanely.store.credential import Credential, step_of
from humanely.store.credential_records import CredentialRecord, LinksRecord
from humanely.trust.ticket import TicketRefused, give, take

LASTS_DAYS = 365

_KIND = "credential holder"


class LinkVoid(TicketRefused):
    """A link was made void by whom it was given to, or for them."""

    code = "holder_link_void"
    status = 410

    def __init__(self) -> None:
        HumanelyError.__init__(
            self,
            "This link was taken back, so that it leads nowhere any more, whoever has it.",
            fix="Use the newest link that you were sent, or ask the issuer for a new one.",
        )


def link(desk: Desk, credential_id: str, now: dt.datetime, days: int = LASTS_DAYS) -> str:
    """A ticket for the holder; whoever has it acts as them, so it goes to them alone.

    Raises:
        CredentialMissing, CredentialGone: there is nothing to hold.
    """
    return _link(desk, desk.at(credential_id), now, days)


def opened(desk: Desk, ticket: str, now: dt.datetime) -> Credential:
    """The credential of a ticket.

    Raises:
        TicketRefused: it is none of ours, too old, or `LinkVoid`.
        CredentialGone: it was erased.
    """
    number, _, credential_id = take(desk.root_key, _KIND, ticket, now).decode().partition(" ")
    state = desk.at(credential_id)
    if number != str(state.links):
        raise LinkVoid
    return state


def void_links(desk: Desk, ticket: str, now: dt.datetime) -> str:
    """Make all links of the holder void, this one too, for all that is theirs; a new one takes its place.

    Raises:
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = _voided(desk, Asked("", now), HOLDER, opened(desk, ticket, now).id)
    return _link(desk, state, now)


def void_links_of(desk: Desk, asked: Asked, credential_id: str) -> Credential:
    """Make all links of the holder of a credential void, as they asked the team to; they need a new one.

    Raises:
        CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
    """
    return _voided(desk, asked, member(asked), credential_id)


def mine(desk: Desk, ticket: str, now: dt.datetime) -> tuple[Credential, ...]:
    """All that the holder of a ticket was ever offered, or is to be, the newest first; raises as `opened`."""
    return tuple(_all_of(desk, opened(desk, ticket, now).person_id))


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


def _all_of(desk: Desk, person_id: str) -> list[Credential]:
    found = []
    for row in desk.ledger.credentials.of_subject(desk.root_key.pseudonym(person_id)):
        try:
            found.append(desk.at(row.id))
        except (CredentialGone, CredentialMissing):
            continue
    return found


def _link(desk: Desk, state: Credential, now: dt.datetime, days: int = LASTS_DAYS) -> str:
    held = f"{state.links} {state.id}".encode()
    return give(desk.root_key, _KIND, held, now + dt.timedelta(days=days), desk.entropy)


def _voided(desk: Desk, asked: Asked, by: By, credential_id: str) -> Credential:
    def change() -> list[Change]:
        state = desk.at(credential_id)
        others = [one for one in _all_of(desk, state.person_id) if one.id != state.id]
        return [(one, (LinksRecord(credential_id=one.id, person_id=one.person_id, by=by),)) for one in (state, *others)]

    return desk.together(asked, change)


def _taken(desk: Desk, credential_id: str, taken: lifecycle.Step, now: dt.datetime) -> Credential:
    def made(state: Credential) -> tuple[CredentialRecord, ...]:
        record = CredentialRecord(credential_id=state.id, person_id=state.person_id, step=taken, by=HOLDER)
        lifecycle.allowed(state.life, step_of(record, now))
        return (record,)

    return desk.recorded(Asked("", now), credential_id, made)
