"""A fast phrase matcher: what service staff and customers say, as data, one TOML file per language.

A file in ``words/`` names its language's folding and its categories. A category holds phrases, one a line:

=========  ==========================================================================================
``word``   that word; case, accents and the kind of apostrophe do not matter
``stem*``  every word that begins so
``a/b``    one or the other
``(a)``    may be there or not (may hold alternatives: ``(a/b)``)
``_``      any one word
``...``    up to three words, within the sentence
``#``      a number
``|``      the edge of a sentence
``?``      a question mark
emoji      itself, of any skin tone
=========  ==========================================================================================

``unless`` holds phrases that undo an overlapping find ("no problem"); ``negatable = true`` drops a find
that follows one of the language's ``negators`` within three words ("not angry").

All phrases of a language lie in one prefix tree, so the time a text takes does not grow with the lists.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import product

import msgspec

from humanely.signal.tag import base_language

_LETTERS = r"[^\W\d_]"
_REST = (
    r"\[[\w-]+\]"  # a masked part, such as [name]
    r"|\d+(?:[.,:]\d+)*"
    r"|[\U0001F300-\U0001F3FA\U0001F400-\U0001FAFF\u2600-\u27BF\u2B50]"  # emoji; skin tones left out
    r"|[.!?…;:\n¿¡؟。！？]+"
)
_WORDS = {
    "joins": re.compile(rf"{_LETTERS}+(?:['’ʼ]{_LETTERS}+)*|{_REST}"),
    "splits": re.compile(rf"{_LETTERS}+|{_REST}"),
}
_APOSTROPHES = re.compile("['’ʼ]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_EDGES = frozenset(".!?")
_SIGNS = frozenset({"...", "_", "#", "|", "?"})
_GAP = 3
_NEGATION_REACH = 3
_MEMORY = 50_000


class Span(msgspec.Struct, frozen=True):
    """Words of a text.

    Attributes:
        name: the category they belong to.
        start: first character, >= 0.
        end: one past the last, > `start`.
        text: ``given[start:end]``.
    """

    name: str
    start: int
    end: int
    text: str


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One list of a language file: what is said, and what undoes it."""

    say: str
    unless: str = ""
    negatable: bool = False


class LanguageFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of ``words/``.

    Attributes:
        apostrophe: ``joins`` (don't is one word) or ``splits`` (l'attente are two).
        spell: letters written out in the language, such as ä as ae.
        common: words too frequent to say what a message is about.
        cue: lists about a customer's message. answer: lists about an answer.
    """

    apostrophe: str
    negators: str
    common: str
    cue: dict[str, Category]
    answer: dict[str, Category]
    spell: dict[str, str] = {}


class Tokens(msgspec.Struct, frozen=True):
    """A text as folded words with their places; sentence edges are ``.``, ``!`` or ``?``.

    The first and the last token are edges of no width.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def sentences(self) -> Iterator[range]:
        """Token ranges between edges, empty ones left out."""
        begin = 0
        for at, word in enumerate(self.words):
            if word in _EDGES:
                if at > begin:
                    yield range(begin, at)
                begin = at + 1


class _Node:
    """A place in the tree: what may follow, by the exact words, stems and classes that lead on."""

    __slots__ = ("after_gap", "categories", "edges", "follow")

    def __init__(self) -> None:
        self.edges: dict[tuple[str, ...], _Node] = {}
        self.follow: dict[str, tuple[_Node, ...]] = {}
        self.after_gap: _Node | None = None
        self.categories: tuple[str, ...] = ()

    def grow(self, elements: tuple[str, ...]) -> "_Node":
        """The node one step on, over any of `elements`."""
        if elements not in self.edges:
            node = self.edges[elements] = _Node()
            for element in elements:
                self.follow[element] = (*self.follow.get(element, ()), node)
        return self.edges[elements]


