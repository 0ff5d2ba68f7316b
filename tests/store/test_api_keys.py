"""Keys are made, found, listed and revoked on both engines, and the ledger knows of each."""

import datetime as dt
import os
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from sqlalchemy import select

from humanely.store.api_key import ApiKeyMissing, ApiKeyRefused, ApiKeyUnfit, Scope, Secret
from humanely.store.api_keys import ApiKeys
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import Database
from humanely.store.sql.tables import api_keys, entries

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def keys(database: Database) -> ApiKeys:
    return ApiKeys(database, os.urandom)


def acts_in(database: Database) -> list[dict[str, object]]:
    """What the ledger says of keys, in order."""
    with database.reading() as connection:
        payloads = connection.scalars(select(entries.c.payload).where(entries.c.kind == "key").order_by("index")).all()
    return [msgspec.json.decode(payload) for payload in payloads]


def test_a_key_is_found_by_its_secret(keys: ApiKeys) -> None:
    made, secret = keys.create("the shop", {Scope.READ, Scope.TURNS}, NOON, expires_at=NOON + HOUR)
    assert keys.find(Secret.parse(secret.text), NOON) == made
    assert (made.name, made.scopes, made.expires_at) == ("the shop", (Scope.TURNS, Scope.READ), NOON + HOUR)


def test_the_secret_is_nowhere_in_the_database(keys: ApiKeys, database: Database) -> None:
    _, secret = keys.create("shop", [Scope.TURNS], NOON)
    with database.reading() as connection:
        rows = [*connection.execute(select(api_keys)), *connection.execute(select(entries))]
    assert secret.text[21:] not in repr(rows)


def test_another_secret_under_the_same_id_is_refused(keys: ApiKeys) -> None:
    _, secret = keys.create("shop", [Scope.TURNS], NOON)
    forged = Secret.parse(secret.text[:21] + "A" * 43)
    with pytest.raises(ApiKeyRefused, match="not one of this server's"):
        keys.find(forged, NOON)


def test_a_key_of_another_server_is_refused(keys: ApiKeys) -> None:
    with pytest.raises(ApiKeyRefused, match="not one of this server's"):
        keys.find(Secret.new(os.urandom), NOON)


def test_a_revoked_key_is_refused_for_good(keys: ApiKeys) -> None:
    made, secret = keys.create("shop", [Scope.TURNS], NOON)
    revoked = keys.revoke(made.id, NOON + HOUR)
    assert revoked.revoked_at == NOON + HOUR
    assert keys.revoke(made.id, NOON + 2 * HOUR) == revoked
    with pytest.raises(ApiKeyRefused, match="was revoked"):
        keys.find(secret, NOON + HOUR)


def test_a_key_is_refused_from_the_moment_it_expires(keys: ApiKeys) -> None:
    _, secret = keys.create("shop", [Scope.TURNS], NOON, expires_at=NOON + HOUR)
    with pytest.raises(ApiKeyRefused, match="has expired"):
        keys.find(secret, NOON + HOUR)


def test_a_key_that_is_not_there_cannot_be_revoked(keys: ApiKeys) -> None:
    with pytest.raises(ApiKeyMissing, match="no API key with the id '0000'"):
        keys.revoke("0000", NOON)


@pytest.mark.parametrize(
    ("name", "scopes", "expires_at", "fault"),
    [
        pytest.param(" ", [Scope.READ], None, "no name", id="no name"),
        pytest.param("a\nb", [Scope.READ], None, "no name that can be shown", id="name of two lines"),
        pytest.param("x" * 201, [Scope.READ], None, "no name", id="name too long"),
        pytest.param("shop", [], None, "good for nothing", id="no scope"),
        pytest.param("shop", [Scope.READ], NOON, "expired already", id="expired"),
    ],
)
def test_a_key_that_makes_no_sense_is_not_made(
    keys: ApiKeys, name: str, scopes: list[Scope], expires_at: dt.datetime | None, fault: str
) -> None:
    with pytest.raises(ApiKeyUnfit, match=fault):
        keys.create(name, scopes, NOON, expires_at=expires_at)
    assert keys.all() == ()


def test_all_keys_are_listed_oldest_first(keys: ApiKeys) -> None:
    second, _ = keys.create("second", [Scope.READ], NOON + HOUR)
    first, _ = keys.create("first", [Scope.READ], NOON)
    assert keys.all() == (first, second)


def test_the_ledger_tells_of_each_key_made_and_revoked_once(keys: ApiKeys, database: Database) -> None:
    made, _ = keys.create("shop", [Scope.READ], NOON)
    keys.revoke(made.id, NOON)
    keys.revoke(made.id, NOON)
    assert acts_in(database) == [
        {"act": "created", "id": made.id, "name": "shop", "scopes": ["read"], "expires_at": None},
        {"act": "revoked", "id": made.id},
    ]
    assert verify_database(database, [], []).findings == ()


def test_keys_may_be_made_at_the_same_time(keys: ApiKeys, database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [each for each, _ in pool.map(lambda n: keys.create(f"shop {n}", [Scope.READ], NOON), range(12))]
    assert {key.id for key in keys.all()} == {key.id for key in made}
    seen = verify_database(database, [], [])
    assert (seen.findings, seen.entries) == ((), 12)
