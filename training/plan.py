"""What a run shows, and when: the recipe, the part of each set that a pass shows, and the batches of all passes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from training.data import Example, place

JOINT: dict[str, int] = {
    "authored-turns": 1, "authored-answers": 1, "goemotions": 5, "goemotions-neutral": 10, "xed": 4, "xed-finnish": 10,
    "xed-neutral": 30, "xed-projected": 20, "afrisenti": 80, "politeness-wikipedia": 12,
    "politeness-stack-exchange": 12,
}  # fmt: skip
FINISH: dict[str, int] = {
    "authored-turns": 2, "authored-hard": 1, "authored-answers": 1, "authored-grammar": 2, "goemotions": 3,
    "goemotions-neutral": 6, "xed": 3, "xed-finnish": 12, "xed-neutral": 24, "xed-projected": 18, "afrisenti": 90,
    "politeness-wikipedia": 6, "politeness-stack-exchange": 3,
}  # fmt: skip
RENEW: dict[str, int] = {
    "authored-turns": 2, "authored-hard": 1, "authored-trouble": 2, "authored-risk": 1, "authored-scenes": 1,
    "authored-answers": 2, "authored-grammar": 3, "goemotions": 3, "goemotions-neutral": 6, "xed": 3, "xed-finnish": 12,
    "xed-neutral": 24, "xed-projected": 18, "afrisenti": 90, "politeness-wikipedia": 4, "politeness-stack-exchange": 3,
    "multidogo": 3,
}  # fmt: skip
LOOK_EVERY = 5
"""After so many passes the run looks at dev, and after the last."""


Split = Callable[[np.ndarray, int, np.random.Generator], Iterable[np.ndarray]]
"""Lengths, the most tokens of a batch, and randomness, to the places of each batch."""


@dataclass(frozen=True)
class Recipe:
    """What one run uses.

    Attributes:
        passes: over the sets shown whole.
        parts: a set that counts n is shown in n parts, one a pass; a set that is not named is not shown.
        copies: those with a typing error or without marks are shown this much more rarely than their originals.
        tokens: of a batch, padding included.
        rate, head_rate: the highest learning rates, of the last layer and of the heads.
        layer_decay: each layer learns this much more slowly than the one above.
        warmup: share of the steps in which the rates rise, in (0, 1).
        frozen: lowest layers that stay as they are: they hold the alignment of languages.
        seed: of the order, the copies and the dropout; not of the first weights, which all runs share.
    """

    passes: int = 10
    parts: Mapping[str, int] = field(default_factory=lambda: JOINT)
    copies: int = 4
    rate: float = 1.4e-4
    head_rate: float = 1e-3
    tokens: int = 1024
    layer_decay: float = 0.92
    warmup: float = 0.06
    frozen: int = 3
    seed: int = 1


def recipe_of(stage: str, seed: int) -> Recipe:
    """The recipe of a stage.

    ``joint`` shows our plainer turns in every pass among small parts of the public sets; ``finish`` goes on from there
    with more of the public ones, our hard cases, and more typing errors. ``renew`` goes on from the files of the
    generation before, with what was authored since.
    """
    if stage == "joint":
        return Recipe(seed=seed)
    if stage == "renew":
        return Recipe(passes=5, parts=RENEW, copies=1, rate=9e-5, head_rate=3e-4, seed=seed)
    return Recipe(passes=6, parts=FINISH, copies=2, rate=9e-5, head_rate=5e-4, seed=seed)


def family(example: Example) -> str:
    """The name a recipe knows an example by."""
    if example.source == "xed" and example.language == "fi":
        return "xed-finnish"
    if example.source == "goemotions" and example.emotions == frozenset({"neutral"}):
        return "goemotions-neutral"
    return example.source


def due(example: Example, number: int, recipe: Recipe) -> bool:
    """Whether pass `number`, counted from 0, shows an example: its text decides in which part of its set it lies."""
    parts = recipe.parts.get(family(example), 0) * (recipe.copies if example.copy else 1)
    return parts > 0 and int(place(f"turn {example.text}") * parts) == number % parts


def plan(
    examples: Sequence[Example], lengths: Sequence[int], recipe: Recipe, split: Split
) -> tuple[list[np.ndarray], set[int]]:
    """Lay out a whole run; the same arguments give the same plan.

    Args:
        examples: all that may be shown.
        lengths: tokens of each.
        recipe: of the run.
        split: makes the batches of a pass; `training.batches.by_length`.

    Returns:
        The batches of all passes in order, each the places of its examples in `examples`; and the numbers of batches
        after which to look at dev.
    """
    batches: list[np.ndarray] = []
    looks = set()
    for number in range(recipe.passes):
        rng = np.random.default_rng([recipe.seed, number])
        chosen = np.array([i for i, example in enumerate(examples) if due(example, number, recipe)], dtype=int)
        batches += [chosen[batch] for batch in split(np.array(lengths)[chosen], recipe.tokens, rng)]
        if number % LOOK_EVERY == LOOK_EVERY - 1 or number == recipe.passes - 1:
            looks.add(len(batches))
    return batches, looks
