"""Abstention: how much more often the first emotion is right on the turns the model is surest of."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import GOEMOTIONS, SENTIMENTS
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, many_hot, texts_of

NEEDS = frozenset({"emotions", "sentiment"})
SET = "Abstention"
COVERAGES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
KEPT = 0.8
Floats = NDArray[np.float64]


def accuracy_at(sure: Floats, right: NDArray[np.bool_], coverage: float) -> float:
    """Share right among the `coverage` surest, [0, 1]."""
    kept = max(1, round(coverage * len(sure)))
    order = np.argsort(-sure, kind="stable")[:kept]
    return float(right[order].mean())


def curve(part: str, probability: Floats, known: NDArray[np.bool_]) -> Iterator[Figure]:
    """The risk-coverage curve of the most probable label, and the gain of the surest four fifths."""
    sure = probability.max(axis=1)
    right = known[np.arange(len(sure)), probability.argmax(axis=1)]

    def at(coverage: float) -> Figure:
        name = f"first right, {coverage:.0%} answered"
        return Figure(SET, part, name, len(sure), lambda rows: accuracy_at(sure[rows], right[rows], coverage))

    def gain(rows: NDArray[np.int64]) -> float:
        return accuracy_at(sure[rows], right[rows], KEPT) - float(right[rows].mean())

    yield from map(at, COVERAGES)
    yield Figure(SET, part, "gain of the 80 % surest", len(sure), gain)


def shipped(part: str, probability: Floats, known: NDArray[np.bool_], bar: float) -> Iterator[Figure]:
    """What the shipped bar answers, and how often it is right there."""
    sure = probability.max(axis=1) >= bar
    right = known[np.arange(len(sure)), probability.argmax(axis=1)]
    yield Figure(SET, part, "answered", len(sure), lambda rows: float(sure[rows].mean()))

    def accuracy(rows: NDArray[np.int64]) -> float:
        kept = sure[rows]
        return float(right[rows][kept].mean()) if kept.any() else 1.0

    yield Figure(SET, part, "first right of those answered", len(sure), accuracy)


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Curves of emotions and sentiment, and both shipped bars on the same turns."""
    parts: dict[str, tuple[Floats, NDArray[np.bool_]]] = {}
    if sets.public:
        test = sets.goemotions["test"]
        known = many_hot([e.emotions for e in test], GOEMOTIONS)
        parts["emotions, GoEmotions"] = generation.read(texts_of(test))["emotions"], known
    turns = [turn for own in sets.turns.values() for turn in own]
    if turns:
        read = generation.read([turn.text for turn in turns])
        parts["emotions, authored turns"] = read["emotions"], many_hot([turn.emotions for turn in turns], GOEMOTIONS)
        parts["sentiment, authored turns"] = read["sentiment"], many_hot([[t.sentiment] for t in turns], SENTIMENTS)
    for part, pair in parts.items():
        yield from curve(part, *pair)
        if part.startswith("emotions"):
            yield from shipped(f"{part}, bar of measured languages", *pair, generation.bar("confident_from"))
            if "transferred_from" in generation.bars:
                yield from shipped(f"{part}, bar of transferred languages", *pair, generation.bar("transferred_from"))
