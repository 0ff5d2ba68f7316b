"""The open handoffs as rows: worked out from the entries, so that the inbox and the clocks find them at once."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Insert, Row, and_, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from humanely.people.handoff import State
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import handoffs, staff
from humanely.store.sql.tables import meta

_IS_OPEN = and_(handoffs.c.ended_at.is_(None), handoffs.c.state != "offered")
OLDER = "older handoffs"
"""Stands in `meta` from the migration that made the rows until the handoffs of the ledger have theirs."""

_OPEN = select(handoffs).where(_IS_OPEN)
_IN_ORDER = (handoffs.c.priority.desc(), handoffs.c.opened_at, handoffs.c.place)
_DUE = (
    select(handoffs)
    .where(handoffs.c.next_due.is_not(None), handoffs.c.next_due <= bindparam("now"))
    .order_by(handoffs.c.next_due)
    .limit(bindparam("most"))
)
_AT = select(handoffs).where(handoffs.c.place == bindparam("place"))


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A handoff as its row says it; people and conversations by pseudonym, and nothing of what was said.

    Attributes:
        place: of the entry that opened it.
        language: of the person, ISO 639-1; None where it is not known.
        agent: id of who has it, or for whom it is left; empty for anybody.
        answer_due, update_due, resolve_due, timeout_due: None where that clock does not run.
        next_due: the first deadline on which something has still to be done; None where there is none.
    """

    place: int
    conversation: str = ""
    subject: str = ""
    state: State
    priority: float
    language: str | None = None
    skill: str = ""
    agent: str = ""
    opened_at: dt.datetime
    joined_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    answer_due: dt.datetime | None = None
    update_due: dt.datetime | None = None
    resolve_due: dt.datetime | None = None
    timeout_due: dt.datetime | None = None
    next_due: dt.datetime | None = None


class Handoffs:
    """The handoffs in a database, to read; but for `rest` they are written with the acts that move them.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self) -> tuple[Standing, ...]:
        """All that a human was called for and that have not ended: highest priority first, then the longest open."""
        return self._read(_OPEN.order_by(*_IN_ORDER))

    def of_agent(self, agent: str, since: dt.datetime) -> tuple[Standing, ...]:
        """What a member of the team has, and what of theirs has ended since then."""
        theirs = select(handoffs).where(handoffs.c.agent == agent)
        recent = handoffs.c.ended_at.is_(None) | (handoffs.c.ended_at >= since)
        return self._read(theirs.where(recent).order_by(*_IN_ORDER))

    def held_since(self, since: dt.datetime) -> tuple[Standing, ...]:
        """What anybody of the team has, and what has ended since then."""
        theirs = select(handoffs).where(handoffs.c.agent != "")
        recent = handoffs.c.ended_at.is_(None) | (handoffs.c.ended_at >= since)
        return self._read(theirs.where(recent).order_by(*_IN_ORDER))

    def left_behind(self) -> tuple[Standing, ...]:
        """What members have who cannot come back to it: they were disabled."""
        out = exists().where(staff.c.id == handoffs.c.agent, staff.c.disabled_at.is_not(None))
        theirs = select(handoffs).where(_IS_OPEN, handoffs.c.state == "joined", out)
        return self._read(theirs.order_by(*_IN_ORDER))

    def due(self, now: dt.datetime, most: int) -> tuple[Standing, ...]:
        """Those on which something is due, the first due first."""
        return self._read(_DUE, now=now, most=most)

    def at(self, place: int) -> Standing | None:
        """The handoff of an id; None where there is none."""
        return next(iter(self._read(_AT, place=place)), None)

    def newest_ended(self, limit: int) -> tuple[Standing, ...]:
        """Those that ended last."""
        ended = select(handoffs).where(handoffs.c.ended_at.is_not(None))
        return self._read(ended.order_by(handoffs.c.ended_at.desc()).limit(limit))

    def count_open(self) -> int:
        """How many a human was called for and that have not ended."""
        with self._database.reading() as connection:
            asked = select(func.count()).select_from(handoffs).where(_IS_OPEN)
            return connection.scalar(asked) or 0

    def rest(self, place: int) -> None:
        """Let nothing be due on a handoff any more: what opened it is gone."""
        with self._database.writing() as connection:
            connection.execute(update(handoffs).where(handoffs.c.place == place).values(next_due=None))

    def are_older(self) -> bool:
        """Whether the ledger tells of handoffs from before there were rows, that nobody has taken up yet."""
        with self._database.reading() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.name == OLDER)) is not None

    def are_taken_up(self) -> None:
        """Note that every handoff has its row."""
        with self._database.writing() as connection:
            connection.execute(delete(meta).where(meta.c.name == OLDER))

    def _read(self, asked: Any, **values: object) -> tuple[Standing, ...]:
        with self._database.reading() as connection:
            return tuple(map(_standing, connection.execute(asked, values)))


class Projecting:
    """The handoffs of one round, written at once; the newest row of each stands."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed: dict[int, Standing] = {}

    def take(self, standing: Standing, first: int, conversation: str, subject: str) -> None:
        """Take the row of a unit whose first act has this place."""
        place = standing.place if standing.place >= 0 else first - standing.place - 1
        placed = msgspec.structs.replace(standing, place=place, conversation=conversation, subject=subject)
        self._changed[place] = placed

    def write(self) -> None:
        """Write what changed; what has ended first, so that a conversation never has two open ones."""
        changed = self._changed.values()
        for rows in ([row for row in changed if row.ended_at], [row for row in changed if not row.ended_at]):
            if rows:
                self._connection.execute(_upsert(self._connection.dialect.name), _values(rows))


def opened_by(offset: int) -> int:
    """The place of a handoff that a unit opens, before the unit has its place.

    Args:
        offset: of the act that opens it, among the acts of the unit.
    """
    return -1 - offset


def _values(rows: Sequence[Standing]) -> list[dict[str, Any]]:
    return [msgspec.structs.asdict(row) for row in rows]


def _standing(row: Row[Any]) -> Standing:
    return Standing(**row._mapping)


@cache
def _upsert(engine: str) -> Insert:
    put: Any = (postgresql if engine == "postgresql" else sqlite).insert(handoffs)
    kept = {column.name: put.excluded[column.name] for column in handoffs.c if not column.primary_key}
    made: Insert = put.on_conflict_do_update(index_elements=["place"], set_=kept)
    return made
