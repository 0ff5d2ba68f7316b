"""What others say of a credential: asked for by its holder, looked at, shown by its holder alone, taken back at will.

What may hurt, may tell of a risk to life or of somebody's health, holds an address, a link or a number, or is in a
language that cannot be told is held until a moderator has looked; until then not even the holder reads it.
Addresses and numbers are masked before anything is kept; names stay, for they are what an endorsement is about.
"""

import datetime as dt
import re
from typing import Any

import msgspec

from humanely.credential.design.spelling import HIDDEN
from humanely.credential.life import endorsement
from humanely.credential.life.endorsement import Doubt, EndorsementState, Relation
from humanely.credential.life.party import CLOCK, ENDORSER, HOLDER, By
from humanely.credential.proof import strict_json
from humanely.credential.verify.endorsements import digest
from humanely.errors import HumanelyError
from humanely.estimate import Fresh
from humanely.pipeline.acting import Asked, NotThere
from humanely.pipeline.credentials import holder
from humanely.pipeline.credentials.desk import Desk, member
from humanely.signal.cleaning import clean
from humanely.signal.masking import mask
from humanely.signal.turn import Speaker, Turn
from humanely.store.credential import Credential, endorsement_step_of
from humanely.store.credential_records import EndorsementRecord
from humanely.trust.ticket import TicketRefused, take
from humanely.trust.ticket import give as give_ticket

LASTS_DAYS = 365
LONGEST = 2_000
LONGEST_NAME = 120

_KIND = "endorsement"
_ID_BYTES = 8
_SURE = 0.5
_PRIVATE = frozenset({"vulnerable", "stakes_health"})
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


class EndorsementUnfit(HumanelyError):
    """An endorsement has no words, no name, or too many of either."""

    code = "endorsement_unfit"
    status = 422

    def __init__(self, field: str, most: int) -> None:
        super().__init__(
            f"The {field} of the endorsement is missing, or too long.", fix=f"Write up to {most} characters."
        )
        self.field = field


class Invited(msgspec.Struct, frozen=True):
    """Somebody is asked: the id of the endorsement, and the ticket of the link to send them."""

    endorsement_id: str
    ticket: str


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """What an endorser has before them.

    Attributes:
        digest: of what they endorse, as `humanely.credential.verify.endorsements.digest` gives it.
    """

    credential: Credential
    endorsement_id: str
    endorsement: EndorsementState
    digest: str


class _Ticket(msgspec.Struct, frozen=True):
    credential: str
    endorsement: str


def ask(desk: Desk, ticket: str, relation: Relation, now: dt.datetime) -> Invited:
    """Ask somebody for an endorsement.

    Args:
        ticket: the holder's.

    Raises:
        StepImpossible: there is nothing to endorse yet.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = holder.opened(desk, ticket, now)
    if not state.document:
        raise NotThere("credential")
    endorsement_id = desk.entropy(_ID_BYTES).hex()
    _taken(desk, state.id, endorsement_id, HOLDER, "asked", now, relation=relation)
    held = msgspec.json.encode(_Ticket(state.id, endorsement_id))
    link = give_ticket(desk.root_key, _KIND, held, now + dt.timedelta(days=LASTS_DAYS), desk.entropy)
    return Invited(endorsement_id, link)


def opened(desk: Desk, ticket: str, now: dt.datetime) -> Open:
    """What a link for an endorsement leads to.

    Raises:
        TicketRefused: it is none of ours, or too old.
        CredentialGone: the credential was erased.
    """
    held = msgspec.json.decode(take(desk.root_key, _KIND, ticket, now), type=_Ticket)
    state = desk.at(held.credential)
    found = state.endorsements.get(held.endorsement)
    if found is None:
        raise TicketRefused
    tied = digest(strict_json.read(state.document.encode()))
    return Open(credential=state, endorsement_id=held.endorsement, endorsement=found, digest=tied)


def give(desk: Desk, ticket: str, name: str, text: str, now: dt.datetime) -> EndorsementState:
    """Give an endorsement: it awaits its holder, or is held until a moderator has looked.

    Args:
        name: of whoever endorses, as it is shown.

    Raises:
        EndorsementUnfit: without words or a name, or with too many.
        EndorsementStepImpossible: it was given, withdrawn or removed before.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    there = opened(desk, ticket, now)
    said_by, said = " ".join(HIDDEN.sub("", name).split()), text.strip()
    if not 0 < len(said_by) <= LONGEST_NAME:
        raise EndorsementUnfit("name", LONGEST_NAME)
    if not 0 < len(said) <= LONGEST:
        raise EndorsementUnfit("text", LONGEST)
    hidden = without_addresses(said)
    doubts = triage(desk, said, now)

    def made(state: Credential) -> tuple[EndorsementRecord, ...]:
        before = state.endorsements.get(there.endorsement_id)
        about = {"relation": before.relation} if before else {}
        given = _record(
            state, there.endorsement_id, ENDORSER, "given", name=said_by, text=hidden, digest=there.digest, **about
        )
        endorsement.allowed(before, endorsement_step_of(given, now))
        then: endorsement.Step = "held" if doubts else "cleared"
        return given, _record(state, there.endorsement_id, CLOCK, then, doubts=doubts)

    done = desk.recorded(Asked("", now), there.credential.id, made)
    return done.endorsements[there.endorsement_id]


