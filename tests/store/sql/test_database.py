"""Opening, migrating and failing, on both engines."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from humanely.store.sql.database import Database, migrate, open_database, open_read_only, sqlite_url
from humanely.store.sql.database_faults import (
    DatabaseBusy,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnknown,
    DatabaseUnprepared,
    DatabaseUnreachable,
    DatabaseUnwritable,
)
from humanely.store.sql.tables import METADATA, head, meta

OPEN_WITHOUT_DRIVER = """
import sys
sys.modules["psycopg"] = None
from humanely.errors import HumanelyError
from humanely.store.sql.database import open_database
try:
    open_database("postgresql://somewhere/humanely", bytes)
except HumanelyError as error:
    print(error)
"""


def fail_halfway(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(meta.insert().values(name="half", value="done"))
        raise LookupError


def lose_the_server(database: Database, server: Any) -> None:
    with database.reading() as connection:
        server.psql(f"SELECT pg_terminate_backend({connection.scalar(text('SELECT pg_backend_pid()'))})")
        connection.scalar(select(head.c.size))


def test_the_migrations_make_exactly_the_tables(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_migrations_lead_back_to_nothing_and_forth_again(database: Database) -> None:
    with database.writing() as connection:
        migrate(connection, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        migrate(connection)
        assert set(inspect(connection).get_table_names()) == {"alembic_version", *METADATA.tables}


def test_a_log_is_named_once_and_for_good(url: str) -> None:
    first = open_database(url, os.urandom)
    first.close()
    again = open_database(url, os.urandom)
    again.close()
    assert first.origin == again.origin
    assert len(first.origin) == len("humanely/") + 16


def test_a_writer_that_fails_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(LookupError):
        fail_halfway(database)
    with database.reading() as connection:
        assert connection.scalar(select(meta.c.value).where(meta.c.name == "half")) is None


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.reading() as reader:
        before = reader.scalar(select(head.c.size))
        with database.writing() as writer:
            writer.execute(head.update().values(size=5))
        assert reader.scalar(select(head.c.size)) == before


def test_read_only_opens_what_is_there(url: str) -> None:
    made = open_database(url, os.urandom)
    made.close()
    opened = open_read_only(url)
    with opened.reading() as connection:
        assert connection.scalar(select(head.c.size)) == 0
    assert opened.origin == made.origin
    opened.close()


def test_read_only_writes_nothing(sqlite_file: Path) -> None:
    open_database(sqlite_url(sqlite_file), os.urandom).close()
    opened = open_read_only(sqlite_url(sqlite_file))
    with pytest.raises(DatabaseUnwritable, match="cannot be written"), opened.writing() as connection:
        connection.execute(head.update().values(size=5))
    opened.close()


def test_read_only_makes_no_file(sqlite_file: Path) -> None:
    with pytest.raises(DatabaseMissing, match="it is not there"):
        open_read_only(sqlite_url(sqlite_file))
    assert not sqlite_file.exists()


def test_read_only_wants_a_ledger(sqlite_file: Path) -> None:
    sqlite3.connect(sqlite_file).close()
    sqlite_file.touch()
    with pytest.raises(DatabaseUnprepared, match="holds no ledger"):
        open_read_only(sqlite_url(sqlite_file))


def test_a_newer_database_is_left_alone(url: str) -> None:
    made = open_database(url, os.urandom)
    with made.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    made.close()
    with pytest.raises(DatabaseNewer, match=r"newer Humanely .*'9999'"):
        open_database(url, os.urandom)


def test_a_file_of_another_kind_is_refused(sqlite_file: Path) -> None:
    sqlite_file.write_text("Dear diary, this is no database. " * 100, encoding="utf-8")
    with pytest.raises(DatabaseForeign, match="is not a database"):
        open_database(sqlite_url(sqlite_file), os.urandom)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing, match="nowhere"):
        open_database(sqlite_url(tmp_path / "nowhere" / "humanely.db"), os.urandom)


def test_a_writer_whose_turn_does_not_come_gives_up(sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humanely.store.sql.database.BUSY_TIMEOUT_MS", 50)
    with closing(open_database(sqlite_url(sqlite_file), os.urandom)) as database:
        with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseBusy, match="held by another writer for too long"):
                fail_halfway(database)
        with pytest.raises(LookupError):
            fail_halfway(database)


def test_whoever_makes_a_file_that_another_is_making_waits_for_it(sqlite_file: Path) -> None:
    with closing(sqlite3.connect(sqlite_file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, other.commit).start()
        with closing(open_database(sqlite_url(sqlite_file), os.urandom)) as database:
            assert database.origin


def test_a_server_that_goes_away_is_said_to_be_gone(postgresql: Any, postgresql_url: str) -> None:
    with closing(open_database(postgresql_url, os.urandom)) as database:
        with pytest.raises(DatabaseUnreachable, match="cannot be reached"):
            lose_the_server(database, postgresql)
        with database.reading() as connection:
            assert connection.scalar(select(head.c.size)) == 0


def test_an_address_without_a_server_is_shown_without_its_password() -> None:
    with pytest.raises(DatabaseUnreachable, match="cannot be reached") as raised:
        open_database("postgresql://ada:hunter2@127.0.0.1:1/humanely", os.urandom)
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize("address", ["mysql://somewhere/humanely", "sqlite://", "no address", ""])
def test_addresses_of_other_kinds_are_refused(address: str) -> None:
    with pytest.raises(DatabaseUnknown, match="no kind known here"):
        open_database(address, os.urandom)


def test_a_missing_driver_is_named() -> None:
    said = subprocess.run([sys.executable, "-c", OPEN_WITHOUT_DRIVER], capture_output=True, text=True, check=True)
    assert said.stdout.startswith("The driver for PostgreSQL is not installed. Install it:")
