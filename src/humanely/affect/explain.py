"""Which words made a label probable: leave words out and see how far its probability drops.

Source: Zeiler and Fergus (2014), occlusion; Li, Monroe and Jurafsky (2016), erasure, section 3.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import GOEMOTIONS
from humanely.affect.reading import Evidence

Estimate = Callable[[Sequence[str]], NDArray[np.float64]]

UNITS = 32
"""Most parts of one text that are left out in turn; longer texts have several words to a part."""
CHARACTERS = 1500
"""Evidence is looked for in this many first characters."""
SPANS = 3
LEAST = 0.02
"""A span counts when leaving it out lowers the probability by at least this."""

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_UNIT = re.compile(rf"[{_SPACELESS}]{{1,3}}|[^\s{_SPACELESS}]+")


def units(text: str) -> list[tuple[int, int]]:
    """Cut a text into words, or runs of three characters where a script writes no spaces.

    >>> units("so sad 😢")
    [(0, 2), (3, 6), (7, 8)]
    """
    words = [found.span() for found in _UNIT.finditer(text[:CHARACTERS])]
    size = -(-len(words) // UNITS) or 1
    return [(words[i][0], words[min(i + size, len(words)) - 1][1]) for i in range(0, len(words), size)]


def explain(
    estimate: Estimate,
    texts: Sequence[str],
    emotions: NDArray[np.float64],
    labels: Sequence[tuple[int, ...]],
) -> list[tuple[Evidence, ...]]:
    """Find the words that speak for the labels reported of each text.

    Args:
        estimate: texts to probabilities, shape (texts, 28).
        texts: the texts.
        emotions: their probabilities, shape (texts, 28).
        labels: columns reported of each text; none where we abstained.

    Returns:
        For each text, at most three spans a label, the weightiest first.
    """
    parts = [units(text) if own else [] for text, own in zip(texts, labels, strict=True)]
    without = [f"{text[:start]} {text[end:]}" for text, own in zip(texts, parts, strict=True) for start, end in own]
    if not without:
        return [()] * len(texts)
    left = estimate(without)
    found, at = [], 0
    for text, own, row, columns in zip(texts, parts, emotions, labels, strict=True):
        drops = row - left[at : at + len(own)]
        at += len(own)
        found.append(tuple(span for column in columns for span in _spans(text, own, drops[:, column], column)))
    return found


def _spans(text: str, parts: list[tuple[int, int]], drops: NDArray[np.float64], column: int) -> list[Evidence]:
    """The weightiest parts for one label."""
    best = np.argsort(-drops, kind="stable")[:SPANS]
    return [
        Evidence(parts[i][0], parts[i][1], text[slice(*parts[i])], GOEMOTIONS[column], float(drops[i]))
        for i in best
        if drops[i] >= LEAST
    ]
