"""Deadlines as rows: what a row says, and that no kill makes anybody wait unheard or be told twice."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import msgspec

from humanely.people.handoff import Handoff
from humanely.pipeline.handoffs.clocks import standing, standing_after
from humanely.store.conversation import ConversationState
from humanely.store.data_folder import open_data
from humanely.store.records import HandoffRecord, NoteRecord, decode
from tests.apps.recorded import MINUTE, NOON
from tests.apps.running import running
from tests.pipeline.room import PLAIN

CALLED = Handoff(place=7, state="queued", opened_at=NOON, priority=0.7, queued_at=NOON, waiting_since=NOON)
ASKS_AND_SLEEPS = """
import datetime as dt, sys, time
from pathlib import Path
from humanely.pipeline.arrival import Arrival
from humanely.store.conversations import Conversations
from humanely.store.data_folder import open_data
from tests.apps.recorded import companion
folder = Path(sys.argv[1])
handles = companion(folder, Conversations(open_data(folder).ledger))
before = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=int(sys.argv[2]))
handles.handle([Arrival(conversation_id="c-1", person_id="ada", text="I want to talk to a human.")], before)
print("asked", flush=True)
time.sleep(600)
"""


def of(handoff: Handoff | None) -> ConversationState:
    """A conversation with a handoff."""
    return ConversationState(conversation_id="c-1", person_id="ada", language="en", handoff=handoff)


def test_where_no_human_was_ever_due_there_is_no_row() -> None:
    note = NoteRecord(conversation_id="c-1", text="It is sunny.")
    assert standing(of(None), PLAIN) is None
    assert standing_after(of(None), [note], PLAIN, NOON) is None


def test_the_first_deadline_on_which_something_is_to_be_done_is_the_next() -> None:
    row = standing(of(CALLED), PLAIN)
    assert row is not None
    assert row.next_due == row.timeout_due == NOON + 5 * MINUTE
    late = standing(of(msgspec.structs.replace(CALLED, state="timed_out", overdue=frozenset({"answer"}))), PLAIN)
    assert late is not None
    assert (late.timeout_due, late.next_due) == (None, late.resolve_due)


def test_for_an_offer_no_clock_runs() -> None:
    row = standing(of(Handoff(place=7, state="offered", opened_at=NOON)), PLAIN)
    assert row is not None
    assert (row.answer_due, row.resolve_due, row.timeout_due, row.next_due) == (None, None, None, None)


def test_patience_counts_from_when_it_was_last_in_the_queue() -> None:
    left = msgspec.structs.replace(CALLED, queued_at=NOON + 20 * MINUTE)
    row = standing(of(left), PLAIN)
    assert row is not None
    assert (row.answer_due, row.timeout_due) == (NOON + 15 * MINUTE, NOON + 25 * MINUTE)


def test_a_life_at_risk_is_due_first_of_all() -> None:
    row = standing(of(msgspec.structs.replace(CALLED, priority=1.0)), PLAIN)
    assert row is not None
    assert row.next_due == NOON + 2 * MINUTE


def test_a_row_after_acts_has_the_place_its_acts_will_get() -> None:
    joined = HandoffRecord(conversation_id="c-1", state="joined", agent="ada")
    row = standing_after(of(None), [joined], PLAIN, NOON)
    assert row is not None
    assert (row.place, row.state, row.agent) == (-1, "joined", "ada")


def told(folder: Path) -> list[str]:
    """The steps of the handoff that are on disk."""
    with closing(open_data(folder)) as data:
        acts = data.ledger.conversation("c-1")
        records = [decode(act.payload) for act in acts if act.payload is not None]
    return [one.state for one in records if isinstance(one, HandoffRecord)]


def until_told(folder: Path, wanted: str) -> list[str]:
    """The steps once one of them is there, or after half a minute."""
    end = time.monotonic() + 30
    while (steps := told(folder))[-1] != wanted and time.monotonic() < end:
        time.sleep(0.2)
    return steps


def test_killed_between_queue_and_timeout_the_person_is_told_once(tmp_path: Path) -> None:
    folder, root = tmp_path / "data", Path(__file__).parents[3]
    folder.mkdir()
    (folder / "settings.toml").write_text("noticed = true\n", encoding="utf-8")
    command = [sys.executable, "-c", ASKS_AND_SLEEPS, str(folder), "10"]
    with subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONPATH": "."}, stdout=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        assert asking.stdout.readline() == b"asked\n"
        asking.send_signal(signal.SIGKILL)
    assert told(folder) == ["queued"]
    with running(folder) as server:
        assert until_told(folder, "timed_out") == ["queued", "timed_out"]
        server.process.kill()
    with running(folder) as server:
        time.sleep(3)
        server.stop()
    assert told(folder) == ["queued", "timed_out"]
