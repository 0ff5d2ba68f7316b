"""XED: Plutchik's eight on lines that carry an emotion, in English, Finnish and the projected languages.

Two measures. *Macro-F1* is the mean F1 of the eight labels, as for GoEmotions. *Both classes* is the mean over the
labels of the macro-F1 over present and absent: the figure that the published SVMs of the projected languages come
out at when they are trained again. The first is taken by the shipped thresholds, which are chosen for it; the second by
thresholds chosen for it, on English and Finnish dev lines, too.
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


def best_limit(scores: NDArray[np.float64], known: Bools) -> float:
    """The score from which one label is best chosen by *both classes*."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(known[order])
    chosen = np.arange(1, len(scores) + 1)
    there, absent = int(known.sum()), int((~known).sum())
    spared = absent - (chosen - hits)
    present = 2 * hits / (chosen + there)
    left_out = 2 * spared / np.maximum(len(scores) - chosen + absent, 1)
    ends = np.append(np.diff(scores[order]) != 0, True)  # equal scores are chosen together
    return float(scores[order[int(np.where(ends, present + left_out, -1.0).argmax())]])


def pair(set_: str, language: str, chosen: Bools, for_both: Bools, known: Bools) -> Iterator[Figure]:
    """Both measures of one language, each of the labels chosen for it."""
    yield macro(set_, language, "macro-F1", chosen, known)
    yield Figure(set_, language, BOTH, len(known), lambda rows: both_classes(for_both[rows], known[rows]))


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Both measures a language, by one set of thresholds each for all languages."""
    if not sets.public:
        return
    dev = generation.read(texts_of(sets.xed_dev))["plutchik"]
    known_dev = many_hot([e.plutchik for e in sets.xed_dev], PLUTCHIK)
    limits = np.array([best_limit(dev[:, i], known_dev[:, i]) for i in range(len(PLUTCHIK))])
    for language, rows in sets.xed.items():
        read = generation.read(texts_of(rows))["plutchik"]
        known = many_hot([e.plutchik for e in rows], PLUTCHIK)
        yield from pair("XED", language, read >= generation.limit("plutchik"), read >= limits, known)


def published(public: Path) -> dict[str, float]:
    """F1 of the linear SVM a language, from the data set's own page."""
    found = {}
    for line in (public / "text" / "xed" / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 16 and cells[0].isupper() and len(cells[0]) == 2:
            found[cells[0].lower()] = float(cells[-1])
    return found
