"""The API keys of a server; each one made or revoked is an act in the ledger, written in the same transaction.

The payload of the act (kind ``key``, no subject) is open JSON and stays as long as the ledger:

    {"act":"created","id":"00…","name":"shop","scopes":["turns"],"expires_at":null}
    {"act":"revoked","id":"00…"}    with "by":"01…" where a member of the team did it
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from humanely.store.api_key import ApiKey, ApiKeyMissing, ApiKeyRefused, ApiKeyUnfit, Scope, Secret
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.database import Database
from humanely.store.sql.tables import api_keys
from humanely.trust.seal import Entropy

LONGEST_NAME = 200

_NO_KEY = bytes(32)


class ApiKeys:
    """The keys in a database; made, revoked and found while servers run on it.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, entropy: Entropy) -> None:
        self._database = database
        self._entropy = entropy

    def create(
        self,
        name: str,
        scopes: Collection[Scope],
        now: dt.datetime,
        *,
        expires_at: dt.datetime | None = None,
        by: str = "",
    ) -> tuple[ApiKey, Secret]:
        """Make a key; its secret is given out here and never again.

        Args:
            now: aware.
            expires_at: aware; None where it never does.
            by: id of the member of the team who makes it; empty for a command.

        Raises:
            ApiKeyUnfit: no name, no scope, or an end that has passed.
        """
        _require_fit(name, scopes, now, expires_at)
        secret = Secret.new(self._entropy)
        made = ApiKey(
            id=secret.id,
            name=name.strip(),
            scopes=tuple(scope for scope in Scope if scope in scopes),
            created_at=now.astimezone(dt.UTC),
            expires_at=expires_at and expires_at.astimezone(dt.UTC),
        )
        with self._database.writing() as connection:
            connection.execute(insert(api_keys).values(**_row(made), secret_hash=secret.sha256))
            self._record(connection, now, act="created", **_told(made), **_by(by))
        return made, secret

    def revoke(self, key_id: str, now: dt.datetime, *, by: str = "") -> ApiKey:
        """Revoke a key for good; one revoked before keeps its first time.

        Args:
            by: id of the member of the team who does it; empty for a command.

        Raises:
            ApiKeyMissing: there is no such key.
        """
        with self._database.writing() as connection:
            found = connection.execute(select(api_keys).where(api_keys.c.id == key_id)).one_or_none()
            if found is None:
                raise ApiKeyMissing(key_id)
            key = _key(found)
            if key.revoked_at is not None:
                return key
            revoked = msgspec.structs.replace(key, revoked_at=now.astimezone(dt.UTC))
            connection.execute(update(api_keys).where(api_keys.c.id == key_id).values(revoked_at=revoked.revoked_at))
            self._record(connection, now, act="revoked", id=key_id, **_by(by))
        return revoked

    def find(self, secret: Secret, now: dt.datetime) -> ApiKey:
        """The key a secret belongs to, where it holds.

        Raises:
            ApiKeyRefused: there is none, or it was revoked or has expired; only its holder is told which.
        """
        with self._database.reading() as connection:
            found = connection.execute(select(api_keys).where(api_keys.c.id == secret.id)).one_or_none()
        # Compared in any case, so that the time taken does not tell which ids there are.
        fits = secret.fits(_NO_KEY if found is None else found.secret_hash)
        if found is None or not fits:
            raise ApiKeyRefused("unknown")
        key = _key(found)
        refusal = key.refusal(now)
        if refusal is not None:
            raise ApiKeyRefused(refusal)
        return key

    def all(self) -> tuple[ApiKey, ...]:
        """Every key there ever was, oldest first."""
        with self._database.reading() as connection:
            found = connection.execute(select(api_keys).order_by(api_keys.c.created_at, api_keys.c.id)).all()
        return tuple(_key(row) for row in found)

    def _record(self, connection: Connection, now: dt.datetime, **told: object) -> None:
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="key", payload=msgspec.json.encode(told)))
        sequencer.write()


def _require_fit(name: str, scopes: Collection[Scope], now: dt.datetime, expires_at: dt.datetime | None) -> None:
    if not 1 <= len(name.strip()) <= LONGEST_NAME or not name.isprintable():
        raise ApiKeyUnfit("it has no name that can be shown", fix=f"Give one of 1 to {LONGEST_NAME} characters.")
    if not scopes:
        raise ApiKeyUnfit("it would be good for nothing", fix=f"Name at least one scope: {', '.join(Scope)}.")
    if expires_at is not None and expires_at <= now:
        raise ApiKeyUnfit("it would have expired already", fix="Give an end that is still to come, or none.")


def _row(key: ApiKey) -> dict[str, object]:
    return {**msgspec.structs.asdict(key), "scopes": " ".join(key.scopes)}


def _told(key: ApiKey) -> dict[str, object]:
    return {"id": key.id, "name": key.name, "scopes": key.scopes, "expires_at": key.expires_at}


def _by(member_id: str) -> dict[str, object]:
    return {"by": member_id} if member_id else {}


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        name=row.name,
        scopes=tuple(Scope(scope) for scope in row.scopes.split()),
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )
