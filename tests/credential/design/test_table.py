import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design import table
from humanely.credential.design.table import MOST_BYTES, MOST_ROWS, TableUnreadable, guarded, read, unguarded, write
from humanely.credential.wording import LOCALES

cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_any_delimiter_is_known_with_or_without_a_mark(delimiter: str, encoding: str) -> None:
    text = f'Name{delimiter}E-Mail\r\n"Bauer, A; B"{delimiter}ada@example.org\r\n'
    found = read(text.encode(encoding))
    assert found.header == ("Name", "E-Mail")
    assert found.rows == ((2, ("Bauer, A; B", "ada@example.org")),)
    assert (found.delimiter, found.encoding) == (delimiter, "utf-8")


def test_a_table_of_windows_is_read_and_said_to_be_a_guess() -> None:
    found = read("name,email\nZoë Müller,z@example.org\n".encode("windows-1252"))
    assert (found.rows[0][1][0], found.encoding) == ("Zoë Müller", "windows-1252")


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    found = read(b"sep=;\r\nname;email\r\nAda;a@example.org\r\n")
    assert (found.header, found.rows) == (("name", "email"), ((3, ("Ada", "a@example.org")),))


def test_rows_are_numbered_as_in_the_spreadsheet_though_empty_ones_are_left_out() -> None:
    found = read(b'name,email\nAda,a@example.org\n,\n\n"two\nlines",b@example.org\n')
    assert [number for number, _ in found.rows] == [2, 5]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "empty"),
        (b"name,email\n", "empty"),
        (b"name,email\n,\n", "empty"),
        (b"name,email\n\x81\x8d,b\n", "not_text"),
        ("name,email\nAda,a\n".encode("utf-16"), "not_text"),
        (b'name,email\n"Ada,a@example.org\n', "quotes"),
        (b'name,email\n"Ada"x,a@example.org\n', "quotes"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (b"email\n" + b"a\n" * (MOST_ROWS + 1), "too_many_rows"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, fault: str) -> None:
    with pytest.raises(TableUnreadable, match="The table cannot be read") as caught:
        read(data)
    assert caught.value.fault == fault
    assert len({caught.value.says(locale) for locale in LOCALES}) == len(LOCALES)


def test_as_many_rows_as_there_may_be_are_read() -> None:
    assert len(read(b"sep=,\nemail\n" + b"a\n" * MOST_ROWS).rows) == MOST_ROWS


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-2", "@x", "\t=1", "\r=1", "  =1", "＝1", "'=1", "\n=1"])
def test_no_cell_that_a_spreadsheet_could_run_is_written_bare(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@given(cells)
def test_a_guarded_cell_never_runs_and_is_read_back_as_it_was(cell: str) -> None:
    assert guarded(cell).lstrip()[:1] not in tuple("=+-@＝＋－＠")
    assert unguarded(guarded(cell)) == cell


@given(rows=st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1), delimiter=st.sampled_from([",", ";", "\t"]))
def test_what_is_written_is_read_back_cell_by_cell(rows: list[list[str]], delimiter: str) -> None:
    text = write([["email", "x"], *rows], delimiter).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert [[unguarded(cell) for cell in row] for row in back[1:]] == rows


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_are_refused_in_words(data: bytes) -> None:
    assert fault_of(data) in {None, "empty", "not_text", "quotes"}


def fault_of(data: bytes) -> table.Fault | None:
    try:
        read(data)
    except TableUnreadable as unreadable:
        return unreadable.fault
    return None
