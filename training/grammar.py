"""Sentences made from authored patterns and words: liking and disliking under a negation, a contrast, an answer.

Too few authored lines can show that a negation counts however far it stands from the word that it denies. A file
``authored/grammar/<language>.toml`` has patterns of each side of a feeling, and the words for their slots.
"""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from humanely.affect.labels import SENTIMENTS

_SLOT = re.compile(r"\{(\w+)\}")
_SPACE = re.compile(r"\s+([.,;?!])|\s{2,}")
_ARTICLE = re.compile(r"\ba(?= [aeio])")
CASUAL = 0.3
"""Share of the sentences in lower case and without a full stop, as people type."""


def sentences(path: Path, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield different sentences, each with its side of `SENTIMENTS`; the same arguments yield the same ones.

    Args:
        path: a grammar.
        count: how many; the sides take turns, and so do the patterns of a side.
        seed: of the choice of words.
    """
    grammar = tomllib.loads(path.read_text(encoding="utf-8"))
    rng = random.Random(seed)
    made: set[str] = set()
    while len(made) < count:
        side = SENTIMENTS[len(made) % len(SENTIMENTS)]
        pattern = rng.choice(grammar["patterns"][side])
        text = typed(filled(pattern, grammar["words"], rng), rng)
        if text not in made:
            made.add(text)
            yield text, side


def filled(pattern: str, words: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """Put a word into each slot of a pattern.

    >>> filled("{thing} was not {good}.", {"thing": ["the soup"], "good": ["nice"]}, random.Random(1))
    'the soup was not nice.'
    """
    text = _SLOT.sub(lambda slot: rng.choice(words[slot[1]]), pattern)
    return _ARTICLE.sub("an", _SPACE.sub(lambda space: space[1] or " ", text))


def typed(text: str, rng: random.Random) -> str:
    """Write a sentence as people do: most with a capital and a stop, some without."""
    if rng.random() < CASUAL:
        return text.rstrip(".")
    return text[:1].upper() + text[1:]
