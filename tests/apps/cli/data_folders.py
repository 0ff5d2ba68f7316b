"""Data folders for the commands that work on one, made by the store itself."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.data_folder import Data, open_data
from humanely.store.log.act import Act, Unit
from humanely.trust.retention import Kind as Keep

LONG_AGO = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)


def record(data: Data, count: int, at: dt.datetime = LONG_AGO) -> None:
    """Record answers to three people in turn."""
    acts = [Act(kind="response", payload=b"words", keep=Keep.RESPONSE, person=f"p-{each % 3}") for each in range(count)]
    data.ledger.commit([Unit(acts=(act,)) for act in acts], at)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nine entries, of which a checkpoint holds the first seven."""
    place = tmp_path / "data"
    with closing(open_data(place)) as data:
        record(data, 7)
        data.checkpoint(LONG_AGO)
        record(data, 2)
    return place


def attack(folder: Path, statement: str) -> None:
    """Write to the database around the program."""
    with closing(sqlite3.connect(folder / "humanely.db")) as connection, connection:
        connection.execute(statement)
