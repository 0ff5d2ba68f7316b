"""How far two people agree who judged the same without seeing each other: agreement, kappa, and how sure that is.

It tells how clear a rule is, or how hard a case; it is no measure of a person, and is given for no pair of names.
"""

import math
from collections.abc import Hashable, Sequence
from typing import Literal, TypeVar

import msgspec

LEAST = 20
"""Pairs below which no figure is given: an interval would span most of the scale."""
_Z = 1.959964
"""Quantile of the normal distribution for an interval of 95 %."""

Weights = Literal["nominal", "ordinal"]
"""`nominal`: two verdicts are the same or not. `ordinal`: on a scale, where neighbours nearly agree (quadratic)."""

_Value = TypeVar("_Value", bound=Hashable)
_Matrix = list[list[float]]


class Interval(msgspec.Struct, frozen=True):
    """A figure with its interval of 95 %."""

    value: float
    low: float
    high: float


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement over some pairs.

    Attributes:
        pairs: how many there are, >= `LEAST`.
        same: share of pairs that are the very same, [0, 1]; Wilson's interval.
        kappa: what is left of agreement once chance is taken away, [-1, 1]; None where all gave one and the same
            verdict, for then chance explains all of it.
    """

    pairs: int
    same: Interval
    kappa: Interval | None


def agreement(
    pairs: Sequence[tuple[_Value, _Value]], scale: Sequence[_Value], weights: Weights = "nominal"
) -> Agreement | None:
    """Agreement of two judgements of each of some things; None for fewer than `LEAST` pairs.

    Args:
        pairs: the first and the second judgement of each, from `scale`.
        scale: all that can be said; in order, where the weights are ordinal.

    Source: Cohen (1960, 1968); the variance is that of Fleiss, Cohen and Everitt (1969); Wilson (1927).

    >>> ten = [("yes", "yes")] * 9 + [("no", "no")] * 9 + [("yes", "no"), ("no", "yes")]
    >>> found = agreement(ten, ["yes", "no"])
    >>> found.same.value, round(found.kappa.value, 2)
    (0.9, 0.8)
    >>> agreement(ten[:19], ["yes", "no"]) is None
    True
    """
    if len(pairs) < LEAST:
        return None
    same = sum(one == other for one, other in pairs) / len(pairs)
    return Agreement(pairs=len(pairs), same=proportion(same, len(pairs)), kappa=_kappa(pairs, scale, weights))


def proportion(share: float, n: int) -> Interval:
    """A share of so many with its 95 % interval.

    Args:
        share: [0, 1].
        n: > 0.

    Source: Wilson (1927).

    >>> found = proportion(0.5, 20)
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (0.5, 0.3, 0.7)
    """
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return Interval(share, max(middle - half, 0.0), min(middle + half, 1.0))


def _kappa(pairs: Sequence[tuple[_Value, _Value]], scale: Sequence[_Value], weights: Weights) -> Interval | None:
    size, n = range(len(scale)), len(pairs)
    at = {value: place for place, value in enumerate(scale)}
    shares: _Matrix = [[0.0 for _ in size] for _ in size]
    for one, other in pairs:
        shares[at[one]][at[other]] += 1 / n
    rows = [sum(shares[i]) for i in size]
    columns = [sum(shares[i][j] for i in size) for j in size]
    weight = [[_weight(i, j, len(scale), weights) for j in size] for i in size]
    observed = sum(weight[i][j] * shares[i][j] for i in size for j in size)
    chance = sum(weight[i][j] * rows[i] * columns[j] for i in size for j in size)
    if math.isclose(chance, 1.0):
        return None
    by_row = [sum(weight[i][j] * columns[j] for j in size) for i in size]
    by_column = [sum(weight[i][j] * rows[i] for i in size) for j in size]
    spread = sum(
        shares[i][j] * (weight[i][j] * (1 - chance) - (by_row[i] + by_column[j]) * (1 - observed)) ** 2
        for i in size
        for j in size
    )
    centre = observed * chance - 2 * chance + observed
    error = math.sqrt(max(spread - centre**2, 0.0) / n) / (1 - chance) ** 2
    value = (observed - chance) / (1 - chance)
    return Interval(value, max(value - _Z * error, -1.0), min(value + _Z * error, 1.0))


def _weight(one: int, other: int, size: int, weights: Weights) -> float:
    if weights == "nominal":
        return float(one == other)
    return 1.0 - ((one - other) / max(size - 1, 1)) ** 2
