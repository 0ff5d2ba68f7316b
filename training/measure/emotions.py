"""GoEmotions: the 28 labels, Ekman's groups, and the four groups of sentiment, on the official test split."""

import json
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import EKMAN, GOEMOTIONS
from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets, many_hot, texts_of
from training.measures import best_thresholds, f1_of, macro_f1

NEEDS = frozenset({"emotions"})
Bools = NDArray[np.bool_]


def macro(set_: str, part: str, measure: str, chosen: Bools, known: Bools) -> Figure:
    """Macro-F1 of labels chosen against labels known."""
    return Figure(set_, part, measure, len(known), lambda rows: macro_f1(chosen[rows], known[rows]))


def groups(sets: Sets) -> dict[str, dict[str, tuple[str, ...]]]:
    """Ekman's seven and the four of sentiment, each with its emotions.

    Source: Demszky et al. (2020), the published Ekman and sentiment maps; neutral stands alone in both.
    """
    sides = json.loads((sets.text / "goemotions" / "sentiment_dict.json").read_text(encoding="utf-8"))
    four = {name: tuple(own) for name, own in sides.items()} | {"neutral": ("neutral",)}
    return {"Ekman": EKMAN, "groups": four}


def any_of(emotions: NDArray[np.float64], members: Mapping[str, Sequence[str]]) -> NDArray[np.float64]:
    """Probability that at least one emotion of each group applies, taken as independent, shape (texts, groups)."""
    absent = 1.0 - emotions
    columns = [absent[:, [GOEMOTIONS.index(e) for e in own]].prod(axis=1) for own in members.values()]
    return 1.0 - np.stack(columns, axis=1)


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Macro-F1 of each label set; thresholds of groups are chosen on dev."""
    if not sets.public:
        return
    dev, test = sets.goemotions["dev"], sets.goemotions["test"]
    before, after = (generation.read(texts_of(rows))["emotions"] for rows in (dev, test))
    known_dev, known = (many_hot([e.emotions for e in rows], GOEMOTIONS) for rows in (dev, test))
    chosen = after >= generation.limit("emotions")
    yield macro("GoEmotions", "28 labels", "macro-F1", chosen, known)
    yield macro("GoEmotions", "28 labels at 0.5", "macro-F1", after >= 0.5, known)
    for name, members in groups(sets).items():
        limits = best_thresholds(any_of(before, members), any_of(known_dev.astype(float), members))
        yield macro(
            "GoEmotions", name, "macro-F1", any_of(after, members) >= limits, any_of(known.astype(float), members) > 0
        )
    for at, label in enumerate(GOEMOTIONS):
        yield _label(label, chosen[:, [at]], known[:, [at]])


def _label(label: str, chosen: Bools, known: Bools) -> Figure:
    return Figure("GoEmotions label", label, "F1", len(known), lambda rows: float(f1_of(chosen[rows], known[rows])[0]))
