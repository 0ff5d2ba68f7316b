"""The newest of the ledger, without what was said: entries as they stand in the tree, and signed checkpoints."""

import datetime as dt

import msgspec
from sqlalchemy import select

from humanely.store.sql.database import Database
from humanely.store.sql.tables import checkpoints, entries
from humanely.trust.entry import Entry, Kind

_ENTRY = (entries.c.index, entries.c.at, entries.c.kind, entries.c.subject, entries.c.payload_hash)


class Signed(msgspec.Struct, frozen=True):
    """A signed checkpoint.

    Attributes:
        size: entries it holds.
        at: when it was signed; aware, UTC.
        note: as it is given out.
    """

    size: int
    at: dt.datetime
    note: str


class Recent:
    """Reads a ledger from its end.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, limit: int, *, before: int | None = None, kind: Kind | None = None) -> tuple[Entry, ...]:
        """At most `limit` entries, newest first.

        Args:
            before: only those in front of this place; None for the end.
            kind: only those of one kind; None for all.
        """
        asked = select(*_ENTRY).order_by(entries.c.index.desc()).limit(limit)
        asked = asked if before is None else asked.where(entries.c.index < before)
        asked = asked if kind is None else asked.where(entries.c.kind == kind)
        with self._database.reading() as connection:
            return tuple(Entry(*row) for row in connection.execute(asked))

    def checkpoints(self, limit: int) -> tuple[Signed, ...]:
        """At most `limit` signed checkpoints, newest first."""
        asked = select(checkpoints).order_by(checkpoints.c.size.desc()).limit(limit)
        with self._database.reading() as connection:
            return tuple(Signed(row.size, row.at, row.note.decode()) for row in connection.execute(asked))
