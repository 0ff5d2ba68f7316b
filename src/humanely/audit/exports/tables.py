"""Rows of CSV, JSONL and Parquet, one record at a time."""

import contextlib
import csv
import io
import json
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from humanely.audit.exports.faults import ExportUnreadable
from humanely.audit.exports.rows import CUT_LINE, CUT_PARQUET, LONG_LINE, Record, Reject
from humanely.audit.exports.streams import HEAD, Stream, with_line_feeds

LINE_LIMIT = 1 << 26
FIELD_LIMIT = 1 << 24
DELIMITERS = ",;\t|"
AS_UTF8 = "Export as UTF-8, or say its encoding: --encoding cp1252."
CUT = "Export it again; what came before was read."


def csv_records(stream: Stream) -> Iterator[Record | Reject]:
    """Yield one record a row, keyed by the header line; fields may hold line breaks in quotes."""
    name, header = stream.source.name, list[str]()
    lines = _Lines(stream)
    for start, cells in _csv_rows(lines, stream):
        if isinstance(cells, Reject):
            yield cells
        elif not header:
            header = _header(cells)
        elif lines.again and len(cells) != len(header):
            # The rest of a message may look like a short row; only what has every cell is taken for one.
            yield Reject(name, start, "part of a row whose quotes do not match", "Mend the row above.")
        elif len(cells) > len(header):
            reason = f"{len(cells)} cells where the header names {len(header)}"
            yield Reject(name, start, reason, "Put quotes around text that holds the delimiter.")
        else:
            yield Record(start, dict(zip(header, cells, strict=False)))
    if cut := cut_off(stream, lines.number):
        yield cut


def _csv_rows(lines: "_Lines", stream: Stream) -> Iterator[tuple[int, list[str] | Reject]]:
    """Rows with the line they begin on; what is wrong with a row as such in its place."""
    name, delimiter = stream.source.name, delimiter_of(stream.head)
    csv.field_size_limit(max(csv.field_size_limit(), FIELD_LIMIT))
    # Strict: a quote that closes in the wrong place would else swallow the rows after it unseen.
    reader = csv.reader(lines, delimiter=delimiter, escapechar=_escape_of(stream.head, delimiter), strict=True)
    while True:
        start = lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            if lines.too_long:
                yield start, Reject(name, start, LONG_LINE, "Check that rows end in line breaks.")
            return
        except csv.Error as error:
            if lines.is_torn and len(lines.row) == 1:
                return
            lines.give_back()
            yield start, _misquoted(name, start, str(error))
            continue
        if lines.is_torn:
            return  # this row is only partly here
        if lines.undecoded:
            yield start, Reject(name, start, "not UTF-8", AS_UTF8)
        elif any(cell.strip() for cell in cells) and not (start == 1 and _tells_delimiter(cells, delimiter)):
            yield start, cells


def _misquoted(name: str, line: int, error: str) -> Reject:
    if "limit" in error:
        return Reject(name, line, "a field of more than 16 MB", "Check for a quote that opens and never closes.")
    if "end of data" in error:
        return Reject(name, line, "a quote opens here and never closes", "Close it, or double quotes within text.")
    return Reject(name, line, "a quote within a quoted field", "Double quotes that stand within text.")


def _tells_delimiter(cells: list[str], delimiter: str) -> bool:
    """The line ``sep=;`` that spreadsheets put first."""
    return delimiter.join(cells).strip().lower() == f"sep={delimiter}"


