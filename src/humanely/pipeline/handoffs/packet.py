"""The packet: all that a human needs who takes a conversation over, so that the person repeats no word.

Everything in it is borne out by an act of the conversation and names its place. What was said stands apart from what
was estimated. Where a life may be at risk it is kept to what helps: who, since when, the card that was sent, what not
to say; what was said is read in the conversation itself.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Literal

import msgspec

from humanely.affect.labels import SITUATIONS
from humanely.context.exchange import exchanges
from humanely.decision.decision import Decision, Evidence
from humanely.decision.decision import Reason as Decided
from humanely.people.handoff import Clock
from humanely.people.sla import Level
from humanely.pipeline.handoffs.clocks import standing
from humanely.pipeline.handoffs.feeling import Feeling, feeling_of
from humanely.pipeline.handoffs.given import Given, given
from humanely.pipeline.handoffs.summary import Point, Spoken, Summary, asks_for_human, summary
from humanely.pipeline.house import House
from humanely.pipeline.person.contact import Reach, reached
from humanely.response.channel import LIMITS, SHOWS_LINKS, ChannelKind
from humanely.response.first_line import beginning, first_line
from humanely.response.plan import Occasion
from humanely.response.response import Message
from humanely.signal.masking import PLACEHOLDERS
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Kept
from humanely.store.records import (
    DecisionRecord,
    HandoffRecord,
    Record,
    ResponseRecord,
    ReviewRecord,
    TurnRecord,
    decode,
)

Care = Literal["crisis", "vulnerable", "plain"]
Avoid = Literal["probing", "method", "apology", "selling"]
AVOIDED: tuple[Avoid, ...] = ("probing", "method", "apology", "selling")
"""What not to do where a life may be at risk: ask what pulls for a no, speak of a method, apologise for the card,
propose or survey anything. Source: the rules of safe messaging in law.toml and `humanely.response.checks`."""

_LARGEST_NEED = 3
_HELPS_IN_CRISIS = frozenset({"name", "phone"})

Acts = Sequence[tuple[int, dt.datetime, Record]]


class Proof(msgspec.Struct, frozen=True):
    """One thing that speaks for a reason.

    Attributes:
        kind: `words` of the person, masked; an `estimate`; or a `fact`.
        place: of the message; None where it stands in none.
        probability: [0, 1]; 1 for words and facts.
    """

    kind: Literal["words", "estimate", "fact"]
    value: str
    place: int | None
    probability: float


class Ground(msgspec.Struct, frozen=True):
    """One reason: its name, what it says to staff, how much it counts, [0, 1], and what speaks for it."""

    name: str
    says: str
    weight: float
    evidence: tuple[Proof, ...] = ()


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """Why a human is called.

    Attributes:
        code: name of the leading reason; empty where a human came unasked.
        grounds: all reasons, the leading one first; none where no decision called.
        decision: its place; None where a person pressed for a human, or staff came by themselves.
        policy_version: in effect then; empty without a decision.
    """

    code: str
    grounds: tuple[Ground, ...] = ()
    decision: int | None = None
    policy_version: str = ""


class Asked(msgspec.Struct, frozen=True):
    """The person asked for a human.

    Attributes:
        words: in which they did; empty where they pressed a button.
    """

    place: int
    at: dt.datetime
    words: str = ""


class Urgency(msgspec.Struct, frozen=True):
    """How pressing it is: the tier by its priority, [0, 1]. What makes it so are the grounds of `Why`."""

    level: Level
    priority: float


class Due(msgspec.Struct, frozen=True):
    """A deadline; `timeout` is when the person is told that nobody has come."""

    clock: Clock | Literal["timeout"]
    at: dt.datetime


class Limits(msgspec.Struct, frozen=True):
    """What the person's channel carries: at most so many characters; whether a link can be opened in it."""

    channel: ChannelKind
    characters: int
    shows_links: bool


class Suggested(msgspec.Struct, frozen=True):
    """A first line to send; locale: of its words."""

    text: str
    locale: str


