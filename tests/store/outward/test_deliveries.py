"""Deliveries on both engines: each entry is told once, each claim is one process's, what ended stays ended."""

import datetime as dt
import os
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from humanely.store.log.act import Act, Kept, Unit
from humanely.store.log.ledger import Ledger
from humanely.store.outward.deliveries import KEPT, Delivery, DeliveryMissing
from humanely.store.outward.webhook import Webhook
from humanely.store.outward.webhooks import Webhooks
from humanely.store.records import HandoffRecord, encode
from humanely.store.sql.database import Database
from humanely.trust.retention import Kind as Keep
from tests.store.people import NOW, ROOT, unit

URL = "https://example.org/hooks"
SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def webhooks(database: Database) -> Webhooks:
    return Webhooks(database, ROOT, os.urandom)


@pytest.fixture
def webhook(webhooks: Webhooks) -> Webhook:
    return webhooks.add(URL, ["handoff.*"], NOW)[0]


def happened(ledger: Ledger, count: int) -> tuple[Kept, ...]:
    """So many handoffs, with as many entries between them that are no event."""
    first = ledger.head().size
    payload = encode(HandoffRecord(conversation_id="c", state="queued"))
    handoff = Act(kind="handoff", payload=payload, keep=Keep.HANDOFF, person="ada")
    other = Act(kind="note", payload=b"{}", keep=Keep.MESSAGE, person="ada")
    ledger.commit([Unit(acts=(handoff, other))] * count, NOW)
    return ledger.after(first - 1, 1_000)


def waiting(webhooks: Webhooks, webhook: Webhook, ledger: Ledger, count: int) -> tuple[Delivery, ...]:
    """So many deliveries, claimed until now."""
    known = webhooks.deliveries.told_up_to()[webhook.id]
    assert webhooks.deliveries.take(webhook, known, happened(ledger, count), NOW) == count
    return webhooks.deliveries.claim(webhook.id, NOW, NOW, count)


