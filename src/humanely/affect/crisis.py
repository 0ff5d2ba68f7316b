"""Whether somebody's life may be at risk: a layer of words and a layer of the model; either is enough.

The layer of words finds phrases, as data, one file a language in ``words/crisis/``:

===========  ========================================================================================
``risk``     says it, of oneself or of another person now ("want to die"); fires
``mention``  names it without saying whose it is ("suicide"); fires where nothing of ``about`` stands near
``unless``   undoes a find that it overlaps ("dying to see")
``about``    study, news, works, contracts, the past, mourning: undoes a ``mention`` of the same or
             the next sentence, and never a ``risk``
===========  ========================================================================================

A line is a phrase: ``a/b`` one or the other, ``(a)`` may be missing, ``a-b`` two words as one way,
``stem*``, ``_`` any one word, ``...`` up to a few words within the sentence, ``#`` a number, ``|`` the edge
of a sentence. Scripts without spaces, and Korean, are read character by character, so that a phrase is
found wherever it stands.

Where a missed risk stands against a false alarm, the lists choose the alarm.
"""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources

import msgspec

from humanely.affect.reading import Crisis, CrisisLayer

Place = tuple[int, int]

_FILES = resources.files("humanely.affect") / "words" / "crisis"
_SCRIPTS = {
    "latin": (("a", "ʯ"),),
    "greek": (("Ͱ", "Ͽ"),),
    "cyrillic": (("Ѐ", "ԯ"),),
    "hebrew": (("א", "ײ"),),
    "arabic": (("ء", "ۿ"),),
    "devanagari": (("ऀ", "ॿ"),),
    "thai": (("ก", "๿"),),
    "han": (("々", "〇"), ("㐀", "鿿")),
    "kana": (("ぁ", "ヿ"),),
    "hangul": (("가", "힣"),),
}
_SINGLY = "\u0e01-\u0e7f\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Read one character at a time."""

_WORD = re.compile(rf"[{_SINGLY}]|[^\W_{_SINGLY}]+|[!?;\n。؟।]|(?<!\.)\.(?!\.)")
_EDGES = frozenset("!?;\n。؟।.")
_DOUBLED = re.compile(r"([^\W\d_])\1+")

_APOSTROPHES = "'‘’ʼ`´′ʹ＇"
_FOLDS = {
    **dict.fromkeys(_APOSTROPHES, ""),
    **dict.fromkeys("ـー\u0640\u115f\u1160\u3164\uffa0ًٌٍَُِّْ", ""),  # drawn-out or empty letters
    **dict.fromkeys("\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\t\r…‥", " "),
    "\n": "\n", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ٱ": "ا",
    **dict(zip("殺輕結沒麼義會離這個邊盡過壓藥遺書樓還嗎兒無點夠給樂別們來對說為聽見學論劇電視險條險愛親開貓當應該",
               "杀轻结没么义会离这个边尽过压药遗书楼还吗儿无点够给乐别们来对说为听见学论剧电视险条险爱亲开猫当应该",
               strict=True)),
}  # fmt: skip
_DISGUISES = {"a": "4@", "e": "3", "i": "1!", "l": "1", "o": "0", "s": "5$", "t": "7", "u": "v"}
_DISGUISED = [
    "suicide", "suicidal", "suicidio", "suicida", "suicidarme", "suizid", "selbstmord", "zelfmoord",
    "samobojstwo", "intihar", "autolesion", "selfharm", "kill", "killing", "killed", "die",
    "dying", "dead", "unalive", "unaliving", "morir", "matarme", "mourir", "morire",
    "sterben", "umbringen", "toten",
]  # fmt: skip
_UNKNOWN = ("_",)
_SPREAD = re.compile(r"(?<![^\W_])(?:[a-z][ .*-]){2,}[a-z](?![^\W_])")
_MASK = re.compile(r"(?<![\w*@$])(?=[a-z]*+[*@$\d])")
_KEPT = 16
_CHARACTERS_KEPT = 50_000
_STATES_KEPT = 20_000


