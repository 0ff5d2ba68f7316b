"""The school of `make run`: there once, with something of everything that a first visitor may want to see."""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from examples import school
from humanely.pipeline.credentials import designs, holder, progress
from humanely.pipeline.credentials.desk import Desk
from humanely.store.data_folder import open_data
from tests.apps.recorded import reader
from tests.pipeline.room import PLAIN

SECONDS = 2.0
"""Of the processor, that the start may take longer for it; a wait for another process is not its fault."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(open_data(tmp_path / "data")) as data:
        yield Desk.of(data, PLAIN, address="http://localhost:8000", name="School", reader=reader())


def test_something_of_everything_is_there_soon(desk: Desk) -> None:
    begun, now = time.process_time(), dt.datetime.now(dt.UTC)
    school.settle(desk, now)
    assert time.process_time() - begun < SECONDS
    rows = desk.ledger.credentials
    assert [one.achievement.id for one in designs.every(desk)] == ["community-mentor", "forklift-safety", "spanish-b1"]
    assert dict(rows.counts()) == {"awaiting_review": 1, "offered": 1, "collected": 1, "revoked": 2}
    assert len(rows.appeals_open()) == 1
    assert len(rows.endorsements_held()) >= 1
    assert [step.id for step in progress.stands(desk, school.NOOR, school.MENTOR, now).open] == [
        "three-months",
        "write-it-down",
    ]


def test_a_second_start_changes_nothing_and_still_shows_where_to_look(desk: Desk) -> None:
    now = dt.datetime.now(dt.UTC)
    school.settle(desk, now)
    before = dict(desk.ledger.credentials.counts())
    school.settle(desk, now)
    assert dict(desk.ledger.credentials.counts()) == before
    seen = school.shown(desk, now)
    assert seen is not None
    shared = holder.opened(desk, seen.own.removeprefix("/mine/"), now)
    assert shared.life is not None
    assert (shared.life.shared, f"/c/{shared.id}") == (True, seen.public)


def test_where_nobody_is_there_is_nothing_to_show(desk: Desk) -> None:
    assert school.shown(desk, dt.datetime.now(dt.UTC)) is None
