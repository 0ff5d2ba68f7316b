"""Does the gap hold in this very export? A smaller gap should go with a better next message.

Within each conversation, the change of the customer's valence from one message to the next is regressed on
the gap of the answer between them and on the valence before it. The valence before is held constant because
a very unhappy message calls for much (a larger gap) and is, by chance alone, often followed by a milder one.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from humanely.audit.bootstrap import REPLICATES, Floats, figure_of, refusal
from humanely.audit.report import Figure, GapCheck
from humanely.audit.wording import interval, signed
from humanely.pipeline import ReadConversation

MIN_CONVERSATIONS = 30
"""Conversations with at least two usable answers it takes before anything is said."""


class Step(NamedTuple):
    """One answered message: the gap, the valence before, and the change to the next message."""

    gap: float
    before: float
    change: float


class Moments:
    """Running sums of squares and products within conversations, with their replicates."""

    def __init__(self) -> None:
        self.sums: Floats = np.zeros((5, 1 + REPLICATES))
        self.n = 0

    def add(self, drawn: Floats, steps: Sequence[Step]) -> None:
        """Take one conversation's steps, centred on their own mean."""
        centred = np.array(steps) - np.mean(steps, axis=0)
        gap, before, change = centred.T
        products = (gap @ gap, gap @ before, before @ before, gap @ change, before @ change)
        self.sums += np.outer(products, drawn)
        self.n += 1

    def slope(self) -> Figure:
        """Change of valence for one unit of gap, the valence before held constant."""
        if self.n < MIN_CONVERSATIONS:
            return refusal(self.n, MIN_CONVERSATIONS)
        gg, gb, bb, gc, bc = self.sums
        with np.errstate(invalid="ignore", divide="ignore"):
            slopes = (bb * gc - gb * bc) / (gg * bb - gb * gb)
        return figure_of(slopes, self.n)


class GapCheckTally:
    """Adds up the check, once as the data are and once with the gaps shuffled within each conversation."""

    def __init__(self) -> None:
        self.real, self.shuffled = Moments(), Moments()

    def add(self, drawn: Floats, read: ReadConversation) -> None:
        """Take one conversation; those with fewer than two usable answers say nothing."""
        found = steps(read)
        if len(found) < 2:
            return
        self.real.add(drawn, found)
        order = _shuffle(len(found), read.conversation.conversation_id)
        self.shuffled.add(
            drawn, [step._replace(gap=found[other].gap) for step, other in zip(found, order, strict=True)]
        )

    def result(self) -> GapCheck:
        """The verdict in words: associated, no evidence, or cannot tell."""
        slope, shuffled = self.real.slope(), self.shuffled.slope()
        if slope.value is None or slope.high is None or slope.low is None:
            return GapCheck(
                "cannot tell",
                slope,
                shuffled,
                "Whether a smaller gap goes with a better next message cannot be told from this export: it takes "
                f"{MIN_CONVERSATIONS} conversations with two or more answered messages that call for empathy, and "
                f"{slope.n} have them.",
            )
        size = f"{signed(slope.value)} of valence for one unit of gap, {interval(slope)}"
        if slope.high < 0 and not _beyond(slope, shuffled):
            return GapCheck(
                "no evidence",
                slope,
                shuffled,
                f"A smaller gap goes with a better next message here ({size}), but gaps shuffled by chance do as "
                "well, so this export holds no evidence for it.",
            )
        if slope.high < 0:
            return GapCheck(
                "associated",
                slope,
                shuffled,
                f"In this export a smaller gap is associated with a better next message ({size}; with shuffled gaps "
                f"{signed(shuffled.value or 0)}). Associated, not caused: only an experiment can say more.",
            )
        turned = " If anything it points the other way." if slope.low > 0 else ""
        return GapCheck(
            "no evidence",
            slope,
            shuffled,
            f"This export holds no evidence that a smaller gap goes with a better next message ({size}).{turned} "
            "Read the gap here as a description of the answers, not as a promise of effect.",
        )


def steps(read: ReadConversation) -> list[Step]:
    """Answered messages with a gap, and a customer message before and after whose valence can be told."""
    found = []
    for first, then in zip(read.exchanges, read.exchanges[1:], strict=False):
        before, after = read.readings[first.customer[-1]].felt, read.readings[then.customer[0]].felt
        if first.gap is not None and first.counts and before is not None and after is not None:
            found.append(Step(first.gap, before, after - before))
    return found


def _beyond(slope: Figure, shuffled: Figure) -> bool:
    """The slope lies beyond what shuffled gaps give."""
    return slope.value is not None and (shuffled.low is None or slope.value < shuffled.low)


def _shuffle(n: int, conversation_id: str) -> list[int]:
    """An order drawn by the conversation's own id: the same in every run."""
    digest = hashlib.blake2b(conversation_id.encode("utf-8", "replace"), digest_size=8, person=b"shuffle")
    order: list[int] = np.random.default_rng(int.from_bytes(digest.digest(), "big")).permutation(n).tolist()
    return order
