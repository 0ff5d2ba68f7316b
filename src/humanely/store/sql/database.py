"""The database: opened, brought to the form this program knows, and read or written in one transaction at a time.

SQLite is a file in the data directory, in WAL mode with every commit on disk before it returns; PostgreSQL is reached
by its address. Writers stand in line: one holds the ledger at a time, across threads, processes and machines.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from humanely.store.sql import credential_tables as credential_tables  # their tables are part of the metadata
from humanely.store.sql import people_tables as people_tables
from humanely.store.sql.database_faults import (
    DatabaseNewer,
    DatabaseUnknown,
    DatabaseUnprepared,
    DriverMissing,
    fault_of,
)
from humanely.store.sql.tables import meta
from humanely.trust.seal import Entropy

BUSY_TIMEOUT_MS = 10_000
"""How long a writer waits for its turn on SQLite."""

_LEDGER_LOCK = 0x68756D616E656C79
"""PostgreSQL's advisory lock of all writers: "humanely" as a number."""

_ORIGIN = "origin"
_ORIGIN_BYTES = 8
_CONNECT_TIMEOUT_S = 10


class Database:
    """An open database.

    Attributes:
        origin: the name of its log, made once and for good.
    """

    def __init__(self, engine: Engine, origin: str) -> None:
        self._engine = engine
        # PostgreSQL would show each statement what was committed just before it; SQLite shows one state anyway.
        still = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        self._still = engine.execution_options(**still)
        self.origin = origin

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state throughout.

        Raises:
            HumanelyError: one of `database_faults`, when the database fails.
        """
        with _translated(self._engine.url), self._still.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that holds the ledger alone; on disk when the block has ended, or undone if it raised.

        Raises:
            HumanelyError: one of `database_faults`, when the database fails or its turn does not come.
        """
        with _translated(self._engine.url), _writing(self._engine) as connection:
            yield connection

    def settle(self) -> None:
        """Let old states of rows go from beside a SQLite file; PostgreSQL does so by itself."""
        if self._engine.dialect.name == "sqlite":
            with _translated(self._engine.url), self._engine.connect() as connection:
                raw = connection.connection.cursor()
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                raw.close()

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def sqlite_url(path: Path) -> str:
    """The address of a SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def open_database(url: str, entropy: Entropy) -> Database:
    """Open a database, made if there is none, and bring it to the newest form.

    Args:
        url: ``sqlite:///FILE`` or ``postgresql://USER:PASSWORD@HOST/NAME``.
        entropy: names the log of a new database.

    Raises:
        HumanelyError: one of `database_faults`.
    """
    engine = _engine(_known(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _keep_wal)
    with _closed_on_failure(engine), _writing(engine) as connection:
        migrate(connection)
        origin = connection.scalar(select(meta.c.value).where(meta.c.name == _ORIGIN))
        if origin is None:
            origin = f"humanely/{entropy(_ORIGIN_BYTES).hex()}"
            connection.execute(insert(meta).values(name=_ORIGIN, value=origin))
    return Database(engine, origin)


def open_read_only(url: str) -> Database:
    """Open a database as it is: nothing is made, migrated or written.

    Raises:
        DatabaseUnprepared: it was never opened by this program, or is of an older form.
        HumanelyError: another of `database_faults`.
    """
    engine = _engine(_read_only(_known(url)))
    with _closed_on_failure(engine), engine.connect() as connection:
        if not _is_newest(connection):
            raise DatabaseUnprepared(engine.url)
        # A ledger that lost its name is still to be verified.
        named = inspect(connection).has_table(meta.name)
        origin = connection.scalar(select(meta.c.value).where(meta.c.name == _ORIGIN)) if named else None
    return Database(engine, origin or "")


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the tables to a form, forward to the newest or back to "base", which is none.

    Raises:
        DatabaseNewer: they have a form this program does not know.
    """
    from alembic.runtime.environment import EnvironmentContext

    steps = _steps()
    if revision == "head" and _is_newest(connection):
        return
    # As Alembic's own commands do, but on our connection and without a configuration on disk.
    way = steps._downgrade_revs if revision == "base" else steps._upgrade_revs
    with EnvironmentContext(_config(), steps, fn=lambda current, _: way(revision, current)) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "humanely.store.sql:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _steps() -> Any:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _is_newest(connection: Connection) -> bool:
    from alembic.runtime.migration import MigrationContext

    steps = _steps()
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {step.revision for step in steps.walk_revisions()}:
        raise DatabaseNewer(connection.engine.url, current)
    return current is not None and current == steps.get_current_head()


def _known(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseUnknown from None
    if parsed.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and parsed.database:
        return parsed
    raise DatabaseUnknown


def _read_only(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        return url.update_query_dict({"options": "-c default_transaction_read_only=on"})
    path = Path(url.database or "").absolute()
    # SQLite would make its WAL files even to read; where it cannot, and there are none, the file is all there is.
    open_still = os.access(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists()
    finished = {} if open_still else {"immutable": "1"}
    return url.set(database=f"file:{quote(str(path))}").update_query_dict({"mode": "ro", "uri": "true", **finished})


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": _CONNECT_TIMEOUT_S})
    except ModuleNotFoundError:
        raise DriverMissing from None


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's own module would begin transactions when it likes; here they begin in `_begin_sqlite` only.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA synchronous = FULL")
    # What retention takes away is overwritten, not left in free pages.
    connection.execute("PRAGMA secure_delete = ON")


def _keep_wal(connection: Any, _record: object) -> None:
    # Of several that make the same new file SQLite refuses all but one here, at once and whatever `busy_timeout` says.
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LEDGER_LOCK})
        yield connection


@contextmanager
def _closed_on_failure(engine: Engine) -> Iterator[None]:
    try:
        with _translated(engine.url):
            yield
    except BaseException:
        engine.dispose()
        raise


@contextmanager
def _translated(url: URL) -> Iterator[None]:
    """What a driver raises, as an error that says what to do."""
    try:
        yield
    except DBAPIError as fault:
        raise fault_of(fault, url) from fault
