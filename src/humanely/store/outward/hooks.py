"""Hooks: where other systems hand in turns under a signature; each one made, rotated or revoked is an act.

The payload of the act (kind ``webhook``, no subject) is open JSON:

    {"act":"hook_added","hook":"shop","by":"command"}
"""

import datetime as dt
import re
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from humanely.errors import HumanelyError
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.outward.signing_secrets import Secrets
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import hooks
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class HookUnfit(HumanelyError):
    """A hook cannot be made as it was asked for."""

    code = "hook_unfit"
    status = 422
    exit_status = 2

    def __init__(self, fault: str, *, fix: str) -> None:
        super().__init__(f"The hook was not made: {fault}.", fix=fix)


class HookMissing(HumanelyError):
    """A hook was named that there is not, or that was revoked."""

    code = "hook_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is no hook of that name, or it was revoked.", fix="humanely hook list --data DIR")


class Hook(msgspec.Struct, frozen=True, kw_only=True):
    """A hook without its secrets.

    Attributes:
        name: stands in its address.
        created_at: aware, UTC.
        revoked_at: aware, UTC; None where it holds.
    """

    name: str
    created_at: dt.datetime
    revoked_at: dt.datetime | None = None


class Hooks:
    """The hooks in a database.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy

    def add(self, name: str, now: dt.datetime, *, by: str = "") -> str:
        """Make a hook; its secret is given out here and never again.

        Raises:
            HookUnfit: the name cannot stand in an address, or was given before.
        """
        if not _NAME.fullmatch(name):
            fix = "Use 1 to 64 of a–z, 0–9 and -, not beginning with -."
            raise HookUnfit("its name cannot stand in an address", fix=fix)
        secrets = Secrets().rotated(now, self._entropy)
        with self._database.writing() as connection:
            if _found(connection, name) is not None:
                raise HookUnfit("there is one of this name, or was", fix="Use another name, so that none is mistaken.")
            row = {"name": name, "secrets": self._sealed(name, secrets), "created_at": now}
            connection.execute(insert(hooks).values(**row))
            self._record(connection, now, act="hook_added", hook=name, by=by)
        return secrets.newest

    def rotate(self, name: str, now: dt.datetime, *, by: str = "") -> str:
        """Give a hook a new secret; the old one is taken for 24 hours more.

        Raises:
            HookMissing: there is none, or it was revoked.
        """
        with self._database.writing() as connection:
            rotated = self._opened(_holding(connection, name)).rotated(now, self._entropy)
            connection.execute(update(hooks).where(hooks.c.name == name).values(secrets=self._sealed(name, rotated)))
            self._record(connection, now, act="hook_rotated", hook=name, by=by)
        return rotated.newest

    def revoke(self, name: str, now: dt.datetime, *, by: str = "") -> None:
        """Take a hook away, for good.

        Raises:
            HookMissing: there is none, or it was revoked before.
        """
        with self._database.writing() as connection:
            _holding(connection, name)
            connection.execute(update(hooks).where(hooks.c.name == name).values(revoked_at=now))
            self._record(connection, now, act="hook_revoked", hook=name, by=by)

    def all(self) -> tuple[Hook, ...]:
        """Every hook there ever was, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(hooks).order_by(hooks.c.created_at, hooks.c.name)).all()
        return tuple(Hook(name=row.name, created_at=row.created_at, revoked_at=row.revoked_at) for row in rows)

    def secrets(self, name: str, now: dt.datetime) -> tuple[str, ...]:
        """The secrets that are taken, newest first; none where there is no such hook, or it was revoked."""
        with self._database.reading() as connection:
            row = _found(connection, name)
        return () if row is None or row.revoked_at is not None else self._opened(row).holding(now)

    def _sealed(self, name: str, secrets: Secrets) -> bytes:
        return self._root_key.hide(secrets.encode(), f"hook {name}", self._entropy)

    def _opened(self, row: Row[Any]) -> Secrets:
        return Secrets.decode(self._root_key.reveal(row.secrets, f"hook {row.name}"))

    def _record(self, connection: Connection, now: dt.datetime, **told: object) -> None:
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="webhook", payload=msgspec.json.encode(told)))
        sequencer.write()


def _found(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(hooks).where(hooks.c.name == name)).one_or_none()


def _holding(connection: Connection, name: str) -> Row[Any]:
    found = _found(connection, name)
    if found is None or found.revoked_at is not None:
        raise HookMissing
    return found
