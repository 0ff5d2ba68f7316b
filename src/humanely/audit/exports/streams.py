"""An export opened for reading: unpacked, counted, and in UTF-8 whatever it was."""

import codecs
import gzip
import io
import shutil
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from humanely.audit.exports.faults import EncodingUnclear, ExportUnreadable
from humanely.audit.exports.rows import CUT_COMPRESSED
from humanely.audit.exports.sources import Source

HEAD = 1 << 16
FOREIGN = {
    b"PK\x03\x04": "a zip or an Excel file",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database file",
    b"BZh": "compressed with bzip2",
    b"\xfd7zXZ": "compressed with xz",
    b"\x28\xb5\x2f\xfd": "compressed with zstd",
    b"<?xml": "XML",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
}

# Python calls these encodings too; no text is saved in them.
NO_ENCODINGS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}


class Faults:
    """Notes what went wrong underneath while bytes were still flowing."""

    ended_early: str | None = None


class _Counted(io.RawIOBase):
    """Reads through, and tells how many bytes went by."""

    def __init__(self, inner: Any, on_bytes: Callable[[int], None] | None) -> None:
        self.inner, self.on_bytes = inner, on_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer))
        buffer[: len(data)] = data
        if self.on_bytes and data:
            self.on_bytes(len(data))
        return len(data)

    def close(self) -> None:
        if not self.closed and self.inner is not sys.stdin.buffer:
            self.inner.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """A gzip stream that ends where it breaks, and notes that it broke."""

    def __init__(self, packed: BinaryIO, faults: Faults) -> None:
        self.packed, self.faults, self.inner = packed, faults, gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self.inner.read1(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.faults.ended_early = CUT_COMPRESSED
            return 0
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.packed.close()
        super().close()


class _Prefixed(io.RawIOBase):
    """The bytes peeked at, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.head:
            data, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        else:
            data = self.rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.rest.close()
        super().close()


class _Recoded(io.RawIOBase):
    """Bytes of another encoding as UTF-8; what does not decode stays invalid and is refused with its row."""

    def __init__(self, inner: BinaryIO, encoding: str, name: str) -> None:
        wide = codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
        decoder = codecs.getincrementaldecoder(encoding)
        self.decoder = decoder("replace" if wide else "surrogateescape")
        self.inner, self.left, self.ended = inner, b"", False
        self.encoding, self.name = encoding, name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self.left and not self.ended:
            data = self.inner.read(HEAD)
            self.ended = not data
            try:
                self.left = self.decoder.decode(data, self.ended).encode("utf-8", "surrogateescape")
            except UnicodeError:  # utf-16 and utf-32 without the mark they begin with, and codecs that know no mending
                raise EncodingUnclear(
                    f"{self.name} is not {self.encoding}, or has no mark that tells its order of bytes.",
                    fix="Leave --encoding away, or name it with its order: utf-16-le, utf-16-be.",
                ) from None
        data, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.inner.close()
        super().close()


class _LineFeeds(io.RawIOBase):
    """Reads through, with line feeds for carriage returns."""

    def __init__(self, inner: BinaryIO) -> None:
        self.inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer)).replace(b"\r", b"\n")
        buffer[: len(data)] = data
        return len(data)


class Stream:
    """An export opened for reading, unpacked and in UTF-8 without a byte order mark.

    Attributes:
        binary: the bytes (raw when `is_parquet`).
        head: the first of them, up to 64 KiB, already UTF-8; a longer stretch of nothing but blanks is passed over.
        lines_before: lines passed over in that way.
        faults: what broke underneath; look after reading.
    """

    def __init__(
        self, source: Source, encoding: str | None = None, on_bytes: Callable[[int], None] | None = None
    ) -> None:
        self.source, self.faults = source, Faults()
        opened = _opened(source)
        try:
            self._prepare(_prefixed(io.BufferedReader(_Counted(opened, on_bytes), HEAD)), encoding)
        except BaseException:
            if source.path is not None:
                opened.close()
            raise

    def _prepare(self, raw: "io.BufferedReader[Any]", encoding: str | None) -> None:
        self.packed = raw.peek(2)[:2] == b"\x1f\x8b"
        if self.packed:
            raw = _prefixed(io.BufferedReader(_Unpacked(raw, self.faults), HEAD))
        head = raw.peek(HEAD)
        self.is_parquet = head.startswith(b"PAR1")
        self.binary = raw if self.is_parquet else self._in_utf8(raw, head, encoding)
        self.head, self.lines_before = self.binary.peek(HEAD), 0
        while len(self.head) > HEAD // 2 and not self.head.strip():
            self.lines_before += self.binary.read(len(self.head)).count(b"\n")
            self.head = self.binary.peek(HEAD)

    def _in_utf8(self, raw: "io.BufferedReader[Any]", head: bytes, encoding: str | None) -> "io.BufferedReader[Any]":
        name = encoding or encoding_of(head, self.source.name)
        try:
            plain = codecs.lookup(name).name
            "".encode(name)  # refuses codecs that are not for text, such as base64
            if plain in NO_ENCODINGS:
                raise LookupError
        except (LookupError, ValueError):
            raise EncodingUnclear(
                f"No encoding is called {name!r}.", fix="Try utf-8, cp1252, cp1251, utf-16 or shift_jis."
            ) from None
        if plain.startswith(("utf-16", "utf-32")) and b"\x00" not in head and head:
            # Every line break has a zero byte there.
            raise EncodingUnclear(f"{self.source.name} is not {name}.", fix="Leave --encoding away.")
        stream = raw
        if plain not in {"utf-8", "utf-8-sig", "ascii"}:
            stream = _prefixed(io.BufferedReader(_Recoded(raw, name, self.source.name), HEAD))
        if stream.peek(3).startswith(codecs.BOM_UTF8):
            stream.read(3)
        return stream

    def copy_to(self, path: Path) -> None:
        """Write what is left to `path`, so that it can be read more than once."""
        with path.open("wb") as file:
            shutil.copyfileobj(self.binary, file, HEAD)

    def close(self) -> None:
        """Let go of the file; standard input stays open."""
        self.binary.close()

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def with_line_feeds(stream: Stream) -> "io.BufferedReader[Any]":
    """The bytes of a stream whose lines end in carriage returns alone, as one old system wrote them."""
    whole: io.BufferedReader[Any] = io.BufferedReader(_LineFeeds(stream.binary), HEAD)
    return whole


def _opened(source: Source) -> Any:
    if source.path is None:
        return sys.stdin.buffer
    try:
        return source.path.open("rb", buffering=0)
    except OSError as error:
        raise ExportUnreadable(
            f"{source.name} cannot be opened ({error.strerror}).", fix="Check that it may be read by you."
        ) from None


def _prefixed(stream: "io.BufferedReader[Any]") -> "io.BufferedReader[Any]":
    """The same stream, so buffered that ``peek`` shows a full head even from a slow pipe."""
    head = b""
    while len(head) < HEAD and (data := stream.read(HEAD - len(head))):
        head += data
    whole: io.BufferedReader[Any] = io.BufferedReader(_Prefixed(head, stream), HEAD)
    whole.peek(1)
    return whole


def encoding_of(head: bytes, name: str) -> str:
    """Name the encoding that a byte order mark declares, or ``utf-8`` when the bytes are that.

    Raises:
        ExportUnreadable: the bytes are no text at all.
        EncodingUnclear: they are text in an encoding nobody declared.
    """
    for mark, encoding in ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return encoding
    for magic, what in FOREIGN.items():
        if head.lstrip().startswith(magic):
            raise ExportUnreadable(
                f"{name} is {what}, not an export.",
                fix="Save it as CSV (UTF-8), JSON, JSONL or Parquet first.",
            )
    if b"\x00" * 100 in head:  # an archive of files fills up with zeros
        raise ExportUnreadable(
            f"{name} holds binary data, not text.", fix="Name an export in CSV, JSON, JSONL or Parquet."
        )
    if (guess := _wide(head)) is not None:
        raise EncodingUnclear(f"{name} looks like UTF-16 without a mark that says so.", fix=f"Say --encoding {guess}.")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        control = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
        if control > len(head) * 0.05:
            raise ExportUnreadable(
                f"{name} holds binary data, not text.", fix="Name an export in CSV, JSON, JSONL or Parquet."
            ) from None
        raise EncodingUnclear(
            f"{name} is not UTF-8: byte 0x{head[error.start]:02x} in line {_line_of(head, error.start)}.",
            fix="Say --encoding cp1252 (Western Europe), cp1250, cp1251, shift_jis or what it was saved in; "
            "or --encoding utf-8 to set aside only the lines that cannot be read.",
        ) from None
    return "utf-8"


def _line_of(head: bytes, position: int) -> int:
    return head.count(b"\n", 0, position) + 1


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(4, len(head) * 0.2) or min(even, odd) > max(even, odd) * 0.2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
