"""Credentials, appeals and endorsements as rows: worked out from the entries, so that what waits is found at once."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Insert, Table, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from humanely.credential.life import appeal, endorsement, lifecycle
from humanely.store.sql.credential_tables import appeals, credentials, endorsements, status_lists
from humanely.store.sql.database import Database

State = lifecycle.State | Literal["gone"]
"""``gone``: the person was erased, or its time has passed; only the bit is left."""

FIRST_ACT = -1
"""Place of the first act of a unit, before it has one; the one after it is -2."""

_AT = select(credentials).where(credentials.c.id == bindparam("id"))
_NEWEST = select(credentials.c.id, credentials.c.newest).where(credentials.c.id.in_(bindparam("ids", expanding=True)))
_RAISED = select(credentials.c.position).where(credentials.c.list == bindparam("list"))
GONE: dict[str, Any] = {
    "subject": "",
    "state": "gone",
    "achievement": "",
    "version": 0,
    "batch": "",
    "language": "",
    "offered_at": None,
    "collected_at": None,
    "valid_until": None,
    "mail_at": None,
    "hand_at": None,
}
"""What is left in the row of a credential that can no longer be read."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A credential as its row says it.

    Attributes:
        stream, subject: pseudonyms.
        batch: id of the batch it came with; empty for none.
        list, position: its bit; None until it was offered.
        mail_at, hand_at: from when the holder is to be told something by mail, or by a human of the team where no mail
            reaches them; None for nothing.
    """

    id: str
    stream: str = ""
    subject: str = ""
    place: int = FIRST_ACT
    newest: int = -1
    state: State
    achievement: str
    version: int
    batch: str = ""
    language: str = "en"
    revoked: bool = False
    suspended: bool = False
    list: int | None = None
    position: int | None = None
    prepared_at: dt.datetime
    offered_at: dt.datetime | None = None
    collected_at: dt.datetime | None = None
    valid_until: dt.datetime | None = None
    mail_at: dt.datetime | None = None
    hand_at: dt.datetime | None = None


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """An appeal as its row says it.

    Attributes:
        place: of the act that filed it.
        agent: id of who proposed a decision; empty while nobody has.
        next_due: when the team is told that its time has passed; None where that is done with.
    """

    place: int = FIRST_ACT
    credential: str
    subject: str = ""
    achievement: str
    language: str
    state: appeal.State
    decision: str = ""
    agent: str = ""
    filed_at: dt.datetime
    due: dt.datetime
    next_due: dt.datetime | None = None
    ended_at: dt.datetime | None = None


class Endorsed(msgspec.Struct, frozen=True, kw_only=True):
    """An endorsement as its row says it.

    Attributes:
        state: ``reported`` where it is published, and a moderator is to look again.
    """

    id: str
    credential: str
    subject: str = ""
    state: endorsement.State | Literal["reported"]
    asked_at: dt.datetime
    given_at: dt.datetime | None = None


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """The rows that acts of one credential move.

    Attributes:
        known: place of its newest act that the caller had read, -1 where there was none. If it has moved on since,
            nothing of the unit is recorded.
    """

    known: int
    listed: Listed
    filed: Filed | None = None
    endorsed: tuple[Endorsed, ...] = ()


class Credentials:
    """The credentials in a database, to read; they are written with the acts that move them.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def at(self, credential_id: str) -> Listed | None:
        """The credential of a code; None where there never was one."""
        return next(iter(self._listed(_AT, id=credential_id)), None)

    def known(self, credential_ids: Iterable[str]) -> frozenset[str]:
        """Those of some codes that are taken."""
        with self._database.reading() as connection:
            return frozenset(_newest(connection, credential_ids))

    def find(
        self,
        *,
        state: State | None = None,
        achievement: str = "",
        batch: str = "",
        limit: int | None = 100,
        offset: int = 0,
    ) -> tuple[Listed, ...]:
        """Credentials, the newest first; those that are gone only where they are asked for."""
        asked = select(credentials).where(credentials.c.state == state if state else credentials.c.state != "gone")
        asked = asked.where(credentials.c.achievement == achievement) if achievement else asked
        asked = asked.where(credentials.c.batch == batch) if batch else asked
        order = (credentials.c.prepared_at.desc(), credentials.c.place.desc())
        return self._listed(asked.order_by(*order).limit(limit).offset(offset))

    def of_subject(self, subject: str) -> tuple[Listed, ...]:
        """All of one person, the newest first.

        Args:
            subject: pseudonym.
        """
        return self._listed(
            select(credentials)
            .where(credentials.c.subject == subject)
            .order_by(credentials.c.prepared_at.desc(), credentials.c.place.desc())
        )

    def counts(self) -> Mapping[str, int]:
        """How many credentials stand where."""
        asked = select(credentials.c.state, func.count().label("number")).group_by(credentials.c.state)
        with self._database.reading() as connection:
            return {row.state: row.number for row in connection.execute(asked)}

    def raised(self, list_id: int, purpose: Literal["revocation", "suspension"]) -> frozenset[int]:
        """Positions of a list whose bit is set."""
        column = credentials.c.revoked if purpose == "revocation" else credentials.c.suspended
        with self._database.reading() as connection:
            return frozenset(connection.scalars(_RAISED.where(column), {"list": list_id}))

    def appeals_open(self) -> tuple[Filed, ...]:
        """Appeals that wait for a decision, the first due first."""
        return self._filed(select(appeals).where(appeals.c.ended_at.is_(None)).order_by(appeals.c.due, appeals.c.place))

    def appeals_ended(self, limit: int) -> tuple[Filed, ...]:
        """Appeals that ended last."""
        ended = select(appeals).where(appeals.c.ended_at.is_not(None))
        return self._filed(ended.order_by(appeals.c.ended_at.desc()).limit(limit))

    def appeals_since(self, since: dt.datetime) -> tuple[Filed, ...]:
        """All appeals that were filed since then."""
        return self._filed(select(appeals).where(appeals.c.filed_at >= since).order_by(appeals.c.place))

    def appeals_due(self, now: dt.datetime, most: int) -> tuple[Filed, ...]:
        """Appeals whose time has passed, and of which the team was not told yet."""
        late = select(appeals).where(appeals.c.next_due.is_not(None), appeals.c.next_due <= now)
        return self._filed(late.order_by(appeals.c.next_due).limit(most))

    def to_mail(self, now: dt.datetime, most: int) -> tuple[Listed, ...]:
        """Credentials whose holders are to be told something by mail, the longest waiting first."""
        asked = select(credentials).where(credentials.c.mail_at.is_not(None), credentials.c.mail_at <= now)
        return self._listed(asked.order_by(credentials.c.mail_at).limit(most))

    def to_pass_on(self, now: dt.datetime, most: int) -> tuple[Listed, ...]:
        """Credentials whose holders are to be told something by a human of the team, the longest waiting first."""
        asked = select(credentials).where(credentials.c.hand_at.is_not(None), credentials.c.hand_at <= now)
        return self._listed(asked.order_by(credentials.c.hand_at).limit(most))

    def offered_since(self, since: dt.datetime) -> Mapping[str, int]:
        """How many credentials of each achievement were offered since then."""
        counted = select(credentials.c.achievement, func.count().label("number"))
        asked = counted.where(credentials.c.offered_at >= since).group_by(credentials.c.achievement)
        with self._database.reading() as connection:
            return {row.achievement: row.number for row in connection.execute(asked)}

    def endorsements_held(self) -> tuple[Endorsed, ...]:
        """Endorsements that a moderator is to look at, the longest waiting first."""
        waits = endorsements.c.state.in_(["held", "reported"])
        asked = select(endorsements).where(waits).order_by(endorsements.c.given_at)
        with self._database.reading() as connection:
            return tuple(Endorsed(**row._mapping) for row in connection.execute(asked))

    def endorsement(self, endorsement_id: str) -> Endorsed | None:
        """The endorsement of an id; None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(endorsements).where(endorsements.c.id == endorsement_id)).one_or_none()
        return None if row is None else Endorsed(**row._mapping)

    def _listed(self, asked: Any, **values: object) -> tuple[Listed, ...]:
        with self._database.reading() as connection:
            return tuple(Listed(**row._mapping) for row in connection.execute(asked, values))

    def _filed(self, asked: Any) -> tuple[Filed, ...]:
        with self._database.reading() as connection:
            return tuple(Filed(**row._mapping) for row in connection.execute(asked))


class Listing:
    """The credentials of one round, held to those that others moved meanwhile, and written at once."""

    def __init__(self, connection: Connection, credential_ids: Iterable[str]) -> None:
        """Read where those that are known stand."""
        self._connection = connection
        self._newest = _newest(connection, credential_ids)
        self._changed: dict[Table, dict[object, dict[str, Any]]] = {credentials: {}, appeals: {}, endorsements: {}}
        self._bits: Counter[int] = Counter()

    def newest(self, credential_id: str) -> int:
        """Place of its newest act, -1 where there is none."""
        return self._newest.get(credential_id, -1)

    def take(self, rows: Rows, first: int, last: int, stream: str, subject: str) -> None:
        """Take the rows of a unit whose acts have the places from `first` to `last`."""
        listed = msgspec.structs.replace(
            rows.listed, place=_place(rows.listed.place, first), newest=last, stream=stream, subject=subject
        )
        self._newest[listed.id] = last
        self._changed[credentials][listed.id] = msgspec.structs.asdict(listed)
        if listed.list is not None:
            self._bits[listed.list] += 1
        if rows.filed is not None:
            filed = msgspec.structs.replace(rows.filed, place=_place(rows.filed.place, first), subject=subject)
            self._changed[appeals][filed.place] = msgspec.structs.asdict(filed)
        for one in rows.endorsed:
            self._changed[endorsements][one.id] = {**msgspec.structs.asdict(one), "subject": subject}

    def write(self) -> None:
        """Write what changed."""
        for table, rows in self._changed.items():
            if rows:
                self._connection.execute(_upsert(table, self._connection.dialect.name), list(rows.values()))
        for list_id, count in self._bits.items():
            moved = update(status_lists).where(status_lists.c.id == list_id)
            self._connection.execute(moved.values(changes=status_lists.c.changes + count))


def _place(place: int, first: int) -> int:
    return place if place >= 0 else first - place - 1


def _newest(connection: Connection, credential_ids: Iterable[str]) -> dict[str, int]:
    ids: Sequence[str] = list(set(credential_ids))
    return {row.id: row.newest for row in connection.execute(_NEWEST, {"ids": ids})} if ids else {}


@cache
def _upsert(table: Table, engine: str) -> Insert:
    put: Any = (postgresql if engine == "postgresql" else sqlite).insert(table)
    keys = [column.name for column in table.c if column.primary_key]
    kept = {column.name: put.excluded[column.name] for column in table.c if not column.primary_key}
    made: Insert = put.on_conflict_do_update(index_elements=keys, set_=kept)
    return made