class _Folding(dict[int, str]):
    """Each character as lists hold it: small, without accents; nothing where it cannot be seen. Filled as met."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _CHARACTERS_KEPT:
            self.clear()
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _FOLDS:
        return _FOLDS[character]
    if "ァ" <= character <= "ヶ":
        return chr(ord(character) - 0x60)
    if "ा" <= character <= "ौ":  # vowel signs as letters, so that they belong to the word
        return chr(ord(character) - 0x38)
    if "ぁ" <= character <= "ヿ" or "가" <= character <= "힣":
        return character
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc", "Cs"} and not "ก" <= character <= "๿":
        return ""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_FOLDS.get(c, c) for c in small if not unicodedata.combining(c))


_FOLDING = _Folding()


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("´", "'")).translate(_FOLDING)


def _disguised(word: str) -> str:
    return "".join(f"[{letter}*#{_DISGUISES.get(letter, '')}]" for letter in word)


_UNMASKED = re.compile(rf"(?<![\w*@$])(?:{'|'.join(f'({_disguised(word)})' for word in _DISGUISED)})(?![\w*@$])")


def _unmask(folded: str) -> str:
    """Write out the few words people disguise, letter by letter: su1cide, s*icide, d i e."""
    if _MASK.search(folded):
        folded = _UNMASKED.sub(lambda found: _DISGUISED[(found.lastindex or 1) - 1], folded)
    return _SPREAD.sub(_together, folded)


def _together(found: re.Match[str]) -> str:
    """Letters set apart, as one word of the same width where it is one that people disguise."""
    word = found.group()[::2]
    return word + " " * (len(word) - 1) if word in _DISGUISED else found.group()


class RiskFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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
    gap: int = 3
    spell: dict[str, str] = {}


class _Step:
    """A place in the tree of phrases: where words lead on to, and the lists that end here."""

    __slots__ = ("follow", "grown", "lists")

    def __init__(self) -> None:
        self.follow: dict[str, list[_Step]] = {}
        self.grown: dict[str, _Step] = {}
        self.lists: tuple[str, ...] = ()


class _State:
    """All the steps that some words may have led to, with what was worked out of them so far."""

    __slots__ = ("lists", "moves", "steps")

    def __init__(self, steps: Collection[_Step]) -> None:
        self.steps = steps
        self.lists = tuple({name for step in steps for name in step.lists})
        self.moves: dict[tuple[str, ...], _State | None] = {}


class RiskWords:
    """The phrases of one or more languages, ready to find."""

    def __init__(self, files: Iterable[RiskFile]) -> None:
        self._root = _Step()
        self._vocabulary: set[str] = set()
        self._states: dict[frozenset[_Step], _State] = {}
        self._begin = _State((self._root,))
        for file in files:
            for name in ("risk", "mention", "unless", "about"):
                lines: str = getattr(file, name)
                self._plant(lines, name, file.gap)
                if any(letter in lines for letter in file.spell):
                    self._plant(lines.translate(str.maketrans(dict[str, str | int | None](file.spell))), name, file.gap)
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
        return list(_apart(place for place in finds if 1 not in undone[place[0] : place[1]]))

    def _on_their_own(self, words: Sequence[str], mentions: list[Place], about: list[Place]) -> list[Place]:
        """The mentions with nothing of `about` in their sentence or beside it."""
        if not mentions or not about:
            return mentions
        sentence, numbers = 0, []
        for word in words:
            sentence += word in _EDGES
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
        different = [word for word in set(words) if word not in _EDGES]
        single = _DOUBLED.sub(r"\1", "\n".join(different)).split("\n")
        faces: dict[str, tuple[str, ...]] = dict.fromkeys(_EDGES, ("|",))
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

    def _plant(self, lines: str, name: str, gap: int) -> None:
        for line in _DOUBLED.sub(r"\1", _fold(lines)).splitlines():
            steps = [self._root]
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
        if part in step.grown:
            return step.grown[part]
        end = step.grown[part] = _Step()
        for way in part.split("/"):
            *before, last = [way] if way in {"_", "#", "|"} else _pieces(way)
            self._vocabulary.update(before, (last,))
            at = step
            for word in before:
                after = _Step()
                at.follow.setdefault(word, []).append(after)
                at = after
            at.follow.setdefault(last, []).append(end)
        return end


def _pieces(way: str) -> list[str]:
    if way.isascii() and way.isalnum():
        return [way]
    words = _WORD.findall(way)
    return [*words[:-1], words[-1] + "*"] if way[-1] == "*" else words


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """Places in order, the longest of those that overlap."""
    reached = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            reached = end
            yield start, end


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with words of risk."""
    return frozenset(entry.name.removesuffix(".toml") for entry in _FILES.iterdir() if entry.name.endswith(".toml"))


