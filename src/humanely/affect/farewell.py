"""Whether a message is only a farewell to the talk: "nothing, bye". The words are data in ``farewell.toml``.

The model of risk met few farewells but those of people at risk. The guard is narrow: one word more, such as "forever"
or "everyone", a trailing "…" or a crying face, and it does not hold.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from humanely.affect.folding import fold

_LONGEST = 60
"""Characters of a plain farewell; who writes more says more."""
_TRAILING = re.compile(r"…|\.\s*\.")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_BETWEEN = r"[\s,.!;:،؛।、。，！~👋🙂😊😀👍🙏\U0001f3fb-\U0001f3ff-]*"


class _Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language: `bye` takes leave, `beside` only goes with it."""

    bye: tuple[str, ...]
    beside: tuple[str, ...]


def is_farewell(text: str) -> bool:
    """Whether a message takes leave, in words of one language, and says nothing else.

    >>> is_farewell("Nothing, thanks. Bye!"), is_farewell("goodbye everyone"), is_farewell("nothing")
    (True, False, False)
    """
    if len(text) > _LONGEST or _TRAILING.search(text):
        return False
    folded = _DRAWN_OUT.sub(r"\1", fold(text))
    return any(whole.fullmatch(folded) and bye.search(folded) for whole, bye in _patterns().values())


def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with such words."""
    return frozenset(_patterns())


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Of each language: a message of nothing else, and somewhere in it a farewell."""
    text = (files("humanely.affect") / "farewell.toml").read_text(encoding="utf-8")
    read = msgspec.convert(tomllib.loads(text), dict[str, _Closing])
    return {
        code: (
            re.compile(rf"{_BETWEEN}(?:{_any((*one.bye, *one.beside))}{_BETWEEN})+"),
            re.compile(_any(one.bye)),
        )
        for code, one in read.items()
    }


def _any(phrases: tuple[str, ...]) -> str:
    """Any of the phrases, the longest first; whole words where a script has them."""
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=len, reverse=True)
    return f"(?:{'|'.join(map(_whole, longest_first))})"


def _whole(phrase: str) -> str:
    spaced = phrase[-1] < "\u3000"
    return rf"(?<!\w){re.escape(phrase)}(?!\w)" if spaced else re.escape(phrase)
