"""Authored turns: situations, need, sentiment and emotions, a language and over all."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.cues import cues, in_doubt, pooled
from humanely.affect.labels import GOEMOTIONS, SITUATIONS
from training.measure.emotions import macro
from training.measure.figure import Figure, share
from training.measure.generation import Generation
from training.measure.rows import Sets, many_hot
from training.measure.sentiment import side_ids, weighted
from training.measures import f1_of

NEEDS = frozenset({"situation", "need"})
SET, ASKING = "Authored turns", "Asking"
ASKS = "asks_for_human"
WITHIN = 1.0
Floats = NDArray[np.float64]


def ranks(values: Floats) -> Floats:
    """Ranks, equal values sharing their mean."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    found: Floats = (ends - (counts - 1) / 2.0)[inverse]
    return found


def rank_correlation(a: Floats, b: Floats) -> float:
    """Spearman's, [-1, 1]; 0 where one of them does not vary."""
    x, y = ranks(a), ranks(b)
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size else 0.0


def of_need(set_: str, part: str, estimated: Floats, known: Floats) -> Iterator[Figure]:
    """Rank correlation, and the share within one degree."""
    yield Figure(
        set_, part, "need, rank correlation", len(known), lambda rows: rank_correlation(estimated[rows], known[rows])
    )
    yield share(set_, part, "need within one degree", np.abs(estimated - known) <= WITHIN)


def recall_and_precision(
    set_: str, part: str, name: str, said: NDArray[np.bool_], known: NDArray[np.bool_]
) -> Iterator[Figure]:
    """Of what is there the share said, and of what is said the share that is there (1 where nothing is said)."""
    if known.any():
        yield share(set_, part, f"{name}, recall", said[known])

    def precision(rows: NDArray[np.int64]) -> float:
        chosen = said[rows]
        return float(known[rows][chosen].mean()) if chosen.any() else 1.0

    yield Figure(set_, part, f"{name}, precision", len(known), precision)


def with_words(generation: Generation, texts: Sequence[str], language: str) -> NDArray[np.bool_]:
    """Situations as the product takes them: what phrases and model say together, shape (texts, situations)."""
    limits = generation.limit("situation")
    said = [cues(text, language) for text in texts]
    whole = _situations(generation, texts)
    doubtful = list(dict.fromkeys(one for three in zip(texts, said, whole, strict=True) for one in in_doubt(*three)))
    alone = dict(zip(doubtful, _situations(generation, doubtful), strict=True))
    sets = []
    for text, found, named in zip(texts, said, whole, strict=True):
        reported = [name for name, limit in zip(SITUATIONS, limits, strict=True) if named[name] >= limit]
        sets.append({cue.name for cue in pooled(text, found, named, reported, alone)})
    return many_hot(sets, SITUATIONS)


def _situations(generation: Generation, texts: Sequence[str]) -> list[dict[str, float]]:
    """Probability of each situation, a mapping a text."""
    rows = generation.read(texts)["situation"].tolist() if texts else []
    return [dict(zip(SITUATIONS, row, strict=True)) for row in rows]


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Every figure a language, then over all languages."""
    limits = generation.limit("situation")
    columns: dict[str, list[NDArray[np.generic]]] = {}
    for language, turns in sets.turns.items():
        texts = [turn.text for turn in turns]
        read = generation.read(texts)
        own: dict[str, NDArray[np.generic]] = {
            "said": read["situation"] >= limits,
            "pooled": with_words(generation, texts, language),
            "known": many_hot([turn.situation for turn in turns], SITUATIONS),
            "need": read["need_value"],
            "called_for": np.array([turn.need for turn in turns], dtype=np.float64),
            "sentiment": read["sentiment"],
            "side": side_ids([turn.sentiment for turn in turns]),
            "first_right": _first_right(read["emotions"], [turn.emotions for turn in turns]),
        }
        for name, values in own.items():
            columns.setdefault(name, []).append(values)
        yield from _part(language, own)
    if columns:
        yield from _part("all", {name: np.concatenate(parts) for name, parts in columns.items()})
    yield from _asking(generation, sets)
    for language, rows in sets.needs.items():
        read = generation.read([str(row["text"]) for row in rows])
        yield from of_need(
            "Older authored needs", language, read["need_value"], np.array([float(r["need"]) for r in rows])
        )


def _part(part: str, own: dict[str, NDArray[np.generic]]) -> Iterator[Figure]:
    said, known = own["said"].astype(np.bool_), own["known"].astype(np.bool_)
    at = SITUATIONS.index(ASKS)
    yield from recall_and_precision(SET, part, ASKS, said[:, at], known[:, at])
    both = own["pooled"].astype(np.bool_)
    yield from recall_and_precision(SET, part, f"{ASKS} with phrases", both[:, at], known[:, at])
    yield macro(SET, part, "situations, macro-F1", said, known)
    if part == "all":
        yield macro(SET, part, "situations with phrases, macro-F1", both, known)
        for i, label in enumerate(SITUATIONS):
            yield _label(label, said[:, [i]], known[:, [i]])
    yield from of_need(SET, part, own["need"].astype(np.float64), own["called_for"].astype(np.float64))
    sides = weighted(SET, part, own["sentiment"].astype(np.float64), own["side"].astype(np.int64))
    yield Figure(SET, part, "sentiment, weighted F1", sides.rows, sides.of)
    yield share(SET, part, "first emotion right", own["first_right"].astype(np.bool_))


def _asking(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Who asks for a person, among turns that do and turns that look like it: by the model, and with phrases."""
    at = SITUATIONS.index(ASKS)
    rows = []
    for language, turns in sets.asking.items():
        texts = [turn.text for turn in turns]
        said = generation.read(texts)["situation"][:, at] >= generation.limit("situation")[at]
        known = np.array([ASKS in turn.situation for turn in turns])
        rows.append(np.stack([said, with_words(generation, texts, language)[:, at], known]))
    if rows:
        said, both, known = np.concatenate(rows, axis=1)
        yield from recall_and_precision(ASKING, "all", ASKS, said, known)
        yield from recall_and_precision(ASKING, "all", f"{ASKS} with phrases", both, known)


def _label(label: str, said: NDArray[np.bool_], known: NDArray[np.bool_]) -> Figure:
    return Figure("Situation", label, "F1", len(known), lambda rows: float(f1_of(said[rows], known[rows])[0]))


def _first_right(emotions: Floats, known: Sequence[Sequence[str]]) -> NDArray[np.bool_]:
    """Whether the most probable emotion is one of those the author named."""
    right: NDArray[np.bool_] = many_hot(known, GOEMOTIONS)[np.arange(len(emotions)), emotions.argmax(axis=1)]
    return right
