"""Politeness: requests of the top quarter of ratings told from those of the bottom quarter, a community."""

from collections.abc import Iterator

import numpy as np

from training.measure.figure import Figure, share
from training.measure.generation import Generation
from training.measure.rows import Sets, texts_of

NEEDS = frozenset({"politeness"})


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Share told right at one half."""
    if not sets.public:
        return
    for community, rows in sets.politeness.items():
        polite = np.array([(e.politeness or 0.0) > 0.5 for e in rows])
        read = generation.read(texts_of(rows))["politeness"]
        yield share("Politeness", community, "accuracy", (read > 0.5) == polite)
