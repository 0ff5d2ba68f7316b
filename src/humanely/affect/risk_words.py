"""Phrases as data, found in folded words.

A line is a phrase: ``a/b`` one or the other, ``(a)`` may be missing, ``a-b`` two words as one way,
``stem*``, ``_`` any one word, ``...`` up to a few words within the sentence, ``#`` a number, ``|`` the edge
of a sentence. Letters that stand twice count as one.

===========  ========================================================================================
``risk``     says it, of oneself or of another person now ("want to die"); fires
``mention``  names it without saying whose it is ("suicide"); fires where nothing of ``about`` stands near
``unless``   undoes a find that it overlaps ("dying to see")
``about``    study, news, works, contracts, the past, mourning: undoes a ``mention`` of the same or
             the next sentence, and never a ``risk``
``marked``   words that mean something harmless with other marks ("tự tử", "từ từ"): where a find has them,
             they are written so, or, in a find of more words, with no marks at all
===========  ========================================================================================
"""

import re
import unicodedata
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from humanely.affect.folding import EDGES, SINGLY, WORD, fold

Place = tuple[int, int]

DOUBLED = re.compile(rf"((?![{SINGLY}])[^\W\d_])\1+")
"""Letters that stand twice, of scripts that part words: where one character after the other is read, each counts."""
_UNKNOWN = ("_",)
_STATES_KEPT = 20_000


class RiskFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """A file of ``words/crisis/``.

    Attributes:
        scripts: those its phrases are written in.
        gap: the most words that ``...`` stands for, >= 1.
        spell: letters written out in the language, such as ä as ae.
    """

    scripts: tuple[str, ...]
    risk: str
    mention: str = ""
    unless: str = ""
    about: str = ""
    marked: str = ""
    gap: int = 3
    spell: dict[str, str] = {}


class _Step:
    """A place in the tree of phrases: where words lead on to, and the lists that end here."""

    __slots__ = ("follow", "lists")

    def __init__(self) -> None:
        self.follow: dict[str, list[_Step]] = {}
        self.lists: tuple[str, ...] = ()


class _State:
    """All the steps that some words may have led to, with what was worked out of them so far."""

    __slots__ = ("lists", "moves", "steps")

    def __init__(self, steps: Collection[_Step]) -> None:
        self.steps = steps
        self.lists = tuple({name for step in steps for name in step.lists})
        self.moves: dict[tuple[str, ...], _State | None] = {}


class _Tree:
    """The phrases of a language."""

    def __init__(self, file: RiskFile) -> None:
        self.vocabulary: set[str] = set()
        self.marked: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._grown: dict[tuple[_Step, str], _Step] = {}
        root = _Step()
        for name in ("risk", "mention", "unless", "about"):
            lines: str = getattr(file, name)
            self._plant(root, lines, name, file.gap)
            if any(letter in lines for letter in file.spell):
                spelt = lines.translate(str.maketrans(dict[str, str | int | None](file.spell)))
                self._plant(root, spelt, name, file.gap)
        for line in file.marked.splitlines():
            self.marked.setdefault(tuple(fold(line).split()), set()).add(tuple(line.split()))
        del self._grown  # as large as the tree, and of use to nobody who searches
        self.root = _shared(root, {}, {})

    def _plant(self, root: _Step, lines: str, name: str, gap: int) -> None:
        for line in DOUBLED.sub(r"\1", fold(lines)).splitlines():
            steps = [root]
            for part in line.split():
                if part == "...":
                    reached = steps
                    for _ in range(gap):
                        reached = [self._grow(step, "_") for step in reached]
                        steps = steps + reached
                else:
                    grown = [self._grow(step, part.strip("()/")) for step in steps]
                    steps = steps + grown if part[0] == "(" or part[-1] == "/" else grown
            if line:
                for step in steps:
                    if name not in step.lists:
                        step.lists = (*step.lists, name)

    def _grow(self, step: _Step, part: str) -> _Step:
        """The step after any of the ways to say `part`."""
        if (step, part) in self._grown:
            return self._grown[step, part]
        end = self._grown[step, part] = _Step()
        for way in part.split("/"):
            *before, last = [way] if way in {"_", "#", "|"} else _pieces(way)
            self.vocabulary.update(before, (last,))
            at = step
            for word in before:
                after = _Step()
                at.follow.setdefault(word, []).append(after)
                at = after
            at.follow.setdefault(last, []).append(end)
        return end


@lru_cache(maxsize=128)
def _planted(file: RiskFile) -> _Tree:
    """The tree of a file; English is searched beside every other language, and grows once."""
    return _Tree(file)


