"""The issuer's keys: made at first use, kept with their private part hidden under the root key, retired, given up.

Every step is an act in the ledger, of kind ``key``, as open JSON:

    {"act":"issuer_key_made","public":"z6Mk…","method":"did:web:…#…","by":"ada"}    also issuer_key_retired,
    with "retired_at", and issuer_key_compromised with "compromised_since"
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from humanely.credential.life.keys import KeyRecord
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.multikey import DID_KEY, encode
from humanely.errors import HumanelyError
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.credential_tables import issuer_keys
from humanely.store.sql.database import Database
from humanely.trust.root_key import RootKey
from humanely.trust.seal import KEY_BYTES, Entropy


class IssuerKeyMissing(HumanelyError):
    """A key of the issuer was named that there is not."""

    code = "issuer_key_unknown"
    status = 404

    def __init__(self) -> None:
        super().__init__("The issuer has no such key.", fix="Take it from the list of the issuer's keys.")


class IssuerKeys:
    """The issuer's keys in a database.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy

    def all(self) -> tuple[KeyRecord, ...]:
        """Every key there ever was, oldest first."""
        with self._database.reading() as connection:
            return tuple(map(_record, _rows(connection)))

    def make(self, did: str, by: str, now: dt.datetime) -> KeyRecord:
        """Make a new key, which signs from now on.

        Args:
            did: whose it is; empty for one that is its own identifier, as did:key.
        """
        with self._database.writing() as connection:
            return self._make(connection, did, by, now)

    def signing(self, did: str, now: dt.datetime) -> IssuerKey:
        """The key that signs for an identifier; made where none is active.

        Args:
            did: empty for whatever did:key there is. A did:key signs what is its own even once it is retired: nobody
                else can say how its credentials stand.

        Raises:
            IssuerKeyMissing: of a did:key that is not ours.
            SecretUnreadable: the data was made with another root key.
        """
        with self._database.reading() as connection:
            chosen = _chosen(_rows(connection), did)
        if chosen is None:
            with self._database.writing() as connection:
                # Another process may have made it meanwhile.
                if _chosen(_rows(connection), did) is None:
                    self._make(connection, did, "", now)
                chosen = _chosen(_rows(connection), did)
        if chosen is None:
            raise IssuerKeyMissing
        return IssuerKey(self._root_key.reveal(chosen.private, f"issuer key {chosen.public}"), chosen.method)

    def retire(self, public: str, by: str, now: dt.datetime) -> KeyRecord:
        """Let a key sign nothing more; what it signed stays good.

        Raises:
            IssuerKeyMissing: there is none.
        """
        return self._change(public, by, now, act="issuer_key_retired", retired_at=now.astimezone(dt.UTC))

    def compromised(self, public: str, since: dt.datetime, by: str, now: dt.datetime) -> KeyRecord:
        """Somebody else may have a key since then: it signs nothing more, and only what the ledger saw before is good.

        Args:
            since: aware.

        Raises:
            IssuerKeyMissing: there is none.
        """
        at = since.astimezone(dt.UTC)
        return self._change(public, by, now, act="issuer_key_compromised", compromised_since=at)

    def _make(self, connection: Connection, did: str, by: str, now: dt.datetime) -> KeyRecord:
        private = self._entropy(KEY_BYTES)
        key = IssuerKey.of_did_key(private)
        public = encode(key.public)
        method = f"{did}#{public}" if did else key.method
        hidden = self._root_key.hide(private, f"issuer key {public}", self._entropy)
        made = KeyRecord(public=public, method=method, made_at=now.astimezone(dt.UTC))
        connection.execute(insert(issuer_keys).values(private=hidden, **msgspec.structs.asdict(made)))
        self._told(connection, now, act="issuer_key_made", public=public, method=method, by=by)
        return made

    def _change(self, public: str, by: str, now: dt.datetime, *, act: str, **values: dt.datetime) -> KeyRecord:
        with self._database.writing() as connection:
            moved = update(issuer_keys).where(issuer_keys.c.public == public).values(**values)
            if connection.execute(moved).rowcount != 1:
                raise IssuerKeyMissing
            since = {name: f"{at:%Y-%m-%dT%H:%M:%SZ}" for name, at in values.items()}
            self._told(connection, now, act=act, public=public, by=by, **since)
            return next(_record(row) for row in _rows(connection) if row.public == public)

    def _told(self, connection: Connection, now: dt.datetime, **told: str) -> None:
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="key", payload=msgspec.json.encode(told)))
        sequencer.write()


def _rows(connection: Connection) -> list[Row[Any]]:
    return list(connection.execute(select(issuer_keys).order_by(issuer_keys.c.made_at, issuer_keys.c.public)))


def _chosen(rows: Sequence[Row[Any]], did: str) -> Row[Any] | None:
    """The newest that signs for an identifier; None where one is to be made."""
    if did.startswith(DID_KEY):
        found = next((row for row in rows if row.method.startswith(f"{did}#")), None)
        if found is None:
            raise IssuerKeyMissing
        return found
    theirs = [row for row in rows if row.method.startswith(f"{did}#" if did else DID_KEY)]
    return next((row for row in reversed(theirs) if _record(row).standing == "active"), None)


def _record(row: Row[Any]) -> KeyRecord:
    return KeyRecord(**{name: getattr(row, name) for name in KeyRecord.__struct_fields__})
