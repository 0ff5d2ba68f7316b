"""Does the gap hold in this very export? A smaller gap should go with a better next message.

Within each conversation, the change of the customer's valence from one message to the next is regressed on
what the answer between them showed, with the need and the valence before it held constant. Holding only the
valence constant would not do: need is a second, noisy reading of the same mood, so a large gap would go with
recovery (or decline) by itself. With the need held constant, one unit more shown is one unit less gap.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from humanely.audit.bootstrap import REPLICATES, Floats, figure_of, refusal
from humanely.audit.report import Figure, GapCheck
from humanely.audit.wording import interval, signed
from humanely.estimate import ReadConversation

MIN_CONVERSATIONS = 30
"""Conversations with at least two usable answers it takes before anything is said."""

SHUFFLES = 200
"""Times that what the answers showed is shuffled within each conversation, to see what chance alone gives."""


class Step(NamedTuple):
    """One answered message: what it was answered with, what it called for, and how it went on."""

    shown: float
    need: float
    before: float
    change: float


class Moments:
    """Sums of products within conversations, in several replicates at once.

    Attributes:
        sums: shape (4, 4, replicates): products of shown, need, before and change, each centred on the mean of
            its conversation.
        n: conversations taken.
    """

    def __init__(self, replicates: int) -> None:
        self.sums: Floats = np.zeros((4, 4, replicates))
        self.n = 0

    def add(self, products: Floats) -> None:
        """Take one conversation's products, shape (4, 4, replicates)."""
        self.sums += products
        self.n += 1

    def slopes(self) -> Floats:
        """Change of valence for one unit more gap, shape (replicates,); nan where nothing varied."""
        regressors = np.moveaxis(self.sums[:3, :3], 2, 0)
        found = np.full(self.sums.shape[2], np.nan)
        # Below this the three move together so closely that no slope of one alone can be told.
        told = np.linalg.cond(regressors) < 1e8
        target = np.moveaxis(self.sums[:3, 3], 1, 0)[..., np.newaxis]
        found[told] = -np.linalg.solve(regressors[told], target[told])[:, 0, 0]
        return found


class GapCheckTally:
    """Adds up the check, as the data are and with what was shown shuffled within each conversation."""

    def __init__(self) -> None:
        self.real, self.shuffled = Moments(1 + REPLICATES), Moments(SHUFFLES)

    def add(self, drawn: Floats, read: ReadConversation) -> None:
        """Take one conversation."""
        self.take(drawn, steps(read), read.conversation.conversation_id)

    def take(self, drawn: Floats, found: Sequence[Step], conversation_id: str) -> None:
        """Take one conversation's steps; fewer than two say nothing of what goes on within it."""
        if len(found) < 2:
            return
        centred = np.array(found) - np.mean(found, axis=0)
        self.real.add((centred.T @ centred)[:, :, np.newaxis] * drawn)
        orders = _shuffles(len(found), conversation_id)
        many = np.repeat(centred[np.newaxis], SHUFFLES, axis=0)
        many[:, :, 0] = centred[orders, 0]
        self.shuffled.add(np.einsum("rsi,rsj->ijr", many, many))

    def result(self) -> GapCheck:
        """The verdict in words: associated, no evidence, or cannot tell."""
        slope, shuffled = self._figures()
        if slope.value is None or slope.high is None or slope.low is None:
            return GapCheck("cannot tell", slope, shuffled, _cannot_tell(slope))
        size = f"{signed(slope.value)} of valence for one unit of gap, {interval(slope)}"
        if slope.high < 0 and shuffled.low is not None and slope.value < shuffled.low:
            return GapCheck(
                "associated",
                slope,
                shuffled,
                f"In this export a smaller gap is associated with a better next message ({size}; beyond what "
                f"{SHUFFLES} shuffles give). Associated, not caused: only an experiment can say more.",
            )
        turned = " If anything it points the other way." if slope.low > 0 else ""
        return GapCheck(
            "no evidence",
            slope,
            shuffled,
            f"This export holds no evidence that a smaller gap goes with a better next message ({size}).{turned} "
            "Read the gap here as a description of the answers, not as a promise of effect.",
        )

    def _figures(self) -> tuple[Figure, Figure]:
        n = self.real.n
        if n < MIN_CONVERSATIONS:
            return refusal(n, MIN_CONVERSATIONS), refusal(n, MIN_CONVERSATIONS)
        slope, shuffled = figure_of(self.real.slopes(), n), self.shuffled.slopes()
        if slope.value is None or np.isnan(shuffled).all():
            return slope, slope
        return slope, figure_of(np.concatenate([[np.nanmean(shuffled)], shuffled]), n)


def _cannot_tell(slope: Figure) -> str:
    what = "Whether a smaller gap goes with a better next message cannot be told from this export: "
    if slope.n < MIN_CONVERSATIONS:
        return (
            f"{what}it takes {MIN_CONVERSATIONS} conversations with two or more answered messages that call for "
            f"empathy, and {slope.n} have them."
        )
    return f"{what}what was called for, shown and felt hardly varies within its conversations."


def steps(read: ReadConversation) -> list[Step]:
    """Answered messages that call for empathy, with a message before and after whose valence can be told."""
    found = []
    for first, then in zip(read.exchanges, read.exchanges[1:], strict=False):
        before, after = read.readings[first.customer[-1]].felt, read.readings[then.customer[0]].felt
        if first.shown is not None and first.counts and before is not None and after is not None:
            found.append(Step(first.shown.value, first.need.value, before, after - before))
    return found


def _shuffles(n: int, conversation_id: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Orders drawn by the conversation's own id, shape (SHUFFLES, n): the same in every run."""
    digest = hashlib.blake2b(conversation_id.encode("utf-8", "replace"), digest_size=8, person=b"shuffle")
    rng = np.random.default_rng(int.from_bytes(digest.digest(), "big"))
    return rng.permuted(np.tile(np.arange(n), (SHUFFLES, 1)), axis=1)