class Packet(msgspec.Struct, frozen=True, kw_only=True):
    """What goes with a handoff.

    Attributes:
        handoff: its id.
        care: how careful to be; in a crisis the packet is minimal.
        card: what the person was shown, where a life may be at risk.
        avoid: what not to do then.
        given: not to be asked again.
        reach: where the person is called back or written to when they are no longer there.
        asked: newest last.
        reviewed: why a reviewer did not let the draft go, in their words; None where none was rejected.
        deadlines: those that run, the next one first.
        first, last: places of the conversation's first and newest act: its transcript.
        language: of the person, ISO 639-1; None where it is not known.
    """

    handoff: int
    conversation_id: str
    language: str | None
    why: Why
    urgency: Urgency
    deadlines: tuple[Due, ...]
    care: Care
    card: Point | None = None
    avoid: tuple[Avoid, ...] = ()
    feeling: Feeling = Feeling()
    asked: tuple[Asked, ...] = ()
    summary: Summary = Summary()
    reviewed: Point | None = None
    given: tuple[Given, ...] = ()
    reach: tuple[Reach, ...] = ()
    first_line: Suggested
    limits: Limits
    first: int
    last: int
    turns: int


def packet(state: ConversationState, acts: Sequence[Kept], house: House, *, masked: bool = False) -> Packet | None:
    """The packet of a conversation's newest handoff; None where there is none.

    Args:
        state: the conversation, folded from `acts`.
        acts: all of it, in order.
        house: its rules.
        masked: words are shown with placeholders for personal data, as for a helpdesk that need not have it.
    """
    if state.handoff is None:
        return None
    opened = tuple((one.index, one.at, decode(one.payload)) for one in acts if one.payload is not None)
    before = opened[: _ended(opened, state.handoff.place)]
    recent = tuple(one for one in opened if one[0] > before[-1][0]) if before else opened
    spoken = tuple(_spoken(recent, masked=masked))
    care = _care(state, recent)
    crisis = care == "crisis"
    told = given(spoken, masked=masked)
    return Packet(
        handoff=state.handoff.place,
        conversation_id=state.conversation_id,
        language=state.language,
        why=_why(state, recent, bare=crisis),
        urgency=Urgency(house.sla.level(state.handoff.priority), state.handoff.priority),
        deadlines=tuple(_deadlines(state, house)),
        care=care,
        card=_card(recent) if crisis else None,
        avoid=AVOIDED if crisis else (),
        feeling=Feeling() if crisis else feeling_of(state),
        asked=tuple(_asked(recent)),
        summary=Summary() if crisis else summary(spoken),
        reviewed=None if crisis else _reviewed(state, recent),
        given=tuple(one for one in told if not crisis or one.kind in _HELPS_IN_CRISIS),
        reach=tuple(_reach(opened, masked=masked)),
        first_line=_first_line(state, house, crisis=crisis),
        limits=_limits(state),
        first=acts[0].index,
        last=acts[-1].index,
        turns=len(state.readings),
    )


def _ended(acts: Acts, handoff: int) -> int:
    """How many acts lie before the end of the handoff before this one: what they were about is settled."""
    ends = [
        at
        for at, (place, _, record) in enumerate(acts)
        if place < handoff and isinstance(record, HandoffRecord) and record.state in {"returned", "resolved"}
    ]
    return ends[-1] + 1 if ends else 0


def _spoken(acts: Acts, *, masked: bool) -> Iterator[Spoken]:
    """What was said, but for notices, cards, and words around the handoff itself."""
    for place, _, record in acts:
        if isinstance(record, TurnRecord):
            reading = record.reading
            text = reading.turn.text if masked else record.text
            yield Spoken(place, reading.turn.is_customer, text, reading.language or record.language)
        elif isinstance(record, ResponseRecord):
            for one in record.response.messages:
                if one.kind in {"reply", "draft"}:
                    told = bool(record.response.faq)
                    yield Spoken(place, False, one.text, one.locale.split("-")[0] or None, told)


def _care(state: ConversationState, acts: Acts) -> Care:
    decisions = [record.decision for _, _, record in acts if isinstance(record, DecisionRecord)]
    if any(one.crisis is not None for one in decisions) or any(_is_card(message) for _, message in _messages(acts)):
        return "crisis"
    vulnerable = any(reason.name == "vulnerable" for one in decisions for reason in one.reasons)
    return "vulnerable" if vulnerable else "plain"


def _messages(acts: Acts) -> Iterator[tuple[int, Message]]:
    for place, _, record in acts:
        if isinstance(record, ResponseRecord):
            yield from ((place, one) for one in record.response.messages)


def _is_card(message: Message) -> bool:
    return message.kind == "card"


def _card(acts: Acts) -> Point | None:
    cards = [Point(place, one.text, customer=False) for place, one in _messages(acts) if _is_card(one)]
    return cards[-1] if cards else None


