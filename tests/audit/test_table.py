"""Every estimate as a table."""

from pathlib import Path

import duckdb
import pytest

from humanely.audit.table import COLUMNS, FORMATS, RowsUnwritable, Table
from humanely.errors import UsageError
from tests.audit.conversations import conversation

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
