"""Conversations that want looking at: each by one at a time, once more where something came meanwhile."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from humanely.apps.place import place_of
from humanely.errors import HumanelyError

AT_ONCE = 8
FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0
CLOSES_WITHIN_S = 15.0

_Name = TypeVar("_Name", bound=Hashable)
_LOG = logging.getLogger(__name__)


class Nudges(Generic[_Name]):
    """Looks after what it is nudged about.

    Args:
        tend: looks after one; raises where it has to be tried again.
        sleep: waits for some seconds.
    """

    def __init__(
        self,
        tend: Callable[[_Name], Awaitable[None]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._tend = tend
        self._sleep = sleep
        self._tasks: dict[_Name, asyncio.Task[None]] = {}
        self._again: set[_Name] = set()
        self._in_hand: set[_Name] = set()
        self._closing = False
        self._room = asyncio.Semaphore(AT_ONCE)

    def nudge(self, name: _Name) -> None:
        """Something happened there."""
        self._again.add(name)
        if name not in self._tasks and not self._closing:
            self._tasks[name] = asyncio.create_task(self._run(name))

    async def settled(self) -> None:
        """Wait until nothing is left to be looked at."""
        while self._tasks:
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def close(self) -> None:
        """Finish what is in hand, and no more; what is left is found at the next start."""
        self._closing = True
        in_hand = [task for name, task in self._tasks.items() if name in self._in_hand]
        for task in {*self._tasks.values()} - {*in_hand}:
            task.cancel()
        if in_hand:
            await asyncio.wait(in_hand, timeout=CLOSES_WITHIN_S)
        for task in list(self._tasks.values()):
            task.cancel()
        await self.settled()

    async def _run(self, name: _Name) -> None:
        try:
            await self._until_done(name)
        finally:
            del self._tasks[name]

    async def _until_done(self, name: _Name) -> None:
        pause = FIRST_PAUSE_S
        while name in self._again and not self._closing:
            self._again.discard(name)
            try:
                async with self._room:
                    self._in_hand.add(name)
                    await self._tend(name)
                pause = FIRST_PAUSE_S
            except HumanelyError as error:
                _LOG.error("%s", error)
            except Exception as error:
                _LOG.error("%s in %s", type(error).__name__, place_of(error))
            else:
                continue
            finally:
                self._in_hand.discard(name)
            self._again.add(name)
            await self._sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)
