"""A figure of merit on test rows, with what it would have been on other rows like them.

Every figure is drawn anew 300 times with the rows that its name and number of rows decide. So two generations
measured apart are drawn on the same rows: means over seeds and differences are made from the draws alone.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

DRAWS = 300
RULE_OF_THREE = 3.0
"""Nothing seen in n rows: with 95 % the rate is below 3/n. Source: Hanley and Lippman-Hand (1983)."""

Rows = NDArray[np.int64]
Measure = Callable[[Rows], float]


class Measured(msgspec.Struct, frozen=True):
    """A figure that was taken.

    Attributes:
        set: the test set.
        part: of the set: a language, a label, a kind; ``all`` for the whole.
        measure: what was measured.
        value: on all rows.
        draws: on rows drawn with replacement, `DRAWS` of them.
        rows: how many there are, > 0.
        higher: whether higher is better.
        share: whether it is a share of the rows, so that none and all still have an interval.
        scale: what a share of 1 is told as.
    """

    set: str
    part: str
    measure: str
    value: float
    draws: tuple[float, ...]
    rows: int
    higher: bool = True
    share: bool = False
    scale: float = 1.0

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other figures."""
        return self.set, self.part, self.measure


@dataclass(frozen=True)
class Figure:
    """A figure to take: `of` gives it for some rows."""

    set: str
    part: str
    measure: str
    rows: int
    of: Measure
    higher: bool = True
    share: bool = False
    scale: float = 1.0

    def take(self) -> Measured:
        """Measure it on all rows and on the draws."""
        name = f"{self.set}/{self.part}/{self.measure}"
        rng = np.random.default_rng([zlib.crc32(name.encode()), self.rows])
        draws = tuple(float(self.of(rng.integers(0, self.rows, self.rows))) for _ in range(DRAWS))
        value = float(self.of(np.arange(self.rows)))
        kind = self.higher, self.share, self.scale
        return Measured(self.set, self.part, self.measure, value, draws, self.rows, *kind)


def share(  # the name, and what happened
    set_: str, part: str, measure: str, happened: NDArray[np.bool_], *, higher: bool = True
) -> Figure:
    """The share of rows of which something is true."""
    known = np.asarray(happened, dtype=np.float64)
    return Figure(set_, part, measure, len(known), lambda rows: float(known[rows].mean()), higher, share=True)


@dataclass(frozen=True)
class Score:
    """A figure with its 95 % interval, and what the seeds gave one by one."""

    value: float
    low: float
    high: float
    rows: int
    each: tuple[float, ...] = ()

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def score(*measured: Measured) -> Score:
    """The mean of one figure over generations, usually seeds, with its interval.

    Each draw takes rows with replacement and, of several generations, as many of them with replacement; the
    interval is that of the draws about their mean, laid about the value.

    Args:
        measured: the same figure of each generation, at least one.
    """
    values = np.array([one.value for one in measured])
    draws = np.array([one.draws for one in measured])
    count = len(measured)
    rng = np.random.default_rng(count)
    picked = rng.integers(0, count, (count, draws.shape[1]))
    mixed = np.take_along_axis(draws, picked, axis=0).mean(axis=0)
    value = float(values.mean())
    low, high = value + np.quantile(mixed, (0.025, 0.975)) - mixed.mean()
    low, high = _inside(measured[0], draws, value, float(low), float(high))
    return Score(value, low, high, measured[0].rows, tuple(values.tolist()) if count > 1 else ())


def _inside(one: Measured, draws: NDArray[np.float64], value: float, low: float, high: float) -> tuple[float, float]:
    """Keep to what is possible; a share has some width even where all rows agree."""
    room = one.scale * RULE_OF_THREE / one.rows
    if one.share and value >= one.scale:
        low = one.scale - room
    if one.share and value <= 0.0:
        high = room
    if draws.min() >= 0.0 and draws.max() <= one.scale:
        low, high = max(low, 0.0), min(high, one.scale)
    return low, high


def differ(old: Measured, new: Measured) -> tuple[float, float]:
    """How much better the new is, and the standard error of that, both on the same rows."""
    sign = 1.0 if new.higher else -1.0
    gain = np.array(new.draws) - np.array(old.draws)
    return sign * (new.value - old.value), float(gain.std(ddof=1))


def by_key(measured: Sequence[Measured]) -> dict[tuple[str, str, str], Measured]:
    """Figures by what tells them apart."""
    return {one.key: one for one in measured}
