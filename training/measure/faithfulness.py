"""Faithfulness of the evidence: leaving out the words it names moves the label more than leaving out others.

Of each message the fifth of its units that weigh most for the first label reported is left out, all at once, and
against that as many units drawn at random; the figure is how far the label's probability drops in the mean.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.calibrate import reported
from humanely.affect.explain import units, weigh, without
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, texts_of

NEEDS = frozenset({"emotions"})
SET = "Evidence"
MESSAGES = 500
FEWEST_UNITS = 5
TOP = 0.2
RANDOM = 3
"""Random choices a message."""
SEED = 13
Floats = NDArray[np.float64]


def labels_of(generation: Generation, emotions: Floats) -> list[int]:
    """The first label reported of each text."""
    limits = generation.limit("emotions")
    return [reported(row, limits)[0] for row in emotions]


def drops(generation: Generation, texts: Sequence[str]) -> tuple[Floats, Floats]:
    """Drop of the first label without the weightiest fifth, and without as many at random, each shape (texts,).

    Args:
        texts: with at least `FEWEST_UNITS` units each.
    """
    emotions = generation.emotions(texts)
    labels = labels_of(generation, emotions)
    weighed = weigh(generation.emotions, texts, emotions, [True] * len(texts))
    rng = np.random.default_rng(SEED)
    cut: list[str] = []
    for text, label, (parts, weights) in zip(texts, labels, weighed, strict=True):
        count = max(1, math.floor(TOP * len(parts)))
        best = np.argsort(-weights[:, label], kind="stable")[:count]
        others = [rng.choice(len(parts), count, replace=False) for _ in range(RANDOM)]
        cut += [without(text, [parts[i] for i in chosen]) for chosen in (best, *others)]
    left = generation.emotions(cut).reshape(len(texts), 1 + RANDOM, -1)
    rows = np.arange(len(texts))
    dropped = emotions[rows, labels][:, None] - left[rows, :, labels]
    return dropped[:, 0], dropped[:, 1:].mean(axis=1)


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Both drops, and their difference, on a sample of GoEmotions test."""
    if not sets.public:
        return
    longer = [e for e in sets.goemotions["test"] if _long(e.text) and e.emotions != frozenset({"neutral"})]
    sample = sets.some(longer, lambda e: e.text, MESSAGES)
    evidence, chance = drops(generation, texts_of(sample))
    yield _mean("top fifth left out", evidence)
    yield _mean("as many at random left out", chance)
    yield _mean("difference", evidence - chance)


def _mean(part: str, values: Floats) -> Figure:
    return Figure(SET, part, "mean drop", len(values), lambda rows: float(values[rows].mean()))


def _long(text: str) -> bool:
    """Enough units to choose from; all in capitals, the whole text would be one of them."""
    return len(units(text)) >= FEWEST_UNITS and not text.isupper()
