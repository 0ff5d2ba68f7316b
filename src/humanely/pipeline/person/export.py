"""Everything that is recorded of one person, in words they understand (GDPR Art. 15, 20).

Vectors of texts, the checks of our drafts and what our answers cost are left out: they say nothing of the person that
the words they were made from do not say.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from humanely.affect.labels import SITUATIONS
from humanely.context.trajectory import TurnReading
from humanely.errors import HumanelyError
from humanely.pipeline.arrival import VALENCE
from humanely.pipeline.house import House
from humanely.pipeline.person.consent import held
from humanely.pipeline.person.exported import (
    Answered,
    CameOf,
    ConsentGiven,
    Contact,
    Conversation,
    Corrected,
    Decided,
    Deleted,
    Estimated,
    Event,
    Export,
    Forwarded,
    HandedOver,
    Likely,
    LookedAt,
    Message,
    Noted,
    NotRead,
    Recorded,
    Sent,
    StaffDeed,
    Stands,
    Typed,
    Used,
)
from humanely.response.notices import mark
from humanely.response.phrasebook import served
from humanely.response.record_words import Group, Part, about, need, word
from humanely.response.why import for_person
from humanely.store import credential_records
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations
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
    Record,
    ResponseRecord,
    ReviewRecord,
    SentRecord,
    TurnRecord,
    TypingRecord,
    decode,
)
from humanely.store.team.deeds import Deed, deed_of

_PARTS: tuple[Part, ...] = ("estimate", "emotion", "need", "situation", "decision", "consent", "looked", "erased")
_STRONGEST = 3
_LEAST = 0.01
_MIDDLE = 0.15


class PersonUnknown(HumanelyError):
    """Nothing was ever recorded of a person."""

    code = "person_unknown"
    status = 404

    def __init__(self) -> None:
        super().__init__("Nothing is recorded of a person of that id.", fix="Give the id as your channel gives it.")


def export(
    person_id: str, conversations: Conversations, house: House, now: dt.datetime, locale: str | None = None
) -> Export:
    """Put together all that is recorded of a person.

    Args:
        now: aware, in UTC.
        locale: of the words; the house's where it is None, English where they are not written in it.

    Raises:
        PersonUnknown: nothing was ever recorded of them.
    """
    acts = conversations.ledger.person(person_id)
    if not acts:
        raise PersonUnknown
    words = _Words(served(locale or house.locale, "record"), familiar=house.address == "familiar")
    told = [(act, decode(act.payload)) for act in acts if _is_told(act) and act.payload is not None]
    return Export(
        person_id=person_id,
        made_at=now,
        locale=words.locale,
        about=words.about(),
        conversations=tuple(_conversations(told, words)),
        consents=tuple(
            Stands(
                purpose=words.word("purpose", one.purpose),
                sense=words.word("sense", one.sense),
                standing=words.word("standing", one.standing),
            )
            for one in held(person_id, conversations, house, locale)
        ),
        consent_history=tuple(words.consent(act, one) for act, one in told if isinstance(one, ConsentRecord)),
        looked=tuple(_looked(acts, told, words)),
        deleted=tuple(words.deleted(act) for act in acts if act.payload is None),
        credentials=tuple(words.recorded(act) for act in acts if act.kind in credential_records.KINDS and act.payload),
    )


def _is_told(act: Kept) -> bool:
    """An erasure is about the person and says nothing of them; what staff did, and credentials, are told apart."""
    return act.kind not in {"erasure", "staff"} and act.kind not in credential_records.KINDS


def _looked(acts: Iterable[Kept], told: Iterable[tuple[Kept, Record]], words: "_Words") -> Iterable[StaffDeed]:
    """What members of the team did with the record, each with the conversation or credential it was about."""
    where = {act.index: one.conversation_id for act, one in told if not isinstance(one, ConsentRecord)}
    of_credential = {
        act.index: str(getattr(credential_records.decode(act.payload), "credential_id", ""))
        for act in acts
        if act.kind in credential_records.KINDS and act.payload is not None
    }
    for act in acts:
        if act.kind == "staff" and act.payload is not None:
            deed = deed_of(act.payload)
            of = -1 if deed.of is None else deed.of
            yield words.deed(act, deed, where.get(of, ""), of_credential.get(of, ""))


def _conversations(told: Iterable[tuple[Kept, Record]], words: "_Words") -> Iterable[Conversation]:
    """Each conversation in the order in which it began; a verdict that is blind yet is told once it is not."""
    found: dict[str, list[Event]] = {}
    told = list(told)
    blind = _blind(told)
    for act, record in told:
        if not isinstance(record, ConsentRecord) and not (isinstance(record, ReviewRecord) and record.review in blind):
            found.setdefault(record.conversation_id, []).append(words.event(act, record))
    return (Conversation(conversation_id=name, happened=tuple(events)) for name, events in found.items())


def _blind(told: Iterable[tuple[Kept, Record]]) -> frozenset[int]:
    """Held answers that still wait for a verdict."""
    states: dict[str, ConversationState] = {}
    for act, record in told:
        if not isinstance(record, ConsentRecord):
            name = record.conversation_id
            before = states.get(name) or ConversationState(conversation_id=name)
            states[name] = before.after(act.index, act.at, record)
    reviews = (state.review for state in states.values())
    return frozenset(review.place for review in reviews if review is not None and review.is_open)


class _Words:
    """Says what happened in one language."""

    def __init__(self, locale: str, *, familiar: bool) -> None:
        self.locale = locale
        self._familiar = familiar

    def word(self, group: Group, label: str) -> str:
        return word(group, label, self.locale)

    def about(self) -> tuple[str, ...]:
        return tuple(about(part, self.locale) for part in _PARTS)

    def event(self, act: Kept, record: Record) -> Event:
        told: Event = getattr(self, _TELLS[type(record)])({"id": str(act.index), "at": act.at}, record)
        return told

    def consent(self, act: Kept, record: ConsentRecord) -> ConsentGiven:
        return ConsentGiven(
            id=str(act.index),
            at=act.at,
            act=self.word("consent", record.act),
            purpose=self.word("purpose", record.purpose),
            sense=self.word("sense", record.sense),
            version=record.version,
            locale=record.locale,
            text_sha256=record.text_sha256,
            how=self.word("how", record.how),
        )

    def deleted(self, act: Kept) -> Deleted:
        return Deleted(id=str(act.index), at=act.at, kind=self.word("entry", act.kind))

    def deed(self, act: Kept, deed: Deed, conversation_id: str, credential_id: str) -> StaffDeed:
        return StaffDeed(
            id=str(act.index),
            at=act.at,
            did=self.word("deed", deed.act),
            conversation_id=conversation_id,
            credential_id=credential_id,
        )

    def recorded(self, act: Kept) -> Recorded:
        holds = msgspec.json.decode(act.payload or b"{}", type=dict[str, Any])
        return Recorded(id=str(act.index), at=act.at, kind=self.word("entry", act.kind), holds=holds)

    def _message(self, where: Mapping[str, Any], record: TurnRecord) -> Message:
        reading = record.reading
        return Message(
            **where,
            by=self.word("speaker", reading.turn.speaker),
            text=record.text,
            channel=self.word("channel", record.channel),
            place=record.place,
            zone=record.zone,
            tags=tuple(sorted(record.tags)),
            said_feeling=None if reading.said is None else self._feeling(reading.said),
            estimated=self._estimated(record) if reading.turn.is_customer else None,
        )

    def _estimated(self, record: TurnRecord) -> Estimated:
        reading = record.reading
        emotions = sorted((reading.emotions or {}).items(), key=lambda one: -one[1])
        return Estimated(
            feelings=tuple(
                Likely(self.word("emotion", label), round(probability, 2))
                for label, probability in emotions
                if probability >= _LEAST
            ),
            pleasant=None if reading.valence is None else self.word("sentiment", _side(reading.valence)),
            valence=None if reading.valence is None else round(reading.valence, 2),
            need=None if reading.called_for is None else need(round(_STRONGEST * reading.called_for), self.locale),
            situations=tuple(self._situations(reading)),
            life_may_be_at_risk=None if record.crisis is None else record.crisis.fired,
            read_from=tuple(self.word("sense", sense) for sense in record.senses),
            language=self.word("reading", record.language_status),
            model=record.model,
        )

    def _situations(self, reading: TurnReading) -> Iterable[Likely]:
        for cue in reading.cues:
            if cue.name in SITUATIONS:
                yield Likely(self.word("situation", cue.name), round(cue.probability, 2), cue.text)

    def _feeling(self, valence: float) -> str:
        nearest = min(VALENCE, key=lambda name: abs(VALENCE[name] - valence))
        return self.word("feeling", nearest)

    def _not_read(self, where: Mapping[str, Any], record: LawRecord) -> NotRead:
        return NotRead(
            **where,
            sense=self.word("sense", record.sense),
            purpose=self.word("purpose", record.purpose),
            reasons=tuple(f"{reason.for_person} ({reason.article})" for reason in record.ruling.reasons),
        )

    def _decided(self, where: Mapping[str, Any], record: DecisionRecord) -> Decided:
        why = for_person(record.decision, self.locale, familiar=self._familiar)
        return Decided(**where, action=self.word("action", record.decision.action), why=tuple(why.text.splitlines()))

    def _answered(self, where: Mapping[str, Any], record: ResponseRecord) -> Answered:
        sent = (Sent(one.text, mark(one.author, self.locale)) for one in record.response.messages)
        return Answered(**where, messages=tuple(sent), held=record.response.draft)

    def _handed_over(self, where: Mapping[str, Any], record: HandoffRecord) -> HandedOver:
        words = record.message
        told = None if words is None else Sent(words.text, mark(words.author, self.locale))
        return HandedOver(**where, step=self.word("step", record.state), told=told)

    def _noted(self, where: Mapping[str, Any], record: NoteRecord) -> Noted:
        return Noted(**where, text=record.text)

    def _looked_at(self, where: Mapping[str, Any], record: ReviewRecord) -> LookedAt:
        verdict = self.word("verdict", record.verdict or "none")
        return LookedAt(
            **where,
            answer=str(record.review),
            verdict=verdict,
            text=record.text or None,
            reason=record.reason,
            need=need(record.rated.need, self.locale) if record.rated else None,
        )

    def _corrected(self, where: Mapping[str, Any], record: CorrectionRecord) -> Corrected:
        feeling = None if record.said is None else self._feeling(record.said)
        return Corrected(**where, message=str(record.turn), feeling=feeling, note=record.note)

    def _used(self, where: Mapping[str, Any], record: BehaviourRecord) -> Used:
        return Used(**where, **_figures(record))

    def _typed(self, where: Mapping[str, Any], record: TypingRecord) -> Typed:
        return Typed(**where, **_figures(record))

    def _came_of(self, where: Mapping[str, Any], record: OutcomeRecord) -> CameOf:
        return CameOf(
            **where,
            decision=str(record.decision),
            measured=self.word("scale", record.scale),
            value=record.value,
            note=record.note,
        )

    def _contact(self, where: Mapping[str, Any], record: ContactRecord) -> Contact:
        return Contact(**where, way=self.word("way", record.kind), address=record.address, wish=record.wish)

    def _forwarded(self, where: Mapping[str, Any], record: SentRecord) -> Forwarded:
        return Forwarded(**where, of=str(record.of), by=record.by)


_TELLS: Mapping[type, str] = {
    TurnRecord: "_message",
    LawRecord: "_not_read",
    DecisionRecord: "_decided",
    ResponseRecord: "_answered",
    HandoffRecord: "_handed_over",
    NoteRecord: "_noted",
    ReviewRecord: "_looked_at",
    CorrectionRecord: "_corrected",
    BehaviourRecord: "_used",
    TypingRecord: "_typed",
    OutcomeRecord: "_came_of",
    ContactRecord: "_contact",
    SentRecord: "_forwarded",
}


def _figures(record: BehaviourRecord | TypingRecord) -> dict[str, Any]:
    fields = msgspec.structs.asdict(record)
    return {name: value for name, value in fields.items() if name != "conversation_id"}


def _side(valence: float) -> str:
    if abs(valence) < _MIDDLE:
        return "neu"
    return "pos" if valence > 0 else "neg"
