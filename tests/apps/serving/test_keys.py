"""Who is let in: looked up once in a few seconds, and out within five."""

import asyncio
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.apps.serving.keys import HELD_S, Doorkeeper, KeyMissing, ScopeMissing, shown_in
from humanely.store.api_key import ApiKey, ApiKeyRefused, Scope, Secret
from humanely.store.api_keys import ApiKeys
from humanely.store.sql.database import open_database, sqlite_url


class Clock:
    """Seconds that go up when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[ApiKeys]:
    database = open_database(sqlite_url(tmp_path / "humanely.db"), os.urandom)
    yield ApiKeys(database, os.urandom)
    database.close()


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def bearer(secret: Secret) -> dict[str, str]:
    return {"authorization": f"Bearer {secret.text}"}


def test_a_key_opens_what_its_scope_names_and_nothing_else(keys: ApiKeys) -> None:
    made, secret = keys.create("shop", [Scope.TURNS], now())
    door = Doorkeeper(lambda shown: keys.find(shown, now()))
    assert asyncio.run(door.admit(bearer(secret), Scope.TURNS)).id == made.id
    with pytest.raises(ScopeMissing, match=r"'people'.*--scope people"):
        asyncio.run(door.admit(bearer(secret), Scope.PEOPLE))


def test_a_revoked_key_is_refused_within_five_seconds(keys: ApiKeys) -> None:
    clock = Clock()
    made, secret = keys.create("shop", [Scope.TURNS], now())
    door = Doorkeeper(lambda shown: keys.find(shown, now()), clock)
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    keys.revoke(made.id, now())
    clock.now += HELD_S
    with pytest.raises(ApiKeyRefused, match="revoked"):
        asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    assert HELD_S < 5


def test_a_key_is_looked_up_once_in_a_few_seconds(keys: ApiKeys) -> None:
    looked: list[str] = []

    def find(shown: Secret) -> ApiKey:
        looked.append(shown.id)
        return keys.find(shown, now())

    made, secret = keys.create("shop", [Scope.TURNS], now())
    clock = Clock()
    door = Doorkeeper(find, clock)
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    clock.now += HELD_S
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    assert looked == [made.id, made.id]


def test_a_held_key_opens_nothing_for_another_secret(keys: ApiKeys) -> None:
    _, secret = keys.create("shop", [Scope.TURNS], now())
    door = Doorkeeper(lambda shown: keys.find(shown, now()))
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    forged = Secret.parse(secret.text[:-43] + "A" * 43)
    with pytest.raises(ApiKeyRefused, match="not one of this server's"):
        asyncio.run(door.admit(bearer(forged), Scope.TURNS))


def test_a_held_key_ends_when_it_expires(keys: ApiKeys) -> None:
    at = now()
    _, secret = keys.create("shop", [Scope.TURNS], at, expires_at=at + dt.timedelta(milliseconds=200))
    door = Doorkeeper(lambda shown: keys.find(shown, at), Clock())
    asyncio.run(door.admit(bearer(secret), Scope.TURNS))
    asyncio.run(asyncio.sleep(0.25))
    with pytest.raises(ApiKeyRefused, match="expired"):
        asyncio.run(door.admit(bearer(secret), Scope.TURNS))


def test_no_key_is_told_apart_from_a_wrong_one(keys: ApiKeys) -> None:
    door = Doorkeeper(lambda shown: keys.find(shown, now()))
    with pytest.raises(KeyMissing):
        asyncio.run(door.admit({}, Scope.READ))
    with pytest.raises(ApiKeyRefused):
        asyncio.run(door.admit({"x-api-key": "sk-something"}, Scope.READ))


def test_a_key_may_come_in_either_header() -> None:
    assert shown_in({"authorization": "bearer  hum_a "}) == "hum_a"
    assert shown_in({"authorization": "Basic abc", "x-api-key": " hum_b"}) == "hum_b"
