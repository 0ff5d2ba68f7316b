"""Everything that happens arrives at least once, signed, in its time; what nobody takes is kept."""

import asyncio
import datetime as dt
import time
from collections import Counter

import pytest

from humanely.apps.channels.webhooks import courier
from humanely.apps.channels.webhooks.schedule import DELAYS_S
from humanely.store.outward.webhook import Webhook
from tests.apps.channels.webhooks.conftest import House
from tests.apps.channels.webhooks.receiver import Answer, Receiver, receiving

DAY = dt.timedelta(days=1)


def added(house: House, receiver: Receiver, *events: str) -> tuple[Webhook, str]:
    return house.webhooks.add(receiver.url, events, house.now)


def stands(house: House, delivery: str) -> tuple[str, int, int | None, str]:
    found = house.webhooks.deliveries.one(delivery)
    assert found is not None
    return found.state, found.attempts, found.status, found.fault


def waits(house: House, seconds: float) -> None:
    house.now += dt.timedelta(seconds=seconds)


def test_what_happens_is_told_once_signed_and_with_the_time_it_happened(house: House) -> None:
    with receiving() as receiver:
        webhook, secret = added(house, receiver, "handoff.*")
        happened_at, place = house.now, house.waits_for_human()
        house.looks(3)
    (came,) = receiver.came
    assert came.signed_by(secret)
    assert came.id == f"msg_{webhook.id}_{place}"
    assert (came.told["type"], came.told["data"]["id"]) == ("handoff.queued", str(place))
    assert dt.datetime.fromisoformat(came.told["timestamp"]) == happened_at
    assert stands(house, came.id) == ("delivered", 1, 204, "")


def test_what_happened_before_the_webhook_was_made_is_not_told(house: House) -> None:
    house.waits_for_human()
    with receiving() as receiver:
        added(house, receiver)
        house.looks()
    assert receiver.came == []


def test_what_it_did_not_ask_for_is_not_told(house: House) -> None:
    with receiving() as receiver:
        added(house, receiver, "turn.decided", "handoff.joined")
        house.waits_for_human()
        house.looks()
    assert receiver.came == []


def test_two_webhooks_are_each_told_under_ids_of_their_own(house: House) -> None:
    with receiving() as one, receiving() as other:
        added(house, one)
        added(house, other)
        house.waits_for_human()
        house.looks()
    assert (len(one.came), len(other.came)) == (1, 1)
    assert one.came[0].id != other.came[0].id


def test_a_try_that_failed_is_made_again_under_the_same_id_with_a_new_time(house: House) -> None:
    with receiving(Answer(500)) as receiver:
        _, secret = added(house, receiver)
        house.waits_for_human()
        house.looks()
        house.looks()
        assert len(receiver.came) == 1
        assert [*house.webhooks.deliveries.faults().values()] == ["answered 500"]
        waits(house, DELAYS_S[0])
        house.looks()
    first, second = receiver.came
    assert (first.id, first.body) == (second.id, second.body)
    between_s = int(second.headers["webhook-timestamp"]) - int(first.headers["webhook-timestamp"])
    assert between_s in {DELAYS_S[0], DELAYS_S[0] + 1}
    assert second.signed_by(secret)
    assert stands(house, first.id) == ("delivered", 2, 204, "")


def test_a_receiver_that_asks_for_time_is_given_it(house: House) -> None:
    with receiving(Answer(503, {"retry-after": "3600"})) as receiver:
        added(house, receiver)
        house.waits_for_human()
        house.looks()
        waits(house, 3599)
        house.looks()
        assert len(receiver.came) == 1
        waits(house, 1)
        house.looks()
    assert len(receiver.came) == 2


def test_a_receiver_that_is_gone_is_told_nothing_more(house: House) -> None:
    with receiving(Answer(410)) as receiver:
        webhook, _ = added(house, receiver)
        house.waits_for_human()
        house.looks()
        house.waits_for_human()
        waits(house, DELAYS_S[0])
        house.looks()
    assert len(receiver.came) == 1
    assert house.webhooks.one(webhook.id).disabled_because == "gone"
    assert [one.fault for one in house.webhooks.deliveries.dead(webhook.id)] == ["disabled"]


def fails_to_the_end(house: House) -> None:
    for delay_s in (*DELAYS_S, 0):
        house.looks()
        waits(house, delay_s)


def test_what_never_arrives_becomes_a_dead_letter_and_arrives_when_it_is_replayed(house: House) -> None:
    with receiving(*[Answer(500)] * 10) as receiver:
        webhook, _ = added(house, receiver)
        house.waits_for_human()
        fails_to_the_end(house)
        (dead,) = house.webhooks.deliveries.dead(webhook.id)
        assert (dead.state, dead.attempts, dead.status) == ("dead", 10, 500)
        house.looks()
        assert len(receiver.came) == 10
        house.webhooks.replayed(webhook.id, dead.id, house.now)
        house.looks()
    assert {one.id for one in receiver.came} == {dead.id}
    assert stands(house, dead.id) == ("delivered", 1, 204, "")


