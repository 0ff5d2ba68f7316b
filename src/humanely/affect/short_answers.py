"""What people answer in a word or two: a plain yes or no to an offer, or, while they wait, when somebody comes.

The words are data in ``short_answers.toml``. Those of one language have to make up the whole message; whoever says more
says more, and is read like anybody else.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from humanely.affect.small_talk import LONGEST, Pattern, pattern, plain

ShortAnswer = Literal["yes", "no", "when"]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    yes: tuple[str, ...]
    no: tuple[str, ...]
    when: tuple[str, ...]
    beside: tuple[str, ...]


def short_answer(text: str) -> ShortAnswer | None:
    """What a message of a few words answers; None where it says more, or could mean two of them.

    >>> short_answer("Yes please!"), short_answer("ja, gerne"), short_answer("No, thanks")
    ('yes', 'yes', 'no')
    >>> short_answer("When will somebody come?"), short_answer("no, that's not it"), short_answer("yes and no")
    ('when', None, None)
    """
    if len(text) > LONGEST:
        return None
    spoken = plain(text)
    kinds = {kind for each in _patterns().values() for kind, one in each.items() if one.fits(spoken)}
    return next(iter(kinds)) if len(kinds) == 1 else None


def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with such words."""
    return frozenset(_patterns())


@cache
def _patterns() -> dict[str, dict[ShortAnswer, Pattern]]:
    source = (files("humanely.affect") / "short_answers.toml").read_text(encoding="utf-8")
    read = msgspec.convert(tomllib.loads(source), dict[str, _Words])
    return {
        code: {
            "yes": pattern(one.yes, one.beside),
            "no": pattern(one.no, one.beside),
            "when": pattern(one.when, one.beside),
        }
        for code, one in read.items()
    }
