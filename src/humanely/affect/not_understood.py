"""An answer that says it did not understand, and nothing else: the words are data in ``not_understood.toml``.

"Please type 1 or 2" reads like a step and "could you rephrase?" like interest. After "I did not understand" neither
is: the person has to start again.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from humanely.affect.folding import EDGES, WORD, fold
from humanely.affect.phrases import Span
from humanely.affect.risk_words import Place, RiskFile, RiskWords

CLAUSE = re.compile(r"(?<=[.!?…。！？।؟;,，、،])\s*|\n+")
"""What stands between two clauses."""

_BESIDE = 5
"""Words beside "I did not understand" that still say only what was not understood."""
_OPTION = 4
"""Words of something to choose, after having been asked to."""
_FEW = 2
"""Words that say nothing of their own, such as a name."""
_CHARACTER = 0.4
"""Of a word, where a script is read one character at a time."""
_SPACELESS = re.compile(r"[\u0e01-\u0e7f\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LISTED = re.compile(r"\s*(?:[-*•·▪–—]|\(?\d{1,2}[.):]|\d\ufe0f?\u20e3)")


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    says: str
    asks: str
    courtesy: str
    unless: str = ""
    gap: int = 3


class _Lists(msgspec.Struct, frozen=True):
    says: RiskWords
    asks: RiskWords
    courtesy: RiskWords


def not_understood(answer: str) -> Span | None:
    """The clause of an answer that says it was not understood; None where there is none, or the answer says more.

    The lists of all languages are held against it: a machine may answer in another language than the person's.

    >>> not_understood("Sorry, I did not understand. Please choose one of the following: 1. Billing 2. Delivery").text
    'I did not understand.'
    >>> not_understood("I did not understand your last line, but the refund left today and is with you by Friday.")
    """
    lists = _lists()
    if not lists.says.find(_words(answer)):
        return None
    said: Span | None = None
    asked = False
    for start, clause in clauses(answer):
        words = _words(clause)
        told = lists.says.find(words)
        if told and said is None:
            said = Span("not_understood", start, start + len(clause), clause)
        if lists.asks.find(words) or _LISTED.match(clause):
            asked = True
            continue
        most = _BESIDE if told else _OPTION if asked else _FEW
        if _left(words, [*told, *lists.courtesy.find(words)]) > most:
            return None
    return said


def clauses(answer: str) -> Iterator[tuple[int, str]]:
    """The clauses of an answer that are not empty, each with its first character."""
    start = 0
    for found in (*CLAUSE.finditer(answer), None):
        end, after = (len(answer), 0) if found is None else found.span()
        if answer[start:end].strip():
            yield start, answer[start:end]
        start = after


def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with such words."""
    return frozenset(_files())


def _words(text: str) -> list[str]:
    return [".", *WORD.findall(fold(text)), "."]


def _left(words: list[str], told: list[Place]) -> float:
    """How much is said beside what was found, in words."""
    covered = {at for start, end in told for at in range(start, end)}
    left = (word for at, word in enumerate(words) if at not in covered and word not in EDGES)
    return sum(_CHARACTER if _SPACELESS.match(word) else 1.0 for word in left)


@cache
def _files() -> dict[str, _Said]:
    text = (files("humanely.affect") / "not_understood.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, _Said])


@cache
def _lists() -> _Lists:
    told = _files().values()
    return _Lists(
        says=RiskWords(RiskFile((), one.says, unless=one.unless, gap=one.gap) for one in told),
        asks=RiskWords(RiskFile((), one.asks, gap=one.gap) for one in told),
        courtesy=RiskWords(RiskFile((), one.courtesy, gap=one.gap) for one in told),
    )
