"""Calibration: how far probabilities are from what happens, a head, over 15 bins of equal width."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import ANSWER, GOEMOTIONS, KINDS, MARKS, PLUTCHIK, SENTIMENTS, SITUATIONS
from training.authored import AuthoredAnswer
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, many_hot, texts_of
from training.measure.sentiment import side_ids
from training.measures import calibration_error, chance_error

NEEDS: frozenset[str] = frozenset()
SET, BY_CHANCE = "Calibration", "by chance alone"
Floats = NDArray[np.float64]


def error(part: str, probability: Floats, happened: NDArray[np.generic]) -> Iterator[Figure]:
    """Expected calibration error of probabilities of any shape (rows, ...), and what chance alone would make it."""
    known = happened.astype(np.float64)
    yield Figure(
        SET, part, "ECE", len(known), lambda rows: calibration_error(probability[rows], known[rows]), higher=False
    )
    yield Figure(SET, part, BY_CHANCE, len(known), lambda rows: chance_error(probability[rows]), higher=False)


def first(part: str, probability: Floats, happened: NDArray[np.generic]) -> Iterator[Figure]:
    """The same of the most probable label alone."""
    rows, top = np.arange(len(probability)), probability.argmax(axis=1)
    yield from error(part, probability[rows, top], happened[rows, top])


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """One or two figures a head the generation has."""
    if sets.public:
        yield from _public(generation, sets)
    if "situation" in generation.heads and sets.turns:
        yield from _authored(generation, sets)


def _public(generation: Generation, sets: Sets) -> Iterator[Figure]:
    test = sets.goemotions["test"]
    read, known = generation.read(texts_of(test)), many_hot([e.emotions for e in test], GOEMOTIONS)
    yield from error("emotions, all 28", read["emotions"], known)
    yield from first("emotions, the most probable", read["emotions"], known)
    lines = [*sets.xed.get("en", ()), *sets.xed.get("fi", ()), *sets.xed_neutral]
    eight = generation.read(texts_of(lines))["plutchik"]
    yield from error("Plutchik's eight, English and Finnish", eight, many_hot([e.plutchik for e in lines], PLUTCHIK))
    kept = [at for at, e in enumerate(test) if e.sentiment]
    sides = np.eye(3)[side_ids([str(test[at].sentiment) for at in kept])]
    yield from first("sentiment, the most probable, GoEmotions", read["sentiment"][kept], sides)
    if "politeness" in generation.heads:
        asked = [e for own in sets.politeness.values() for e in own]
        polite = np.array([(e.politeness or 0.0) > 0.5 for e in asked])
        yield from error("politeness", generation.read(texts_of(asked))["politeness"], polite)


def _authored(generation: Generation, sets: Sets) -> Iterator[Figure]:
    turns = [turn for own in sets.turns.values() for turn in own]
    read = generation.read([turn.text for turn in turns])
    yield from error("situation, all 14", read["situation"], many_hot([turn.situation for turn in turns], SITUATIONS))
    yield from error(
        "need, three steps", read["need"], np.array([[turn.need >= step for step in (1, 2, 3)] for turn in turns])
    )
    yield from error("crisis", read["crisis"], np.array([turn.crisis for turn in turns]))
    sides = many_hot([[turn.sentiment] for turn in turns], SENTIMENTS)
    yield from first("sentiment, the most probable, authored turns", read["sentiment"], sides)
    emotions = many_hot([turn.emotions for turn in turns], GOEMOTIONS)
    yield from first("emotions, the most probable, authored turns", read["emotions"], emotions)
    rows = [(one.message, answer) for own in sets.exchanges.values() for one in own for answer in one.answers]
    if rows:
        _, probability = generation.answers([answer.text for _, answer in rows], [message for message, _ in rows])
        yield from error("answer, all outputs", probability, np.array([_target(answer) for _, answer in rows]))


def _target(answer: AuthoredAnswer) -> list[bool]:
    """Truth of the outputs of `ANSWER`, in their order."""
    known = {f"{kind}_{degree}": getattr(answer, kind) >= degree for kind in KINDS for degree in (1, 2)}
    known |= {mark: mark in answer.against for mark in MARKS} | {"promise": answer.promise}
    return [known[name] for name in ANSWER]
