"""The log as it lies in the database, for those who do not take it on trust: read in order, in bounded memory.

Somebody may have written to the tables around this program. Whatever stands there is handed on as it is or, where it
cannot even be that, as a value no honest row has; nothing here stops at a bad row.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Table, column, inspect, select

from humanely.store.sql.tables import EPOCH, METADATA, checkpoints, entries, head
from humanely.trust.entry import Entry, Kind
from humanely.trust.merkle import HASH_BYTES, Head, Tree

BATCH = 500
"""Rows held at once."""

_NO_TIME = dt.datetime.min.replace(tzinfo=dt.UTC)


def missing_tables(connection: Connection) -> tuple[str, ...]:
    """Names of the tables that are not there, in alphabetical order."""
    return tuple(sorted(METADATA.tables.keys() - inspect(connection).get_table_names()))


def rows(connection: Connection, *, kind: Kind | None = None) -> Iterator[tuple[Entry, bytes | None]]:
    """Every entry with its payload as stored, in the order of the indexes; of one kind only, where that is given.

    A row whose index is no number is passed over: what stands at its place is missing.
    """
    query = _bare(entries, "index", "at", "kind", "subject", "payload_hash", "payload").order_by(column("index"))
    if kind is not None:
        query = query.where(column("kind") == kind)
    _read_any_text(connection)
    for row in connection.execute(query, execution_options={"yield_per": BATCH}):
        if isinstance(row[0], int):
            yield _entry(row), _bytes(row[5])


def entry_at(connection: Connection, index: int) -> Entry | None:
    """One entry, or None where there is none of this index."""
    query = _bare(entries, "index", "at", "kind", "subject", "payload_hash").where(column("index") == index)
    _read_any_text(connection)
    row = connection.execute(query).first()
    return None if row is None else _entry(row)


def stored_tree(connection: Connection) -> tuple[Head, Tree] | None:
    """The head the log keeps of itself, and the tree it would go on from; None where it keeps none that can be read."""
    row = connection.execute(_bare(head, "size", "root", "edge")).first()
    if row is None or not (isinstance(row[0], int) and isinstance(row[1], bytes) and isinstance(row[2], bytes)):
        return None
    edge = tuple(row[2][at : at + HASH_BYTES] for at in range(0, len(row[2]), HASH_BYTES))
    return Head(row[0], row[1]), Tree(row[0], edge)


def stored_checkpoints(connection: Connection) -> tuple[bytes, ...]:
    """The notes of the checkpoints inside the database, smallest size first."""
    query = _bare(checkpoints, "note").order_by(column("size"))
    return tuple(_bytes(note) or b"" for note in connection.scalars(query))


def _bare(table: Table, *names: str) -> Any:
    """Columns without their types: what is stored comes as it is, and no conversion can fail."""
    return select(*(column(name) for name in names)).select_from(table)


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(row[0], _time(row[1]), cast(Kind, str(row[2])), str(row[3]), _bytes(row[4]) or b"")


def _time(microseconds: object) -> dt.datetime:
    try:
        return EPOCH + dt.timedelta(microseconds=cast(int, microseconds))
    except (TypeError, OverflowError):
        return _NO_TIME


def _bytes(value: object) -> bytes | None:
    """Bytes as they are; another value that stands in their place as text, so that its hash does not fit."""
    return value if value is None or isinstance(value, bytes) else repr(value).encode()


def _read_any_text(connection: Connection) -> None:
    """SQLite keeps any bytes as text, and Python's module would stop at those that are not UTF-8."""
    if connection.dialect.name == "sqlite":
        raw = cast(Any, connection.connection.dbapi_connection)
        raw.text_factory = lambda stored: stored.decode("utf-8", "replace")
