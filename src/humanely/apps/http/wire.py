"""What travels over HTTP. Types that people of the inside already name well travel as they are."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.affect.cues import Cue
from humanely.affect.reading import Crisis, LanguageStatus
from humanely.apps.serving.asked import Replayed
from humanely.decision.decision import Action, Alternative, Approach, Decision, Handoff, Reason
from humanely.decision.moment import Sense
from humanely.pipeline.acting import Placed
from humanely.pipeline.arrival import Feeling, Writer
from humanely.pipeline.outcome import Outcome
from humanely.response.channel import ChannelKind
from humanely.response.finding import Verdict
from humanely.response.plan import Cause
from humanely.response.response import Message, Response, Source, Status
from humanely.signal.turn import Speaker
from humanely.store.records import ConsentRecord, Scale, TurnRecord
from humanely.trust.consent import Act, ConsentText, How, Purpose
from humanely.trust.consent import Sense as ConsentSense

MOST_TEXT = 20_000
LARGEST_PLACE = 2**63 - 1

Id = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(min_length=1, max_length=MOST_TEXT)]
Note = Annotated[str, Meta(max_length=2_000)]
Tag = Annotated[str, Meta(min_length=1, max_length=100)]
Locale = Annotated[str, Meta(max_length=35, pattern="^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")]
Place = Annotated[str, Meta(pattern="^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Zone = Annotated[str, Meta(max_length=64, pattern="^[A-Za-z][A-Za-z0-9_+/-]*$")]
Fact = Annotated[str, Meta(min_length=1, max_length=2_000)] | None
LedgerId = Annotated[str, Meta(pattern="^(0|[1-9][0-9]{0,17})$")]
"""An index of the ledger, in decimal; it names the turn, decision or response recorded there."""


class In(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What comes in: a field that is not known is refused, so that no wish goes unheard."""


class Facts(In, frozen=True, kw_only=True, omit_defaults=True):
    """What is known and may be told, each as it is to be read: `"20 €"`, `"on Friday"`."""

    answer: Fact = None
    status: Fact = None
    amount: Fact = None
    date: Fact = None
    deadline: Fact = None
    number: Fact = None
    place: Fact = None
    phone: Fact = None
    link: Fact = None


class ArrivingTurn(In, frozen=True, kw_only=True):
    """A turn of somebody, with all that the channel says of it.

    Attributes:
        conversation_id: as the channel names it; free text.
        person_id: as the channel names the customer; free text. A turn of staff names the customer it is for.
        text: as it was said.
        speaker: who said it.
        channel: by which the answer travels.
        locale: of the channel, a language tag; the language of the words comes first.
        place: where the person is, ISO 3166-1 or -2; leave it out where the channel does not know.
        zone: the person's IANA time zone.
        tags: journeys and marks, such as `refund`, `vulnerable` or `decision:ban`.
        feeling: what the person says they feel; it outranks every estimate.
        noticed: the channel has told the person that feelings may be estimated.
        minor: the person is known to be under age.
        offers: what the journey would propose, by name.
        facts: what is known and may be told.
        cause: where the trouble came from, if you know it.
        writer: who writes the answer: `house` as it is set up; `caller` brings a draft that is checked; `nobody`.
    """

    conversation_id: Id
    person_id: Id
    text: Text
    speaker: Speaker = Speaker.CUSTOMER
    channel: ChannelKind = "chat"
    locale: Locale | None = None
    place: Place | None = None
    zone: Zone | None = None
    tags: Annotated[frozenset[Tag], Meta(max_length=50)] = frozenset()
    feeling: Feeling | None = None
    noticed: bool = False
    minor: bool = False
    offers: Annotated[tuple[Tag, ...], Meta(max_length=20)] = ()
    facts: Facts = Facts()
    cause: Cause | None = None
    writer: Writer = "house"


class Affect(msgspec.Struct, frozen=True, kw_only=True):
    """What one message may feel like and what it says: an estimate of the message, not of the person.

    Attributes:
        language: ISO 639-1; null where the words do not tell it.
        language_status: how far an estimate in this language can be relied on.
        senses: those that ran; none where nothing may be estimated.
        confident: false where the estimate abstains from naming an emotion.
        emotions: 28 labels, calibrated probability each, [0, 1]; null where nothing was estimated.
        valence: unpleasant to pleasant, [-1, 1]; null where it cannot be told. What the person said outranks it.
        arousal: calm to excited, [0, 1]; null where it cannot be told.
        need: empathy called for, [0, 1]; null where it cannot be told.
        cues: what the message says of its situation, with the words that say it.
        crisis: whether a life may be at risk; null where it was not looked for.
        model: which model made the estimate.
    """

    language: str | None
    language_status: LanguageStatus
    senses: tuple[Sense, ...]
    confident: bool
    emotions: dict[str, float] | None
    valence: float | None
    arousal: float | None
    need: float | None
    cues: tuple[Cue, ...]
    crisis: Crisis | None
    model: str