def test_after_a_rotation_either_secret_proves_the_message_for_a_day(house: House) -> None:
    with receiving() as receiver:
        webhook, old = added(house, receiver)
        new = house.webhooks.rotate(webhook.id, house.now)
        house.waits_for_human()
        house.looks()
    (came,) = receiver.came
    assert came.signed_by(old)
    assert came.signed_by(new)
    house.now += DAY
    assert house.webhooks.secrets(webhook.id, house.now) == (new,)


def test_what_was_erased_before_it_was_sent_is_not_sent(house: House) -> None:
    with receiving(Answer(500)) as receiver:
        added(house, receiver)
        house.waits_for_human()
        house.looks()
        house.data.eraser.erase("ada", house.now, [])
        waits(house, DELAYS_S[0])
        house.looks()
    (came,) = receiver.came
    assert stands(house, came.id)[0] == "gone"


def test_a_test_arrives_whatever_was_asked_for(house: House) -> None:
    with receiving() as receiver:
        webhook, secret = added(house, receiver, "consent.*")
        made = house.webhooks.deliveries.test(webhook.id, house.now)
        house.looks()
    (came,) = receiver.came
    assert came.signed_by(secret)
    assert (came.id, came.told["type"], came.told["data"]) == (made.id, "webhook.test", {"webhook_id": webhook.id})


def test_a_slow_receiver_gets_few_at_once_and_holds_up_nobody(house: House) -> None:
    came_slowly: list[int] = []

    def both_have_all() -> None:
        quick.waits_for(20)
        came_slowly.append(len(slow.came))
        slow.waits_for(20)

    with receiving(*[Answer(after_s=0.5)] * 20) as slow, receiving() as quick:
        added(house, slow)
        added(house, quick)
        house.waits_for_human(20)
        house.serves(both_have_all)
    assert slow.most <= courier.AT_ONCE
    assert came_slowly[0] < 20
    assert len(slow.came) == len(quick.came) == 20


def test_a_server_that_stops_does_not_wait_for_a_slow_receiver_and_sends_again(
    house: House,
) -> None:
    with receiving(Answer(after_s=3.0)) as receiver:
        added(house, receiver)
        place = house.waits_for_human()
        began = time.monotonic()
        house.serves(lambda: receiver.waits_for(1), stops_within_s=0.1)
        assert time.monotonic() - began < 2.0
        waits(house, courier.CLAIMED_FOR.total_seconds())
        house.looks()
    assert [came.told["data"]["id"] for came in receiver.came] == [str(place)] * 2


def test_many_arrive_each_once(house: House) -> None:
    with receiving() as receiver:
        webhook, _ = added(house, receiver)
        house.waits_for_human(450)
        house.serves(lambda: receiver.waits_for(450))
    assert len(receiver.came) == len({one.id for one in receiver.came}) == 450
    assert house.webhooks.deliveries.counts() == {webhook.id: {"delivered": 450}}


def test_two_couriers_share_and_send_nothing_twice(house: House) -> None:
    def serves() -> None:
        house.serves(lambda: receiver.waits_for(60), stops_within_s=30.0)

    async def both() -> None:
        await asyncio.gather(*(asyncio.to_thread(serves) for _ in range(2)))

    with receiving() as receiver:
        webhook, _ = added(house, receiver)
        first = house.waits_for_human(60)
        asyncio.run(both())
        # A try that a busy machine let fail is made again in its time, which nobody else moves here.
        waits(house, courier.CLAIMED_FOR.total_seconds())
        house.looks(8)
    tries = {one: stands(house, one)[1] for one in (f"msg_{webhook.id}_{first + number}" for number in range(60))}
    came = Counter(one.id for one in receiver.came)
    assert came.keys() == tries.keys()
    assert came <= Counter(tries)
    assert house.webhooks.deliveries.counts() == {webhook.id: {"delivered": 60}}


def test_an_entry_that_does_not_open_holds_up_nobody(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with receiving(Answer(500), Answer(500)) as receiver:
        webhook, _ = added(house, receiver)
        broken = house.waits_for_human(2)
        house.looks()
        house.breaks(broken)
        waits(house, DELAYS_S[0])
        house.looks()
    assert len(receiver.came) == 3
    assert stands(house, f"msg_{webhook.id}_{broken}") == ("waiting", 2, None, "seal_broken")
    assert stands(house, f"msg_{webhook.id}_{broken + 1}") == ("delivered", 2, 204, "")
    assert "does not open" in caplog.text


def test_a_look_that_failed_is_logged_and_ends_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with receiving() as receiver:
        added(house, receiver)
        house.breaks(house.waits_for_human())
        house.looks(2)
    assert receiver.came == []
    assert caplog.text.count("does not open") == 2