class Phrases:
    """The phrases of one language, ready to find."""

    def __init__(self, file: LanguageFile) -> None:
        self._pattern = _WORDS[file.apostrophe]
        self._spell = str.maketrans(file.spell)
        self._folded: dict[str, str] = {}
        self._faces: dict[str, tuple[str, ...]] = {}
        self._root = _Node()
        self._vocabulary: set[str] = set()
        self._negatable = frozenset(
            f"{side}.{name}"
            for side, lists in (("cue", file.cue), ("answer", file.answer))
            for name, category in lists.items()
            if category.negatable
        )
        self.categories = frozenset(f"cue.{name}" for name in file.cue) | {f"answer.{name}" for name in file.answer}
        self._negators = frozenset(self._fold(word) for word in file.negators.split())
        self.common = frozenset(self._fold(word) for word in file.common.split())
        for side, lists in (("cue", file.cue), ("answer", file.answer)):
            for name, category in lists.items():
                self._plant(category.say, f"{side}.{name}")
                self._plant(category.unless, f"!{side}.{name}")
        self._stems = _by_start(key for key in self._vocabulary if key.endswith("*"))

    def tokens(self, text: str) -> Tokens:
        """Split and fold `text`."""
        words, starts, ends = ["."], [0], [0]
        folded = self._folded
        for found in self._pattern.finditer(text):
            word = found.group()
            words.append(folded.get(word) or self._fold(word))
            starts.append(found.start())
            ends.append(found.end())
        words.append(".")
        starts.append(len(text))
        ends.append(len(text))
        return Tokens(text, words, starts, ends)

    def find(self, tokens: Tokens) -> dict[str, tuple[Span, ...]]:
        """Spans by category (``cue.urgent``, ``answer.owns``), in order, none overlapping its own kind."""
        best: dict[str, dict[int, int]] = {}
        for start, end, categories in self._matches(tokens.words):
            for name in categories:
                ends = best.setdefault(name, {})
                if ends.get(start, 0) < end:
                    ends[start] = end
        found: dict[str, tuple[Span, ...]] = {}
        for name, ends in best.items():
            if name[0] != "!":
                undone = best.get("!" + name, {})
                spans = tuple(self._spans(name, ends, undone, tokens))
                if spans:
                    found[name] = spans
        return found

    def _spans(self, name: str, ends: Mapping[int, int], undone: Mapping[int, int], tokens: Tokens) -> Iterator[Span]:
        reached = 0
        for start in sorted(ends):
            end = ends[start]
            if start < reached or any(a < end and start < b for a, b in undone.items()):
                continue
            if name in self._negatable and self._negated(tokens.words, start):
                continue
            reached = end
            first = start + (tokens.words[start] in _EDGES)
            last = end - 1 - (tokens.words[end - 1] in _EDGES and end - 1 > first)
            begin, stop = tokens.starts[first], tokens.ends[last]
            if stop > begin:
                yield Span(name.partition(".")[2], begin, stop, tokens.text[begin:stop])

    def _negated(self, words: Sequence[str], start: int) -> bool:
        for at in range(start - 1, max(start - 1 - _NEGATION_REACH, -1), -1):
            if words[at] in _EDGES:
                return False
            if words[at] in self._negators:
                return True
        return False

    def _matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        known = self._faces
        faces = [known.get(word) or self._faces_of(word) for word in words]
        root = self._root.follow
        count = len(words)
        for start in range(count):
            stack = [(node, start + 1) for face in faces[start] for node in root.get(face, ())]
            while stack:
                node, at = stack.pop()
                if node.categories:
                    yield start, at, node.categories
                if node.after_gap is not None:
                    stack.extend(_skip(node.after_gap, at, words))
                if at < count and node.follow:
                    follow = node.follow
                    for face in faces[at]:
                        if face in follow:
                            stack.extend([(further, at + 1) for further in follow[face]])

    def _faces_of(self, word: str) -> tuple[str, ...]:
        """What a pattern may call a word: itself, a stem of it, a class."""
        stems = (stem for stem in self._stems.get(word[:3], ()) if word.startswith(stem[:-1]))
        class_ = "|" if word in _EDGES else "_"
        faces = (word, *stems, class_, "#") if word[0].isdigit() else (word, *stems, class_)
        usable = tuple(face for face in faces if face in self._vocabulary)
        if len(self._faces) >= _MEMORY:
            self._faces.clear()
        self._faces[word] = usable
        return usable

    def _fold(self, word: str) -> str:
        if not word[0].isalnum():
            folded = word if word[0] == "[" or not _is_punctuation(word) else _edge(word)
        else:
            plain = _APOSTROPHES.sub("", word.casefold()).translate(self._spell)
            plain = _STRETCHED.sub(r"\1", plain)
            if not plain.isascii():
                plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
            folded = plain or word
        if len(self._folded) >= _MEMORY:
            self._folded.clear()
        self._folded[word] = folded
        return folded

    def _plant(self, lines: str, category: str) -> None:
        for line in filter(None, map(str.strip, lines.splitlines())):
            for path in self._expand(line):
                node = self._root
                for elements in path:
                    if elements == ("...",):
                        node.after_gap = node.after_gap or _Node()
                        node = node.after_gap
                    else:
                        self._vocabulary.update(elements)
                        node = node.grow(elements)
                if category not in node.categories:
                    node.categories = (*node.categories, category)

    def _expand(self, line: str) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Every path of a line: optional parts in or out, alternatives of one word kept together."""
        choices: list[list[tuple[tuple[str, ...], ...]]] = []
        for part in line.split():
            single: set[str] = set()
            longer: list[tuple[tuple[str, ...], ...]] = []
            for pieces in map(self._element, part.strip("()").split("/")):
                if len(pieces) == 1:
                    single.update(pieces)
                else:
                    longer.append(tuple((piece,) for piece in pieces))
            ways = [*longer, (tuple(sorted(single)),)] if single else longer
            choices.append([*ways, ()] if part.startswith("(") else ways)
        for chosen in product(*choices):
            if path := tuple(elements for way in chosen for elements in way):
                yield path

    def _element(self, element: str) -> tuple[str, ...]:
        if element in _SIGNS:
            return (element,)
        if element.endswith("*"):
            *before, last = self._pieces(element[:-1])
            return (*before, last + "*")
        return tuple(self._pieces(element))

    def _pieces(self, word: str) -> list[str]:
        return [self._fold(found.group()) for found in self._pattern.finditer(word)]


def _skip(node: _Node, at: int, words: Sequence[str]) -> Iterator[tuple[_Node, int]]:
    """`node` at this place and up to three words on, not past the edge of the sentence."""
    yield node, at
    for reached in range(at, min(at + _GAP, len(words))):
        if words[reached] in _EDGES:
            return
        yield node, reached + 1


def _by_start(stems: Iterator[str]) -> dict[str, tuple[str, ...]]:
    """Stems by their first three letters; a stem is at least that long."""
    by_start: dict[str, tuple[str, ...]] = {}
    for stem in sorted(stems):
        by_start[stem[:3]] = (*by_start.get(stem[:3], ()), stem)
    return by_start


def _is_punctuation(word: str) -> bool:
    return all(unicodedata.category(c)[0] == "P" or c == "\n" for c in word)


def _edge(marks: str) -> str:
    if any(mark in marks for mark in "?؟？"):
        return "?"
    return "!" if any(mark in marks for mark in "!！") else "."


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with phrases.

    >>> sorted(languages())
    ['de', 'en', 'es', 'fr', 'it', 'pt']
    """
    folder = resources.files("humanely.affect") / "words"
    return frozenset(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def phrases(language: str | None) -> Phrases | None:
    """The phrases of a language (a region after the code is ignored), or None where there are none.

    >>> english = phrases("en-GB")
    >>> [span.text for span in english.find(english.tokens("Can I talk to a human?"))["cue.asks_for_human"]]
    ['talk to a human']
    """
    code = base_language(language)
    return _load(code) if code in languages() else None


@lru_cache(maxsize=32)
def _load(code: str) -> Phrases:
    source = (resources.files("humanely.affect") / "words" / f"{code}.toml").read_text(encoding="utf-8")
    return Phrases(msgspec.convert(tomllib.loads(source), LanguageFile))
