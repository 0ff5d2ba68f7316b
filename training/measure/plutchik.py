"""XED: Plutchik's eight on lines that carry an emotion, in English, Finnish and the projected languages.

Two measures. *Macro-F1* is the mean F1 of the eight labels, as for GoEmotions. *Both classes* is the mean over the
labels of the macro-F1 over present and absent: the figure that the published SVMs of the projected languages come
out at when they are trained again.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import PLUTCHIK
from training.measure.emotions import macro
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, many_hot, texts_of
from training.measures import f1_of

NEEDS = frozenset({"plutchik"})
HUMAN = frozenset({"en", "fi"})
BOTH = "macro-F1, both classes"
Bools = NDArray[np.bool_]


def both_classes(chosen: Bools, known: Bools) -> float:
    """Mean over labels of the mean of F1 of the label and F1 of its absence, [0, 1]."""
    return float((f1_of(chosen, known).mean() + f1_of(~chosen, ~known).mean()) / 2)


def pair(set_: str, language: str, chosen: Bools, known: Bools) -> Iterator[Figure]:
    """Both measures of one language."""
    yield macro(set_, language, "macro-F1", chosen, known)
    yield Figure(set_, language, BOTH, len(known), lambda rows: both_classes(chosen[rows], known[rows]))


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Both measures a language, all by the shipped thresholds."""
    if not sets.public:
        return
    for language, rows in sets.xed.items():
        chosen = generation.read(texts_of(rows))["plutchik"] >= generation.limit("plutchik")
        yield from pair("XED", language, chosen, many_hot([e.plutchik for e in rows], PLUTCHIK))


def published(public: Path) -> dict[str, float]:
    """F1 of the linear SVM a language, from the data set's own page."""
    found = {}
    for line in (public / "text" / "xed" / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 16 and cells[0].isupper() and len(cells[0]) == 2:
            found[cells[0].lower()] = float(cells[-1])
    return found
