"""Held answers as rows: worked out from the entries, so that what waits for review is found at once."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Insert, Row, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from humanely.people.review import ReviewState
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import reviews

_OPEN = select(reviews).where(reviews.c.ended_at.is_(None))
_AT = select(reviews).where(reviews.c.place == bindparam("place"))
_ENDED = select(reviews).where(reviews.c.ended_at.is_not(None)).order_by(reviews.c.ended_at.desc())
_DUE = (
    select(reviews)
    .where(reviews.c.due.is_not(None), reviews.c.due <= bindparam("now"))
    .order_by(reviews.c.due)
    .limit(bindparam("most"))
)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A held answer as its row says it; people and conversations by pseudonym, and nothing of what was said.

    Attributes:
        place: of the held answer.
        wanted: how many verdicts it takes; given: how many there are.
        reviewers: ids of those who gave one.
        due: when a human is called if nobody has looked; None where nothing is due.
    """

    place: int
    conversation: str = ""
    subject: str = ""
    state: ReviewState
    wanted: int
    given: int
    reviewers: tuple[str, ...] = ()
    opened_at: dt.datetime
    ended_at: dt.datetime | None = None
    due: dt.datetime | None = None


class Reviews:
    """The held answers in a database, to read; but for `rest` they are written with the acts that move them.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self) -> tuple[Held, ...]:
        """All that wait for a verdict, the longest waiting first."""
        return self._read(_OPEN.order_by(reviews.c.opened_at, reviews.c.place))

    def due(self, now: dt.datetime, most: int) -> tuple[Held, ...]:
        """Those nobody has looked at in time, the first due first."""
        return self._read(_DUE, now=now, most=most)

    def newest_ended(self, limit: int) -> tuple[Held, ...]:
        """Those that ended last."""
        return self._read(_ENDED.limit(limit))

    def at(self, place: int) -> Held | None:
        """The held answer of an id; None where there is none."""
        return next(iter(self._read(_AT, place=place)), None)

    def count_open(self) -> int:
        """How many wait for a verdict."""
        with self._database.reading() as connection:
            asked = select(func.count()).select_from(reviews).where(reviews.c.ended_at.is_(None))
            return connection.scalar(asked) or 0

    def rest(self, place: int, now: dt.datetime) -> None:
        """Let one lapse of which nothing can be read any more."""
        with self._database.writing() as connection:
            gone = update(reviews).where(reviews.c.place == place, reviews.c.ended_at.is_(None))
            connection.execute(gone.values(state="lapsed", ended_at=now, due=None))

    def _read(self, asked: Any, **values: object) -> tuple[Held, ...]:
        with self._database.reading() as connection:
            return tuple(map(_held, connection.execute(asked, values)))


class HeldBack:
    """The held answers of one round, written at once; the newest row of each stands."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed: dict[int, Held] = {}

    def take(self, held: Held, first: int, conversation: str, subject: str) -> None:
        """Take the row of a unit whose first act has this place."""
        place = held.place if held.place >= 0 else first - held.place - 1
        placed = msgspec.structs.replace(held, place=place, conversation=conversation, subject=subject)
        self._changed[place] = placed

    def write(self) -> None:
        """Write what changed."""
        if self._changed:
            rows = [_values(row) for row in self._changed.values()]
            self._connection.execute(_upsert(self._connection.dialect.name), rows)


def _values(row: Held) -> dict[str, Any]:
    return {**msgspec.structs.asdict(row), "reviewers": " ".join(row.reviewers)}


def _held(row: Row[Any]) -> Held:
    values: dict[str, Any] = dict(row._mapping)
    names: Sequence[str] = values["reviewers"].split()
    return Held(**{**values, "reviewers": tuple(names)})


@cache
def _upsert(engine: str) -> Insert:
    put: Any = (postgresql if engine == "postgresql" else sqlite).insert(reviews)
    kept = {column.name: put.excluded[column.name] for column in reviews.c if not column.primary_key}
    made: Insert = put.on_conflict_do_update(index_elements=["place"], set_=kept)
    return made
