"""A small simulation of the people's side: what the large one shows holds here, too."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from benchmarks.people import BEGINS, TICK, Clocks, Report, Simulation, simulate
from humanely.store.data_folder import open_data
from humanely.store.records import HandoffRecord
from tests.apps.recorded import reader


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Sixteen conversations, four of the team, five minutes."""
    folder = tmp_path_factory.mktemp("people") / "data"
    return simulate(folder, conversations=16, team=4, minutes=5, seed=3)


def test_nobody_is_claimed_twice_and_nobody_hears_two_voices(report: Report) -> None:
    assert (report.double_claims, report.second_voices) == (0, 0)
    assert report.steps["joined"] > 0


def test_no_deadline_passes_without_its_alarm(report: Report) -> None:
    assert report.missed > 0
    assert report.untold == 0


def test_the_inbox_is_looked_at_all_the_time(report: Report) -> None:
    assert len(report.inbox_ms) > 10
    assert report.p95_ms < 1000


def test_a_deadline_that_nobody_was_told_of_is_found(tmp_path: Path) -> None:
    with closing(open_data(tmp_path / "data")) as data:
        held = Simulation(data, reader(), conversations=0, team=1, rng=Random(1))
        clocks = Clocks(held)
        clocks.take(BEGINS, HandoffRecord(conversation_id="c-1", state="queued", priority=0.7))
        clocks.pass_to(BEGINS + 20 * 12 * TICK)
    assert (clocks.missed, clocks.untold) == (3, 3)
