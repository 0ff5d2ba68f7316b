"""Every fault in the museum gives a clear error with what to do, or a counted line."""

import contextlib
import datetime as dt
import gzip
import io
import json
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import BROKEN_ITEM, TIME_MISSED, Reject, Row, Skip
from humanely.errors import HumanelyError
from humanely.signal.turn import Speaker

ASSETS = Path(__file__).parent / "assets"
BAD = ASSETS / "bad"

# What stands in the error, for the person to read.
ERRORS = {
    "empty.csv": "the file is empty",
    "blank_lines.csv": "the file is empty",
    "header_only.csv": "No message stands in",
    "no_conversation_id.csv": "--map conversation_id=COLUMN,speaker=speaker,text=text",
    "no_header.csv": "does the first line hold the column names?",
    "columns_unknown.csv": "columns seen: a, b, c",
    "cp1252.csv": "byte 0xe9 in line 2. Say --encoding cp1252",
    "utf16_without_mark.csv": "--encoding utf-16-le",
    "speakers_all_unknown.csv": "--speaker agent=Ben",
    "dates_both_ways.csv": "--map dates=day-first",
    "nested_too_deep.json": "holds no list",
    "no_list.json": "holds no list",
    "empty_list.json": "the list is empty",
    "archive.csv": "binary data",
    "many_strangers.csv": "--speaker 'customer=*'",
    "excel.csv": "an Excel file",
    "noise.csv": "binary data",
    "not_utf8_in_one_row.csv": "byte 0xe9 in line 3",
    "system_lines_only.csv": "system line (2 times)",
    "truncated.parquet": "ends early",
}
# Rows kept, and the lines refused with their reason.
REJECTS = {
    "nul_and_control.csv": (2, []),
    "quote_never_closes.csv": (2, [(3, "a quote opens here and never closes")]),
    "quote_swallows_a_row.csv": (2, [(2, "a quote within a quoted field")]),
    "quote_wrong_in_a_long_message.csv": (
        1,
        [(2, "a quote within a quoted field"), (3, "part of a row whose quotes do not match")],
    ),
    "too_many_cells.csv": (1, [(2, "4 cells where the header names 3")]),
    "unknown_speaker.csv": (1, [(3, "unknown speaker"), (4, "unknown speaker")]),
    "bare_string.jsonl": (1, [(2, "not a JSON object")]),
    "carriage_returns.jsonl": (2, [(2, "not valid JSON")]),
    "json_in_disguise.csv": (2, []),
    "truncated.jsonl": (8, [(9, "file ends early, within this line")]),
    "truncated.json": (8, [(9, "file ends early, within this item")]),
    "broken_in_the_middle.jsonl": (3, [(3, "not valid JSON"), (4, "not a JSON object")]),
    "broken_in_the_middle.json": (3, [(4, BROKEN_ITEM)]),
    "not_a_number.jsonl": (2, []),
    "mixed_types.jsonl": (2, [(2, "no text"), (4, "no conversation id"), (5, "no speaker")]),
    "duplicates.csv": (6, []),
    "out_of_order.csv": (3, []),
    "one_speaker.csv": (2, []),
    "right_to_left.csv": (2, []),
}
TIMES = {"time_unreadable.csv": [3], "time_far_away.csv": [3, 4, 5, 6, 7, 8]}  # lines whose message is kept without
CUT_OFF = {"truncated.jsonl.gz", "truncated.csv.gz"}


def test_every_exhibit_has_its_label() -> None:
    assert {path.name for path in BAD.iterdir()} == ERRORS.keys() | REJECTS.keys() | CUT_OFF | TIMES.keys()


@pytest.mark.parametrize("name", sorted(ERRORS))
def test_a_file_that_cannot_be_read_says_what_to_do(name: str) -> None:
    with pytest.raises(HumanelyError) as caught:
        list(read_rows([str(BAD / name)]))
    assert ERRORS[name] in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", sorted(REJECTS))
def test_a_line_that_cannot_be_read_is_refused_with_its_reason_and_the_rest_is_kept(name: str) -> None:
    items = list(read_rows([str(BAD / name)]))
    kept, refused = REJECTS[name]
    assert sum(isinstance(item, Row) for item in items) == kept
    assert [(item.line, item.reason) for item in items if isinstance(item, Reject)] == refused
    assert not any(isinstance(item, Skip) for item in items)
    assert all(item.fix for item in items if isinstance(item, Reject))


@pytest.mark.parametrize("name", sorted(TIMES))
def test_a_time_that_cannot_be_read_is_counted_and_costs_no_message(name: str) -> None:
    items = list(read_rows([str(BAD / name)]))
    assert [item.line for item in items if isinstance(item, Row)] == list(range(2, 2 + len(items) - len(TIMES[name])))
    assert [item for item in items if not isinstance(item, Row)] == [
        Skip(str(BAD / name), line, TIME_MISSED) for line in TIMES[name]
    ]


@pytest.mark.parametrize("name", sorted(CUT_OFF))
def test_what_came_before_the_cut_is_read(name: str) -> None:
    *rows, last = read_rows([str(BAD / name)])
    assert len(rows) > 100
    assert all(isinstance(row, Row) for row in rows)
    assert isinstance(last, Reject)
    assert last.reason == "file ends early: the compressed data is cut off or damaged"


