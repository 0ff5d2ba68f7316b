"""Conversations of an export, as moments to decide again."""

import datetime as dt
import json
from pathlib import Path

import pytest

from humanely.audit.exports.faults import ExportMissing
from humanely.audit.intake import Exports
from humanely.audit.past import PastExports
from humanely.audit.run import Silent
from humanely.decision.policy import policy, shipped
from humanely.decision.replay import replay
from humanely.estimate import ConversationReader

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
EXPORT = Path(__file__).parents[2] / "examples" / "export" / "shops.jsonl"


class Stops(Silent):
    """Wants to stop as soon as it is asked."""

    def stopped(self) -> bool:
        return True


@pytest.fixture(scope="module")
def reader() -> ConversationReader:
    return ConversationReader()


def written(folder: Path, *rows: tuple[str, str, str]) -> Exports:
    file = folder / "export.jsonl"
    lines = [
        json.dumps({"conversation_id": name, "speaker": speaker, "text": text, "journey": "refund"})
        for name, speaker, text in rows
    ]
    file.write_text("\n".join(lines))
    return Exports((str(file),))


def test_every_run_of_a_customer_is_a_moment(tmp_path: Path, reader: ConversationReader) -> None:
    rows = (
        ("1", "customer", "Hello"),
        ("1", "customer", "Where is it?"),
        ("1", "bot", "Here."),
        ("1", "customer", "Ok"),
    )
    (past,) = PastExports(
        written(
            tmp_path,
            *rows,
        ),
        reader,
        NOW,
        Silent(),
    )
    first, second = past.moments
    assert (past.conversation_id, len(first.readings), len(second.readings)) == ("1", 2, 4)
    assert (first.now, first.tags, first.language) == (NOW, frozenset({"refund"}), "en")


def test_a_risk_to_life_is_looked_for(tmp_path: Path, reader: ConversationReader) -> None:
    exports = written(tmp_path, ("1", "customer", "I want to end my life."), ("2", "customer", "Hello"))
    risky, calm = PastExports(exports, reader, NOW, Silent())
    assert risky.moments[0].crisis is not None
    assert risky.moments[0].crisis.fired
    assert calm.moments[0].crisis is not None
    assert not calm.moments[0].crisis.fired


def test_lines_that_cannot_be_read_are_counted(tmp_path: Path, reader: ConversationReader) -> None:
    exports = written(tmp_path, ("1", "customer", "Hello"), ("1", "martian", "Hello"), ("", "customer", "Hello"))
    pasts = PastExports(exports, reader, NOW, Silent())
    assert len(list(pasts)) == 1
    assert pasts.rejected == 2
    assert [path.name for path in tmp_path.iterdir()] == ["export.jsonl"]


def test_a_wish_to_stop_ends_after_the_batch(reader: ConversationReader) -> None:
    few = list(PastExports(Exports((str(EXPORT),)), reader, NOW, Stops()))
    assert few


def test_an_export_that_is_not_there_is_an_error(tmp_path: Path, reader: ConversationReader) -> None:
    with pytest.raises(ExportMissing):
        list(PastExports(Exports((str(tmp_path / "nothing.csv"),)), reader, NOW, Silent()))


def test_the_sample_export_is_replayed(reader: ConversationReader) -> None:
    eager = policy('name = "eager"\n[rules.clear_need]\naction = "handoff"')
    difference = replay(PastExports(Exports((str(EXPORT),)), reader, NOW, Silent()), shipped(), eager)
    assert difference.conversations == 24
    assert difference.decisions > 60
    assert {(one.old_action, one.new_action) for one in difference.changes} >= {("comfort", "handoff")}
