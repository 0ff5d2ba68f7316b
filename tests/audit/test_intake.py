"""Nothing that is read goes missing: rows, rejects and lines left out add up."""

import json
from pathlib import Path

import pytest

from humanely.audit.exports.columns import Guess
from humanely.audit.exports.spool import Spool
from humanely.audit.intake import CHECK_EVERY, Exports, Intake, RejectsUnwritable
from humanely.audit.table import Table
from humanely.errors import HumanelyError, UsageError
from tests.audit.conversations import conversation

EXPORT = """conversation_id,speaker,text,time
1,customer,Where is it?,2026-03-01T10:00:00Z
1,agent,On its way.,2026-03-01T10:05:00Z
1,martian,Hello there,2026-03-01T10:06:00Z
,customer,lost,2026-03-01T10:00:00Z
2,customer,,2026-03-01T10:00:00Z
"""


class Watcher:
    """Counts, and stops after so many looks."""

    def __init__(self, stop_at: int = 10**9) -> None:
        self.bytes, self.guesses, self.looks, self.stop_at = 0, list[Guess](), 0, stop_at

    def reading(self, size: int | None) -> None:
        self.total = size

    def read(self, size: int) -> None:
        self.bytes += size

    def guessed(self, guess: Guess) -> None:
        self.guesses.append(guess)

    def stopped(self) -> bool:
        self.looks += 1
        return self.looks >= self.stop_at


def test_rows_and_rejects_add_up_and_rejects_quote_nobody(tmp_path: Path) -> None:
    export, rejects = tmp_path / "export.csv", tmp_path / "rejects.jsonl"
    export.write_text(EXPORT)
    watcher, intake = Watcher(), Intake(rejects)
    with Spool() as spool:
        intake.take(Exports((str(export),)), spool, watcher)
    written = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert intake.rows == 2
    assert intake.rows + sum(intake.rejects.values()) == 5
    assert len(written) == 3
    assert all({"source", "line", "reason", "fix"} == set(reject) for reject in written)
    assert "Hello there" not in rejects.read_text()
    assert watcher.bytes == watcher.total == len(EXPORT)
    assert list(intake.sources) == [str(export)]


def test_a_list_of_rejects_from_before_does_not_stay(tmp_path: Path) -> None:
    export, rejects = tmp_path / "export.csv", tmp_path / "rejects.jsonl"
    rejects.write_text('{"source":"old.csv","line":1,"reason":"no text","fix":"Nothing."}\n')
    export.write_text("\n".join(EXPORT.splitlines()[:3]))
    with Spool() as spool:
        Intake(rejects).take(Exports((str(export),)), spool, Watcher())
    assert not rejects.exists()


def test_a_file_of_somebody_else_with_that_name_is_left_alone(tmp_path: Path) -> None:
    export, rejects = tmp_path / "export.csv", tmp_path / "rejects.jsonl"
    rejects.write_text('{"conversation_id":"1","speaker":"customer","text":"Hello"}\n')
    export.write_text(EXPORT)
    with Spool() as spool, pytest.raises(UsageError, match="not a list of ours"):
        Intake(rejects).take(Exports((str(export),)), spool, Watcher())
    assert "Hello" in rejects.read_text()


def test_a_wish_to_stop_keeps_what_was_read(tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    lines = [f"{number},customer,Hello {number}" for number in range(3 * CHECK_EVERY)]
    export.write_text("conversation_id,speaker,text\n" + "\n".join(lines))
    intake = Intake(tmp_path / "rejects.jsonl")
    with Spool() as spool:
        intake.take(Exports((str(export),)), spool, Watcher(stop_at=2))
        assert spool.counts().turns == 2 * CHECK_EVERY
    assert intake.cut_short


def test_no_place_for_rejects_is_said(tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_text(EXPORT)
    with Spool() as spool, pytest.raises(RejectsUnwritable, match="Choose an --out"):
        Intake(tmp_path / "absent" / "rejects.jsonl").take(Exports((str(export),)), spool, Watcher())


def test_an_export_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with Spool() as spool, pytest.raises(HumanelyError, match=r"absent\.csv"):
        Intake(tmp_path / "r").take(Exports((str(tmp_path / "absent.csv"),)), spool, Watcher())


def test_the_same_number_on_two_platforms_is_two_conversations(tmp_path: Path) -> None:
    assets = Path(__file__).parent / "exports" / "assets"
    table = tmp_path / "table.csv"
    with Spool() as spool:
        Intake(tmp_path / "r").take(Exports((str(assets / "zendesk.json"),)), spool, Watcher())
        number = next(iter(spool.conversations())).conversation_id
        alone = spool.counts().conversations
    table.write_text(f"conversation_id,speaker,text\n{number},customer,Somebody else\n")
    with Spool() as spool:
        Intake(tmp_path / "r").take(Exports((str(assets / "zendesk.json"), str(table))), spool, Watcher())
        assert spool.counts().conversations == alone + 1


def test_a_conversation_goes_on_over_the_parts_of_one_export(tmp_path: Path) -> None:
    for part in ("a", "b"):
        (tmp_path / f"{part}.csv").write_text(f"conversation_id,speaker,text\n1,customer,Hello {part}\n")
    with Spool() as spool:
        Intake(tmp_path / "r").take(Exports((str(tmp_path),)), spool, Watcher())
        assert spool.counts().conversations == 1


def test_what_an_earlier_audit_left_in_the_folder_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(EXPORT)
    with Table(tmp_path / "rows.csv") as table:
        table.add([conversation(("customer", "Hello"))])
    rejects = tmp_path / "rejects.jsonl"
    for _ in range(2):
        intake = Intake(rejects)
        with Spool() as spool:
            intake.take(Exports((str(tmp_path),)), spool, Watcher())
        assert intake.rows == 2
        assert rejects.exists()
    assert intake.skips == {"written by an audit": 2}
