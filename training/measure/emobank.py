"""EmoBank: valence and arousal against people's mean ratings. Used to measure only; its licence is share-alike."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from training import data
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets

NEEDS = frozenset({"emotions", "sentiment", "situation"})


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Pearson correlation of each."""
    if not sets.public:
        return
    texts, pleasant, excited = data.emobank(sets.text)
    rows = sets.some(zip(texts, pleasant, excited, strict=True), lambda row: row[0])
    read = generation.read([text for text, _, _ in rows])
    yield _pearson("valence", read["valence"], np.array([row[1] for row in rows]))
    yield _pearson("arousal", np.nan_to_num(read["arousal"], nan=0.2), np.array([row[2] for row in rows]))


def _pearson(part: str, estimated: NDArray[np.float64], rated: NDArray[np.float64]) -> Figure:
    return Figure("EmoBank", part, "Pearson", len(rated), lambda at: float(np.corrcoef(estimated[at], rated[at])[0, 1]))
