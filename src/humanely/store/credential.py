"""A credential as the acts of its stream leave it: its life, the appeal against it, and what others say of it."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from humanely.credential.life import appeal, endorsement, lifecycle
from humanely.credential.life.appeal import AppealState
from humanely.credential.life.endorsement import EndorsementState
from humanely.credential.life.lifecycle import CredentialState
from humanely.store.credential_records import (
    AppealRecord,
    Claim,
    CredentialRecord,
    EndorsementRecord,
    LinksRecord,
    StepRecord,
    StreamRecord,
    ToldRecord,
    decode,
)
from humanely.store.log.act import Kept

_CHANGES = frozenset({"offered", "suspended", "revoked", "superseded", "cancelled"})


class Happened(msgspec.Struct, frozen=True):
    """A step that was taken, with its place in the ledger."""

    place: int
    at: dt.datetime
    record: StepRecord


class Credential(msgspec.Struct, frozen=True, kw_only=True):
    """A credential as it stands.

    Attributes:
        id: the code by which people name it.
        life: None while nothing that can be read is recorded.
        document: as it was signed, JSON; empty until it was offered.
        signed_place: of the act that offered it; -1 until then.
        list, position: its bit, once it was offered.
        words: what the team said to the holder with the newest change, for them alone; empty for nothing.
        appeal: the newest; None for none.
        appeal_place: of the act that filed it; -1 for none.
        involved: ids of who issued it or changed its standing.
        endorsements: by id.
        told: what the holder was told, each by its kind and the place of what it tells of.
        by_hand: what could not be told by mail.
        mail_refused: the holder's address takes no mail.
        links: how often the holder's links were made void: those of an earlier number lead nowhere.
        history: all steps that can still be read, in order.
        newest: place of its newest act; -1 for none.
    """

    id: str
    person_id: str = ""
    life: CredentialState | None = None
    claim: Claim | None = None
    document: str = ""
    signed_place: int = -1
    list: int = 0
    position: int = 0
    words: str = ""
    appeal: AppealState | None = None
    appeal_place: int = -1
    involved: frozenset[str] = frozenset()
    endorsements: dict[str, EndorsementState] = {}
    told: frozenset[tuple[str, int]] = frozenset()
    by_hand: frozenset[tuple[str, int]] = frozenset()
    mail_refused: bool = False
    links: int = 0
    history: tuple[Happened, ...] = ()
    newest: int = -1

    @property
    def first(self) -> int:
        """Place of its first act; -1 for none."""
        return self.history[0].place if self.history else -1

    @property
    def under_appeal(self) -> bool:
        """An appeal waits for its decision: no public reason is shown meanwhile."""
        return self.appeal is not None and self.appeal.is_open

    def after(self, place: int, at: dt.datetime, record: StreamRecord) -> "Credential":
        """After one more act; a step that cannot be taken leaves all but the history as it is."""
        moved = msgspec.structs.replace(self, newest=place, person_id=self.person_id or record.person_id)
        match record:
            case ToldRecord():
                return _told(moved, record)
            case LinksRecord():
                return msgspec.structs.replace(moved, links=moved.links + 1)
        moved = msgspec.structs.replace(moved, history=(*self.history, Happened(place, at, record)))
        match record:
            case CredentialRecord():
                return _lived(moved, place, at, record)
            case AppealRecord():
                return _appealed(moved, place, at, record)
            case EndorsementRecord():
                return _endorsed(moved, at, record)


def folded(credential_id: str, acts: Iterable[Kept]) -> Credential:
    """A credential from its acts, in order; those whose payload is gone leave no more than their place."""
    state = Credential(id=credential_id)
    for act in acts:
        record = decode(act.payload) if act.payload is not None else None
        if isinstance(record, StreamRecord):
            state = state.after(act.index, act.at, record)
        else:
            state = msgspec.structs.replace(state, newest=act.index)
    return state


def step_of(record: CredentialRecord, at: dt.datetime) -> lifecycle.Taken:
    """A record as the rules of its life see it."""
    names = ("step", "by", "reason", "other", "review", "valid_until", "appeal")
    return lifecycle.Taken(at=at, **{name: getattr(record, name) for name in names})


def appeal_step_of(record: AppealRecord, at: dt.datetime) -> appeal.Taken:
    """A record as the rules of an appeal see it."""
    names = ("step", "by", "due", "change", "decision", "reasons", "name")
    return appeal.Taken(at=at, **{name: getattr(record, name) for name in names})


def endorsement_step_of(record: EndorsementRecord, at: dt.datetime) -> endorsement.Taken:
    """A record as the rules of an endorsement see it."""
    names = ("by", "relation", "name", "text", "digest", "doubts")
    # In older ledgers it was published without its holder, who has the last word now.
    is_older = record.step == "published" and record.by.kind != "holder"
    step: endorsement.Step = "cleared" if is_older else record.step
    return endorsement.Taken(step=step, at=at, **{name: getattr(record, name) for name in names})


def _lived(held: Credential, place: int, at: dt.datetime, record: CredentialRecord) -> Credential:
    life = lifecycle.after(held.life, step_of(record, at))
    if life is held.life:
        return held
    if held.life is not None and life is not None and life.changes > held.life.changes:
        held = msgspec.structs.replace(held, words=record.told)
    held = msgspec.structs.replace(held, life=life, claim=record.claim or held.claim)
    if record.step in _CHANGES and record.by.id:
        held = msgspec.structs.replace(held, involved=held.involved | {record.by.id})
    if record.step != "offered":
        return held
    return msgspec.structs.replace(
        held, document=record.document, signed_place=place, list=record.list, position=record.position
    )


def _appealed(held: Credential, place: int, at: dt.datetime, record: AppealRecord) -> Credential:
    moved = appeal.after(held.appeal, appeal_step_of(record, at), held.involved)
    filed = record.step == "filed" and moved is not held.appeal
    return msgspec.structs.replace(held, appeal=moved, appeal_place=place if filed else held.appeal_place)


def _told(held: Credential, record: ToldRecord) -> Credential:
    one = (record.notice, record.of)
    if record.result in {"sent", "passed_on"}:
        return msgspec.structs.replace(held, told=held.told | {one}, by_hand=held.by_hand - {one})
    refused = held.mail_refused or record.result == "refused"
    return msgspec.structs.replace(held, by_hand=held.by_hand | {one}, mail_refused=refused)


def _endorsed(held: Credential, at: dt.datetime, record: EndorsementRecord) -> Credential:
    moved = endorsement.after(held.endorsements.get(record.endorsement_id), endorsement_step_of(record, at))
    if moved is None:
        return held
    return msgspec.structs.replace(held, endorsements={**held.endorsements, record.endorsement_id: moved})
