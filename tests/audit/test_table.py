"""Every estimate as a table."""

from pathlib import Path

import duckdb
import pytest

from humanely.affect.labels import MARKS
from humanely.audit.table import COLUMNS, FORMATS, RowsUnwritable, Table, turn_rows
from humanely.errors import UsageError
from tests.audit.conversations import conversation, japanese, polish

READ = conversation(
    ("customer", "I am so angry, \x00 nobody “listens”,\nstill!", -0.8),
    ("agent", "Please see our FAQ."),
    conversation_id="c'1",
    group="basic",
)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_turn_is_a_row_in_every_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"it's rows{suffix}"
    with Table(path) as table:
        table.add([READ, READ])
        table.add([])
    quoted = str(path).replace("'", "''")
    with duckdb.connect() as database:
        found = database.execute(f"SELECT * FROM '{quoted}' ORDER BY turn")  # noqa: S608
        names = [column[0] for column in found.description]
        rows = found.fetchall()
    assert names == list(COLUMNS)
    assert len(rows) == 4
    first, last = dict(zip(names, rows[0], strict=True)), dict(zip(names, rows[-1], strict=True))
    assert (first["conversation_id"], first["turn"], first["speaker"]) == ("c'1", 1, "customer")
    assert first["emotion_anger"] == pytest.approx(0.9)
    assert first["model_valence"] == pytest.approx(-0.8)
    assert first["valence"] < -0.8
    assert first["gap"] is None
    assert last["valence"] is None
    assert last["model_valence"] is None
    assert 0 < last["gap"] <= 1
    assert last["acts"] in (0, 1, 2)


def test_an_unknown_suffix_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"rows.xlsx ends in no known suffix. Use one of .parquet"):
        Table(tmp_path / "rows.xlsx")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    table = Table(tmp_path / "file" / "rows.csv")
    with pytest.raises(RowsUnwritable, match="Name a folder you may write to"):
        table.__exit__(None, None, None)


def test_a_spreadsheet_finds_no_formula_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with Table(path) as table:
        table.add([conversation(("customer", "=HYPERLINK(1)"))])
    assert ",'=HYPERLINK(1)," in path.read_text()


def test_what_the_model_reads_is_in_the_table_in_any_language() -> None:
    asked, answered, again = (dict(zip(COLUMNS, row, strict=True)) for row in turn_rows(polish()))
    assert (asked["message_need"], asked["situations"], asked["cues"]) == (0.9, "attempt_failed frustrated", "")
    assert (again["message_need"], again["situations"]) == (0.8, "asks_for_human")
    assert (answered["message_need"], answered["situations"]) == (None, "")
    assert (answered["against"], answered["promise"], answered["mark_dismissal"]) == ("dismissal", 0.2, 0.9)
    assert 0 < answered["gap"] <= 1
    thanked = [dict(zip(COLUMNS, row, strict=True)) for row in turn_rows(japanese())][1]
    assert (thanked["acts"], thanked["promise"], thanked["mark_blame"]) == (2, 0.9, 0.05)


def test_where_the_model_read_nothing_its_columns_are_empty() -> None:
    asked, answered = (dict(zip(COLUMNS, row, strict=True)) for row in turn_rows(READ))
    assert asked["message_need"] is None
    assert answered["shown"] is not None
    assert {answered[f"mark_{name}"] for name in MARKS} == {answered["promise"]} == {None}


def test_cues_have_words_and_situations_may_have_none() -> None:
    asked, _ = (dict(zip(COLUMNS, row, strict=True)) for row in turn_rows(READ))
    assert asked["situations"] != ""
    assert set(asked["situations"].split()) <= set(asked["cues"].split())


def test_a_conversation_without_phrases_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    with Table(path) as table:
        table.add([polish(), japanese()])
    with duckdb.connect() as database:
        (found,) = database.execute(f"SELECT sum(mark_dismissal), max(message_need) FROM '{path}'").fetchall()  # noqa: S608
    assert found == (pytest.approx(0.95), pytest.approx(0.9))