@pytest.mark.parametrize("name", sorted(ERRORS.keys() | REJECTS.keys()))
def test_nothing_a_customer_wrote_stands_in_an_error_or_a_reject(name: str) -> None:
    said: list[str] = []
    try:
        said += [f"{item.reason} {item.fix}" for item in read_rows([str(BAD / name)]) if isinstance(item, Reject)]
    except HumanelyError as error:
        said.append(str(error))
    written = ("order", "caf", "Hello", "swallow", "Opens", "night shift", "waited", "Message number", "Late")
    assert not [words for words in written for each in said if words in each.replace(name, "")]


def test_every_line_after_a_quote_that_never_closes_is_read_or_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'conversation_id,speaker,text\n1,customer,"Where is\n' + "2,agent,Here\n" * 5_000 + "loose\n" * 3
    )
    items = list(read_rows([str(tmp_path / "a.csv")]))
    assert sum(isinstance(item, Row) for item in items) == 5_000
    assert [item.line for item in items if isinstance(item, Reject)] == [2, 5003, 5004, 5005]


def test_a_line_that_is_a_bare_string_never_becomes_the_reason(tmp_path: Path) -> None:
    lines = '{"conversation_id": 1, "speaker": "customer", "text": "Hi"}\n"my UTF-8 parcel"\n["lost"]\n'
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    refused = [item for item in read_rows([str(tmp_path / "a.jsonl")]) if isinstance(item, Reject)]
    assert {(item.reason, item.fix) for item in refused} == {
        ("not a JSON object", 'Write one object a line: {"text": …}')
    }


def test_an_encoding_that_is_named_settles_it() -> None:
    texts = [row.text for row in read_rows([str(BAD / "cp1252.csv")], encoding="cp1252") if isinstance(row, Row)]
    assert texts == ["Le café était froid", "Désolé"]


def test_utf8_by_name_sets_aside_only_what_is_not() -> None:
    items = list(read_rows([str(BAD / "not_utf8_in_one_row.csv")], encoding="utf-8"))
    assert [(item.line, type(item).__name__) for item in items] == [(2, "Row"), (3, "Reject"), (4, "Row")]


def test_a_named_encoding_that_does_not_exist_is_refused() -> None:
    with pytest.raises(HumanelyError, match="No encoding is called 'klingon'"):
        list(read_rows([str(BAD / "cp1252.csv")], encoding="klingon"))


def test_dates_can_be_settled_by_the_person() -> None:
    rows = read_rows([str(BAD / "dates_both_ways.csv")], mapping={"dates": "month-first"})
    assert [row.time.month for row in rows if isinstance(row, Row) and row.time] == [3, 4]


def test_a_very_long_message_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("conversation_id,speaker,text\n1,customer," + "why? " * 40_000 + "\n", encoding="utf-8")
    (row,) = read_rows([str(path)])
    assert isinstance(row, Row)
    assert len(row.text) >= 199_999


def rows_in(*paths: Path) -> list[Row]:
    return [item for item in read_rows([str(path) for path in paths]) if isinstance(item, Row)]


def test_standard_input_is_sniffed_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    document = (ASSETS / "chatwoot.json").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(document))))
    piped = [item for item in read_rows(["-"]) if isinstance(item, Row)]
    assert [row.text for row in piped] == [row.text for row in rows_in(ASSETS / "chatwoot.json")]
    assert {row.source for row in piped} == {"standard input"}


def test_lines_from_standard_input_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (ASSETS / "spreadsheet_german.csv").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert sum(isinstance(item, Row) for item in read_rows(["-"])) == 3


def test_a_spreadsheet_with_semicolons_and_line_breaks_is_read_without_flags() -> None:
    first, second, third = rows_in(ASSETS / "spreadsheet_german.csv")
    assert (first.line, second.line, third.line) == (3, 5, 6)
    assert first.text == "Mein Paket ist\nzweimal verschwunden."
    assert (second.speaker.value, second.journey, second.resolved) == ("agent", "Versand", True)
    assert second.time is not None
    assert (second.time.day, second.time.month) == (4, 3)
    assert (third.speaker.value, third.resolved) == ("customer", False)


def test_parquet_is_read_plain_and_packed(tmp_path: Path) -> None:
    query = """SELECT i // 3 AS ticket_id, if(i % 3 = 0, 'client', 'staff') AS role, 'Message ' || i AS body,
        TIMESTAMP '2024-03-01 09:00:00' + INTERVAL (i) MINUTE AS created_at FROM range(9) t(i)"""
    plain, packed = tmp_path / "an [odd] name*.parquet", tmp_path / "packed.parquet.gz"
    with duckdb.connect() as connection:
        connection.sql(query).write_parquet(str(plain))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert len(rows_in(plain)) == 9
    assert [row.text for row in rows_in(plain)] == [row.text for row in rows_in(packed)]
    assert rows_in(plain)[1].time == dt.datetime(2024, 3, 1, 9, 1, tzinfo=dt.UTC)


