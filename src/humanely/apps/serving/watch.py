"""One look at the ledger for everybody who listens: acts as they are recorded, by whichever process."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from humanely.store.log.act import Kept
from humanely.store.log.ledger import Ledger

LOOK_S = 0.5
HEARTBEAT_S = 15.0
AT_ONCE = 200
MOST_WAITING = 200
"""Looks that wait for one listener, so that somebody who reads no more, and means it, takes no memory without end."""


class Watch:
    """Those who listen, and the one task that looks for them.

    Args:
        most_waiting: looks that wait for one listener; of more, the oldest are forgotten.
    """

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most_waiting = most_waiting
        self._listeners: set[asyncio.Queue[tuple[Kept, ...]]] = set()
        self._looking: asyncio.Task[None] | None = None

    async def acts(self, ledger: Ledger, stopping: asyncio.Event) -> AsyncIterator[tuple[Kept, ...]]:
        """What is recorded from now on, a few acts at a time; none of them now and then, as a sign of life.

        Ends when the server stops.
        """
        queue: asyncio.Queue[tuple[Kept, ...]] = asyncio.Queue(self._most_waiting)
        self._listeners.add(queue)
        try:
            while not stopping.is_set():
                if self._looking is None or self._looking.done():
                    self._looking = asyncio.create_task(self._look(ledger, stopping))
                try:
                    yield await asyncio.wait_for(queue.get(), HEARTBEAT_S)
                except TimeoutError:
                    yield ()
        finally:
            self._listeners.discard(queue)

    async def _look(self, ledger: Ledger, stopping: asyncio.Event) -> None:
        place = (await asyncio.to_thread(ledger.head)).size - 1
        while self._listeners:
            acts = await asyncio.to_thread(ledger.after, place, AT_ONCE)
            place = acts[-1].index if acts else place
            for queue in self._listeners if acts or stopping.is_set() else ():
                if queue.full():
                    queue.get_nowait()
                queue.put_nowait(acts)
            if stopping.is_set():
                return
            if len(acts) < AT_ONCE:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), LOOK_S)
