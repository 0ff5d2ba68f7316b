"""Conversations that want looking at."""

import asyncio
from collections.abc import Awaitable, Callable

from humanely.apps.channels.nudges import AT_ONCE, FIRST_PAUSE_S, Nudges
from humanely.errors import UsageError


class Work:
    """Something that takes a moment, and is watched.

    Attributes:
        done: what was looked after, in order.
        most: at once.
        fails: times it will fail.
    """

    def __init__(self) -> None:
        self.done: list[str] = []
        self.most = 0
        self.fails = 0
        self.waited: list[float] = []
        self._now: list[str] = []

    async def tend(self, name: str) -> None:
        """Look after one."""
        assert name not in self._now
        self._now.append(name)
        self.most = max(self.most, len(self._now))
        await asyncio.sleep(0.01)
        self._now.remove(name)
        self.done.append(name)
        if self.fails:
            self.fails -= 1
            raise UsageError("It failed.", fix="Try again.")

    async def sleep(self, seconds: float) -> None:
        """Wait, without waiting."""
        self.waited.append(seconds)


def _with(work: Work, nudging: Callable[[Nudges[str]], Awaitable[None]]) -> None:
    async def run() -> None:
        await nudging(Nudges(work.tend, work.sleep))

    asyncio.run(run())


def test_one_is_looked_after_by_one_at_a_time_and_once_more_if_something_came_meanwhile() -> None:
    async def nudging(nudges: Nudges[str]) -> None:
        nudges.nudge("a")
        nudges.nudge("a")
        await asyncio.sleep(0.005)
        nudges.nudge("a")
        nudges.nudge("a")
        await nudges.settled()

    _with(work := Work(), nudging)
    assert (work.done, work.most) == (["a", "a"], 1)


def test_many_are_looked_after_side_by_side_but_not_all() -> None:
    async def nudging(nudges: Nudges[str]) -> None:
        for name in map(str, range(3 * AT_ONCE)):
            nudges.nudge(name)
        await nudges.settled()

    _with(work := Work(), nudging)
    assert (len(work.done), work.most) == (3 * AT_ONCE, AT_ONCE)


def test_what_fails_is_tried_again_after_longer_and_longer_pauses() -> None:
    async def nudging(nudges: Nudges[str]) -> None:
        nudges.nudge("a")
        await nudges.settled()

    work = Work()
    work.fails = 3
    _with(work, nudging)
    assert len(work.done) == 4
    assert work.waited == [FIRST_PAUSE_S, 2 * FIRST_PAUSE_S, 4 * FIRST_PAUSE_S]


def test_what_is_in_hand_is_finished_at_the_end_and_nothing_more_begun() -> None:
    async def nudging(nudges: Nudges[str]) -> None:
        nudges.nudge("a")
        await asyncio.sleep(0.005)
        nudges.nudge("a")
        await nudges.close()
        nudges.nudge("b")
        await nudges.settled()

    _with(work := Work(), nudging)
    assert work.done == ["a"]
