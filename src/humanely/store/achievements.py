"""What can be achieved, as it is offered now; every version stands in the ledger, too."""

import datetime as dt

import msgspec
from sqlalchemy import Connection, insert, select, update

from humanely.credential.design.achievement import Achievement
from humanely.errors import HumanelyError
from humanely.store.credential_records import AchievementRecord, encode
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.credential_tables import achievements
from humanely.store.sql.database import Database
from humanely.trust.seal import Entropy


class AchievementMissing(HumanelyError):
    """An achievement was named that there is not."""

    code = "achievement_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is no achievement of that id.", fix="Take the id from the list of achievements.")


class Design(msgspec.Struct, frozen=True, kw_only=True):
    """An achievement in its newest version.

    Attributes:
        version: from 1; another each time its words change.
        retired_at: aware, UTC; None while it can be issued.
    """

    achievement: Achievement
    version: int
    created_at: dt.datetime
    updated_at: dt.datetime
    retired_at: dt.datetime | None = None


class Achievements:
    """The achievements in a database.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, entropy: Entropy) -> None:
        self._database = database
        self._entropy = entropy

    def all(self) -> tuple[Design, ...]:
        """Every achievement, retired ones too, by id."""
        with self._database.reading() as connection:
            return tuple(_design(row) for row in connection.execute(select(achievements).order_by(achievements.c.id)))

    def one(self, achievement_id: str) -> Design:
        """An achievement.

        Raises:
            AchievementMissing: there is none of that id.
        """
        with self._database.reading() as connection:
            return self._one(connection, achievement_id)

    def save(self, achievement: Achievement, by: str, now: dt.datetime) -> Design:
        """Keep an achievement, in a new version where it was there and has changed; one that was retired is back."""
        at = now.astimezone(dt.UTC)
        with self._database.writing() as connection:
            try:
                before = self._one(connection, achievement.id)
            except AchievementMissing:
                made = Design(achievement=achievement, version=1, created_at=at, updated_at=at)
                connection.execute(insert(achievements).values(id=achievement.id, **_values(made)))
            else:
                if before.achievement == achievement and before.retired_at is None:
                    return before
                version = before.version + (before.achievement != achievement)
                changes = {"achievement": achievement, "version": version, "updated_at": at, "retired_at": None}
                made = msgspec.structs.replace(before, **changes)
                self._put(connection, made)
            self._record(connection, made, by, now)
        return made

    def retire(self, achievement_id: str, by: str, now: dt.datetime) -> Design:
        """Issue nothing more for an achievement; what was issued stays.

        Raises:
            AchievementMissing: there is none of that id.
        """
        with self._database.writing() as connection:
            before = self._one(connection, achievement_id)
            if before.retired_at is not None:
                return before
            made = msgspec.structs.replace(before, retired_at=now.astimezone(dt.UTC))
            self._put(connection, made)
            self._record(connection, made, by, now)
        return made

    def _one(self, connection: Connection, achievement_id: str) -> Design:
        found = connection.execute(select(achievements).where(achievements.c.id == achievement_id)).one_or_none()
        if found is None:
            raise AchievementMissing
        return _design(found)

    def _put(self, connection: Connection, made: Design) -> None:
        there = update(achievements).where(achievements.c.id == made.achievement.id)
        connection.execute(there.values(**_values(made)))

    def _record(self, connection: Connection, made: Design, by: str, now: dt.datetime) -> None:
        told = AchievementRecord(
            achievement=made.achievement, version=made.version, by=by, retired=made.retired_at is not None
        )
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="achievement", payload=encode(told)))
        sequencer.write()


def _values(made: Design) -> dict[str, object]:
    values = {name: getattr(made, name) for name in ("version", "created_at", "updated_at", "retired_at")}
    return {**values, "document": msgspec.json.encode(made.achievement)}


def _design(row: object) -> Design:
    names = ("version", "created_at", "updated_at", "retired_at")
    held = msgspec.json.decode(getattr(row, "document"), type=Achievement)  # noqa: B009 - a row has what was asked for
    return Design(achievement=held, **{name: getattr(row, name) for name in names})