class RiskWords:
    """The phrases of one or more languages, ready to find."""

    def __init__(self, files: Iterable[RiskFile]) -> None:
        trees = [_planted(file) for file in files]
        self._states: dict[frozenset[_Step], _State] = {}
        self._begin = _State([tree.root for tree in trees])
        self._vocabulary = set[str]().union(*(tree.vocabulary for tree in trees))
        self._marked = [(folded, spelt) for tree in trees for folded, spelt in tree.marked.items()]
        self._stems = {word[:-1] for word in self._vocabulary if word.endswith("*")}
        self._stem_sizes = sorted({len(stem) for stem in self._stems})
        self._stem_starts = {stem[:3] for stem in self._stems}

    def find(self, words: Sequence[str]) -> list[Place]:
        """Where `words` speak of a risk: first word and one past the last, in order, none overlapping."""
        found: dict[str, list[Place]] = {"risk": [], "mention": [], "unless": [], "about": []}
        for start, end, lists in self._matches(words):
            for name in lists:
                found[name].append((start, end))
        finds = found["risk"] + self._on_their_own(words, found["mention"], found["about"])
        undone = bytearray(len(words) + 2)
        for start, end in found["unless"]:
            undone[start:end] = b"\1" * (end - start)
        return list(apart(place for place in finds if 1 not in undone[place[0] : place[1]]))

    def meant(self, quote: str) -> bool:
        """Whether the words of a find that other marks make harmless have the marks that they need.

        Args:
            quote: the find as it stands in the text.
        """
        words = WORD.findall(unicodedata.normalize("NFC", quote).casefold())
        plain = [fold(word) for word in words]
        for folded, spelt in self._marked:
            for at in range(len(words) - len(folded) + 1):
                if tuple(plain[at : at + len(folded)]) != folded:
                    continue
                written = tuple(words[at : at + len(folded)])
                bare = written == folded
                if len(words) == len(folded) if bare else written not in spelt:
                    return False
        return True

    def _on_their_own(self, words: Sequence[str], mentions: list[Place], about: list[Place]) -> list[Place]:
        """The mentions with nothing of `about` in their sentence or beside it."""
        if not mentions or not about:
            return mentions
        sentence, numbers = 0, []
        for word in words:
            sentence += word in EDGES
            numbers.append(sentence)
        taken = {numbers[min(start, len(numbers) - 1)] for start, _ in about}
        return [place for place in mentions if not taken & {numbers[place[0]] + step for step in (-1, 0, 1)}]

    def _matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        faces = self._faces(words)
        opening = {word: state for word, own in faces.items() if (state := self._after(self._begin, own)) is not None}
        for start in [at for at, word in enumerate(words) if word in opening]:
            reached: _State | None = opening[words[start]]
            at = start + 1
            while reached is not None:
                if reached.lists:
                    yield start, at, reached.lists
                if at >= len(words):
                    break
                reached = self._after(reached, faces.get(words[at], _UNKNOWN))
                at += 1

    def _after(self, state: _State, faces: tuple[str, ...]) -> "_State | None":
        if faces not in state.moves:
            state.moves[faces] = self._move(state, faces)
        return state.moves[faces]

    def _move(self, state: _State, faces: tuple[str, ...]) -> "_State | None":
        """Where a word leads from `state`; None where no phrase goes on so."""
        steps = frozenset(further for step in state.steps for face in faces for further in step.follow.get(face, ()))
        if not steps:
            return None
        if steps not in self._states:
            if len(self._states) >= _STATES_KEPT:
                self._states.clear()
                self._begin.moves.clear()
            self._states[steps] = _State(steps)
        return self._states[steps]

    def _faces(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What phrases may call each word that they know: itself, a stem of it, a number, an edge, any word."""
        different = [word for word in set(words) if word not in EDGES]
        single = DOUBLED.sub(r"\1", "\n".join(different)).split("\n")
        faces: dict[str, tuple[str, ...]] = dict.fromkeys(EDGES, ("|",))
        vocabulary, starts = self._vocabulary, self._stem_starts
        for word, plain in zip(different, single, strict=bool(different)):
            if plain[:3] in starts:
                stems = [plain[:size] + "*" for size in self._stem_sizes if plain[:size] in self._stems]
                faces[word] = (*((plain,) if plain in vocabulary else ()), *stems, "_")
            elif plain in vocabulary:
                faces[word] = (plain, "_")
            elif plain[:1].isdigit():
                faces[word] = ("#", "_")
        return faces


def _shared(step: _Step, known: dict[_Step, _Step], alike: dict[Hashable, _Step]) -> _Step:
    """The step itself, or one before it from which exactly the same follows: many phrases end in the same words."""
    if step not in known:
        for word, further in step.follow.items():
            step.follow[word] = [_shared(one, known, alike) for one in further]
        known[step] = alike.setdefault((step.lists, *((word, *own) for word, own in step.follow.items())), step)
    return known[step]


def _pieces(way: str) -> list[str]:
    if way.isascii() and way.isalnum():
        return [way]
    words = WORD.findall(way)
    return [*words[:-1], words[-1] + "*"] if way[-1] == "*" else words


def apart(places: Iterable[Place]) -> Iterator[Place]:
    """Places in order, the longest of those that overlap."""
    reached = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            reached = end
            yield start, end
