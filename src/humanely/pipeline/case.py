"""One turn on its way: what came, what stands, what was decided, all that an answer is made from."""

import datetime as dt

import msgspec

from humanely.affect.labels import SITUATIONS
from humanely.affect.short_answers import ShortAnswer, language_of_name
from humanely.affect.small_talk import SmallTalk, language_of, small_talk
from humanely.context.exchange import Exchange
from humanely.decision.decision import Decision
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.house import House
from humanely.response.faq import Help as Layer
from humanely.response.faq import Match, layered
from humanely.response.plan import Cause, Occasion, Step, Topic
from humanely.response.situation import Situation
from humanely.response.topic import TOPICS, topic_of
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState

_TROUBLE = frozenset({"frustrated", "attempt_failed", "repeats", "complains", "threatens_to_leave", "abusive"})
_THANKS = frozenset({"grateful"})
"""All that is heard in small talk."""
_LARGEST_NEED = 3
CLEAR_NEED = 2


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A customer's turn that was decided on.

    Attributes:
        state: the conversation with this turn, folded into exchanges.
        match: the entry of the FAQ that may answer; None where none does.
        to_offer: what the person answers to a human who was offered just before; None where they say something else.
    """

    arrival: Arrival
    state: ConversationState
    decision: Decision
    match: Match | None
    now: dt.datetime
    to_offer: ShortAnswer | None = None

    @property
    def exchange(self) -> Exchange | None:
        """That waits for an answer; None where nothing new was said."""
        return self.state.exchanges[-1] if self.state.exchanges else None

    @property
    def locale(self) -> str | None:
        """The language to answer in: that of the person's words, were they but a greeting, else that of the channel."""
        said = [one.turn.text for one in reversed(self.state.readings) if one.turn.is_customer]
        told = (language_of(text) or language_of_name(text) for text in said)
        return self.state.language or next(filter(None, told), None) or self.arrival.locale

    @property
    def need(self) -> int:
        """Empathy called for: 0 none, 1 light, 2 clear, 3 strong; none where it may not be estimated."""
        return round(_LARGEST_NEED * self.exchange.need.value) if self.exchange and self.estimated else 0

    @property
    def estimated(self) -> bool:
        """How the newest message may feel was estimated, or said."""
        return self.state.turn is not None and bool(self.state.turn.senses)

    @property
    def situations(self) -> frozenset[str]:
        """Of `SITUATIONS`, those that the waiting messages are read as."""
        places = self.exchange.customer if self.exchange else ()
        cues = (cue for at in places for cue in self.state.readings[at].cues)
        return frozenset(cue.name for cue in cues if cue.name in SITUATIONS)

    @property
    def help(self) -> Layer | None:
        """What the FAQ says now, at the tier that is due; None where it has nothing more to say, or is not asked."""
        if self.match is None or small_talk_of(self.state) is not None:
            return None
        layer = layered(self.match.entry, self.state.told.get(self.match.entry.question, 0))
        return None if layer.tier == "person" else layer


def occasion(case: Case, house: House) -> Occasion:
    """What a composed reply has to meet."""
    layer, step, need, situations = case.help, _step(case), case.need, case.situations
    if step in {"greet", "close"}:
        need, situations = 0, situations & _THANKS
    facts = dict(case.arrival.facts)
    if layer is not None and step == "none":
        facts.setdefault("answer", layer.text)
    return Occasion(
        need=need,
        topic=_topic(case),
        situations=situations,
        attempts=sum(reason.name in {"failed_attempt", "failed_attempts"} for reason in case.decision.reasons),
        cause=case.arrival.cause or _cause(need, situations),
        step=step,
        facts=facts,
        channel=case.arrival.channel,
        address=house.address,
        person_free=house.humans_free(case.now),
        earlier=case.state.said,
    )


def small_talk_of(state: ConversationState) -> SmallTalk | None:
    """What the waiting messages do where they only greet, close the talk, ask who answers; None where they say more."""
    waiting = state.exchanges[-1] if state.exchanges else None
    if waiting is None or waiting.is_answered:
        return None
    return small_talk([state.readings[at].turn.text for at in waiting.customer], opens=len(state.exchanges) == 1)


def _step(case: Case) -> Step:
    if case.decision.action == "clarify":
        return "clarify"
    talk = small_talk_of(case.state) if case.decision.action == "reply" else None
    if talk == "asks_who":
        return "clarify" if len(case.state.exchanges) > 1 else "greet"
    return "greet" if talk == "greets" else "close" if talk == "closes" else "none"


def _topic(case: Case) -> Topic:
    """What it is about: as the conversation is tagged, else by the newest exchange whose words name something."""
    tagged = next((topic for topic in TOPICS if topic in case.state.tags), None)
    if tagged is not None:
        return tagged
    readings = case.state.readings
    told = ([readings[at].turn.text for at in one.customer] for one in reversed(case.state.exchanges))
    named = (topic_of(texts, case.locale) for texts in told)
    return next((topic for topic in named if topic != "other"), "other")


def _cause(need: int, situations: frozenset[str]) -> Cause:
    """Nobody has told: where there is trouble its cause is not known yet, and is not made up."""
    return "unknown" if need >= CLEAR_NEED and situations & _TROUBLE else "none"


def situation(case: Case, house: House) -> Situation:
    """What a draft is held against."""
    readings, layer = case.state.readings, case.help
    felt = [value for at in _waiting(case) if (value := readings[at].felt) is not None]
    return Situation(
        messages=case.state.messages,
        language=case.state.language,
        earlier=tuple(one.turn.text for one in readings if one.turn.is_customer),
        valence=min(felt, default=0.0),
        need=case.exchange.need.value if case.exchange else 0.0,
        crisis=case.decision.crisis is not None,
        vulnerable="vulnerable" in case.situations,
        sarcastic="sarcastic" in case.situations,
        previous_answers=tuple(one.turn.text for one in readings if one.turn.speaker is not Speaker.CUSTOMER),
        facts=(
            *case.arrival.facts.values(),
            *((layer.text,) if layer else ()),
            *case.arrival.offers,
            *case.arrival.knows,
        ),
        persona=house.name,
        channel=case.arrival.channel,
        human_speaking=case.state.human_present,
        handoff_decided=case.decision.action == "handoff",
    )


def _waiting(case: Case) -> tuple[int, ...]:
    return case.exchange.customer if case.exchange else ()