def withdraw(desk: Desk, ticket: str, now: dt.datetime) -> EndorsementState:
    """Take back what one said; the credential is as good as before. Raises as `give`."""
    there = opened(desk, ticket, now)
    return _taken(desk, there.credential.id, there.endorsement_id, ENDORSER, "withdrawn", now)


def show(desk: Desk, ticket: str, endorsement_id: str, now: dt.datetime) -> EndorsementState:
    """The holder wants it to be read: from now on it is shown with the credential.

    Args:
        ticket: the holder's.

    Raises:
        NotThere, EndorsementStepImpossible: there is none that awaits them.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = holder.opened(desk, ticket, now)
    return _taken(desk, state.id, endorsement_id, HOLDER, "published", now)


def refuse(desk: Desk, ticket: str, endorsement_id: str, now: dt.datetime) -> EndorsementState:
    """The holder does not want what somebody said of them, or does not ask any more.

    Args:
        ticket: the holder's.

    Raises:
        NotThere, EndorsementStepImpossible: there is nothing to take away.
        TicketRefused, CredentialGone, Overtaken: nothing was recorded.
    """
    state = holder.opened(desk, ticket, now)
    return _taken(desk, state.id, endorsement_id, HOLDER, "withdrawn", now)


def report(desk: Desk, credential_id: str, endorsement_id: str, now: dt.datetime) -> EndorsementState:
    """Somebody says that an endorsement is not right: it is held until a moderator has looked.

    One that a moderator cleared stays, and is looked at again, once however many say so. Raises as `clear`.
    """
    found = desk.at(credential_id).endorsements.get(endorsement_id)
    if found is not None and found.is_public and found.waits:
        return found
    return _taken(desk, credential_id, endorsement_id, CLOCK, "reported", now)


def clear(desk: Desk, asked: Asked, credential_id: str, endorsement_id: str) -> EndorsementState:
    """Let an endorsement that was held pass to its holder; one that is still shown goes on although it was reported.

    Raises:
        NotThere, EndorsementStepImpossible: there is none that waits.
        CredentialMissing, CredentialGone, Overtaken: nothing was recorded.
    """
    return _taken(desk, credential_id, endorsement_id, member(asked), "cleared", asked.now)


def remove(desk: Desk, asked: Asked, credential_id: str, endorsement_id: str, note: str = "") -> EndorsementState:
    """Take an endorsement away, for good; raises as `clear`.

    Args:
        note: for the team.
    """
    return _taken(desk, credential_id, endorsement_id, member(asked), "removed", asked.now, note=note)


def triage(desk: Desk, text: str, now: dt.datetime) -> tuple[Doubt, ...]:
    """Why a moderator should look at a text before anybody reads it; none where nothing is seen."""
    found: list[Doubt] = []
    if desk.reader is None:
        found.append("unread")
    else:
        read = desk.reader.fresh([Fresh(turn=Turn(0, Speaker.CUSTOMER, text, now))])[0]
        heard = {cue.name for cue in read.reading.cues if cue.probability >= _SURE}
        if "abusive" in heard:
            found.append("abuse")
        if read.crisis is not None and read.crisis.fired:
            found.append("crisis")
        if heard & _PRIVATE:
            found.append("private")
        if read.reading.language is None:
            found.append("unread")
    if without_addresses(text) != text or _LINK.search(text):
        found.append("personal_data")
    return tuple(found)


def without_addresses(text: str) -> str:
    """A text with addresses and numbers of people masked, and its names as they are.

    >>> without_addresses("Ada taught me a lot. Write to ada@example.org")
    'Ada taught me a lot. Write to [e-mail]'
    """
    whole = clean(text)
    hidden = mask(whole)
    parts, end = [], 0
    for span in hidden.spans:
        parts.append(whole[end : span.original_start])
        shown = whole[span.original_start : span.original_end]
        parts.append(shown if span.kind == "name" else hidden.text[span.start : span.end])
        end = span.original_end
    return "".join([*parts, whole[end:]])


def _record(
    state: Credential, endorsement_id: str, by: By, taken: endorsement.Step, **values: Any
) -> EndorsementRecord:
    return EndorsementRecord(
        credential_id=state.id, person_id=state.person_id, endorsement_id=endorsement_id, step=taken, by=by, **values
    )


def _taken(
    desk: Desk,
    credential_id: str,
    endorsement_id: str,
    by: By,
    taken: endorsement.Step,
    now: dt.datetime,
    **values: Any,
) -> EndorsementState:
    def made(state: Credential) -> tuple[EndorsementRecord, ...]:
        before = state.endorsements.get(endorsement_id)
        if before is None and taken != "asked":
            raise NotThere("endorsement")
        record = _record(state, endorsement_id, by, taken, **values)
        endorsement.allowed(before, endorsement_step_of(record, now))
        return (record,)

    return desk.recorded(Asked("", now), credential_id, made).endorsements[endorsement_id]