def affect(record: TurnRecord, need: float | None) -> Affect:
    """What is told of a turn as it was read."""
    reading = record.reading
    return Affect(
        language=record.language,
        language_status=record.language_status,
        senses=record.senses,
        confident=reading.confident,
        emotions={name: round(value, 4) for name, value in reading.emotions.items()} if reading.emotions else None,
        # What is heard in words without leave to estimate says nothing of a feeling.
        valence=reading.felt if record.senses else None,
        arousal=reading.arousal,
        need=need,
        cues=reading.cues,
        crisis=record.crisis,
        model=record.model,
    )


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What to do next in the conversation, and why.

    Attributes:
        id: asks for its reasons in words at `/v1/decisions/{decision_id}/why`.
        action: what to do.
        approach: how, by the risk of the moment.
        reasons: the leading one first.
        alternatives: actions that were called for, too.
        confidence: how sure the evidence of the decision is, [0, 1]. Not how good the decision is.
        policy_version: name and short hash of the policy in effect.
        crisis: of the newest message, where it fired.
        handoff: how it goes to a human, where the action is `handoff`.
    """

    id: LedgerId
    action: Action
    approach: Approach
    reasons: tuple[Reason, ...]
    alternatives: tuple[Alternative, ...]
    confidence: float
    policy_version: str
    crisis: Crisis | None = None
    handoff: Handoff | None = None


def decided(place: int, decision: Decision) -> Decided:
    """A decision with its place."""
    fields = {name: getattr(decision, name) for name in decision.__struct_fields__}
    return Decided(id=str(place), **fields)


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What the person gets.

    Attributes:
        status: `sent`: show the messages; `held`: a human looks at `draft` first, and the messages say so; `silent`:
            say nothing; `pending`: it is still being written.
        text: all messages in one, for a channel with one bubble.
        messages: in order; each names its author, which has to stay with it.
        source: where the last of them came from.
        draft: what was written and waits for a human to look at.
        check: the verdict on what was written, or on what was refused.
    """

    status: Status
    text: str
    messages: tuple[Message, ...]
    source: Source | None = None
    draft: str | None = None
    check: Verdict | None = None


def answered(response: Response) -> Answered:
    """What is told of a response."""
    return Answered(
        status=response.status,
        text=response.text,
        messages=response.messages,
        source=response.source,
        draft=response.draft,
        check=response.check,
    )


class ConsentAsked(msgspec.Struct, frozen=True):
    """A consent to ask the person for, together with this answer; no answer is a no.

    Attributes:
        purpose: what their words would be used for.
        version, locale: to send back with what they say.
        text: to show, word for word; empty where `GET /v1/people/{person_id}/consents` has to be asked for it.
    """

    purpose: Purpose
    version: str
    locale: str
    text: str


class TakenTurn(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that is recorded, with what it came to.

    Attributes:
        id: of the turn.
        conversation_id: as it was given.
        affect: what the message may feel like.
        decision: null for a turn of staff or of another machine.
        response: null for a turn of staff or of another machine.
        asks: consents to ask the person for together with this answer.
        shown: empathy the answer shows, [0, 1]; null where it cannot be told.
        gap: need minus shown; above 0 too little.
        asks: consents to ask the person for, now.
    """

    id: LedgerId
    conversation_id: str
    affect: Affect
    decision: Decided | None = None
    response: Answered | None = None
    shown: float | None = None
    gap: float | None = None
    asks: tuple[ConsentAsked, ...] = ()


def taken(conversation_id: str, outcome: Outcome, texts: Iterable[ConsentText] = ()) -> TakenTurn:
    """What is told of a turn that was handled.

    Args:
        texts: those people are asked for consent with.
    """
    place, record = outcome.turn
    response = outcome.response[1] if outcome.response else None
    return TakenTurn(
        id=str(place),
        conversation_id=record.conversation_id,
        affect=affect(record, response.need if response else None),
        decision=decided(outcome.decision[0], outcome.decision[1].decision) if outcome.decision else None,
        response=answered(response.response) if response else None,
        shown=response.shown if response else None,
        gap=response.gap if response else None,
        asks=_asks(outcome.asks, texts),
    )


def _asks(records: Iterable[ConsentRecord], texts: Iterable[ConsentText]) -> tuple[ConsentAsked, ...]:
    words = {(one.purpose, one.version, one.locale): one.text for one in texts}
    return tuple(
        ConsentAsked(one.purpose, one.version, one.locale, words.get((one.purpose, one.version, one.locale), ""))
        for one in records
    )


class ArrivingAnswer(In, frozen=True, kw_only=True):
    """What you want to answer.

    Attributes:
        text: as the person would get it.
    """

    text: Text


class ArrivingOutcome(In, frozen=True, kw_only=True):
    """What came of a decision.

    Attributes:
        decision: its id.
        scale: what is measured: `csat` 1 to 5, `nps` 0 to 10, `effort` 1 to 7, all others 0 or 1.
        value: on that scale.
        note: in the person's words, if they gave any.
    """

    decision: LedgerId
    scale: Scale
    value: Annotated[float, Meta(ge=0, le=10)]
    note: Note = ""


class ArrivingConsent(In, frozen=True, kw_only=True):
    """What a person said about a consent, or that they were asked.

    Attributes:
        act: what happened.
        purpose: what their words would be used for.
        sense: where something would be read from.
        version, locale: of the text they were shown; empty where they said no without one.
        how: how their answer reached you.
    """

    act: Act
    purpose: Purpose
    sense: ConsentSense = ConsentSense.TEXT
    version: Annotated[str, Meta(max_length=100)] = ""
    locale: Annotated[str, Meta(max_length=35)] = ""
    how: How = How.API


class ArrivingCorrection(In, frozen=True, kw_only=True):
    """What a person says of a feeling that was estimated; what they say outranks the estimate from now on.

    Attributes:
        turn: id of the turn.
        feeling: what they say they felt; null takes the estimate away without another.
        note: in their own words.
    """

    turn: LedgerId
    feeling: Feeling | None
    note: Note = ""


class Confirmed(In, frozen=True, kw_only=True):
    """Nothing to say: the request itself is all."""


class Done(msgspec.Struct, frozen=True):
    """It is recorded.

    Attributes:
        id: place in the ledger.
        at: when it was recorded.
    """

    id: LedgerId
    at: dt.datetime


def done(placed: Placed) -> Done | Replayed:
    """What is told of something that was recorded."""
    told = Done(str(placed.index), placed.at)
    return Replayed(told) if placed.repeated else told
