"""The end of the ledger, newest first, without what was said."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.store.data_folder import Data, open_data
from humanely.store.log.recent import Recent
from humanely.store.team.deeds import Deeds

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    opened = open_data(tmp_path)
    deeds = Deeds(opened.database, opened.root_key, opened.entropy)
    deeds.about_person("looked_at", "00" * 8, "ada", NOW)
    deeds.setting_changed("policy.toml", "a", None, "00" * 8, NOW)
    deeds.about_person("exported", "00" * 8, "ada", NOW)
    yield opened
    opened.close()


def test_the_newest_entry_comes_first(data: Data) -> None:
    assert [one.index for one in Recent(data.database).entries(2)] == [2, 1]


def test_entries_of_one_kind_leave_out_the_others(data: Data) -> None:
    assert [one.index for one in Recent(data.database).entries(9, kind="staff")] == [2, 0]


def test_entries_go_on_in_front_of_a_place(data: Data) -> None:
    assert [one.index for one in Recent(data.database).entries(9, before=2)] == [1, 0]


def test_the_newest_checkpoint_comes_first(data: Data) -> None:
    recent = Recent(data.database)
    assert recent.checkpoints(5) == ()
    signed = data.checkpoint(NOW)
    assert [(one.size, one.note) for one in recent.checkpoints(5)] == [(3, signed.decode())]