def test_several_exports_are_read_one_after_the_other_and_one_empty_file_is_counted() -> None:
    items = list(read_rows([str(BAD / "one_speaker.csv"), str(BAD / "empty.csv"), str(ASSETS / "zendesk.json")]))
    assert [(Path(item.source).name, item.line) for item in items if isinstance(item, Reject)] == [("empty.csv", 0)]
    assert {row.conversation_id for row in items if isinstance(row, Row)} == {"1", "35436", "35437", "35438"}


@pytest.fixture
def among_others(tmp_path: Path) -> Path:
    for name in ("one_speaker.csv", "excel.csv", "columns_unknown.csv", "cp1252.csv", "no_list.json"):
        (tmp_path / name).write_bytes((BAD / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize("pattern", ["", "*"])
def test_files_in_a_folder_that_are_no_export_are_set_aside_as_a_whole(among_others: Path, pattern: str) -> None:
    items = list(read_rows([str(among_others / pattern)]))
    assert {Path(item.source).name: (item.line, item.reason) for item in items if isinstance(item, Reject)} == {
        "excel.csv": (0, "the file is no export that can be read"),
        "columns_unknown.csv": (0, "the columns of the file cannot be told"),
        "cp1252.csv": (0, "the encoding of the file is unclear"),
        "no_list.json": (0, "the file is no export that can be read"),
    }
    assert sum(isinstance(item, Row) for item in items) == 2


def test_a_file_named_itself_is_never_set_aside(among_others: Path) -> None:
    with pytest.raises(HumanelyError, match="an Excel file"):
        list(read_rows([str(among_others), str(among_others / "excel.csv")]))


def test_a_folder_of_files_none_of_which_is_an_export_says_what_to_do(among_others: Path) -> None:
    (among_others / "one_speaker.csv").unlink()
    with pytest.raises(HumanelyError, match="columns seen: a, b, c"):
        list(read_rows([str(among_others)]))


def test_speakers_the_person_names_are_known() -> None:
    names = {"Maria": Speaker.AGENT, "*": Speaker.CUSTOMER}
    rows = list(read_rows([str(BAD / "speakers_all_unknown.csv")], speakers=names))
    assert [row.speaker.value for row in rows if isinstance(row, Row)] == ["agent", "customer"]


def test_a_field_nobody_knows_is_refused() -> None:
    with pytest.raises(HumanelyError, match="--map knows no field 'feeling'"):
        list(read_rows([str(BAD / "one_speaker.csv")], mapping={"feeling": "text"}))


def test_a_broken_or_foreign_line_among_a_platforms_records_is_refused(tmp_path: Path) -> None:
    good = json.dumps({"id": 1, "requester_id": 2, "description": "Hello?", "status": "open"})
    (tmp_path / "tickets.jsonl").write_text(f'{good}\n{{"id": 1, oops\n{{"user": 3}}\n{good}\n', encoding="utf-8")
    items = list(read_rows([str(tmp_path / "tickets.jsonl")]))
    assert [(item.line, item.reason) for item in items if isinstance(item, Reject)] == [
        (2, "not valid JSON"),
        (3, "not a record of Zendesk"),
    ]
    assert sum(isinstance(item, Row) for item in items) == 2


def test_a_file_of_broken_lines_alone_says_why(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("oops\noops\n", encoding="utf-8")
    with pytest.raises(HumanelyError, match=r"not valid JSON \(2 times\)"):
        list(read_rows([str(tmp_path / "broken.jsonl")]))


def test_a_first_line_of_words_is_not_shown_as_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('1,customer,"Where is my parcel, please?"\n1,agent,Here\n', encoding="utf-8")
    with pytest.raises(HumanelyError, match="3 without names") as caught:
        list(read_rows([str(tmp_path / "a.csv")], mapping={"text": "body"}))
    assert "parcel" not in str(caught.value)


def test_a_way_round_that_dates_do_not_have_is_refused() -> None:
    with pytest.raises(HumanelyError, match="dates=day-first or dates=month-first"):
        list(read_rows([str(BAD / "dates_both_ways.csv")], mapping={"dates": "sideways"}))


def test_a_platform_is_read_as_the_person_says_when_they_say() -> None:
    mapping = {"conversation_id": "conversation_id", "speaker": "sender.type", "text": "content"}
    speakers = {"user": Speaker.AGENT, "agent_bot": Speaker.ASSISTANT}
    items = list(read_rows([str(ASSETS / "chatwoot.json")], mapping=mapping, speakers=speakers))
    assert sum(isinstance(item, Row) for item in items) == 10


@given(data=st.binary(max_size=400), suffix=st.sampled_from([".csv", ".json", ".jsonl", ".parquet", ".txt", ".csv.gz"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_anything_but_our_own_errors(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(data)
    with contextlib.suppress(HumanelyError):
        list(read_rows([str(path)]))


@given(name=st.sampled_from(sorted(path.name for path in ASSETS.iterdir() if path.is_file())), data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_export_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = (ASSETS / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    path = tmp_path / name
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=10)) + whole[start + length :])
    with contextlib.suppress(HumanelyError):
        list(read_rows([str(path)]))
