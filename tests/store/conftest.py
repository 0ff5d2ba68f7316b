"""Databases to test on: a SQLite file, and PostgreSQL from a package, each test with one of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.store.log.ledger import Ledger
from humanely.store.sql.database import Database, open_database, sqlite_url
from humanely.trust.keys import MemoryKeys
from tests.store.people import ROOT


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "humanely.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a new, empty database; every test that takes it runs on both engines."""
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_file"))
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A new database, open."""
    opened = open_database(url, os.urandom)
    yield opened
    opened.close()


@pytest.fixture
def keys() -> MemoryKeys:
    """Keys of people, as long as the test runs."""
    return MemoryKeys(ROOT, os.urandom)


@pytest.fixture
def ledger(database: Database, keys: MemoryKeys) -> Ledger:
    """A new ledger."""
    return Ledger(database, keys, ROOT, os.urandom)
