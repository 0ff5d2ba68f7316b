"""The courier: looks at what is new in the ledger, and posts what is due, for as long as the server runs.

1. What came of earlier tries is written.
2. New entries become deliveries; that they were looked at is written in the same transaction.
3. What is due is claimed, at most so many at a time for each webhook, so that a slow one does not hold up others.
4. The message is made of the ledger, signed, and posted.
"""

import asyncio
import contextlib
import datetime as dt
import logging
from collections import Counter
from collections.abc import Callable
from random import Random

import msgspec

from humanely.apps.channels.webhooks.message import message
from humanely.apps.channels.webhooks.post import ANSWERS_WITHIN_S, Post, signed
from humanely.apps.channels.webhooks.schedule import Tried, after
from humanely.apps.http.problems import place_of
from humanely.errors import HumanelyError
from humanely.store.log.ledger import Ledger
from humanely.store.outward.deliveries import Delivery
from humanely.store.outward.webhook import Webhook
from humanely.store.outward.webhooks import Webhooks

LOOK_S = 0.5
"""Seconds between two looks where nothing happens."""

FAILED_S = 5.0
"""Seconds after a look that failed."""

AT_ONCE = 8
"""Messages on their way to one webhook."""

STOPS_WITHIN_S = 5.0
"""Seconds for what is under way when the server stops."""

ENTRIES = 200
CLAIMED_FOR = dt.timedelta(seconds=ANSWERS_WITHIN_S + 10)
PRUNED_EVERY = dt.timedelta(hours=1)

_LOG = logging.getLogger(__name__)


class _Letter(msgspec.Struct, frozen=True):
    """A delivery that was claimed, ready to be posted."""

    delivery: Delivery
    webhook: Webhook
    secrets: tuple[str, ...]
    body: bytes


class Courier:
    """Tells webhooks what happens.

    Args:
        clock: gives the time, aware, in UTC.
    """

    def __init__(
        self,
        webhooks: Webhooks,
        ledger: Ledger,
        post: Post,
        *,
        rng: Random | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._webhooks = webhooks
        self._deliveries = webhooks.deliveries
        self._ledger = ledger
        self._post = post
        self._rng = rng or Random()
        self._clock = clock
        self._tried: list[tuple[Delivery, Tried]] = []
        self._under_way: dict[asyncio.Task[None], str] = {}
        self._woken = asyncio.Event()
        self._pruned_at: dt.datetime | None = None

    async def run(self, stopping: asyncio.Event, *, stops_within_s: float = STOPS_WITHIN_S) -> None:
        """Go on until told to stop; then finish what is under way, as far as it takes no longer than this."""
        waking = asyncio.create_task(self._wake_at(stopping))
        try:
            while not stopping.is_set():
                self._woken.clear()
                pause_s = await self.step()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), pause_s)
            await self.finish(stops_within_s)
        finally:
            waking.cancel()

    async def step(self) -> float:
        """One look; seconds until the next. One failure does not end the courier."""
        ended, self._tried = self._tried, []
        busy = Counter(self._under_way.values())
        try:
            letters, more = await asyncio.to_thread(self._looked, ended, busy)
        except HumanelyError as error:
            _LOG.error("Webhooks: %s", error)
            return FAILED_S
        except Exception as error:
            _LOG.error("Webhooks: %s in %s", type(error).__name__, place_of(error))
            return FAILED_S
        for letter in letters:
            task = asyncio.create_task(self._send(letter))
            self._under_way[task] = letter.webhook.id
            task.add_done_callback(self._ended)
        return 0.0 if more else LOOK_S

    async def finish(self, within_s: float = ANSWERS_WITHIN_S) -> None:
        """Wait for what is under way, and write what came of it; what takes longer will be sent again."""
        if self._under_way:
            _, late = await asyncio.wait([*self._under_way], timeout=within_s)
            for task in late:
                task.cancel()
        ended, self._tried = self._tried, []
        try:
            await asyncio.to_thread(self._settle, ended)
        except HumanelyError as error:
            _LOG.error("Webhooks: %s", error)

    async def _wake_at(self, stopping: asyncio.Event) -> None:
        await stopping.wait()
        self._woken.set()

    async def _send(self, letter: _Letter) -> None:
        now = self._clock()
        headers = signed(letter.delivery.id, letter.body, letter.secrets, now)
        tried = await self._post.post(letter.webhook.url, headers, letter.body, now)
        self._tried.append((letter.delivery, tried))

    def _ended(self, task: "asyncio.Task[None]") -> None:
        del self._under_way[task]
        self._woken.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("Webhooks: %s", type(error).__name__)

    def _looked(self, ended: list[tuple[Delivery, Tried]], busy: Counter[str]) -> tuple[list[_Letter], bool]:
        """Steps 1 to 3, in a thread."""
        self._settle(ended)
        now = self._clock()
        known = self._deliveries.told_up_to()
        webhooks = {one.id: one for one in self._webhooks.all()} if known else {}
        told = [self._tell(webhooks[name], place, now) for name, place in known.items() if name in webhooks]
        letters: list[_Letter] = []
        for name in self._deliveries.due(now):
            if name in known and (room := AT_ONCE - busy[name]) > 0:
                letters += self._claimed(webhooks[name], now, room)
        if self._pruned_at is None or now - self._pruned_at >= PRUNED_EVERY:
            self._pruned_at = now
            self._deliveries.prune(now)
        return letters, any(told)

    def _settle(self, ended: list[tuple[Delivery, Tried]]) -> None:
        if not ended:
            return
        now = self._clock()
        settled = [after(delivery, tried, now, self._rng) for delivery, tried in ended]
        self._deliveries.settle(settled)
        for one in settled:
            if one.state == "dead":
                _LOG.warning("Webhook %s: %s never arrived: %s", one.webhook, one.id, one.fault)
        for name in {delivery.webhook for delivery, tried in ended if tried.nobody_there}:
            _LOG.warning("Webhook %s is disabled: its receiver is gone", name)
            self._webhooks.disable(name, now, because="gone")

    def _tell(self, webhook: Webhook, place: int, now: dt.datetime) -> bool:
        """Make deliveries of what is new; whether there is more."""
        acts = self._ledger.after(place, ENTRIES)
        if acts:
            self._deliveries.take(webhook, place, acts, now)
        return len(acts) == ENTRIES

    def _claimed(self, webhook: Webhook, now: dt.datetime, room: int) -> list[_Letter]:
        secrets = self._webhooks.secrets(webhook.id, now)
        letters, ended = [], []
        for one in self._deliveries.claim(webhook.id, now, now + CLAIMED_FOR, room):
            try:
                body = message(self._ledger, one, words=webhook.words)
            except HumanelyError as error:
                # An entry that does not open must not hold up those behind it.
                _LOG.error("Webhooks: %s", error)
                ended.append(after(one, Tried(fault=error.code), now, self._rng))
                continue
            if body is None:
                ended.append(msgspec.structs.replace(one, state="gone", next_at=None))
            else:
                letters.append(_Letter(one, webhook, secrets, body))
        if ended:
            self._deliveries.settle(ended)
        return letters
