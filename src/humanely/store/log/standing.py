"""Where each conversation stands: whose it is, and its newest entry. Worked out from the entries."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Insert, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from humanely.store.sql.tables import conversations

_OF = select(conversations).where(conversations.c.conversation.in_(bindparam("names", expanding=True)))


class Standing(msgspec.Struct, frozen=True):
    """A row of the conversations.

    Attributes:
        conversation: its pseudonym.
        subject: pseudonym of the person, empty while nobody has spoken.
        newest: index of its newest entry.
    """

    conversation: str
    subject: str
    newest: int
    opened_at: dt.datetime
    updated_at: dt.datetime


class Standings:
    """The conversations a round is about, read at once and written at once."""

    def __init__(self, connection: Connection, names: Iterable[str]) -> None:
        """Read those that are known."""
        self._connection = connection
        found = connection.execute(_OF, {"names": list(set(names))})
        self._known = {row.conversation: Standing(*row) for row in found}
        self._changed: dict[str, Standing] = {}

    def newest(self, name: str) -> int:
        """Index of its newest entry, -1 where there is none."""
        known = self._known.get(name)
        return -1 if known is None else known.newest

    def subject(self, name: str) -> str:
        """Pseudonym of the person it is with, empty while nobody has spoken."""
        known = self._known.get(name)
        return "" if known is None else known.subject

    def moved(self, name: str, subject: str, index: int, at: dt.datetime) -> None:
        """An entry was added to a conversation."""
        known = self._known.get(name) or Standing(name, subject, index, at, at)
        self._put(msgspec.structs.replace(known, subject=known.subject or subject, newest=index, updated_at=at))

    def write(self) -> None:
        """Write what changed."""
        if self._changed:
            changed = [msgspec.structs.asdict(standing) for standing in self._changed.values()]
            self._connection.execute(_upsert(self._connection.dialect.name), changed)

    def _put(self, standing: Standing) -> None:
        self._known[standing.conversation] = self._changed[standing.conversation] = standing


@cache
def _upsert(engine: str) -> Insert:
    put: Any = (postgresql if engine == "postgresql" else sqlite).insert(conversations)
    kept = {column.name: put.excluded[column.name] for column in conversations.c if not column.primary_key}
    made: Insert = put.on_conflict_do_update(index_elements=["conversation"], set_=kept)
    return made
