"""Hooks are made, rotated and revoked on both engines, and the ledger knows of each."""

import datetime as dt
import os

import msgspec
import pytest
from sqlalchemy import select

from humanely.store.outward.hooks import Hook, HookMissing, Hooks, HookUnfit
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import hooks as table
from humanely.store.sql.tables import entries
from tests.store.people import NOW, ROOT

DAY = dt.timedelta(days=1)


@pytest.fixture
def hooks(database: Database) -> Hooks:
    return Hooks(database, ROOT, os.urandom)


def test_a_hook_takes_the_secret_that_was_given_out(hooks: Hooks, database: Database) -> None:
    secret = hooks.add("shop", NOW)
    assert hooks.secrets("shop", NOW) == (secret,)
    assert hooks.all() == (Hook(name="shop", created_at=NOW),)
    with database.reading() as connection:
        assert secret.removeprefix("whsec_") not in repr(connection.execute(select(table)).all())


def test_after_a_rotation_the_old_secret_is_taken_for_a_day(hooks: Hooks) -> None:
    first = hooks.add("shop", NOW)
    second = hooks.rotate("shop", NOW)
    assert hooks.secrets("shop", NOW) == (second, first)
    assert hooks.secrets("shop", NOW + DAY) == (second,)


def test_a_hook_that_was_revoked_takes_nothing_and_its_name_is_not_given_again(hooks: Hooks) -> None:
    hooks.add("shop", NOW)
    hooks.revoke("shop", NOW)
    assert hooks.secrets("shop", NOW) == ()
    with pytest.raises(HookUnfit, match="there is one of this name, or was"):
        hooks.add("shop", NOW)
    with pytest.raises(HookMissing):
        hooks.rotate("shop", NOW)
    with pytest.raises(HookMissing):
        hooks.revoke("shop", NOW)


def test_an_unknown_hook_takes_nothing(hooks: Hooks) -> None:
    assert hooks.secrets("shop", NOW) == ()


@pytest.mark.parametrize("name", ["", "Shop", "a b", "-a", "a/b", "x" * 65, "ä"])
def test_a_name_that_cannot_stand_in_an_address_is_refused(hooks: Hooks, name: str) -> None:
    with pytest.raises(HookUnfit, match="cannot stand in an address"):
        hooks.add(name, NOW)


def test_the_ledger_tells_of_each_change(hooks: Hooks, database: Database) -> None:
    hooks.add("shop", NOW, by="command")
    hooks.rotate("shop", NOW, by="command")
    hooks.revoke("shop", NOW, by="command")
    with database.reading() as connection:
        told = [msgspec.json.decode(one) for one in connection.scalars(select(entries.c.payload).order_by("index"))]
    assert [(one["act"], one["hook"], one["by"]) for one in told] == [
        ("hook_added", "shop", "command"),
        ("hook_rotated", "shop", "command"),
        ("hook_revoked", "shop", "command"),
    ]
