"""One turn on its way: what came, what stands, what was decided, all that an answer is made from."""

import datetime as dt

import msgspec

from humanely.affect.labels import SITUATIONS
from humanely.context.exchange import Exchange
from humanely.decision.decision import Decision
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.house import House
from humanely.response.faq import Help as Layer
from humanely.response.faq import Match, layered
from humanely.response.plan import Cause, Occasion, Topic
from humanely.response.situation import Situation
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState

_TOPICS: tuple[Topic, ...] = (
    "order", "refund", "access", "payment", "delivery", "course", "certificate", "appointment", "account", "fault",
)  # fmt: skip
_TROUBLE = frozenset({"frustrated", "attempt_failed", "repeats", "complains", "threatens_to_leave", "abusive"})
_LARGEST_NEED = 3
_CLEAR_NEED = 2


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A customer's turn that was decided on.

    Attributes:
        state: the conversation with this turn, folded into exchanges.
        match: the entry of the FAQ that may answer; None where none does.
    """

    arrival: Arrival
    state: ConversationState
    decision: Decision
    match: Match | None
    now: dt.datetime

    @property
    def exchange(self) -> Exchange | None:
        """That waits for an answer; None where nothing new was said."""
        return self.state.exchanges[-1] if self.state.exchanges else None

    @property
    def locale(self) -> str | None:
        """The language to answer in: that of the last message, else that of the channel."""
        return self.state.language or self.arrival.locale

    @property
    def need(self) -> int:
        """Empathy called for: 0 none, 1 light, 2 clear, 3 strong."""
        return round(_LARGEST_NEED * self.exchange.need.value) if self.exchange else 0

    @property
    def situations(self) -> frozenset[str]:
        """Of `SITUATIONS`, those that the waiting messages are read as."""
        places = self.exchange.customer if self.exchange else ()
        cues = (cue for at in places for cue in self.state.readings[at].cues)
        return frozenset(cue.name for cue in cues if cue.name in SITUATIONS)

    @property
    def help(self) -> Layer | None:
        """What the FAQ says now, at the tier that is due; None where it has nothing more to say."""
        if self.match is None:
            return None
        layer = layered(self.match.entry, self.state.told.get(self.match.entry.question, 0))
        return None if layer.tier == "person" else layer


def occasion(case: Case, house: House) -> Occasion:
    """What a composed reply has to meet."""
    situations, layer = case.situations, case.help
    asks_back = case.decision.action == "clarify"
    facts = dict(case.arrival.facts)
    if layer is not None and not asks_back:
        facts.setdefault("answer", layer.text)
    return Occasion(
        need=case.need,
        topic=next((topic for topic in _TOPICS if topic in case.state.tags), "other"),
        situations=situations,
        attempts=sum(reason.name in {"failed_attempt", "failed_attempts"} for reason in case.decision.reasons),
        cause=case.arrival.cause or _cause(case.need, situations),
        step="clarify" if asks_back else "none",
        facts=facts,
        channel=case.arrival.channel,
        address=house.address,
        person_free=house.humans_free(case.now),
        earlier=case.state.said,
    )


def _cause(need: int, situations: frozenset[str]) -> Cause:
    """Nobody has told: where there is trouble its cause is not known yet, and is not made up."""
    return "unknown" if need >= _CLEAR_NEED and situations & _TROUBLE else "none"


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
        facts=(*case.arrival.facts.values(), *((layer.text,) if layer else ()), *case.arrival.offers, *case.arrival.knows),
        persona=house.name,
        channel=case.arrival.channel,
        human_speaking=case.state.human_present,
        handoff_decided=case.decision.action == "handoff",
    )


def _waiting(case: Case) -> tuple[int, ...]:
    return case.exchange.customer if case.exchange else ()
