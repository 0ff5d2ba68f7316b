"""A conversation as it stands: its acts folded, one after the other, into what the next decision needs."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from humanely.affect.reading import Crisis
from humanely.context.exchange import Exchange
from humanely.context.trajectory import TurnReading
from humanely.decision.decision import Decision
from humanely.estimate import unestimated
from humanely.people.handoff import ENDS, Handoff, Taken, moved, state_of
from humanely.people.review import Judged, Review
from humanely.response.channel import Way
from humanely.response.response import Response
from humanely.response.said import Said, said
from humanely.signal.turn import Speaker
from humanely.store.log.act import Kept
from humanely.store.records import (
    ContactRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    Record,
    ResponseRecord,
    ReviewRecord,
    TurnRecord,
    decode,
)

_CRISIS = 1.0
"""Priority of a handoff for a life that may be at risk."""


class ConversationState(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation up to its newest act.

    Attributes:
        newest: place of the newest act in the ledger, -1 before the first.
        readings: of all turns, ours too, in order.
        places: of these turns in the ledger, as long as `readings`.
        said: what our answers and those of agents left behind, last one last.
        messages: what the person wrote since the last answer, as they wrote it.
        language: of the person so far.
        crisis: gravest of the turns that wait for an answer; None where it was not looked for.
        crisis_before: a turn before that spoke of a risk to life.
        since: place in `readings` of the first turn after the last handoff ended.
        handoff: the newest; None where there was none.
        noticed_ai_at: when the person was last told that a machine answers; None where they were not, or a human has
            handed back since.
        noticed_estimates: the person was told that feelings may be estimated.
        asked_back: times in a row we only asked back.
        told: times an entry of the FAQ was told, by its question.
        turn: the person's newest.
        exchanges: of the beginning of `readings`, as far as they were folded; kept so that this need not be done again.
        decision: newest, with its place in the ledger; None where there was none.
        response: to it; None where there is none yet.
        review: of the newest answer that was held; None where none was.
        reached: ways for which the person has left where they are reached.
    """

    conversation_id: str
    person_id: str = ""
    newest: int = -1
    readings: tuple[TurnReading, ...] = ()
    places: tuple[int, ...] = ()
    said: tuple[Said, ...] = ()
    messages: tuple[str, ...] = ()
    language: str | None = None
    crisis: Crisis | None = None
    crisis_before: bool = False
    since: int = 0
    handoff: Handoff | None = None
    noticed_ai_at: dt.datetime | None = None
    noticed_estimates: bool = False
    asked_back: int = 0
    told: dict[str, int] = {}
    tags: frozenset[str] = frozenset()
    turn: TurnRecord | None = None
    exchanges: tuple[Exchange, ...] = ()
    decision: tuple[int, Decision] | None = None
    response: tuple[int, Response] | None = None
    review: Review | None = None
    reached: frozenset[Way] = frozenset()

    @property
    def human_present(self) -> bool:
        """An agent has spoken and has not given the conversation back."""
        return state_of(self.handoff) == "joined"

    @property
    def human_awaited(self) -> bool:
        """A human was asked for, and none has come."""
        return self.handoff is not None and self.handoff.is_awaited

    @property
    def about_life(self) -> bool:
        """The newest handoff was called, or became more pressing, because a life may be at risk; ended or not."""
        return self.handoff is not None and self.handoff.priority >= _CRISIS

    @property
    def in_crisis(self) -> bool:
        """A life may be at risk, and those who help have not come to the end of it."""
        return self.about_life and self.handoff is not None and self.handoff.is_open

    @property
    def awaited_priority(self) -> float:
        """With which a human is awaited, [0, 1]; 0 where none is."""
        return self.handoff.priority if self.handoff is not None and self.handoff.is_awaited else 0.0

    def after(self, place: int, at: dt.datetime, record: Record) -> "ConversationState":
        """The conversation with one act more."""
        moved = msgspec.structs.replace(self, newest=place)
        if isinstance(record, TurnRecord):
            return _spoken(moved, place, at, record)
        if isinstance(record, DecisionRecord):
            return msgspec.structs.replace(moved, decision=(place, record.decision), response=None)
        if isinstance(record, ResponseRecord):
            return _answered(moved, place, at, record)
        if isinstance(record, HandoffRecord):
            return _handed(moved, place, at, record)
        if isinstance(record, CorrectionRecord):
            return _corrected(moved, record)
        if isinstance(record, ReviewRecord):
            return _reviewed(moved, place, at, record)
        if isinstance(record, ContactRecord):
            others = self.reached - {record.kind}
            return msgspec.structs.replace(moved, reached=others | {record.kind} if record.address else others)
        return moved


def folded(conversation_id: str, acts: Iterable[Kept]) -> ConversationState:
    """A conversation from its acts, in order; those whose payload is gone leave no more than their place."""
    state = ConversationState(conversation_id=conversation_id)
    for act in acts:
        if act.payload is None:
            state = msgspec.structs.replace(state, newest=act.index)
        else:
            state = state.after(act.index, act.at, decode(act.payload))
    return state


