"""What in a text made a label probable: leave parts out, or write them plainly, and see how far the label drops.

A part is a word, an emoji or emoticon, or a run of exclamation and question marks. A word that is stretched
("sooo") or in capitals is also tried in its plain form, and so is a text that is all in capitals: the way it is
written then counts even where the word itself does not.

Source: Zeiler and Fergus (2014), occlusion; Li, Monroe and Jurafsky (2016), erasure, section 3.
"""

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import GOEMOTIONS
from humanely.affect.reading import Evidence

Estimate = Callable[[Sequence[str]], NDArray[np.float64]]
Part = tuple[int, int]
"""First character and one past the last."""

UNITS = 32
"""Most parts of one text that are left out in turn; longer texts have several words to a part."""
CHARACTERS = 1500
"""Evidence is looked for in this many first characters."""
SPANS = 3
LEAST = 0.02
"""A part counts when the probability drops by at least this without it, or without its emphasis."""

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_EMOJI = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_JOINS = "\u200d\ufe0f\u20e3"
_EMOTICON = r"[:;=][-'^]?[)(\]\[DPp|*3]"
_UNIT = re.compile(
    rf"[{_EMOJI}][{_EMOJI}{_JOINS}]*"
    r"|[!?！？؟]+"
    rf"|{_EMOTICON}"
    rf"|[{_SPACELESS}]{{1,3}}"
    rf"|(?:(?!{_EMOTICON})[^\s!?！？؟{_SPACELESS}{_EMOJI}])+"
)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def units(text: str) -> list[Part]:
    """Cut a text into words, emoji and runs of marks; where a script writes no spaces, into three characters.

    >>> units("so sad 😢!!")
    [(0, 2), (3, 6), (7, 8), (8, 10)]
    """
    words = [found.span() for found in _UNIT.finditer(text[:CHARACTERS])]
    size = -(-len(words) // UNITS) or 1
    return [(words[i][0], words[min(i + size, len(words)) - 1][1]) for i in range(0, len(words), size)]


def without(text: str, parts: Iterable[Part]) -> str:
    """A text with some parts left out.

    >>> without("so very sad", [(3, 7)])
    'so   sad'
    """
    for start, end in sorted(parts, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def plain(words: str) -> str:
    """Words without emphasis: no letter thrice in a row, none in capitals throughout.

    >>> plain("SOOO"), plain("Yesss"), plain("USB-C 1000")
    ('so', 'Yes', 'usb-C 1000')
    """
    return _CAPITALS.sub(lambda found: _lower(found.group()), _STRETCHED.sub(r"\1", words))


def _lower(word: str) -> str:
    return word.lower() if word.isupper() else word


def emphasised(text: str, parts: Sequence[Part]) -> dict[int, str]:
    """The text with one part written plainly, by the part's place, where that makes a difference.

    Capitals tell one word from the others; where all is in capitals they tell nothing of a single word.
    """
    shouted = text.isupper()
    found = {}
    for at, (start, end) in enumerate(parts):
        words = text[start:end]
        written = _STRETCHED.sub(r"\1", words) if shouted else plain(words)
        if written != words:
            found[at] = text[:start] + written + text[end:]
    return found


def weigh(
    estimate: Estimate,
    texts: Sequence[str],
    emotions: NDArray[np.float64],
    asked: Sequence[bool],
) -> list[tuple[list[Part], NDArray[np.float64]]]:
    """Weigh every part of every text for every label, in one batch.

    Args:
        estimate: texts to probabilities, shape (texts, 28).
        texts: the texts.
        emotions: their probabilities, shape (texts, 28).
        asked: which of them to weigh; the others have no parts.

    Returns:
        For each text its parts and their weights, shape (parts, 28): how far each label drops without the part, or with
        the part written plainly, whichever is more. The last part is the whole text where it is all in capitals.
    """
    cuts = [units(text) if wanted else [] for text, wanted in zip(texts, asked, strict=True)]
    owners: list[tuple[int, int]] = []
    tried: list[str] = []
    for row, (text, parts) in enumerate(zip(texts, cuts, strict=True)):
        tried += [without(text, [part]) for part in parts]
        owners += [(row, at) for at in range(len(parts))]
        plainly = emphasised(text, parts)
        if len(parts) > 1 and text.isupper():
            parts.append((parts[0][0], parts[-1][1]))
            plainly[len(parts) - 1] = text.lower()
        tried += plainly.values()
        owners += [(row, at) for at in plainly]
    weights = [np.full((len(parts), emotions.shape[1]), -np.inf) for parts in cuts]
    if tried:
        for (row, at), left in zip(owners, estimate(tried), strict=True):
            weights[row][at] = np.maximum(weights[row][at], emotions[row] - left)
    return list(zip(cuts, weights, strict=True))


def explain(
    estimate: Estimate,
    texts: Sequence[str],
    emotions: NDArray[np.float64],
    labels: Sequence[tuple[int, ...]],
) -> list[tuple[Evidence, ...]]:
    """Find the parts that speak for the labels reported of each text.

    Args:
        estimate: texts to probabilities, shape (texts, 28).
        texts: the texts.
        emotions: their probabilities, shape (texts, 28).
        labels: columns reported of each text; none where we abstained.

    Returns:
        For each text, at most three spans a label, the weightiest first.
    """
    weighed = weigh(estimate, texts, emotions, [bool(own) for own in labels])
    share_out(estimate, texts, emotions, labels, weighed)
    return [
        tuple(span for column in columns for span in _spans(text, parts, weights[:, column], column))
        for text, columns, (parts, weights) in zip(texts, labels, weighed, strict=True)
    ]


def share_out(
    estimate: Estimate,
    texts: Sequence[str],
    emotions: NDArray[np.float64],
    labels: Sequence[tuple[int, ...]],
    weighed: Sequence[tuple[list[Part], NDArray[np.float64]]],
) -> None:
    """Where no part alone matters because others say the same, weigh the likeliest parts together, in place.

    "I am so grateful, thank you" stays grateful without either word; without both it does not. The drop they make
    together is shared out by what each makes alone.
    """
    asked = [
        (row, column, best)
        for row, (columns, (parts, weights)) in enumerate(zip(labels, weighed, strict=True))
        for column in columns
        if len(parts) > 1 and weights[:, column].max() < LEAST
        if len(best := _apart(parts, np.argsort(-weights[:, column], kind="stable"))) > 1
    ]
    if not asked:
        return
    tried = [without(texts[row], [weighed[row][0][i] for i in best]) for row, _, best in asked]
    for (row, column, best), left in zip(asked, estimate(tried), strict=True):
        weights = weighed[row][1]
        alone = np.clip(weights[best, column], 1e-4, None)
        weights[best, column] = alone / alone.sum() * (emotions[row, column] - left[column])


def _apart(parts: Sequence[Part], order: NDArray[np.int64]) -> list[int]:
    """The first parts of an order that do not overlap."""
    chosen: list[int] = []
    for i in order:
        if all(parts[i][1] <= parts[j][0] or parts[j][1] <= parts[i][0] for j in chosen):
            chosen.append(int(i))
        if len(chosen) == SPANS:
            break
    return chosen


def _spans(text: str, parts: list[Part], weights: NDArray[np.float64], column: int) -> list[Evidence]:
    """The weightiest parts for one label."""
    best = np.argsort(-weights, kind="stable")[:SPANS]
    return [
        Evidence(parts[i][0], parts[i][1], text[slice(*parts[i])], GOEMOTIONS[column], float(weights[i]))
        for i in best
        if weights[i] >= LEAST
    ]