def test_only_what_the_webhook_wants_is_told_in_its_place(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    made = waiting(webhooks, webhook, ledger, 2)
    assert [(one.event, one.place) for one in made] == [("handoff.queued", 1), ("handoff.queued", 3)]
    assert [one.id for one in made] == [f"msg_{webhook.id}_1", f"msg_{webhook.id}_3"]
    assert webhooks.deliveries.told_up_to() == {webhook.id: 4}


def test_the_slower_of_two_makes_nothing(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    acts = happened(ledger, 1)
    assert webhooks.deliveries.take(webhook, -1, acts, NOW) == 1
    assert webhooks.deliveries.take(webhook, -1, acts, NOW) == 0
    assert len(webhooks.deliveries.claim(webhook.id, NOW, NOW, 9)) == 1


def test_what_is_claimed_is_nobody_elses_until_its_time_is_over(
    webhooks: Webhooks, webhook: Webhook, ledger: Ledger
) -> None:
    waiting(webhooks, webhook, ledger, 1)
    (mine,) = webhooks.deliveries.claim(webhook.id, NOW, NOW + HOUR, 9)
    assert webhooks.deliveries.due(NOW) == ()
    assert webhooks.deliveries.claim(webhook.id, NOW + HOUR - SECOND, NOW + HOUR, 9) == ()
    assert webhooks.deliveries.due(NOW + HOUR) == (webhook.id,)
    (again,) = webhooks.deliveries.claim(webhook.id, NOW + HOUR, NOW + 2 * HOUR, 9)
    assert again.id == mine.id


def test_many_that_claim_at_once_share_and_never_have_the_same(
    webhooks: Webhooks, webhook: Webhook, ledger: Ledger
) -> None:
    made = waiting(webhooks, webhook, ledger, 30)
    with ThreadPoolExecutor(4) as pool:
        claims = pool.map(lambda _: webhooks.deliveries.claim(webhook.id, NOW, NOW + HOUR, 4), range(10))
        ids = [one.id for claim in claims for one in claim]
    assert sorted(ids) == sorted(one.id for one in made)


def test_what_was_delivered_is_not_tried_again(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    (one,) = waiting(webhooks, webhook, ledger, 1)
    done = msgspec.structs.replace(one, state="delivered", attempts=1, next_at=None, status=200)
    webhooks.deliveries.settle([done])
    late = msgspec.structs.replace(one, attempts=1, next_at=NOW, status=None, fault="timeout")
    webhooks.deliveries.settle([late])
    assert webhooks.deliveries.one(one.id) == done
    assert webhooks.deliveries.due(NOW + HOUR) == ()
    assert webhooks.deliveries.counts() == {webhook.id: {"delivered": 1}}


def test_why_the_last_try_failed_is_told_of_what_waits(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    first, second, third = waiting(webhooks, webhook, ledger, 3)
    assert webhooks.deliveries.faults() == {}
    late = [msgspec.structs.replace(one, attempts=1, fault="timeout") for one in (first, second)]
    webhooks.deliveries.settle([*late, msgspec.structs.replace(third, attempts=1, fault="answered 500")])
    assert webhooks.deliveries.faults() == {webhook.id: "timeout"}
    dead(webhooks, (first, second, third))
    assert webhooks.deliveries.faults() == {}


def dead(webhooks: Webhooks, made: tuple[Delivery, ...]) -> None:
    ended = [msgspec.structs.replace(one, state="dead", attempts=10, next_at=None, fault="timeout") for one in made]
    webhooks.deliveries.settle(ended)


def test_one_dead_letter_is_replayed_or_all(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    first, second, third = waiting(webhooks, webhook, ledger, 3)
    dead(webhooks, (first, second, third))
    assert webhooks.replayed(webhook.id, second.id, NOW + HOUR) == 1
    (again,) = webhooks.deliveries.claim(webhook.id, NOW + HOUR, NOW + HOUR, 9)
    assert (again.id, again.attempts, again.state) == (second.id, 0, "waiting")
    assert {one.id for one in webhooks.deliveries.dead(webhook.id)} == {first.id, third.id}
    assert webhooks.replayed(webhook.id, None, NOW + HOUR) == 2
    assert webhooks.deliveries.dead(webhook.id) == ()


def test_a_letter_that_is_not_dead_is_not_replayed(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    (one,) = waiting(webhooks, webhook, ledger, 1)
    with pytest.raises(DeliveryMissing, match="no dead letter of that id"):
        webhooks.replayed(webhook.id, one.id, NOW)
    assert ledger.after(2, 9) == ()


def test_ended_deliveries_are_forgotten_after_their_time_and_waiting_ones_never(
    webhooks: Webhooks, webhook: Webhook, ledger: Ledger
) -> None:
    first, second, _ = waiting(webhooks, webhook, ledger, 3)
    dead(webhooks, (first,))
    webhooks.deliveries.settle([msgspec.structs.replace(second, state="delivered", attempts=1, next_at=None)])
    assert webhooks.deliveries.prune(NOW + KEPT["delivered"]) == 0
    assert webhooks.deliveries.prune(NOW + KEPT["delivered"] + SECOND) == 1
    assert webhooks.deliveries.prune(NOW + KEPT["dead"] + SECOND) == 1
    assert webhooks.deliveries.counts() == {webhook.id: {"waiting": 1}}


def test_an_entry_that_is_no_event_moves_the_place_alone(webhooks: Webhooks, webhook: Webhook, ledger: Ledger) -> None:
    ledger.commit([unit(b"{}", keep=Keep.MESSAGE)], NOW)
    others = [msgspec.structs.replace(one, kind="note") for one in ledger.after(-1, 9)]
    assert webhooks.deliveries.take(webhook, -1, others, NOW) == 0
    assert webhooks.deliveries.told_up_to() == {webhook.id: 1}
