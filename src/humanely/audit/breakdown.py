"""Who is served worse: the gap by group, language, channel and journey, with honest intervals."""

from collections.abc import Mapping

import numpy as np

from humanely.audit.bootstrap import LEVEL, MIN_CONVERSATIONS, figure_of, share
from humanely.audit.report import Breakdown, Figure, Slice, Verdict
from humanely.audit.tally import MeanTally
from humanely.audit.wording import signed


def breakdown(by: str, slices: Mapping[str, MeanTally]) -> Breakdown | None:
    """Compare each slice with all the others; None when the column has fewer than two names.

    A slice is called worse only if the interval of its difference to the rest lies above zero after
    Bonferroni's correction for the number of slices compared.
    """
    if len(slices) < 2:
        return None
    ordered = sorted(slices.items(), key=lambda item: (-item[1].gap.n, item[0]))
    told = [(name, tally) for name, tally in ordered if tally.gap.n >= MIN_CONVERSATIONS]
    worse = [
        (name, difference)
        for name, tally in told
        if len(told) > 1
        and (difference := _difference(tally, told, level=1 - (1 - LEVEL) / len(told))).low is not None
        and difference.low > 0
    ]
    verdict = _verdict(len(told), bool(worse))
    return Breakdown(
        by,
        verdict,
        _sentence(by, len(told), worse),
        tuple(_slice(n, t) for n, t in ordered),
        worse=tuple(name for name, _ in worse),
        difference=max((difference.value or 0.0 for _, difference in worse), default=0.0),
    )


def _slice(name: str, tally: MeanTally) -> Slice:
    return Slice(
        name,
        tally.conversations,
        tally.gap.figure(),
        tally.need.figure(),
        tally.shown.figure(),
        share(tally.cold, tally.gap.n, MIN_CONVERSATIONS),
    )


def _difference(tally: MeanTally, told: list[tuple[str, MeanTally]], *, level: float) -> Figure:
    """Mean gap of the slice minus that of the other slices, replicate by replicate."""
    others = [other for _, other in told if other is not tally]
    total = np.sum([other.gap.total for other in others], axis=0)
    count = np.sum([other.gap.count for other in others], axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return figure_of(tally.gap.replicates() - total / count, tally.gap.n, level)


def _verdict(told: int, worse: bool) -> Verdict:
    if told < 2:
        return Verdict.CANNOT_TELL
    return Verdict.FOUND if worse else Verdict.NOT_FOUND


def _sentence(by: str, told: int, worse: list[tuple[str, Figure]]) -> str:
    if told < 2:
        return (
            f"Whether some {by} is served worse cannot be told: fewer than two have the "
            f"{MIN_CONVERSATIONS} conversations it takes."
        )
    if not worse:
        return (
            f"No {by} is served worse than the others beyond what chance explains, among the {told} with enough "
            "conversations. That is not proof of equal service."
        )
    named = "; ".join(
        f"“{name}” has a gap {difference.value or 0:.2f} above the rest (interval {signed(difference.low or 0)} to "
        f"{signed(difference.high or 0)}, widened for the number compared)"
        for name, difference in worse
    )
    caution = " How well we read differs by language, too: compare with care." if by == "language" else ""
    return f"Served worse by {by}: {named}.{caution}"
