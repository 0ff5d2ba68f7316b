"""What came of conversations with and without a cold moment, where the export says so."""

import math

from humanely.audit.bootstrap import MIN_CONVERSATIONS, Floats, RunningMean, figure_of, refusal
from humanely.audit.report import Figure, Outcome
from humanely.audit.wording import interval, signed
from humanely.estimate import ReadConversation

NAMES = ("satisfaction", "resolved", "returned")
RATING_OF_TWO = 1.0
"""The top of a scale that says only good or bad; mixed with a longer scale, no mean makes sense."""


class OutcomeTally:
    """Means of each outcome, apart for conversations with and without a cold moment.

    Only conversations with an answered message that called for empathy count: the others could not have had
    a cold moment, and they end well for other reasons.
    """

    def __init__(self) -> None:
        self.means = {name: (RunningMean(), RunningMean()) for name in NAMES}
        self.lowest, self.highest = math.inf, -math.inf

    def add(self, drawn: Floats, read: ReadConversation) -> None:
        """Take one conversation."""
        counted = [e for e in read.exchanges if e.counts and e.gap is not None]
        if not counted:
            return
        cold = any(e.is_cold for e in counted)
        conversation = read.conversation
        if conversation.csat is not None:
            self.lowest = min(self.lowest, conversation.csat)
            self.highest = max(self.highest, conversation.csat)
        values = (conversation.csat, conversation.resolved, conversation.returned)
        for name, value in zip(NAMES, values, strict=True):
            if value is not None:
                self.means[name][cold].add(drawn, float(value), 1)

    def result(self) -> tuple[Outcome, ...]:
        """One entry for each outcome the export carries; ratings on two scales at once are left out."""
        mixed = self.lowest < RATING_OF_TWO < self.highest
        return tuple(
            _outcome(name, with_cold, without)
            for name, (without, with_cold) in self.means.items()
            if (with_cold.n or without.n) and not (mixed and name == "satisfaction")
        )


def _outcome(name: str, with_cold: RunningMean, without: RunningMean) -> Outcome:
    fewest = min(with_cold.n, without.n)
    if fewest < MIN_CONVERSATIONS:
        difference = refusal(fewest, MIN_CONVERSATIONS)
    else:
        difference = figure_of(with_cold.replicates() - without.replicates(), with_cold.n + without.n)
    return Outcome(
        name,
        with_cold.figure(),
        without.figure(),
        difference,
        _sentence(name, with_cold, without, difference),
    )


def _sentence(name: str, with_cold: RunningMean, without: RunningMean, difference: Figure) -> str:
    if difference.value is None or difference.low is None or difference.high is None:
        return (
            f"Whether “{name}” differs after a cold moment cannot be told: {with_cold.n} conversations with one and "
            f"{without.n} without carry it; it takes {MIN_CONVERSATIONS} of each."
        )
    size = f"{signed(difference.value)}, {interval(difference)}"
    if difference.low <= 0 <= difference.high:
        return f"“{name.capitalize()}” after a cold moment does not differ beyond chance ({size})."
    side = "lower" if difference.value < 0 else "higher"
    return (
        f"“{name.capitalize()}” is {side} where there was a cold moment ({size}). Associated, not caused: what is hard "
        "to solve may bring both."
    )
