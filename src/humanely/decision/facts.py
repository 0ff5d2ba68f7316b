"""What a moment says for one action or another: triggers, each with its evidence.

A trigger without evidence does not exist. Where the sense `text` is refused, or nothing but small talk was said,
feelings are not estimated and nothing that only a model read counts; what the person said in words is still heard.
"""

from collections.abc import Mapping

import msgspec

from humanely.decision.decision import Evidence
from humanely.decision.moment import Moment
from humanely.decision.signs import given, history, message
from humanely.decision.signs.seen import Marks, Seen, Thresholds


class Fact(msgspec.Struct, frozen=True):
    """A trigger that holds, with at least one piece of evidence."""

    trigger: str
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> float:
        """Probability of the surest evidence, [0, 1]."""
        return max(one.probability for one in self.evidence)


class Facts(msgspec.Struct, frozen=True):
    """What holds at a moment.

    Attributes:
        found: what holds, by trigger, in the order of `TRIGGERS`.
        doubt: probability of the most probable thing that would call for a human but was not believed, [0, 1].
    """

    found: Mapping[str, Fact]
    doubt: float = 0.0

    @property
    def names(self) -> frozenset[str]:
        """The triggers that hold."""
        return frozenset(self.found)

    def __contains__(self, trigger: str) -> bool:
        return trigger in self.found

    def __getitem__(self, trigger: str) -> Fact:
        return self.found[trigger]


_LOOKS: dict[str, message.Look] = {
    "crisis": given.crisis,
    "human_present": given.human_present,
    "nothing_new": given.nothing_new,
    "human_decision": given.human_decision,
    "asked": message.asked,
    "human_awaited": message.human_awaited,
    "failed_attempts": history.failed_attempts,
    "not_settled": history.not_settled,
    "sentiment_dip": history.sentiment_dip,
    "high_stakes": given.high_stakes,
    "vulnerable": message.vulnerable,
    "language_off": message.language_off,
    "low_confidence_again": message.low_confidence_again,
    "low_confidence": message.low_confidence,
    "abuse_again": history.abuse_again,
    "abuse": message.situation("abusive"),
    "distress": message.distress,
    "said_bad": message.said_bad,
    "failed_attempt": history.failed_attempt,
    "sarcasm": message.situation("sarcastic"),
    "clear_need": message.clear_need,
    "repeats": history.repeats,
    "left_open": history.left_open,
    "wants_facts_only": message.situation("wants_facts_only"),
    "open_question": message.situation("open_question"),
    "grateful": message.grateful,
    "offer_open": given.offer_open,
    "message": message.message,
    "peer_question": given.peer_question,
    "many_senses": given.many_senses,
    "sensitive_setting": given.sensitive_setting,
    "crisis_before": given.crisis_before,
    "sense_refused": given.sense_refused,
    "nobody_free": given.nobody_free,
}

TRIGGERS: tuple[str, ...] = (*_LOOKS, "offers_removed")
"""All triggers. ``offers_removed`` is not looked for: `humanely.decision.decide` adds it when a rule removes offers."""


def facts(moment: Moment, thresholds: Thresholds, marks: Marks) -> Facts:
    """The triggers that hold at a moment, with their evidence.

    Args:
        moment: what is known.
        thresholds: from where on something counts.
        marks: what tags and settings mean.
    """
    places = moment.newest.customer if moment.newest else ()
    run = tuple(moment.readings[at] for at in places)
    may_estimate = not moment.small_talk and not moment.rulings.refuses("text")
    seen = Seen(moment, thresholds, marks, run, may_estimate=may_estimate)
    found = ((trigger, tuple(look(seen))) for trigger, look in _LOOKS.items())
    return Facts({trigger: Fact(trigger, evidence) for trigger, evidence in found if evidence}, message.doubt(seen))