@lru_cache(maxsize=64)
def _file(code: str) -> RiskFile:
    return msgspec.convert(tomllib.loads((_FILES / f"{code}.toml").read_text(encoding="utf-8")), RiskFile)


@lru_cache(maxsize=64)
def _lists(codes: tuple[str, ...]) -> RiskWords:
    return RiskWords(_file(code) for code in codes)


_OTHER_CODES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "hr", "sh": "hr", "tl": "fil", "yue": "zh"}


def _chosen(language: str | None, words: Collection[str]) -> list[RiskWords]:
    """The lists to hold against a text: its language's and the English one, or all of its scripts."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    code = _OTHER_CODES.get(code, code)
    if code in languages():
        return [_lists(tuple(sorted({code, "en"})))]
    scripts = _scripts({word[0] for word in words})
    codes = tuple(one for one in sorted(languages()) if scripts & set(_file(one).scripts))
    return [_lists(codes)] if codes else []


def _scripts(characters: Collection[str]) -> set[str]:
    return {
        script
        for script, ranges in _SCRIPTS.items()
        if any(first <= character <= last for first, last in ranges for character in characters)
    }


def words_of_risk(text: str, language: str | None) -> tuple[str, ...]:
    """The words of a text that the layer of words fires on, as they stand in it; at most 16, none twice.

    Args:
        text: any string.
        language: its code; a region after it is ignored. Where it is None, or has no list, every list of the
            text's scripts is held against it.

    >>> words_of_risk("Cancel it all. I don’t want to be alive anymore.", "en")
    ('don’t want to be alive',)
    >>> words_of_risk("This queue is killing me, I'm dying to see the end of it", "en")
    ()
    """
    folded = _unmask(_fold(text))
    words = _WORD.findall(folded)
    edged = [".", *words, "."]
    places: set[Place] = set()
    for lists in _chosen(language, set(words)):
        places.update(lists.find(edged))
    return _quoted(text, folded, sorted(places)) if places else ()


def _quoted(text: str, folded: str, places: Sequence[Place]) -> tuple[str, ...]:
    """What stands in the text at some places of its folded words."""
    spans = [found.span() for found in _WORD.finditer(folded)]
    original = _Original(text)
    quotes: dict[str, str] = {}
    for start, end in _apart(places):
        inside = spans[max(start - 1, 0) : end - 1]
        held = [span for span in inside if folded[span[0]] not in _EDGES]
        said = folded[held[0][0] : held[-1][1]] if held else ""
        if said and said not in quotes:
            quotes[said] = original.between(held[0][0], held[-1][1])
        if len(quotes) >= _KEPT:
            break
    return tuple(dict.fromkeys(quote for quote in quotes.values() if quote))


class _Original:
    """Finds the characters of a text that folded ones came from, a stretch at a time."""

    _STRETCH = 256

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._folded: list[int] = []
        start = reached = 0
        while start < len(text):
            end = _whole(text, start + self._STRETCH)
            self._starts.append(start)
            self._folded.append(reached)
            reached += len(_fold(text[start:end]))
            start = end

    def between(self, start: int, end: int) -> str:
        """The text that became the folded characters from `start` to `end`, exclusive."""
        return self._text[self._place(start)[0] : self._place(end - 1)[1]].strip()

    def _place(self, folded: int) -> Place:
        stretch = bisect_right(self._folded, folded) - 1
        start, reached = self._starts[stretch], self._folded[stretch]
        while start < len(self._text):
            end = _whole(self._text, start + 1)
            reached += len(_fold(self._text[start:end]))
            if reached > folded:
                return start, end
            start = end
        return start, start


def _whole(text: str, end: int) -> int:
    """`end`, or the first place after it that does not part a character from its marks."""
    while end < len(text) and (unicodedata.combining(text[end]) or "\u1100" <= text[end] <= "\u11ff"):
        end += 1
    return end


def crisis(text: str, language: str | None, probability: float, fires_from: float) -> Crisis:
    """Hold both layers against one text.

    Args:
        text: the message.
        language: its code, or None where it is not known.
        probability: the model's, calibrated, [0, 1].
        fires_from: the model's layer fires from this probability on.
    """
    words = words_of_risk(text, language)
    modelled = probability >= fires_from
    layer: CrisisLayer | None = "both" if words and modelled else "words" if words else "model" if modelled else None
    return Crisis(layer is not None, probability, layer, words)
