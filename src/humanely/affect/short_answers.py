"""What people say in a word or two: a plain yes or no to an offer, while they wait when somebody comes, or the name of
whom they want to speak to.

The words are data in ``short_answers.toml``. Those of one language have to make up the whole message; whoever says more
says more, and is read like anybody else.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from humanely.affect.small_talk import LONGEST, Pattern, pattern, plain

ShortAnswer = Literal["yes", "no", "when"]

_ANSWERS: tuple[ShortAnswer, ...] = ("yes", "no", "when")
_QUESTION_MARK = re.compile("[?？؟]")


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    yes: tuple[str, ...]
    no: tuple[str, ...]
    when: tuple[str, ...]
    beside: tuple[str, ...]
    human: tuple[str, ...]
    beside_human: tuple[str, ...]


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
    kinds = {kind for each in _patterns().values() for kind in _ANSWERS if each[kind].fits(spoken)}
    return next(iter(kinds)) if len(kinds) == 1 else None


def names_human(text: str) -> bool:
    """Whether a message is nothing but the name of a human to speak to; a question may ask who answers.

    >>> names_human("Representative!"), names_human("einen Mitarbeiter bitte"), names_human("thank you, agent")
    (True, True, False)
    >>> names_human("a real person?"), names_human("no human"), names_human("my agent has not called back")
    (False, False, False)
    """
    return bool(_naming(text))


def language_of_name(text: str) -> str | None:
    """The language of a message that names a human; None where several have the same words, or it names none.

    >>> language_of_name("Kundenservice"), language_of_name("agente"), language_of_name("Where is my parcel?")
    ('de', None, None)
    """
    found = _naming(text)
    return next(iter(found)) if len(found) == 1 else None


def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with such words."""
    return frozenset(_patterns())


def _naming(text: str) -> frozenset[str]:
    """The languages in which the whole text names a human."""
    if len(text) > LONGEST or _QUESTION_MARK.search(text):
        return frozenset()
    spoken = plain(text)
    return frozenset(code for code, one in _patterns().items() if one["human"].fits(spoken))


@cache
def _patterns() -> dict[str, dict[str, Pattern]]:
    source = (files("humanely.affect") / "short_answers.toml").read_text(encoding="utf-8")
    read = msgspec.convert(tomllib.loads(source), dict[str, _Words])
    return {
        code: {
            "yes": pattern(one.yes, one.beside),
            "no": pattern(one.no, one.beside),
            "when": pattern(one.when, one.beside),
            "human": pattern(one.human, one.beside_human),
        }
        for code, one in read.items()
    }
