"""Where people are named in a greeting, an introduction, an address or a signature.

What people say around a name is data: ``names.toml`` by language, with the words that are no
name (``not_names.txt``) and names known even in lower case (``given_names.txt``) beside it. All
languages are looked for at once, since the language of a short turn is often unsure. Names elsewhere
in running text are out of reach.
"""

import re
import tomllib
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

MAX_WORDS = 4
"""Longest name in words, particles such as "van der" not counted."""

_SIGN = r"\s\d_!-&(-/:-@\[-`{-~\u00a0-\u00bf×÷\u2000-\u2bff\u3000-\u303f\uff00-\uff0f،؛؟।\ufffd\U0001f000-\U0001ffff"
_WORD = re.compile(rf"[^'{_SIGN}]+(?:['’\-][^'{_SIGN}]+)*")
_GAP = re.compile(r"[ \t\u00a0.]{0,3}")
_PARTICLES_LIST = "de da do dos das di del della van von der den ter ten la le el al bin ibn du zu af y e"
_PARTICLES = frozenset(_PARTICLES_LIST.split())
_LINKS_LIST = (
    "from and with here calling speaking again writing at of your the von vom aus und hier et de du à y e en da do di "
    "van uit i z ze og och ja ve из і от и bei"
)
_LINKS = frozenset(_LINKS_LIST.split())
_AFTER_NAME = frozenset(["bey", "hanım", "जी"])
_STRICT = frozenset(["de"])
"""Languages that write every noun with a capital: "Ich bin Kunde" names nobody."""
_VAGUE = frozenset(["it's", "it", "im"])
"""First words of weak phrases that need more: "It's Reggae" and German "im Minus" name nobody."""
_ALSO_NAMES = frozenset(["will", "may", "june", "april", "august", "mark", "grace"])
"""Words of the stop list that are names in "Dear Will,": with a capital and the clause over."""


class Role(IntEnum):
    """How a phrase stands to the name after it, surest first."""

    INTRO = 0
    TITLE = 1
    GREET = 2
    THANK = 3
    SIGN = 4
    WEAK = 5
    LABEL = 6


class Phrase(NamedTuple):
    """Words, in lower case, and what they announce."""

    words: tuple[str, ...]
    role: Role
    language: str


