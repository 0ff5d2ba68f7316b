"""A room for each test, on a SQLite file of its own."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.sql.database import open_database, sqlite_url
from tests.pipeline.room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A room with the plain rules."""
    with closing(open_database(sqlite_url(tmp_path / "humanely.db"), os.urandom)) as database:
        yield Room(database)
