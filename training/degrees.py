"""Degrees as cumulative steps, the form in which the heads learn them."""

from collections.abc import Mapping

from humanely.affect.labels import ANSWER, KINDS


def steps(value: int, most: int) -> list[float]:
    """An ordinal value as cumulative steps.

    Args:
        value: in [0, most].
        most: the highest degree.

    >>> steps(2, 3)
    [1.0, 1.0, 0.0]
    """
    return [float(value >= step) for step in range(1, most + 1)]


def answer_target(known: Mapping[str, int] | None) -> list[float]:
    """The outputs of `humanely.affect.labels.ANSWER` in their order; noughts where nothing is known.

    Args:
        known: degree of each kind, 0 to 2; promise and each mark, 0 or 1.
    """
    known = known or {}
    degrees = [step for kind in KINDS for step in steps(known.get(kind, 0), 2)]
    return [*degrees, *(float(known.get(mark, 0)) for mark in ANSWER[len(degrees) :])]