class Word(NamedTuple):
    """A word of the text and where it stands."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """As the lists write it."""
        return self.text.lower().replace("’", "'")


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """All phrases of all languages by their first word, the longest first."""
    found: dict[str, set[Phrase]] = {}
    for language, roles in tomllib.loads(_data("names.toml")).items():
        for role, entries in roles.items():
            for entry in entries:
                words = tuple(_WORD.findall(entry.lower()))
                found.setdefault(words[0], set()).add(Phrase(words, Role[role.upper()], language))
    return {
        first: tuple(sorted(group, key=lambda phrase: (-len(phrase.words), phrase.role, phrase.language)))
        for first, group in found.items()
    }


@cache
def not_names() -> frozenset[str]:
    """Words that are never taken for a name."""
    return _words("not_names.txt") | frozenset(word for first in phrases() for word in (first,))


@cache
def given_names() -> frozenset[str]:
    """Names taken for one even in lower case."""
    return _words("given_names.txt")


def _data(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _words(name: str) -> frozenset[str]:
    lines = _data(name).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def names(text: str) -> Iterator[tuple[int, int, str]]:
    """Names that the words around them give away, as ``(start, end, "name")``.

    >>> text = "Hi Anna, my name is tom."
    >>> [text[start:end] for start, end, _ in names(text)]
    ['Anna', 'tom']
    """
    words = [Word(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    known = phrases()
    shouting = text.isupper()
    taken = 0
    for at, word in enumerate(words):
        if word.start < taken:
            continue
        for phrase in known.get(word.lower, ()):
            if not _stands(text, words, at, phrase):
                continue
            span = _name_after(text, words, at + len(phrase.words), phrase, shouting=shouting)
            if span:
                taken = span[1]
                yield *span, "name"
                break
        if word.lower in _AFTER_NAME and at and (span := _name_before(text, words, at, taken)):
            yield *span, "name"
    if (dashed := _DASHED.search(text)) and (span := _whole_name(text, dashed.start(1), dashed.end(1))):
        yield *span, "name"


def _stands(text: str, words: list[Word], at: int, phrase: Phrase) -> bool:
    """Whether the phrase is there, and where its role may stand."""
    if at + len(phrase.words) >= len(words):
        return False
    for step, expected in enumerate(phrase.words[1:], at + 1):
        if words[step].lower != expected or not _GAP.fullmatch(text, words[step - 1].end, words[step].start):
            return False
    if phrase.role is Role.GREET:
        return _opens(text, words, at, slack=2)
    return phrase.role is not Role.SIGN or _opens(text, words, at, slack=0)


def _opens(text: str, words: list[Word], at: int, *, slack: int) -> bool:
    """Whether at most `slack` words stand between the start of a sentence and word `at`."""
    for step in range(at, max(-1, at - slack - 1), -1):
        if step == 0 or re.search(r"[.!?\n,;:)]", text[words[step - 1].end : words[step].start]):
            return True
    return False


def _name_after(text: str, words: list[Word], at: int, phrase: Phrase, *, shouting: bool) -> tuple[int, int] | None:
    at = _past_titles(text, words, at, phrase)
    gap = text[words[at - 1].end : words[at].start]
    if phrase.role is Role.SIGN and "\n" in gap and (below := _below_organisation(text, words, at)):
        at, gap = below, "\n"
    elif not _GAPS[phrase.role].fullmatch(gap):
        return None
    end = at
    while end < len(words) and end - at < MAX_WORDS and _continues(text, words, at, end):
        fits = _is_capital(words[end], shouting=shouting) and _may_name(words[end])
        if not (fits or _is_particle(words, end, shouting=shouting)):
            break
        end += 1
    if end == at and words[at].text.istitle() and words[at].lower in _ALSO_NAMES and _ends(text, words, at + 1):
        end += phrase.role in (Role.GREET, Role.SIGN, Role.THANK, Role.INTRO)
    if end > at:
        if end < len(words) and _continues(text, words, at, end) and words[end].lower in _ORGANISED:
            return None
        return _if_sure(text, words, at, end, phrase, gap)
    return _small_name(text, words, at, phrase, gap)


def _below_organisation(text: str, words: list[Word], at: int) -> int | None:
    """The first word of the next line, where a line such as "Ihr Kundenservice" stands first."""
    for step in range(at, min(at + 4, len(words) - 1)):
        if words[step].lower not in not_names():
            return None
        if "\n" in text[words[step].end : words[step + 1].start]:
            return step + 1
    return None


def _past_titles(text: str, words: list[Word], at: int, phrase: Phrase) -> int:
    """The index after forms of address: "Hallo Herr Dr. Novak"."""
    titles = _titles()
    for _ in range(3):
        if (
            at < len(words) - 1
            and words[at].lower in titles
            and _GAP.fullmatch(text, words[at].end, words[at + 1].start)
        ):
            at += 1
    return at


@cache
def _titles() -> frozenset[str]:
    every = [phrase for group in phrases().values() for phrase in group if phrase.role is Role.TITLE]
    return frozenset(word for phrase in every for word in phrase.words) - {"de", "la", "y", "ra", "ssa"}


def _continues(text: str, words: list[Word], first: int, at: int) -> bool:
    """Whether word `at` may belong to a name that begins at `first`: no sentence ends in between."""
    if at == first:
        return True
    before = words[at - 1]
    together = _GAP.fullmatch(text, before.end, words[at].start)
    return bool(together) and ("." not in text[before.end : words[at].start] or len(before.text) <= 2)


def _is_particle(words: list[Word], at: int, *, shouting: bool) -> bool:
    """True for "van" and "der" in "Jan van der Berg": small, and a capital follows soon."""
    for word in words[at : at + 3]:
        if word.text not in _PARTICLES:
            return word is not words[at] and _is_capital(word, shouting=shouting) and word.lower not in not_names()
    return False


def _may_name(word: Word) -> bool:
    """A known name counts even where another language has it as a word: Mia, Ada."""
    return word.lower not in not_names() or word.lower in given_names()


def _is_capital(word: Word, *, shouting: bool) -> bool:
    return not shouting and word.text[0].isupper() and (not word.text.isupper() or len(word.text) != 1)


def _ends(text: str, words: list[Word], end: int) -> bool:
    """Whether the sentence, clause or line is over after word ``end - 1``."""
    rest = text[words[end - 1].end : words[end - 1].end + 4].lstrip(" \t\u00a0")
    return not rest or rest[0] in ',.!?;:\n)،।-–—|(/"' or not (rest[0].isalnum() or rest[0] in "'’#@&")


def _if_sure(text: str, words: list[Word], at: int, end: int, phrase: Phrase, gap: str) -> tuple[int, int] | None:
    """The name, if what follows it bears the phrase out."""
    span = words[at].start, words[end - 1].end
    known = words[at].lower in given_names()
    closed = _ends(text, words, end)
    linked = end < len(words) and words[end].lower in _LINKS
    match phrase.role:
        case Role.INTRO | Role.TITLE | Role.LABEL:
            sure = True
        case Role.GREET:
            sure = known or closed or linked or ("," not in gap and "\n" not in gap)
        case Role.THANK:
            sure = known or closed
        case Role.SIGN:
            sure = _ends_line(text, words, end) or ("\n" in gap and closed)
        case Role.WEAK:
            strict = phrase.language in _STRICT or phrase.words[0] in _VAGUE
            sure = known or (closed and end - at > 1) or (not strict and (linked or closed))
    return span if sure else None


def _ends_line(text: str, words: list[Word], end: int) -> bool:
    rest = text[words[end - 1].end : words[end - 1].end + 40].split("\n")[0]
    return not any(map(str.isalnum, rest))


def _small_name(text: str, words: list[Word], at: int, phrase: Phrase, gap: str) -> tuple[int, int] | None:
    """A name in lower case, in shouted text, or in a script without capitals."""
    word = words[at]
    if word.lower in not_names() or len(word.text) < 2 or not _small_is_sure(text, words, at, phrase, gap):
        return None
    last = word
    paired = phrase.role in (Role.INTRO, Role.SIGN, Role.LABEL) and at + 1 < len(words)
    if paired and not _ends(text, words, at + 1):
        follower = words[at + 1]
        after = words[at + 2].lower if at + 2 < len(words) else ""
        may_end = _ends(text, words, at + 2) or after in _LINKS
        if follower.lower not in not_names() | _LINKS and may_end:
            last = follower
    return word.start, last.end


def _small_is_sure(text: str, words: list[Word], at: int, phrase: Phrase, gap: str) -> bool:
    """Whether a word without a capital is a name: mostly when it is a known one."""
    known = words[at].lower in given_names()
    closed = _ends(text, words, at + 1)
    linked = at + 1 < len(words) and words[at + 1].lower in _LINKS
    first = words[at].text[0]
    uncased = not first.isupper() and not first.islower()
    alone = "\n" in gap and len(words) == at + 1 and len(phrase.words[0]) > 1
    sure = {
        Role.INTRO: known or closed or linked or uncased,
        Role.LABEL: known or closed,
        Role.GREET: known or (uncased and closed and not {",", "،"} & set(gap)),
        Role.SIGN: alone or (known and _ends_line(text, words, at + 1)),
        Role.THANK: known and closed,
        Role.TITLE: known,
        Role.WEAK: known and (closed or linked),
    }
    return sure[phrase.role]


def _name_before(text: str, words: list[Word], at: int, taken: int) -> tuple[int, int] | None:
    """The name before a form of address that follows it: "Ayşe Hanım"."""
    word = words[at - 1]
    plain = _GAP.fullmatch(text, word.end, words[at].start)
    small = word.text[0].islower()
    if plain and not small and word.start >= taken and word.lower not in not_names():
        return word.start, word.end
    return None


def _whole_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span, if all its words may be parts of a name."""
    parts = _WORD.findall(text, start, end)
    fine = all(part[0].isupper() and part.lower() not in not_names() for part in parts)
    return (start, end) if fine and parts and not text.isupper() else None


