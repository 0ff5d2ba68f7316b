"""Places in status lists, given out once each, in an order that nobody can foresee and nothing tells of.

The order of a list comes of its number and the root key, so it need not be kept: how many were given out says the rest.
"""

import datetime as dt
from functools import lru_cache
from hashlib import sha256

import msgspec
from sqlalchemy import func, insert, select, update

from humanely.credential.verify.status_list import ENTRIES, FIRST
from humanely.store.sql.credential_tables import status_lists
from humanely.store.sql.database import Database
from humanely.trust.root_key import RootKey

FULL = ENTRIES // 2
"""Places given out of one list: among those that never are, nobody can count who was given one."""


class Place(msgspec.Struct, frozen=True):
    """A bit: in which list, and where."""

    list: int
    position: int


class StatusList(msgspec.Struct, frozen=True):
    """A list: who signs it, and how often something changed in it."""

    id: int
    issuer: str
    changes: int


class StatusLists:
    """The status lists in a database.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, root_key: RootKey) -> None:
        self._database = database
        self._root_key = root_key

    def reserve(self, issuer: str, count: int, now: dt.datetime) -> tuple[Place, ...]:
        """Take places that nobody is ever given again; those that are not used are lost, and there are enough.

        Args:
            issuer: whose lists they are; who signs a credential signs its list, too.
            count: >= 0.
            now: aware.
        """
        found: list[Place] = []
        with self._database.writing() as connection:
            theirs = select(status_lists).where(status_lists.c.issuer == issuer)
            newest = connection.execute(theirs.order_by(status_lists.c.id.desc()).limit(1)).one_or_none()
            number, taken = (newest.id, newest.taken) if newest else (0, FULL)
            while len(found) < count:
                if taken >= FULL:
                    number, taken = 1 + (connection.scalar(select(func.max(status_lists.c.id))) or 0), 0
                    made = {"id": number, "issuer": issuer, "taken": 0, "created_at": now, "changes": 0}
                    connection.execute(insert(status_lists).values(**made))
                some = min(FULL - taken, count - len(found))
                order = _order(self._root_key.pseudonym(f"status list:{number}"))
                found += [Place(number, position) for position in order[taken : taken + some]]
                taken += some
                connection.execute(update(status_lists).where(status_lists.c.id == number).values(taken=taken))
        return tuple(found)

    def one(self, list_id: int) -> StatusList | None:
        """A list; None where there is none of that number."""
        with self._database.reading() as connection:
            row = connection.execute(select(status_lists).where(status_lists.c.id == list_id)).one_or_none()
        return None if row is None else StatusList(row.id, row.issuer, row.changes)


@lru_cache(maxsize=2)
def _order(seed: str) -> tuple[int, ...]:
    """The positions of a list in the order they are given out."""
    salt = seed.encode()
    return tuple(sorted(range(FIRST, ENTRIES), key=lambda at: sha256(salt + at.to_bytes(4)).digest()))
