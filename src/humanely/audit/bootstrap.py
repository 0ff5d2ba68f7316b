"""Intervals for exports of any size: the Poisson bootstrap, one conversation at a time.

Each conversation gets, once, a weight in every replicate, drawn from Poisson(1) by its own id.
A figure then keeps one running total per replicate, so memory does not grow with the export, the
order of conversations does not matter, and two figures can be compared replicate by replicate.

Source: Chamandy, Muralidharan, Najmi and Naidu, "Estimating Uncertainty for Massive Data Streams",
2012, section 4.
"""

import hashlib
import math

import numpy as np
import numpy.typing as npt

from humanely.audit.report import Figure

Floats = npt.NDArray[np.float64]

REPLICATES = 1000
LEVEL = 0.95
MIN_CONVERSATIONS = 10
"""A mean over fewer conversations is refused: it would say more about chance than about service."""


def weights(conversation_id: str) -> Floats:
    """How often each replicate draws this conversation.

    Returns:
        float64, shape (1 + REPLICATES,); the first is always 1 (the data as they are).
    """
    digest = hashlib.blake2b(conversation_id.encode("utf-8", "replace"), digest_size=8).digest()
    rng = np.random.Generator(np.random.SFC64(int.from_bytes(digest, "big")))
    drawn = np.empty(1 + REPLICATES)
    drawn[0] = 1.0
    drawn[1:] = rng.poisson(1.0, REPLICATES)
    return drawn


class RunningMean:
    """A mean over things that come in conversations (exchanges, turns), with its replicates."""

    def __init__(self) -> None:
        self.total: Floats = np.zeros(1 + REPLICATES)
        self.count: Floats = np.zeros(1 + REPLICATES)
        self.n = 0

    def add(self, drawn: Floats, total: float, count: float) -> None:
        """Take one conversation: the sum of its values, and how many there are."""
        if count <= 0:
            return
        self.total += drawn * total
        self.count += drawn * count
        self.n += 1

    def replicates(self) -> Floats:
        """The mean in every replicate, shape (1 + REPLICATES,); nan where a replicate drew nothing."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.total / self.count

    def figure(self, minimum: int = MIN_CONVERSATIONS) -> Figure:
        """The mean with its interval, or a refusal when too few conversations stand behind it."""
        if self.n < minimum:
            return refusal(self.n, minimum)
        return figure_of(self.replicates(), self.n)


def refusal(n: int, minimum: int) -> Figure:
    """A figure that is not given because too little stands behind it."""
    return Figure(
        None,
        None,
        None,
        n,
        refused=f"it takes {minimum} conversations that can be counted, and there {'is' if n == 1 else 'are'} {n}",
    )


def figure_of(replicates: Floats, n: int, level: float = LEVEL) -> Figure:
    """Value (the first entry) and percentile interval (the rest); nan replicates are left out."""
    value, drawn = float(replicates[0]), replicates[1:]
    drawn = drawn[np.isfinite(drawn)]
    if not math.isfinite(value) or drawn.size == 0:
        return Figure(None, None, None, n, refused="nothing varied enough to measure")
    tail = (1 - level) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Figure(value, float(low), float(high), n)


def share(hits: int, n: int, minimum: int = 1) -> Figure:
    """A share of conversations with its Wilson interval, which stays honest at 0 and at 1.

    Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.

    >>> figure = share(0, 40)
    >>> figure.value, figure.low, round(figure.high, 2)
    (0.0, 0.0, 0.09)
    """
    if n < minimum:
        return refusal(n, minimum)
    z = 1.959963984540054
    p = hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Figure(p, max(0.0, middle - half) if hits else 0.0, min(1.0, middle + half) if hits < n else 1.0, n)
