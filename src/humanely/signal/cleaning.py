"""Text made safe for models, pages and storage, whatever an export contained."""

import re
import unicodedata

MAX_MARKS = 30
"""Longest run of combining marks that is kept. Source: UAX #15, section 13 (stream-safe text)."""


def _points(*ranges: tuple[int, int]) -> dict[int, None]:
    """A translation table that removes every code point of the closed ranges."""
    return {point: None for low, high in ranges for point in range(low, high + 1)}


_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_UNSEEN: dict[int, str | None] = {
    **_points(
        (0x00, 0x08),
        (0x0E, 0x1F),
        (0x7F, 0x9F),  # controls
        (0xAD, 0xAD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x180E, 0x180E),
        (0x200B, 0x200B),
        (0x200E, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),  # zero width, bidi
        (0x3164, 0x3164),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF9, 0xFFFB),
        (0xFFFE, 0xFFFF),
        (0xFDD0, 0xFDEF),  # not characters
    ),
    **_BREAKS,
}
_PLAIN = re.compile(r"[\n\t\x20-\x7e]*")
_EMOJI = "\u00a9\u00ae\u203c\u2049\u20e3\u2122\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_ARABIC = "\u0620-\u06ff\u0750-\u077f\ufb50-\ufdcf\ufdf0-\ufefc"
_JOINER = re.compile("[\u200c\u200d]")
_LOOSE_JOINER = re.compile(
    f"(?<![{_EMOJI}\U000e007f])\u200d|\u200d(?![{_EMOJI}])|(?<![{_ARABIC}])\u200c|\u200c(?![{_ARABIC}])"
)
_VIRAMA = 9
_TAGS = re.compile("[\U000e0000-\U000e0fff]")
_FLAG_OR_TAG = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,30}\U000e007f)|[\U000e0000-\U000e0fff]")
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1}}}")


def clean(text: str) -> str:
    r"""The same text without what cannot be seen, stored or drawn.

    Line ends become ``\n``; control characters, zero-width and bidirectional controls go;
    a lone surrogate becomes U+FFFD; the rest is brought to NFC. A zero-width joiner stays inside
    an emoji, a non-joiner between letters of the Arabic script, both after a virama.
    Takes linear time and never raises; cleaning twice changes nothing more.

    >>> clean("Order\x00 late\r\n\u202eagain\ud800")
    'Order late\nagain�'
    >>> clean("👩\u200d💻 cafe\u0301 z\u200dero")
    '👩\u200d💻 café zero'
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _without_lone_surrogates(text).translate(_UNSEEN)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    if _TAGS.search(text):
        text = _FLAG_OR_TAG.sub(lambda found: found[1] or "", text)
    settled = _normal(text)
    # Normalising moves marks, which may part a joiner from its virama: until nothing moves.
    while _JOINER.search(settled) and (again := _normal(_without_loose_joiners(settled))) != settled:
        settled = again
    return settled


def _normal(text: str) -> str:
    """NFC with short runs of marks, before (for speed) and after (composing may free a mark)."""
    return _with_few_marks(unicodedata.normalize("NFC", _with_few_marks(text)))


def _without_lone_surrogates(text: str) -> str:
    """Pairs are joined to the character they stand for, single halves become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _without_loose_joiners(text: str) -> str:
    def kept(found: re.Match[str]) -> str:
        before = text[found.start() - 1] if found.start() else ""
        return found[0] if before and unicodedata.combining(before) == _VIRAMA else ""

    return _LOOSE_JOINER.sub(kept, text)


def _with_few_marks(text: str) -> str:
    """Without it, ordering a hundred thousand stacked accents takes minutes (it is quadratic)."""
    if not _MANY_MARKS.search(text):
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
