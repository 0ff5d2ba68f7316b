"""Sentiment: AfriSenti's official test a language, and GoEmotions by its published sides."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import SENTIMENTS
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, texts_of
from training.measures import weighted_f1

NEEDS = frozenset({"sentiment"})


def weighted(set_: str, part: str, probability: NDArray[np.float64], known: NDArray[np.int64]) -> Figure:
    """Weighted F1 of the most probable side."""
    chosen = probability.argmax(axis=1)
    return Figure(set_, part, "weighted F1", len(known), lambda rows: weighted_f1(chosen[rows], known[rows], 3))


def side_ids(sides: list[str]) -> NDArray[np.int64]:
    """Each side's place in `SENTIMENTS`."""
    return np.array([SENTIMENTS.index(side) for side in sides], dtype=np.int64)


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Weighted F1 a language."""
    if not sets.public:
        return
    for language, rows in sets.afrisenti.items():
        sides = side_ids([str(e.sentiment) for e in rows])
        yield weighted("AfriSenti", language, generation.read(texts_of(rows))["sentiment"], sides)
    kept = [(at, e) for at, e in enumerate(sets.goemotions["test"]) if e.sentiment]
    read = generation.read(texts_of(sets.goemotions["test"]))["sentiment"][[at for at, _ in kept]]
    yield weighted("GoEmotions", "sentiment of its emotions", read, side_ids([str(e.sentiment) for _, e in kept]))
