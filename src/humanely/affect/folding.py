"""Text as the lists of risk hold it: small, without accents, disguises undone; and the way back to what stands there.

Folding takes away what people and keyboards vary: case, accents, apostrophes, drawn-out or unseen characters,
old and new forms of a character. It works a character at a time, so that what was found can be quoted as it stands.
"""

import re
import unicodedata
from bisect import bisect_right

SINGLY = "\u0e01-\u0e7f\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Read one character at a time."""

WORD = re.compile(rf"[{SINGLY}]|[^\W_{SINGLY}]+|[!?;\n。؟।]|(?<!\.)\.(?!\.)")
EDGES = frozenset("!?;\n。؟।.")

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
    "dying", "dead", "myself", "unalive", "unaliving", "morir", "matarme", "mourir", "morire",
    "sterben", "umbringen", "toten",
]  # fmt: skip
_SPREAD = re.compile(r"(?<![^\W_])(?:[a-z][ .*-]){2,}[a-z](?![^\W_])")
_MASK = re.compile(r"(?<![\w*@$])(?=[a-z]*+[*@$\d])")
_CHARACTERS_KEPT = 50_000


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


def fold(text: str) -> str:
    """The text as the lists hold it; every newline kept, and no character before another that stood after it.

    >>> fold("Ça SUFFIT, je n’en peux plus")
    'ca suffit, je nen peux plus'
    """
    return unicodedata.normalize("NFKC", text.replace("´", "'")).translate(_FOLDING)


def _disguised(word: str) -> str:
    return "".join(f"[{letter}*#{_DISGUISES.get(letter, '')}]" for letter in word)


_UNMASKED = re.compile(rf"(?<![\w*@$])(?:{'|'.join(f'({_disguised(word)})' for word in _DISGUISED)})(?![\w*@$])")


def unmask(folded: str) -> str:
    """Write out the few words people disguise, letter by letter: su1cide, s*icide, d i e."""
    if _MASK.search(folded):
        folded = _UNMASKED.sub(lambda found: _DISGUISED[(found.lastindex or 1) - 1], folded)
    return _SPREAD.sub(_together, folded)


def _together(found: re.Match[str]) -> str:
    """Letters set apart, as one word of the same width where it is one that people disguise."""
    word = found.group()[::2]
    return word + " " * (len(word) - 1) if word in _DISGUISED else found.group()


class Original:
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
            reached += len(fold(text[start:end]))
            start = end

    def between(self, start: int, end: int) -> str:
        """The text that became the folded characters from `start` to `end`, exclusive."""
        return self._text[self._place(start)[0] : self._place(end - 1)[1]].strip()

    def _place(self, folded: int) -> tuple[int, int]:
        stretch = bisect_right(self._folded, folded) - 1
        start, reached = self._starts[stretch], self._folded[stretch]
        while start < len(self._text):
            end = _whole(self._text, start + 1)
            reached += len(fold(self._text[start:end]))
            if reached > folded:
                return start, end
            start = end
        return start, start


def _whole(text: str, end: int) -> int:
    """`end`, or the first place after it that does not part a character from its marks."""
    while end < len(text) and (unicodedata.combining(text[end]) or "\u1100" <= text[end] <= "\u11ff"):
        end += 1
    return end
