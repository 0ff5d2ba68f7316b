"""Messages that ask for nothing yet, or nothing more: a greeting, an "all right, thanks"; and those that only ask
whether a machine answers. The words are data in ``small_talk.toml``.

Asking back would be odd at such a message, and there is nothing in it to estimate or to be unsure of. The words of
one language have to make up the whole message; which one need not be known, for a greeting is too short to tell.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from humanely.affect.farewell import is_farewell
from humanely.affect.folding import fold

SmallTalk = Literal["greets", "closes", "asks_who"]

LONGEST = 80
"""Characters of small talk; who writes more says more."""
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_BETWEEN = r"(?:[\s,.!?¿¡;:،؛؟।、。，！？~\-👋🙂😊😀👍🙏🏻-🏿]|\[name\])*"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    greet: tuple[str, ...]
    beside: tuple[str, ...]
    closes: tuple[str, ...]
    beside_closing: tuple[str, ...]
    asks_who: tuple[str, ...]


class Pattern(msgspec.Struct, frozen=True):
    """A message of nothing else, and somewhere in it what counts."""

    whole: re.Pattern[str]
    counts: re.Pattern[str]

    def fits(self, spoken: str) -> bool:
        """Whether a message, as `plain` leaves it, is no more than these words."""
        return bool(self.whole.fullmatch(spoken) and self.counts.search(spoken))


def small_talk(texts: Sequence[str], *, opens: bool) -> SmallTalk | None:
    """What messages that wait for one answer do together; None where one of them says more.

    Args:
        texts: masked, at least one.
        opens: nothing was answered before; some words both greet and take leave ("ciao").

    >>> small_talk(["Hi there!"], opens=True), small_talk(["ok thanks, bye"], opens=False)
    ('greets', 'closes')
    >>> small_talk(["Hello", "where is my parcel?"], opens=True), small_talk(["yes"], opens=False)
    (None, None)
    """
    if not texts:
        return None
    greets, closes = all(map(only_greets, texts)), all(map(only_closes, texts))
    if greets and (opens or not closes):
        return "greets"
    if closes:
        return "closes"
    return "asks_who" if any(map(only_asks_who, texts)) and all(map(_asks_who_or_greets, texts)) else None


def only_greets(text: str) -> bool:
    """Whether a message greets and asks for nothing yet.

    >>> only_greets("Guten Tag zusammen"), only_greets("hola buenas"), only_greets("Hello, my parcel is late")
    (True, True, False)
    """
    return bool(_spoken(text, 0))


def only_closes(text: str) -> bool:
    """Whether a message takes note, thanks or takes leave, and asks for nothing more.

    >>> only_closes("alright"), only_closes("Danke, tschüss"), only_closes("no"), only_closes("ok but why?")
    (True, True, False, False)
    """
    return "?" not in text and (is_farewell(text) or bool(_spoken(text, 1)))


def only_asks_who(text: str) -> bool:
    """Whether a message asks if a machine answers, and nothing else.

    >>> only_asks_who("Hi, are you a real person?"), only_asks_who("Are you a bot? Where is my parcel?")
    (True, False)
    """
    return bool(_spoken(text, 2))


def _asks_who_or_greets(text: str) -> bool:
    return only_asks_who(text) or only_greets(text)


def language_of(text: str) -> str | None:
    """The language of small talk; None where several have the same words, or it is none.

    >>> language_of("hola buenas"), language_of("hi"), language_of("Where is my parcel?")
    ('es', None, None)
    """
    found = _spoken(text, 0) | _spoken(text, 1) | _spoken(text, 2)
    return next(iter(found)) if len(found) == 1 else None


def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with such words."""
    return frozenset(_patterns())


def _spoken(text: str, kind: int) -> frozenset[str]:
    """The languages whose words make up the whole text."""
    if len(text) > LONGEST:
        return frozenset()
    spoken = plain(text)
    return frozenset(code for code, kinds in _patterns().items() if kinds[kind].fits(spoken))


def plain(text: str) -> str:
    """A message as its words are looked for: folded, and what is drawn out said once ("heyyyy")."""
    return _DRAWN_OUT.sub(r"\1", fold(text))


@cache
def _patterns() -> dict[str, tuple[Pattern, Pattern, Pattern]]:
    """Of each language, what greets, what closes, and what asks who answers."""
    source = (files("humanely.affect") / "small_talk.toml").read_text(encoding="utf-8")
    read = msgspec.convert(tomllib.loads(source), dict[str, _Words])
    return {
        code: (
            pattern(one.greet, one.beside),
            pattern(one.closes, one.beside_closing),
            pattern(one.asks_who, (*one.greet, *one.beside, *one.beside_closing)),
        )
        for code, one in read.items()
    }


def pattern(counting: Sequence[str], beside: Sequence[str]) -> Pattern:
    """A pattern of words.

    Args:
        counting: one of these has to be there.
        beside: may stand around it.
    """
    # Atomic, so that no message can be read in so many ways that trying them takes long.
    whole = rf"{_BETWEEN}(?>{_any((*counting, *beside))}{_BETWEEN})++"
    return Pattern(re.compile(whole), re.compile(_any(counting)))


def _any(phrases: Sequence[str]) -> str:
    """Any of the phrases, the longest first; whole words where a script has them."""
    longest_first = sorted({_DRAWN_OUT.sub(r"\1", fold(phrase)) for phrase in phrases}, key=len, reverse=True)
    return f"(?:{'|'.join(map(_whole, longest_first))})"


def _whole(phrase: str) -> str:
    spaced = phrase[-1] < "\u3000"
    return rf"(?<!\w){re.escape(phrase)}(?!\w)" if spaced else re.escape(phrase)
