"""JSON bytes on their way to a strict parser: small faults mended, and a stop where memory would be taken."""

import codecs
import io
import re
from typing import Any

import numpy as np

from humanely.audit.exports.rows import LONG_TEXT, TOO_DEEP
from humanely.audit.exports.streams import HEAD

DEPTH_LIMIT = 64
TEXT_LIMIT = 1 << 26
_ESCAPE = re.compile(rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_HALF = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u[0-9a-fA-F]{0,3})?)?\Z")
_BEGUN = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?\Z")
_WORD = re.compile(rb"[-+.\w]{1,4096}\Z")
_CONTROL = re.compile(rb"[\x00-\x1f]")
_ODD = re.compile(rb"NaN|Infinity|\d{19}|[eE]\+?\d{3}")
_NOT_A_NUMBER = re.compile(rb"\bNaN\b|-?\bInfinity\b|-?\b\d+(?:\.\d+)?[eE]\+?\d{3,}\b")
_HUGE = re.compile(rb"(?<![-+.\w])-?\d{19,}(?![.\w])")


class Mended(io.RawIOBase):
    """A document as strict JSON, where only these stand in the way of it.

    Bytes that are not UTF-8 and half surrogate pairs become U+FFFD, control characters within text are escaped,
    NaN and numbers too great for a float become null, and whole numbers of 19 digits and more become text.

    >>> broken = b'[{"id": NaN, "text": "cut \\\\ud83d, caf\\xe9"}]'
    >>> Mended(io.BytesIO(broken)).read().decode()
    '[{"id": null, "text": "cut \\\\ufffd, caf\ufffd"}]'

    It ends early where lists lie deeper than 64 levels or a text is longer than 64 MB: parsers take memory for both.

    Attributes:
        stopped: why it ended early, one of `rows.CUT_REASONS`; None when it did not.
    """

    def __init__(self, inner: Any) -> None:
        self.inner, self.decoder = inner, codecs.getincrementaldecoder("utf-8")("replace")
        self.depth, self.in_text, self.text_bytes = 0, False, 0
        self.stopped: str | None = None
        self.carry, self.left, self.ended = b"", b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self.left and not self.ended:
            data = self.inner.read1(HEAD) if hasattr(self.inner, "read1") else self.inner.read(HEAD)
            self.ended = not data
            self.left = self._mended(self.decoder.decode(data, self.ended).encode("utf-8", "replace"))
        data, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _mended(self, data: bytes) -> bytes:
        data = self.carry + data
        if not self.ended:
            data, self.carry = _whole_escapes(data)
        parts = self._parts(data)
        if not self.ended and not self.in_text and (word := _WORD.search(parts[-1])):
            # A number or a word may go on in what comes next.
            parts[-1], self.carry = parts[-1][: word.start()], word[0] + self.carry
        inside, outside = parts[int(not self.opened) :: 2], parts[int(self.opened) :: 2]
        self.stopped = self._measure(b"".join(outside), parts)
        if self.stopped:
            self.ended = True
            return b""
        if _CONTROL.search(b"".join(inside)) or _SURROGATE.search(data):
            parts[int(not self.opened) :: 2] = [_text(part) for part in inside]
        if _ODD.search(b"\n".join(outside)):
            parts[int(self.opened) :: 2] = [_numbers(part) for part in outside]
        return b'"'.join(parts)

    def _parts(self, data: bytes) -> list[bytes]:
        """The data cut at its quotes, those aside that are escaped; notes whether it began and ends within text."""
        self.opened = self.in_text
        plain = _ESCAPED.sub(b"__", data) if b"\\" in data else data
        parts, start = list[bytes](), 0
        for part in plain.split(b'"'):
            parts.append(data[start : start + len(part)])
            start += len(part) + 1
        self.in_text ^= len(parts) % 2 == 0
        return parts

    def _measure(self, outside: bytes, parts: list[bytes]) -> str | None:
        """Why no honest export goes on like this, None when it may."""
        whole = self.opened and len(parts) == 1
        self.text_bytes = (self.text_bytes if whole else 0) + len(parts[-1]) if self.in_text else 0
        if self.text_bytes > TEXT_LIMIT:
            return LONG_TEXT
        codes = np.frombuffer(outside, dtype=np.uint8)
        steps = ((codes == 0x5B) | (codes == 0x7B)).astype(np.int64) - ((codes == 0x5D) | (codes == 0x7D))
        depths = self.depth + np.cumsum(steps)
        if len(depths):
            self.depth = int(depths[-1])
            if depths.max() > DEPTH_LIMIT:
                return TOO_DEEP
        return None


def _whole_escapes(data: bytes) -> tuple[bytes, bytes]:
    """The data up to an escape at its end that may go on in what comes next, and that escape."""
    if b"\\" in data[-12:]:
        for begun in (_HALF, _BEGUN):
            found = begun.search(data, max(0, len(data) - 12))
            if found and not _is_escaped(data, found.start()):
                return data[: found.start()], found[0]
    return data, b""


def _is_escaped(data: bytes, position: int) -> bool:
    before = data[:position]
    return (len(before) - len(before.rstrip(b"\\"))) % 2 == 1


def _text(part: bytes) -> bytes:
    part = _CONTROL.sub(lambda found: b"\\u%04x" % found[0][0], part)
    return _ESCAPE.sub(_whole_pair, part) if _SURROGATE.search(part) else part


def _whole_pair(found: "re.Match[bytes]") -> bytes:
    half = len(found[0]) == 6 and found[0][2:4].lower() in (b"d8", b"d9", b"da", b"db", b"dc", b"dd", b"de", b"df")
    return b"\\ufffd" if half else found[0]


def _numbers(part: bytes) -> bytes:
    return _HUGE.sub(rb'"\g<0>"', _NOT_A_NUMBER.sub(b"null", part))
