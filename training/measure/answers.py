"""Authored answers: the order of cold, kind and gushing, each degree, what speaks against them, politeness."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from humanely.affect.answer import shown, with_model
from humanely.affect.labels import ANSWER, KINDS, MARKS
from training.measure.figure import Figure, share
from training.measure.generation import Generation
from training.measure.rows import Sets
from training.measure.turns import rank_correlation
from training.measures import f1_of

NEEDS = frozenset({"answer", "politeness"})
SET = "Authored answers"
STYLES = ("cold", "kind", "gushing")
Triple = tuple[str, str, dict[str, str]]
"""Language, message, and answer by style."""
ORDER = "kind first of cold, kind, gushing"


class Asked(NamedTuple):
    """Answers of one style side by side with their messages."""

    language: str
    message: str
    text: str


def order(generation: Generation, triples: Sequence[Triple]) -> NDArray[np.bool_]:
    """Whether the kind answer of each triple shows more than the cold and the gushing one.

    Args:
        generation: whose estimates are pooled with the phrases, as the product does.
        triples: language, message, and answer by style.
    """
    asked = [Asked(language, message, by[style]) for language, message, by in triples for style in STYLES]
    estimates, _ = generation.answers([a.text for a in asked], [a.message for a in asked])
    values = []
    for one, estimate in zip(asked, estimates, strict=True):
        said = shown(one.text, message=one.message, language=one.language)
        values.append(with_model(said, estimate).value)
    cold, kind, gushing = np.array(values).reshape(-1, len(STYLES)).T
    best: NDArray[np.bool_] = kind > np.maximum(cold, gushing)
    return best


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Order a language; the rest over all languages."""
    newer: dict[str, list[Triple]] = {
        language: [(language, one.message, {str(a.style): a.text for a in one.answers}) for one in exchanged]
        for language, exchanged in sets.exchanges.items()
    }
    older: dict[str, list[Triple]] = {
        language: [(language, row["message"], {style: row[style] for style in STYLES}) for row in rows]
        for language, rows in sets.triples.items()
    }
    for set_, by_language in ((SET, newer), ("Older authored answers", older)):
        parts = []
        for language, triples in by_language.items():
            whole = [one for one in triples if set(STYLES) <= set(one[2])]
            if whole:
                parts.append(order(generation, whole))
                yield share(set_, language, ORDER, parts[-1])
        if parts:
            yield share(set_, "all", ORDER, np.concatenate(parts))
    yield from _degrees(generation, sets)


def _degrees(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Each degree, what speaks against an answer, and politeness, over all languages."""
    rows = [(one.message, answer) for own in sets.exchanges.values() for one in own for answer in one.answers]
    if not rows:
        return
    texts = [answer.text for _, answer in rows]
    estimates, probability = generation.answers(texts, [message for message, _ in rows])
    for kind in KINDS:
        said = np.array([estimate.degrees[kind] for estimate in estimates])
        known = np.array([getattr(answer, kind) for _, answer in rows])
        yield share(SET, kind, "degree right", said == known)
        yield share(SET, kind, "degree within one", np.abs(said - known) <= 1)
    chosen = probability >= generation.limit("answer")
    for mark in ("promise", *MARKS):
        marked = np.array([answer.promise if mark == "promise" else mark in answer.against for _, answer in rows])
        yield _mark(mark, chosen[:, [ANSWER.index(mark)]], marked[:, None])
    polite = generation.read(texts)["politeness"]
    rated = np.array([float(answer.politeness) for _, answer in rows])
    yield Figure(
        SET, "all", "politeness, rank correlation", len(rated), lambda at: rank_correlation(polite[at], rated[at])
    )


def _mark(name: str, chosen: NDArray[np.bool_], known: NDArray[np.bool_]) -> Figure:
    return Figure(SET, name, "F1", len(known), lambda rows: float(f1_of(chosen[rows], known[rows])[0]))
