"""Everything that is measured of a generation, in the order of the card."""

import time
from collections.abc import Iterator
from types import ModuleType

from training.measure import (
    abstention,
    answers,
    calibration,
    checklist,
    crisis,
    emobank,
    emotions,
    fairness,
    faithfulness,
    plutchik,
    politeness,
    sentiment,
    traffic,
    turns,
)
from training.measure.figure import Measured
from training.measure.generation import Generation
from training.measure.rows import Sets

PARTS: tuple[ModuleType, ...] = (
    emotions,
    plutchik,
    sentiment,
    politeness,
    calibration,
    abstention,
    turns,
    crisis,
    traffic,
    answers,
    checklist,
    fairness,
    faithfulness,
    emobank,
)


def name_of(part: ModuleType) -> str:
    """Its last name."""
    return part.__name__.rsplit(".", 1)[-1]


def lacking(part: ModuleType, generation: Generation) -> frozenset[str]:
    """Heads a part needs and a generation lacks."""
    needs: frozenset[str] = part.NEEDS
    return needs - generation.heads


def measure(generation: Generation, sets: Sets, parts: tuple[ModuleType, ...] = PARTS) -> Iterator[Measured]:
    """Take every figure of every part whose heads the generation has, saying how long each part took."""
    for part in parts:
        if lacking(part, generation):
            continue
        begun = time.monotonic()
        yield from (figure.take() for figure in part.figures(generation, sets))
        print(f"  {name_of(part)}: {time.monotonic() - begun:.0f} s", flush=True)
