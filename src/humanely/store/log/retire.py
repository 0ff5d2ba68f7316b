"""A retention run: payloads whose time has passed go, and the ledger says which and by which rule.

When a rule's days begin: for most payloads, when they were recorded. Consents and profiles are of use for as long as
the person comes back, so theirs begin with the newest act about the person, but for those by which somebody of the
team looked at it. Payloads without a rule stay. The row of a
handoff, of a held answer or of an appeal goes with the entry that opened it: it says who helped whom and when. Of a
credential the bit stays.

Work goes in pieces, each with an entry of its own, so that the ledger is never held for long. On SQLite the bytes are
overwritten; on PostgreSQL they go with the next vacuum.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, exists, func, select, update

from humanely.store.credentials import GONE
from humanely.store.log.retired import Retired, Rule, stretches
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.credential_tables import appeals, credentials
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import handoffs, reviews
from humanely.store.sql.tables import answers, entries
from humanely.trust.retention import Kind as Keep
from humanely.trust.retention import Schedule
from humanely.trust.seal import Entropy

FROM_LAST_CONTACT = frozenset({Keep.CONSENT, Keep.PROFILE})

PIECE = 5_000
"""Payloads that go in one transaction at most, of each rule."""


def due(database: Database, schedule: Schedule, now: dt.datetime) -> Mapping[Keep, int]:
    """How many payloads a run would take, and as `Keep.CACHE` how many answers; kinds with none are left out.

    Raises:
        HumanelyError: one of `database_faults`.
    """
    with database.reading() as connection:
        counts = {keep: _count(connection, _due(keep, schedule, now)) for keep in Keep}
        old_answers = select(func.count()).select_from(answers).where(_old_answers(schedule, now))
        counts[Keep.CACHE] += connection.scalar(old_answers) or 0
    return {keep: count for keep, count in counts.items() if count}


def retire(database: Database, schedule: Schedule, now: dt.datetime, entropy: Entropy) -> Mapping[Keep, int]:
    """Take what is due; how many of each kind, as `due` counts them.

    Raises:
        HumanelyError: one of `database_faults`; what was taken by then is recorded.
    """
    gone: Counter[Keep] = Counter()
    while piece := _retire_piece(database, schedule, now, entropy):
        gone.update(piece)
    with database.writing() as connection:
        gone[Keep.CACHE] += connection.execute(delete(answers).where(_old_answers(schedule, now))).rowcount
        for table in (handoffs, reviews, appeals):
            connection.execute(delete(table).where(_is_gone(table)))
        connection.execute(update(credentials).where(_is_gone(credentials)).values(**GONE))
    database.settle()
    return {keep: count for keep, count in gone.items() if count}


def _retire_piece(database: Database, schedule: Schedule, now: dt.datetime, entropy: Entropy) -> dict[Keep, int]:
    with database.writing() as connection:
        taken = {keep: _take(connection, _due(keep, schedule, now)) for keep in Keep}
        taken = {keep: indexes for keep, indexes in taken.items() if indexes}
        if taken:
            rules = (Rule(keep, schedule.days(keep), stretches(indexes)) for keep, indexes in taken.items())
            sequencer = Sequencer(connection, database.origin, entropy, now)
            sequencer.take(Draft(kind="erasure", payload=Retired(tuple(rules)).payload))
            sequencer.write()
    return {keep: len(indexes) for keep, indexes in taken.items()}


def _take(connection: Connection, wanted: ColumnElement[bool]) -> list[int]:
    indexes = list(connection.scalars(select(entries.c.index).where(wanted).order_by(entries.c.at).limit(PIECE)))
    if indexes:
        gone = update(entries).where(entries.c.index == bindparam("place")).values(payload=None)
        connection.execute(gone, [{"place": index} for index in indexes])
    return indexes


def _due(keep: Keep, schedule: Schedule, now: dt.datetime) -> ColumnElement[bool]:
    until = now - dt.timedelta(days=schedule.days(keep))
    wanted = and_(entries.c.keep == keep.value, entries.c.at <= until, entries.c.payload.is_not(None))
    if keep not in FROM_LAST_CONTACT:
        return wanted
    later = entries.alias()
    came_back = and_(later.c.subject == entries.c.subject, later.c.at > until, later.c.kind != "staff")
    return and_(wanted, ~exists().where(came_back))


def _is_gone(table: Table) -> ColumnElement[bool]:
    """What opened it can no longer be read."""
    return exists().where(entries.c.index == table.c.place, entries.c.payload.is_(None))


def _count(connection: Connection, wanted: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(entries).where(wanted)) or 0


def _old_answers(schedule: Schedule, now: dt.datetime) -> ColumnElement[bool]:
    return answers.c.at <= now - dt.timedelta(days=schedule.rules[Keep.CACHE].days)