class _Lines:
    """The lines of a stream as text, one ahead.

    Attributes:
        number: lines given so far.
        row: the lines since `begin`.
        again: whether the row that begun is read for the second time.
        undecoded: whether a line since `begin` was not UTF-8.
        too_long: whether a line was too long to be one.
    """

    def __init__(self, stream: Stream) -> None:
        self.text = io.TextIOWrapper(stream.binary, "utf-8", errors="surrogateescape", newline="")
        self.faults, self.number = stream.faults, stream.lines_before
        self.row, self.back = list[str](), deque[str]()
        self.again, self.undecoded, self.too_long = False, False, False
        self.ahead = self.text.readline(LINE_LIMIT)

    def begin(self) -> int:
        """Begin a row; return the number of its first line."""
        self.undecoded, self.again, self.row = False, bool(self.back), []
        return self.number + 1

    def give_back(self) -> None:
        """Give all lines of the row but its first again: its quotes do not say where it ends."""
        self.back.extendleft(reversed(self.row[1:]))
        self.number -= max(0, len(self.row) - 1)

    @property
    def is_torn(self) -> bool:
        """Whether the last line given is the last of all and only partly here."""
        at_end = not (self.back or self.ahead)
        return self.faults.ended_early is not None and at_end and not "".join(self.row[-1:]).endswith(("\n", "\r"))

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.back:
            line = self.back.popleft()
        else:
            line = self.ahead
            self.too_long = len(line) >= LINE_LIMIT
            if not line or self.too_long:
                raise StopIteration
            self.ahead = self.text.readline(LINE_LIMIT)
        self.number += 1
        self.row.append(line)
        self.undecoded = self.undecoded or not (line.isascii() or _encodes(line))
        return line


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _header(cells: list[str]) -> list[str]:
    """Column names, made distinct: the second ``text`` becomes ``text.2``."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = cell.strip().encode("utf-8", "replace").decode() or f"column {number}"
        names.append(f"{name}.{number}" if name in names else name)
    return names


def delimiter_of(head: bytes) -> str:
    """Tell the delimiter: the one that cuts the first rows into the most cells, all the same number.

    >>> delimiter_of(b"id;text;who\\n1;hello, you;agent\\n")
    ';'
    """
    whole = _whole_rows(head)
    return max(DELIMITERS, key=lambda delimiter: _fit(whole, delimiter))


def _whole_rows(head: bytes) -> str:
    """The head as text, without the line at its end that may be cut."""
    text = head.decode("utf-8", "replace")
    return text if len(head) < HEAD // 2 else text[: text.rfind("\n") + 1]


def _escape_of(head: bytes, delimiter: str) -> str | None:
    """The backslash, where it is what lets quotes stand within text; None where they are doubled."""
    if b'\\"' not in head or _clean_rows(_whole_rows(head), delimiter, None):
        return None
    return "\\" if _clean_rows(_whole_rows(head), delimiter, "\\") else None


def _clean_rows(text: str, delimiter: str, escape: str | None) -> bool:
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, escapechar=escape, strict=True):
            pass
    except csv.Error as error:
        return "end of data" in str(error)  # where the head ends is no fault
    return True


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    widths: list[int] = []
    with contextlib.suppress(csv.Error):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if row:
                widths.append(len(row))
            if len(widths) == 30:
                break
    if not widths or widths[0] < 2:
        return 0.0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


def jsonl_records(stream: Stream) -> Iterator[Record | Reject]:
    """Yield one record for each line that holds a JSON object."""
    name, decode = stream.source.name, msgspec.json.Decoder().decode
    binary = with_line_feeds(stream) if b"\r" in stream.head and b"\n" not in stream.head else stream.binary
    number = stream.lines_before
    while line := binary.readline(LINE_LIMIT):
        number += 1
        try:
            cells = decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            if not line.strip():
                continue
            if len(line) >= LINE_LIMIT:
                yield Reject(name, number, "a line of more than 64 MB", "Check that each line is one object.")
                while line and not line.endswith(b"\n"):
                    line = binary.readline(LINE_LIMIT)
                continue
            try:
                cells = _lenient(line)
            except (ValueError, RecursionError) as error:
                if not line.endswith(b"\n"):  # the last
                    yield cut_off(stream, number) or Reject(name, number, CUT_LINE, CUT)
                    return
                yield _broken(name, number, error)
                continue
        if isinstance(cells, dict):
            yield Record(number, cells)
        else:
            yield Reject(name, number, "not a JSON object", 'Write one object a line: {"text": …}')
    if cut := cut_off(stream, number):
        yield cut


def _broken(name: str, line: int, error: Exception) -> Reject:
    if isinstance(error, UnicodeDecodeError):
        return Reject(name, line, "not UTF-8", AS_UTF8)
    return Reject(name, line, "not valid JSON", "Mend the line, or export again.")


def _lenient(line: bytes) -> Any:
    """Read what a stricter reader refused: ``NaN`` and huge numbers are let pass."""
    cells = json.loads(line)
    if b"\\u" in line:  # half a surrogate pair, left where a longer text was cut
        cells = json.loads(json.dumps(cells, ensure_ascii=False).encode("utf-8", "replace"))
    return cells


def cut_off(stream: Stream, line: int) -> Reject | None:
    """A reject for the end that is missing, None when nothing broke underneath."""
    if stream.faults.ended_early is None:
        return None
    return Reject(stream.source.name, line, stream.faults.ended_early, CUT)


def parquet_records(stream: Stream, on_bytes: Callable[[int], None] | None) -> Iterator[Record | Reject]:
    """Yield one record a row; only what fits a batch is held.

    Raises:
        ExportUnreadable: the file is cut off or damaged, so that its table of contents is missing.
    """
    source = stream.source
    with tempfile.TemporaryDirectory(prefix="humanely-") as folder:
        path = Path(folder) / "export.parquet"
        if source.path is None or stream.packed or not source.path.is_file():
            stream.copy_to(path)
        else:
            # A link with a plain name: duckdb would take a * or [ in the person's own as a pattern.
            path.symlink_to(source.path.resolve())
        connection = duckdb.connect(
            config={
                "memory_limit": "256MB",
                "threads": "1",
                "temp_directory": folder,
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        with connection:
            yield from _parquet_rows(connection, str(path), source.name, source.size, on_bytes)


def _parquet_rows(
    connection: duckdb.DuckDBPyConnection,
    path: str,
    name: str,
    size: int,
    on_bytes: Callable[[int], None] | None,
) -> Iterator[Record | Reject]:
    number = 0
    try:
        counted = connection.execute("SELECT count(*) FROM read_parquet(?)", [path]).fetchone()
        total = max(1, counted[0] if counted else 1)
        result = connection.execute("SELECT * FROM read_parquet(?)", [path])
        columns = [column[0] for column in result.description or ()]
        while rows := result.fetchmany(2_000):
            for row in rows:
                number += 1
                yield Record(number, dict(zip(columns, row, strict=True)))
            if on_bytes:
                on_bytes(size * len(rows) // total)
    except duckdb.Error:
        if not number:
            raise ExportUnreadable(
                f"{name} is a Parquet file that ends early or is damaged.", fix="Export it again."
            ) from None
        yield Reject(name, number, CUT_PARQUET, CUT)
