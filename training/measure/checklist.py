"""CheckList's behavioural tests of sentiment: negation, names, typos, groups of people. Never trained on.

A case fails by the rules of the suite itself:

- *MFT* (a minimal functionality test): the most probable of neg, neu, pos is not the label; where there is no label the
  expectation is "not negative", so it fails when negative is the most probable.
- *INV* (an invariance): for some changed text the most probable side is another one than for the first text **and** the
  probability of the first text's side moved by more than 0.1.
- *DIR* (a direction): intensifiers and reducers, and "used to": the probability of the first text's side drops
  (rises, for reducers and "used to") by more than 0.1; cases whose first text is read as neutral do not count. Positive
  (negative) phrases added: pos minus neg falls (rises) by more than 0.1.

Source: Ribeiro et al. (2020), Beyond accuracy: behavioral testing of NLP models with CheckList, and the suite's code.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.measure.figure import Figure
from training.measure.generation import Generation
from training.measure.rows import Sets

NEEDS = frozenset({"sentiment"})
SET = "CheckList"
MOVED = 0.1
NEG, NEU, POS = range(3)
DOWN = frozenset({"reducers", '"used to" should reduce'})
TOGETHER: dict[str, Callable[[str, tuple[str, str]], bool]] = {
    "all negation (MFT)": lambda name, kind: kind == ("MFT", "Negation"),
    "names, nationality (INV)": lambda name, kind: name in {"change names", "protected: nationality"},
    "all protected groups (INV)": lambda name, kind: name.startswith("protected"),
    "one or two typos (INV)": lambda name, kind: name in {"typos", "2 typos"},
}
"""Tests that are also counted together, case by case."""
Floats = NDArray[np.float64]


def fails(name: str, kind: str, label: int | None, read: Floats) -> bool | None:
    """Whether a case fails; None when it does not count.

    Args:
        name: of the test.
        kind: ``MFT``, ``INV`` or ``DIR``.
        label: 0 neg, 1 neu, 2 pos; None where the test says it otherwise.
        read: neg, neu, pos of the case's texts, shape (texts, 3).
    """
    side = read.argmax(axis=1)
    if kind == "MFT":
        return bool(side[0] == NEG if label is None else side[0] != label)
    first, others = side[0], read[1:]
    if kind == "INV":
        moved = np.abs(others[:, first] - read[0, first]) > MOVED
        return bool((moved & (side[1:] != first)).any())
    if name.startswith("add "):
        balance = read[:, POS] - read[:, NEG]
        change = balance[1:] - balance[0]
        return bool((change < -MOVED).any() if "positive" in name else (change > MOVED).any())
    if first == NEU:
        return None
    change = others[:, first] - read[0, first]
    return bool((change > MOVED).any() if name in DOWN else (change < -MOVED).any())


def figures(generation: Generation, sets: Sets) -> Iterator[Figure]:
    """Failure rate of each test, and of some together."""
    if not sets.public:
        return
    texts = [text for cases in sets.checklist.values() for case in cases for text in case["texts"]]
    read = generation.read(texts)["sentiment"]
    found: dict[str, list[bool | None]] = {}
    kinds = {}
    at = 0
    for name, cases in sets.checklist.items():
        kinds[name] = (cases[0]["type"], cases[0]["capability"])
        found[name] = []
        for case in cases:
            found[name].append(_case(case, read[at : at + len(case["texts"])]))
            at += len(case["texts"])
        yield _rate(f"{name} ({kinds[name][0]})", found[name])
    for together, belongs in TOGETHER.items():
        yield _rate(together, [one for name in found if belongs(name, kinds[name]) for one in found[name]])


def _case(case: dict[str, Any], read: Floats) -> bool | None:
    return fails(case["test"], case["type"], case["label"], read)


def _rate(part: str, failed: Sequence[bool | None]) -> Figure:
    counts = np.array([one is not None for one in failed])
    known = np.array([bool(one) for one in failed])

    def rate(rows: NDArray[np.int64]) -> float:
        kept = known[rows][counts[rows]]
        return float(kept.mean()) if len(kept) else 0.0

    return Figure(SET, part, "failures", len(failed), rate, higher=False, share=bool(counts.all()))