def _spoken(held: ConversationState, place: int, at: dt.datetime, record: TurnRecord) -> ConversationState:
    added = msgspec.structs.replace(
        held,
        person_id=record.person_id or held.person_id,
        readings=(*held.readings, record.reading),
        places=(*held.places, place),
        tags=held.tags | record.tags,
    )
    if record.reading.turn.speaker is not Speaker.CUSTOMER:
        return _answered_elsewhere(added, place, at, record)
    return msgspec.structs.replace(
        added,
        messages=(*held.messages, record.text),
        language=record.language or held.language,
        # Two messages in a row must not hide the first.
        crisis=_graver(held.crisis, record.crisis) if held.messages else record.crisis,
        crisis_before=held.crisis_before or (not held.messages and _fired(held.crisis)),
        handoff=held.handoff.wrote(at) if held.handoff else None,
        turn=record,
        response=None,
    )


def _answered_elsewhere(held: ConversationState, place: int, at: dt.datetime, record: TurnRecord) -> ConversationState:
    """An agent or another machine has spoken: with an agent, the conversation is a human's until it is given back."""
    handoff = held.handoff
    if record.reading.turn.speaker is Speaker.AGENT:
        joined = moved(handoff, Taken(step="joined", agent=record.agent), place, at)
        handoff = joined and joined.answered_by(record.agent)
    return msgspec.structs.replace(
        held,
        said=(*held.said, said(record.text, record.reading.language)),
        messages=(),
        handoff=handoff,
        asked_back=0,
    )


def _answered(held: ConversationState, place: int, at: dt.datetime, record: ResponseRecord) -> ConversationState:
    response = record.response
    told = dict(held.told)
    if response.faq:
        told[response.faq] = told.get(response.faq, 0) + 1
    moved = msgspec.structs.replace(
        held,
        response=(place, response),
        told=told,
        noticed_ai_at=at if {"ai", "ai_again"} & set(record.noticed) else held.noticed_ai_at,
        noticed_estimates=held.noticed_estimates or "estimates" in record.noticed,
        review=_held(held, place, at, record) if record.wanted else held.review,
    )
    if record.reading is None:
        return moved
    return msgspec.structs.replace(
        moved,
        readings=(*held.readings, record.reading),
        places=(*held.places, place),
        said=(*held.said, response.said) if response.said else held.said,
        messages=(),
        asked_back=held.asked_back + 1 if response.asks_back else 0,
    )


def _held(held: ConversationState, place: int, at: dt.datetime, record: ResponseRecord) -> Review:
    """The review of an answer that is held from now on; it takes the place of any before."""
    customer = (at for at, one in zip(held.places, held.readings, strict=True) if one.turn.is_customer)
    decision, decided = held.decision or (place, None)
    return Review(
        place=place,
        opened_at=at,
        turn=max(customer, default=place),
        decision=decision,
        reason=decided.leading if decided else "",
        priority=max((one.weight for one in decided.reasons), default=0.0) if decided else 0.0,
        wanted=record.wanted,
    )


def _reviewed(held: ConversationState, place: int, at: dt.datetime, record: ReviewRecord) -> ConversationState:
    """A verdict, or that nobody looked in time; of an answer that was replaced meanwhile nothing is left to judge."""
    if held.review is None or held.review.place != record.review:
        return held
    if record.verdict is None:
        return msgspec.structs.replace(held, review=msgspec.structs.replace(held.review, overdue=True))
    given = Judged(
        place=place, reviewer=record.reviewer, verdict=record.verdict, text=record.text, reason=record.reason
    )
    return msgspec.structs.replace(held, review=held.review.judged(given, at))


def _handed(held: ConversationState, place: int, at: dt.datetime, record: HandoffRecord) -> ConversationState:
    """A step of a handoff; what was asked for and what failed before it ended is settled."""
    taken = Taken(
        step=record.state,
        reason=record.reason,
        priority=record.priority,
        agent=record.agent,
        skill=record.skill,
        clock=record.clock,
    )
    told = said(record.message.text, record.message.locale) if record.message else None
    held = msgspec.structs.replace(
        held,
        person_id=held.person_id or record.person_id,
        handoff=moved(held.handoff, taken, place, at),
        said=(*held.said, told) if told else held.said,
        review=held.review.lapsed(at) if held.review and _takes_over(record) else held.review,
    )
    if record.state not in ENDS:
        return held
    return msgspec.structs.replace(held, since=len(held.readings), noticed_ai_at=None, asked_back=0)


def _takes_over(record: HandoffRecord) -> bool:
    """A human has come, or a life may be at risk: no answer made before is sent any more."""
    return record.state == "joined" or record.priority >= _CRISIS


def _corrected(held: ConversationState, record: CorrectionRecord) -> ConversationState:
    readings = tuple(
        _as_said(reading, record.said) if place == record.turn else reading
        for reading, place in zip(held.readings, held.places, strict=True)
    )
    return msgspec.structs.replace(held, readings=readings, exchanges=())


def _as_said(reading: TurnReading, said: float | None) -> TurnReading:
    """A turn with what the person says of it in place of what was estimated."""
    if said is None:
        return unestimated(reading)
    return msgspec.structs.replace(
        reading, emotions=None, valence=None, arousal=None, confident=False, settled=False, called_for=None, said=said
    )


def _graver(one: Crisis | None, other: Crisis | None) -> Crisis | None:
    found = [crisis for crisis in (one, other) if crisis is not None]
    return max(found, key=lambda crisis: (crisis.fired, crisis.probability), default=None)


def _fired(crisis: Crisis | None) -> bool:
    return crisis is not None and crisis.fired
