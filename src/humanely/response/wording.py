"""What a draft may say wrongly, as data: one file per language in ``words/``, in the pattern language of
`humanely.affect.phrases`.

A file holds lists of phrases, the names of the months, and how its words are folded. What `humanely.affect` already
knows of answers (blame, cheer, stock phrases) is read from there and not written twice.
"""

import tomllib
from functools import lru_cache
from importlib import resources

import msgspec

from humanely.affect.phrases import Category, LanguageFile, Phrases
from humanely.signal.tag import base_language

LISTS: tuple[str, ...] = (
    "apology", "asks_email", "asks_name", "asks_order", "asks_phone", "blame", "cheer", "claims_human",
    "claims_machine", "deadline", "dismissal", "filler", "handoff", "method", "offer", "promise_contact",
    "promise_gift", "promise_outcome", "promise_refund", "stock", "suicide", "unsafe", "verdict",
)  # fmt: skip
"""Every language has all of these."""


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of ``words/``.

    Attributes:
        apostrophe, negators, spell: as in `humanely.affect.phrases.LanguageFile`.
        months: twelve lines, each the ways to write one month.
        lists: by name, those of `LISTS`.
    """

    apostrophe: str
    negators: str
    months: str
    lists: dict[str, Category]
    spell: dict[str, str] = {}


class Wording(msgspec.Struct, frozen=True):
    """The lists of one language, ready to find; months by the words for them, 1 to 12."""

    phrases: Phrases
    months: dict[str, int]


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with words for all checks.

    >>> sorted(languages())
    ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ru', 'tr']
    """
    folder = resources.files("humanely.response") / "words"
    return frozenset(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def wording(language: str | None) -> Wording | None:
    """The words of a language (a region after the code is ignored), or None where there are none."""
    code = base_language(language)
    return _load(code) if code in languages() else None


@lru_cache(maxsize=32)
def _load(code: str) -> Wording:
    source = (resources.files("humanely.response") / "words" / f"{code}.toml").read_text(encoding="utf-8")
    file = msgspec.convert(tomllib.loads(source), WordFile)
    phrases = Phrases(
        LanguageFile(
            apostrophe=file.apostrophe,
            negators=file.negators,
            common="",
            spell=file.spell,
            cue={},
            answer=file.lists,
        )
    )
    lines = file.months.strip().splitlines()
    months = {word: at for at, line in enumerate(lines, start=1) for word in line.casefold().split()}
    return Wording(phrases, months)
