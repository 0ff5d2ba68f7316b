"""Data with a webhook, things that happen, and a courier for a clock of its own."""

import asyncio
import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from ipaddress import ip_network
from pathlib import Path
from random import Random

import pytest

from humanely.apps.channels.webhooks.courier import STOPS_WITHIN_S, Courier
from humanely.apps.channels.webhooks.post import Post
from humanely.pipeline.record import act
from humanely.store.data_folder import Data, open_data
from humanely.store.log.act import Recorded, Unit
from humanely.store.outward.webhooks import Webhooks
from humanely.store.records import HandoffRecord, Record

HERE = (ip_network("127.0.0.0/8"), ip_network("::1"))
SECOND = dt.timedelta(seconds=1)


class House:
    """Data, webhooks, and a clock that moves when it is told to.

    Attributes:
        now: what the clock shows; it begins with the time of day, which signatures are held to.
    """

    def __init__(self, folder: Path, data: Data) -> None:
        self.folder = folder
        self.data = data
        self.webhooks = Webhooks(data.database, data.root_key, os.urandom)
        self.now = dt.datetime.now(dt.UTC)

    def happens(self, *records: Record, person: str = "ada") -> int:
        """Something is recorded; place of the first."""
        unit = Unit(acts=tuple(act(one, person, "order-1") for one in records))
        (recorded,) = self.data.ledger.commit([unit], self.now)
        assert isinstance(recorded, Recorded)
        return recorded.first

    def waits_for_human(self, count: int = 1) -> int:
        """So many handoffs."""
        return self.happens(*[HandoffRecord(conversation_id="order-1", state="queued", reason="asked")] * count)

    def breaks(self, place: int) -> None:
        """Somebody changes an entry around the program."""
        with closing(sqlite3.connect(self.folder / "humanely.db")) as connection, connection:
            (payload,) = connection.execute('SELECT payload FROM entries WHERE "index" = ?', [place]).fetchone()
            changed = payload[:-1] + bytes([payload[-1] ^ 1])
            connection.execute('UPDATE entries SET payload = ? WHERE "index" = ?', [changed, place])

    def looks(self, times: int = 1, *, within_s: float = 5.0) -> None:
        """A courier comes, looks so many times, and finishes what it has begun."""
        asyncio.run(self._looks(times, within_s))

    def serves(self, until: Callable[[], object], *, stops_within_s: float = STOPS_WITHIN_S) -> None:
        """A courier runs, as in a server, until something is so."""
        asyncio.run(self._serves(until, stops_within_s))

    async def _looks(self, times: int, within_s: float) -> None:
        async with Post(HERE, within_s=within_s) as post:
            for _ in range(times):
                courier = self._courier(post)
                await courier.step()
                await courier.finish()

    async def _serves(self, until: Callable[[], object], stops_within_s: float) -> None:
        stopping = asyncio.Event()
        async with Post(HERE) as post:
            running = asyncio.create_task(self._courier(post).run(stopping, stops_within_s=stops_within_s))
            await asyncio.to_thread(until)
            stopping.set()
            await running

    def _courier(self, post: Post) -> Courier:
        return Courier(self.webhooks, self.data.ledger, post, rng=Random(1), clock=lambda: self.now)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house in which nothing has happened."""
    with closing(open_data(tmp_path / "data")) as data:
        yield House(tmp_path / "data", data)
