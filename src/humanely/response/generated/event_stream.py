"""Server-sent events as model servers write them: bytes in, the data of each event out."""

from collections.abc import Iterable, Iterator

LONGEST_LINE = 1 << 20
"""Bytes; no server writes a longer one in earnest."""

DONE = b"[DONE]"
"""The data of the last event."""


class LineTooLong(ValueError):
    """A line does not end."""


def data(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The data of each event, in order, `DONE` included.

    Lines end where the bytes say so: a line separator within a JSON string is no end of line.

    Raises:
        LineTooLong: a line is longer than `LONGEST_LINE`.

    >>> list(data([b"data: {}", b"\\n\\n: still here\\r\\ndata:[1]\\n\\ndata: [DONE]\\n\\n"]))
    [b'{}', b'[1]', b'[DONE]']
    """
    for line in _lines(pieces):
        if line.startswith(b"data:"):
            yield line.removeprefix(b"data:").strip()


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held = b""
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        if len(held) > LONGEST_LINE:
            raise LineTooLong
        yield from whole
    if held:
        yield held
