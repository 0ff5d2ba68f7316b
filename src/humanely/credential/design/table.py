"""A table as a spreadsheet saves it: read in its own delimiter and encoding, written so that no cell runs."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from humanely.credential.wording import say
from humanely.errors import HumanelyError

MOST_BYTES = 8 << 20
MOST_ROWS = 20_000
DELIMITERS = ",;\t"
Fault = Literal["too_large", "too_many_rows", "not_text", "empty", "quotes", "column_missing", "column_twice"]
Encoding = Literal["utf-8", "windows-1252"]

_RUNS = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r]")
"""How a cell begins that a spreadsheet may take for a formula, guarded or not."""


class TableUnreadable(HumanelyError):
    """A table that nothing can be read from.

    Attributes:
        fault: its words stand under `design-table-*` in `design.ftl`.
    """

    code = "table_unreadable"
    status = 422

    def __init__(self, fault: Fault) -> None:
        super().__init__("The table cannot be read.", fix=_says(fault, "en"))
        self.fault = fault

    def says(self, locale: str) -> str:
        """What is wrong and what to do, in words."""
        return _says(self.fault, locale)


class Table(msgspec.Struct, frozen=True):
    """A table as it was read.

    Attributes:
        rows: each with its number in the spreadsheet, from 2, and its cells; empty rows are left out.
        encoding: guessed as Windows-1252 where it is no UTF-8, so that accents are worth a look.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str
    encoding: Encoding


def read(data: bytes) -> Table:
    """Read a table.

    Raises:
        TableUnreadable: too_large, too_many_rows, not_text, empty, quotes.

    >>> read("Name;E-Mail\\nZoë;zoe@example.org\\n".encode("windows-1252"))
    Table(header=('Name', 'E-Mail'), rows=((2, ('Zoë', 'zoe@example.org')),), delimiter=';', encoding='windows-1252')
    """
    if len(data) > MOST_BYTES:
        raise TableUnreadable("too_large")
    text, encoding = _text(data)
    first, _, rest = text.partition("\n")
    delimiter, skipped = _delimiter(first), 0
    if named := re.fullmatch(r"sep=([,;\t])\s*", first):
        text, delimiter, skipped = rest, named[1], 1
    rows = list(_rows(text, delimiter, skipped))
    if len(rows) < 2:
        raise TableUnreadable("empty")
    return Table(rows[0][1], tuple(rows[1:]), delimiter, encoding)


def write(rows: Iterable[Iterable[str]], delimiter: str) -> bytes:
    """Write a table that any spreadsheet opens as text: UTF-8 with its mark, every cell quoted, none a formula.

    Source: OWASP, "CSV Injection".

    >>> write([["=1+1", "Ada"]], ";").decode("utf-8-sig")
    '"\\'=1+1";"Ada"\\r\\n'
    """
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
        [guarded(cell) for cell in row] for row in rows
    )
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell behind an apostrophe, where a spreadsheet could run it."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without that apostrophe."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


def _says(fault: Fault, locale: str) -> str:
    return say(locale, f"design-table-{fault.replace('_', '-')}")


def _text(data: bytes) -> tuple[str, Encoding]:
    encoding: Encoding = "utf-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = "windows-1252"
        try:
            text = data.decode("windows-1252")
        except UnicodeDecodeError:
            raise TableUnreadable("not_text") from None
    if "\0" in text:
        raise TableUnreadable("not_text")
    return text, encoding


def _delimiter(line: str) -> str:
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=bare.count)


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            if number > MOST_ROWS + 1 + skipped:
                raise TableUnreadable("too_many_rows")
            bare = tuple(unguarded(cell) for cell in cells)
            if any(cell.strip() for cell in bare):
                yield number, bare
    except csv.Error:
        raise TableUnreadable("quotes") from None
