"""Acts of the ledger as they are told: to staff, to a listener, to the person they are about."""

import datetime as dt
from typing import Any

import msgspec

from humanely.apps.http.wire import Affect, Answered, Decided, LedgerId, affect, answered, decided
from humanely.people.handoff import Clock, Step
from humanely.response.channel import Way
from humanely.response.response import Message
from humanely.signal.turn import Speaker
from humanely.store import credential_records
from humanely.store.log.act import Kept
from humanely.store.records import (
    BehaviourRecord,
    ConsentRecord,
    ContactRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    LawRecord,
    NoteRecord,
    OutcomeRecord,
    ResponseRecord,
    ReviewRecord,
    Scale,
    SentRecord,
    TurnRecord,
    TypingRecord,
    decode,
)
from humanely.trust.consent import Act, How, Purpose, Sense


class Told(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """One act.

    Attributes:
        id: its place in the ledger.
        at: when it was recorded.
        conversation_id: empty where it belongs to none.
    """

    id: LedgerId
    at: dt.datetime
    conversation_id: str = ""


class TurnTold(Told, frozen=True, kw_only=True, tag="turn"):
    """Somebody said something."""

    person_id: str
    speaker: Speaker
    text: str
    affect: Affect


class LawTold(Told, frozen=True, kw_only=True, tag="law"):
    """Something may not be read here, and was not.

    Attributes:
        sense: that did not run.
        purpose: it would have run for.
        effect: the strictest of all rules that hold.
        rules: their names in the law.
    """

    purpose: str
    sense: str
    effect: str
    rules: tuple[str, ...]


class DecisionTold(Told, frozen=True, kw_only=True, tag="decision"):
    """What was decided."""

    decision: Decided


class ResponseTold(Told, frozen=True, kw_only=True, tag="response"):
    """What was answered.

    Attributes:
        shown: empathy the answer shows, [0, 1]; null where it cannot be told.
        gap: need minus shown.
    """

    response: Answered
    shown: float | None
    gap: float | None


class HandoffTold(Told, frozen=True, kw_only=True, tag="handoff"):
    """A step of a handoff.

    Attributes:
        reason: name of what led to it.
        priority: [0, 1].
        by: name of the API key that did it; empty for a decision, and where `agent` did.
        agent: id of the member of the team who took the step, or for whom the handoff is left.
        clock: whose deadline has passed: null for other steps than `overdue`.
        message: what the person is told with it; null where nothing is.
    """

    state: Step
    reason: str
    priority: float
    by: str
    agent: str
    skill: str
    clock: Clock | None
    message: Message | None


class ReviewTold(Told, frozen=True, kw_only=True, tag="review"):
    """A step in the review of a held answer. What the verdict is stands at the review, for whoever may see it yet.

    Attributes:
        review: id of the held answer.
        reviewer: who gave a verdict; empty where nobody had looked in time.
    """

    review: LedgerId
    reviewer: str
    by: str


class NoteTold(Told, frozen=True, kw_only=True, tag="note"):
    """What a member of the team noted for the others.

    Attributes:
        called: id of the act by which the number was left that they have called; null for any other note.
    """

    text: str
    agent: str
    by: str
    called: LedgerId | None


class BehaviourTold(Told, frozen=True, kw_only=True, tag="behaviour"):
    """How a page was used in one window of time, counted on the person's device.

    Attributes:
        window_s: seconds that were counted.
        clicks: all of them.
        rage_clicks: times three clicks came within a second and 30 pixels.
        dead_clicks: clicks after which nothing happened for 2.5 s.
        retries: times the same form was sent again.
        idle_s: seconds in pauses of more than ten.
    """

    window_s: int
    clicks: int
    rage_clicks: int
    dead_clicks: int
    retries: int
    idle_s: int


class TypingTold(Told, frozen=True, kw_only=True, tag="typing"):
    """How somebody typed in one window of time, measured on their device: no keys and no order.

    Attributes:
        window_s: seconds.
        pause_ms: median pause between two key presses.
        spread_ms: median distance of the pauses from that.
        corrections: of 100 key presses, those that took something back.
    """

    window_s: int
    pause_ms: int
    spread_ms: int
    corrections: int


class ConsentTold(Told, frozen=True, kw_only=True, tag="consent"):
    """Something happened about a consent.

    Attributes:
        text_sha256: of the text shown; empty where none was.
    """

    person_id: str
    act: Act
    purpose: Purpose
    sense: Sense
    version: str
    locale: str
    text_sha256: str
    how: How


class CorrectionTold(Told, frozen=True, kw_only=True, tag="correction"):
    """What the person says of an estimate.

    Attributes:
        turn: its id.
        said: valence of what they say they felt, [-1, 1]; null where they only took the estimate away.
    """

    turn: LedgerId
    said: float | None
    note: str


class OutcomeTold(Told, frozen=True, kw_only=True, tag="outcome"):
    """What came of a decision.

    Attributes:
        decision: its id.
    """

    decision: LedgerId
    scale: Scale
    value: float
    note: str


class ContactTold(Told, frozen=True, kw_only=True, tag="contact"):
    """Where a person is reached when they are no longer there.

    Attributes:
        kind: by e-mail or telephone.
        address: or number, in E.164; empty where they want no more, or nothing arrives there.
        wish: what they ask for with it.
    """

    kind: Way
    address: str
    wish: str


class SentTold(Told, frozen=True, kw_only=True, tag="sent"):
    """An act was sent on through a channel of its own.

    Attributes:
        of: id of the act.
        by: the channel.
        part: `words` to the person, a `note` to the team, or that the case was `open`ed to humans.
        result: `sent`, `withheld` where a human had spoken meanwhile, or `refused`.
    """

    of: LedgerId
    by: str
    part: str
    result: str


class CredentialTold(Told, frozen=True, kw_only=True, tag="credential"):
    """A step of a credential, an appeal, an endorsement, or of a learner's way; what was said with it is left out.

    Attributes:
        kind: of the act.
        step: that was taken; empty for a file that was shown.
        credential_id: its code; empty where it is about no credential yet.
        person_id: whom it is about; empty for what can be achieved.
    """

    kind: str
    step: str = ""
    credential_id: str = ""
    person_id: str = ""


class OtherTold(Told, frozen=True, kw_only=True, tag="other"):
    """An act about nobody, such as a key that was made, or an erasure.

    Attributes:
        kind: of the act.
        payload: as it is recorded, open.
    """

    kind: str
    payload: dict[str, Any]


class GoneTold(Told, frozen=True, kw_only=True, tag="gone"):
    """An act that was erased, or whose time has passed: that it happened stays.

    Attributes:
        kind: of the act.
    """

    kind: str


AnyTold = (
    TurnTold
    | LawTold
    | DecisionTold
    | ResponseTold
    | HandoffTold
    | ReviewTold
    | NoteTold
    | ConsentTold
    | CorrectionTold
    | OutcomeTold
    | BehaviourTold
    | TypingTold
    | ContactTold
    | SentTold
    | CredentialTold
    | OtherTold
    | GoneTold
)


def told(kept: Kept) -> AnyTold:
    """An act as it is told."""
    where: dict[str, Any] = {"id": str(kept.index), "at": kept.at}
    if kept.payload is None:
        return GoneTold(**where, kind=kept.kind)
    if kept.kind in {"key", "erasure", "staff", "setting", "webhook"}:
        return OtherTold(**where, kind=kept.kind, payload=msgspec.json.decode(kept.payload))
    if kept.kind in credential_records.KINDS:
        return _of_credential(where, kept, credential_records.decode(kept.payload))
    record = decode(kept.payload)
    where |= {"conversation_id": getattr(record, "conversation_id", "")}
    one: AnyTold = _TELL[type(record)](where, kept.index, record)
    return one


def _of_credential(where: dict[str, Any], kept: Kept, record: credential_records.CredentialsRecord) -> CredentialTold:
    said = {name: getattr(record, name, "") for name in ("step", "credential_id", "person_id")}
    return CredentialTold(**{**where, **said}, kind=kept.kind)


def _turn(where: dict[str, Any], _: int, record: TurnRecord) -> TurnTold:
    speaker = record.reading.turn.speaker
    read = affect(record, None)
    return TurnTold(**where, person_id=record.person_id, speaker=speaker, text=record.text, affect=read)


def _law(where: dict[str, Any], _: int, record: LawRecord) -> LawTold:
    return LawTold(
        **where, purpose=record.purpose, sense=record.sense, effect=record.ruling.effect, rules=record.ruling.rules
    )


def _decision(where: dict[str, Any], place: int, record: DecisionRecord) -> DecisionTold:
    return DecisionTold(**where, decision=decided(place, record.decision))


def _response(where: dict[str, Any], _: int, record: ResponseRecord) -> ResponseTold:
    return ResponseTold(**where, response=answered(record.response), shown=record.shown, gap=record.gap)


def _handoff(where: dict[str, Any], _: int, record: HandoffRecord) -> HandoffTold:
    fields = msgspec.structs.asdict(record)
    return HandoffTold(**{name: value for name, value in fields.items() if name != "person_id"} | where)


def _review(where: dict[str, Any], _: int, record: ReviewRecord) -> ReviewTold:
    return ReviewTold(**where, review=str(record.review), reviewer=record.reviewer, by=record.by)


def _note(where: dict[str, Any], _: int, record: NoteRecord) -> NoteTold:
    return NoteTold(
        **where,
        text=record.text,
        agent=record.agent,
        by=record.by,
        called=None if record.called is None else str(record.called),
    )


def _consent(where: dict[str, Any], _: int, record: ConsentRecord) -> ConsentTold:
    return ConsentTold(**where, **msgspec.structs.asdict(record))


def _correction(where: dict[str, Any], _: int, record: CorrectionRecord) -> CorrectionTold:
    return CorrectionTold(**where, turn=str(record.turn), said=record.said, note=record.note)


def _outcome(where: dict[str, Any], _: int, record: OutcomeRecord) -> OutcomeTold:
    return OutcomeTold(**where, decision=str(record.decision), scale=record.scale, value=record.value, note=record.note)


def _behaviour(where: dict[str, Any], _: int, record: BehaviourRecord) -> BehaviourTold:
    fields = msgspec.structs.asdict(record)
    return BehaviourTold(**where, **{name: value for name, value in fields.items() if name != "conversation_id"})


def _typing(where: dict[str, Any], _: int, record: TypingRecord) -> TypingTold:
    fields = msgspec.structs.asdict(record)
    return TypingTold(**where, **{name: value for name, value in fields.items() if name != "conversation_id"})


def _contact(where: dict[str, Any], _: int, record: ContactRecord) -> ContactTold:
    return ContactTold(**where, kind=record.kind, address=record.address, wish=record.wish)


def _sent(where: dict[str, Any], _: int, record: SentRecord) -> SentTold:
    return SentTold(**where, of=str(record.of), by=record.by, part=record.part, result=record.result)


_TELL: dict[type, Any] = {
    TurnRecord: _turn,
    LawRecord: _law,
    DecisionRecord: _decision,
    ResponseRecord: _response,
    HandoffRecord: _handoff,
    ReviewRecord: _review,
    NoteRecord: _note,
    ConsentRecord: _consent,
    CorrectionRecord: _correction,
    OutcomeRecord: _outcome,
    BehaviourRecord: _behaviour,
    TypingRecord: _typing,
    ContactRecord: _contact,
    SentRecord: _sent,
}
