import csv
import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import LONG_LINE, Record, Reject, Row
from humanely.audit.exports.sources import Source
from humanely.audit.exports.streams import Stream
from humanely.audit.exports.tables import csv_records, delimiter_of

# Any text a file can hold: no lone surrogates, and something to see.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(str.strip)
tricky = st.sampled_from(
    ['He said "no"', "one,\ntwo;\r\nthree", "🙂👍🏽", "مرحبا שלום", '"', "'", "\t|", "\x00\x07", "=1+1"]
)
messages = st.lists(st.one_of(texts, tricky), min_size=1, max_size=12)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(path: Path) -> list[str]:
    items = list(read_rows([str(path)]))
    assert not any(isinstance(item, Reject) for item in items)
    return [item.text for item in items if isinstance(item, Row)]


@given(said=messages, delimiter=st.sampled_from(",;\t|"), ending=st.sampled_from(["\n", "\r\n"]))
@slow
def test_what_a_table_was_given_comes_back(tmp_path: Path, said: list[str], delimiter: str, ending: str) -> None:
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=ending, quoting=csv.QUOTE_ALL)
        writer.writerow(["conversation_id", "speaker", "text"])
        writer.writerows(["c1", "customer", each] for each in said)
    assert read(path) == said


@given(said=messages)
@slow
def test_what_lines_of_json_were_given_comes_back(tmp_path: Path, said: list[str]) -> None:
    path = tmp_path / "export.jsonl"
    records = [{"conversation_id": "c1", "speaker": "customer", "text": each} for each in said]
    path.write_bytes(b"\n".join(msgspec.json.encode(record) for record in records))
    assert read(path) == said


@given(said=messages)
@slow
def test_what_a_document_was_given_comes_back(tmp_path: Path, said: list[str]) -> None:
    path = tmp_path / "export.json"
    records = [{"conversation_id": "c1", "speaker": "customer", "text": each} for each in said]
    path.write_bytes(msgspec.json.encode({"next": None, "results": records}))
    assert read(path) == said


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_evenly(delimiter: str) -> None:
    rows = [["id", "text", "who"], ["1", "a, b; c | d", "agent"], ["2", "x,y,z", "customer"]]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    assert delimiter_of(file.getvalue().encode()) == delimiter


def records(path: Path, data: bytes) -> list[Record | Reject]:
    path.write_bytes(data)
    with Stream(Source("export.csv", path)) as stream:
        return list(csv_records(stream))


def test_backslashes_that_guard_quotes_are_understood(tmp_path: Path) -> None:
    found = records(tmp_path / "a.csv", b'id,text\n1,"said \\"no\\", twice"\n2,"C:\\\\x"\n')
    assert [item.cells["text"] for item in found if isinstance(item, Record)] == ['said "no", twice', "C:\\x"]


def test_backslashes_that_mean_nothing_stay(tmp_path: Path) -> None:
    found = records(tmp_path / "a.csv", b'id,text\n1,"C:\\"\n2,a\\b\n')
    assert [item.cells["text"] for item in found if isinstance(item, Record)] == ["C:\\", "a\\b"]


def test_columns_of_one_name_stay_apart(tmp_path: Path) -> None:
    (record,) = records(tmp_path / "a.csv", b"id,text,text,\n1,a,b,c\n")
    assert isinstance(record, Record)
    assert record.cells == {"id": "1", "text": "a", "text.3": "b", "column 4": "c"}


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humanely.audit.exports.tables.LINE_LIMIT", 1_000)
    found = records(tmp_path / "a.csv", b"id,text\n1,a\n2," + b"x" * 5_000)
    assert [item.reason for item in found if isinstance(item, Reject)] == [LONG_LINE]


def test_a_line_of_json_without_end_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("humanely.audit.exports.tables.LINE_LIMIT", 1_000)
    row = b'{"conversation_id": 1, "speaker": "agent", "text": "ok"}\n'
    (tmp_path / "a.jsonl").write_bytes(row + b'{"text": "' + b"x" * 5_000 + b'"}\n' + row)
    items = list(read_rows([str(tmp_path / "a.jsonl")]))
    assert [(item.line, type(item).__name__) for item in items] == [(1, "Row"), (2, "Reject"), (3, "Row")]
