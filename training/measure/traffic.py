"""False alarms of crisis on public service turns and comments, for every 100,000."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from training.measure.crisis import LAYERS, fired
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets

NEEDS = frozenset({"crisis"})
SET = "False alarms per 100,000"
PER = 100_000.0


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Alarms a layer; of the comments some are of people at risk, so theirs is an upper bound."""
    if not sets.public:
        return
    for name, texts in sets.traffic.items():
        layers = fired(generation, texts, "en")
        for layer in LAYERS:
            yield _rate(name, layer, layers[layer])


def _rate(name: str, layer: str, alarms: NDArray[np.bool_]) -> Figure:
    known = alarms.astype(np.float64) * PER

    def rate(rows: NDArray[np.int64]) -> float:
        return float(known[rows].mean())

    return Figure(SET, name, layer, len(known), rate, higher=False, share=True, scale=PER)