_DASHED = re.compile(
    rf"(?:[.!?][ \t]{{1,3}}|\n)[ \t]{{0,4}}(?:[-–—~]{{1,2}}[ \t]?)([^'{_SIGN}]{{2,20}}(?: [^'{_SIGN}]{{2,20}})?)\s*\Z"
)
_ORGANISED_LIST = (
    "support team service services kundenservice care help desk bank gmbh ag inc ltd llc sarl store shop group company"
)
_ORGANISED = frozenset(_ORGANISED_LIST.split())
_PLAIN_GAP = re.compile(r"[ \t\u00a0.]{0,3}")
_GAPS = {
    Role.INTRO: re.compile(r"[ \t\u00a0:,\"“«']{0,4}"),
    Role.TITLE: _PLAIN_GAP,
    Role.GREET: re.compile(r"[ \t\u00a0,،.]{0,3}"),
    Role.THANK: re.compile(r"[ \t\u00a0,]{0,3}"),
    Role.SIGN: re.compile(r"[ \t\u00a0,،.!;:\-–—]{0,4}\n?\s{0,4}[-–—~]?[ \t]?"),
    Role.WEAK: _PLAIN_GAP,
    Role.LABEL: re.compile(r"[ \t\u00a0]?[:：=][ \t\u00a0]{0,3}"),
}