def _reviewed(state: ConversationState, acts: Acts) -> Point | None:
    """The reviewer's words; while others have still to judge blind, nobody reads them."""
    if state.review is not None and state.review.is_open:
        return None
    rejected = [
        Point(place, record.reason, customer=False)
        for place, _, record in acts
        if isinstance(record, ReviewRecord) and record.verdict == "reject"
    ]
    return rejected[-1] if rejected else None


def _why(state: ConversationState, acts: Acts, *, bare: bool) -> Why:
    """Why a human was called last, by the decision that did it."""
    code = state.handoff.reason if state.handoff else ""
    decided: tuple[int, Decision] | None = None
    found = decided
    for place, _, record in acts:
        if isinstance(record, DecisionRecord):
            decided = (place, record.decision)
        elif isinstance(record, HandoffRecord) and record.state in {"queued", "alerted"}:
            code = record.reason or code
            found = None if _pressed(record) else decided
    if found is None:
        return Why(code=code)
    place, decision = found
    grounds = tuple(_ground(one, state, bare=bare) for one in decision.reasons)
    return Why(code=code, grounds=grounds, decision=place, policy_version=decision.policy_version)


def _ground(reason: Decided, state: ConversationState, *, bare: bool) -> Ground:
    may = state.turn is not None and "text" in state.turn.senses
    shown = () if bare else (one for one in reason.evidence if may or one.kind != "estimate")
    return Ground(reason.name, reason.says, reason.weight, tuple(_proof(one, state) for one in shown))


def _proof(evidence: Evidence, state: ConversationState) -> Proof:
    at = evidence.turn
    place = state.places[at] if at is not None and at < len(state.places) else None
    return Proof(evidence.kind, evidence.value, place, evidence.probability)


def _reach(acts: Acts, *, masked: bool) -> Iterator[Reach]:
    """Where they are reached, whatever the handoff is about; masked, that they can be, and in which way."""
    for one in reached(acts):
        yield msgspec.structs.replace(one, address=PLACEHOLDERS[one.kind], wish="") if masked else one


def _asked(acts: Acts) -> Iterator[Asked]:
    for place, at, record in acts:
        if isinstance(record, TurnRecord) and record.reading.turn.is_customer:
            text, language = record.reading.turn.text, record.reading.language or record.language
            yield from (Asked(place, at, words) for words in asks_for_human(text, language)[:1])
        elif isinstance(record, HandoffRecord) and _pressed(record):
            yield Asked(place, at)


def _pressed(record: HandoffRecord) -> bool:
    """Whether the person asked without a word."""
    return record.state == "queued" and record.reason == "asked" and record.message is not None


def _deadlines(state: ConversationState, house: House) -> Iterator[Due]:
    row = standing(state, house)
    if row is None:
        return
    clocks: tuple[tuple[Clock | Literal["timeout"], dt.datetime | None], ...] = (
        ("answer", row.answer_due),
        ("update", row.update_due),
        ("resolve", row.resolve_due),
        ("timeout", row.timeout_due),
    )
    yield from sorted((Due(clock, at) for clock, at in clocks if at is not None), key=lambda due: due.at)


def _first_line(state: ConversationState, house: House, *, crisis: bool) -> Suggested:
    handoff = state.handoff
    waited = handoff is not None and (handoff.state == "timed_out" or "answer" in handoff.overdue)
    met = exchanges(state.readings, known=state.exchanges)
    waiting = met[-1] if met else None
    places = waiting.customer if waiting else ()
    found = {cue.name for at in places for cue in state.readings[at].cues}
    estimated = state.turn is not None and bool(state.turn.senses)
    words = first_line(
        beginning(handoff.reason if handoff else "", crisis=crisis, waited=waited),
        Occasion(
            need=round(_LARGEST_NEED * waiting.need.value) if waiting and estimated else 0,
            situations=frozenset(found & set(SITUATIONS)) - {"grateful"},
            channel=_limits(state).channel,
            address=house.address,
            earlier=state.said,
        ),
        locale=state.language or house.locale,
        rng=Random(f"{state.conversation_id}\x1f{handoff.place if handoff else 0}"),
        earlier=state.said,
    )
    return Suggested(words.text, words.locale)


def _limits(state: ConversationState) -> Limits:
    channel: ChannelKind = state.turn.channel if state.turn else "chat"
    return Limits(channel, LIMITS[channel], channel in SHOWS_LINKS)
