"""Webhooks are made, changed and disabled on both engines, and the ledger knows of each."""

import datetime as dt
import os

import msgspec
import pytest
from sqlalchemy import select

from humanely.store.log.ledger import Ledger
from humanely.store.log.verify import verify_database
from humanely.store.outward.webhook import WebhookDisabled, WebhookMissing, WebhookUnfit
from humanely.store.outward.webhooks import Webhooks
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import webhooks as table
from humanely.store.sql.tables import entries
from tests.store.people import NOW, ROOT, unit

URL = "https://example.org/hooks?token=hidden"
DAY = dt.timedelta(days=1)


@pytest.fixture
def webhooks(database: Database) -> Webhooks:
    return Webhooks(database, ROOT, os.urandom)


def acts_in(database: Database) -> list[dict[str, object]]:
    """What the ledger says of webhooks, in order."""
    asked = select(entries.c.payload).where(entries.c.kind == "webhook").order_by("index")
    with database.reading() as connection:
        return [msgspec.json.decode(payload) for payload in connection.scalars(asked)]


def test_a_webhook_is_told_from_the_moment_it_is_made(webhooks: Webhooks, ledger: Ledger) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    made, _ = webhooks.add(URL, ["handoff.*"], NOW, words=True)
    assert webhooks.all() == (made,)
    assert webhooks.one(made.id) == made
    assert (made.events, made.words, made.disabled_at) == (("handoff.*",), True, None)
    assert webhooks.deliveries.told_up_to() == {made.id: 0}


def test_its_secret_is_nowhere_in_the_clear_and_opens_for_the_server(webhooks: Webhooks, database: Database) -> None:
    made, secret = webhooks.add(URL, [], NOW)
    with database.reading() as connection:
        rows = [*connection.execute(select(table)), *connection.execute(select(entries))]
    assert secret.removeprefix("whsec_") not in repr(rows)
    assert webhooks.secrets(made.id, NOW) == (secret,)


def test_after_a_rotation_both_secrets_sign_for_a_day(webhooks: Webhooks) -> None:
    made, first = webhooks.add(URL, [], NOW)
    second = webhooks.rotate(made.id, NOW)
    assert webhooks.secrets(made.id, NOW) == (second, first)
    assert webhooks.secrets(made.id, NOW + DAY) == (second,)


def test_a_webhook_that_is_disabled_is_told_nothing_and_its_letters_are_kept(webhooks: Webhooks) -> None:
    made, _ = webhooks.add(URL, [], NOW)
    letter = webhooks.deliveries.test(made.id, NOW)
    disabled = webhooks.disable(made.id, NOW)
    assert (disabled.disabled_at, disabled.disabled_because) == (NOW, "asked")
    assert webhooks.disable(made.id, NOW + DAY, because="gone") == disabled
    assert webhooks.deliveries.told_up_to() == {}
    assert webhooks.deliveries.due(NOW + DAY) == ()
    assert [(one.id, one.fault) for one in webhooks.deliveries.dead(made.id)] == [(letter.id, "disabled")]


def test_a_webhook_that_is_enabled_goes_on_with_what_happens_then(webhooks: Webhooks, ledger: Ledger) -> None:
    made, _ = webhooks.add(URL, [], NOW)
    webhooks.disable(made.id, NOW)
    ledger.commit([unit(b"Hello")], NOW)
    assert webhooks.enable(made.id, NOW) == made
    assert webhooks.enable(made.id, NOW) == made
    assert webhooks.deliveries.told_up_to() == {made.id: 2}


def test_nothing_is_replayed_to_a_webhook_that_is_disabled(webhooks: Webhooks) -> None:
    made, _ = webhooks.add(URL, [], NOW)
    webhooks.disable(made.id, NOW)
    with pytest.raises(WebhookDisabled, match="webhook enable"):
        webhooks.replayed(made.id, None, NOW)
    with pytest.raises(WebhookDisabled):
        webhooks.deliveries.test(made.id, NOW)


@pytest.mark.parametrize("change", ["rotate", "disable", "enable", "secrets"])
def test_a_webhook_that_is_not_there_cannot_be_changed(webhooks: Webhooks, change: str) -> None:
    with pytest.raises(WebhookMissing, match="webhook list"):
        getattr(webhooks, change)("0000", NOW)


def test_what_is_unfit_leaves_nothing(webhooks: Webhooks, database: Database) -> None:
    with pytest.raises(WebhookUnfit):
        webhooks.add("http://example.org/", [], NOW)
    assert (webhooks.all(), acts_in(database)) == ((), [])


def test_the_ledger_tells_of_each_change_once_and_of_the_receiver_its_host_only(
    webhooks: Webhooks, database: Database
) -> None:
    made, _ = webhooks.add(URL, ["turn.decided"], NOW, by="command")
    webhooks.rotate(made.id, NOW, by="shop")
    webhooks.disable(made.id, NOW, because="gone")
    webhooks.disable(made.id, NOW, by="shop")
    webhooks.enable(made.id, NOW, by="shop")
    webhooks.replayed(made.id, None, NOW, by="shop")
    told = {"host": "example.org", "events": ["turn.decided"], "words": False}
    assert acts_in(database) == [
        {"act": "added", "id": made.id, "by": "command", **told},
        {"act": "rotated", "id": made.id, "by": "shop"},
        {"act": "disabled", "id": made.id, "by": "", "because": "gone"},
        {"act": "enabled", "id": made.id, "by": "shop"},
        {"act": "replayed", "id": made.id, "by": "shop", "count": 0},
    ]
    assert verify_database(database, [], []).findings == ()
