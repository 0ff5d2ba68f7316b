"""Crisis risk on authored turns: what each layer fires on, a kind of turn."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.crisis import words_of_risk
from humanely.affect.small_talk import only_closes
from training.authored import AuthoredRisk, AuthoredTurn
from training.measure.figure import Figure, share
from training.measure.generation import Generation
from training.measure.rows import Sets

NEEDS = frozenset({"crisis"})
SET, SCENES = "Crisis", "Crisis, scenes"
KINDS = ("explicit", "indirect", "traps", "other")
LAYERS = ("model", "words", "both")
"""``both`` is what the product does: either layer is enough."""


def kind_of(turn: AuthoredTurn | AuthoredRisk) -> str:
    """One of `KINDS`; risk that is not marked as explicit counts as indirect."""
    if turn.crisis:
        return "explicit" if turn.kind == "crisis_explicit" else "indirect"
    return "traps" if turn.kind.startswith("trap") else "other"


def fired(generation: Generation, texts: list[str], language: str) -> dict[str, NDArray[np.bool_]]:
    """Which texts each layer fires on."""
    plain = np.array([only_closes(text) for text in texts], dtype=np.bool_)
    model = (generation.read(texts)["crisis"] >= generation.bar("crisis_from")) & ~plain
    words = np.array([bool(words_of_risk(text, language)) for text in texts], dtype=np.bool_)
    return {"model": model, "words": words, "both": model | words}


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Share fired on, a kind, a layer and a language: recall of risk, false alarms of the others."""
    yield from _of(generation, SET, sets.turns)
    yield from _of(generation, SCENES, sets.scenes)


def _of(
    generation: Generation, set_: str, lines: Mapping[str, Sequence[AuthoredTurn | AuthoredRisk]]
) -> Iterator[Figure]:
    pooled: dict[tuple[str, str], list[NDArray[np.bool_]]] = {}
    for language, turns in lines.items():
        layers = fired(generation, [turn.text for turn in turns], language)
        kinds = np.array([kind_of(turn) for turn in turns])
        for kind in KINDS:
            for layer in LAYERS:
                own = layers[layer][kinds == kind]
                if len(own):
                    pooled.setdefault((kind, layer), []).append(own)
                    yield _figure(set_, language, kind, layer, own)
    for (kind, layer), parts in pooled.items():
        yield _figure(set_, "all", kind, layer, np.concatenate(parts))


def _figure(set_: str, part: str, kind: str, layer: str, own: NDArray[np.bool_]) -> Figure:
    return share(set_, part, f"{kind}, {layer}", own, higher=kind in {"explicit", "indirect"})
