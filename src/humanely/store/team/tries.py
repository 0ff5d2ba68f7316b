"""Tries to sign in: the first few are free, then each failure makes the next one wait.

Kept in memory: a restart forgives, and each process counts for itself. What matters is that nobody can try thousands.
"""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Sequence

import msgspec

from humanely.errors import HumanelyError

FREE = 5
FIRST_WAIT = dt.timedelta(seconds=5)
LONGEST_WAIT = dt.timedelta(minutes=15)
FORGOTTEN_AFTER = dt.timedelta(hours=1)
MOST_HELD = 50_000


class TriesExhausted(HumanelyError):
    """There were too many failures in a row."""

    code = "tries_exhausted"
    status = 429

    def __init__(self, until: dt.datetime, now: dt.datetime) -> None:
        self.wait_s = max(1, -int((now - until).total_seconds() // 1))
        self.headers = {"retry-after": str(self.wait_s)}
        super().__init__(
            "There were too many tries to sign in that failed.",
            fix=f"Try again in {self.wait_s} s, at {until:%H:%M:%S} UTC.",
        )


class Count(msgspec.Struct, frozen=True):
    """Failures in a row.

    Attributes:
        failures: >= 0.
        at: of the last one; aware.
    """

    failures: int
    at: dt.datetime

    def until(self, free: int) -> dt.datetime:
        """From when on the next try is allowed: the wait doubles with each failure, up to `LONGEST_WAIT`.

        >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
        >>> [(Count(failures, noon).until(free=5) - noon).seconds for failures in (4, 5, 6, 7, 99)]
        [0, 5, 10, 20, 900]
        """
        if self.failures < free:
            return self.at
        doubled: int = 2 ** min(20, self.failures - free)
        return self.at + min(LONGEST_WAIT, FIRST_WAIT * doubled)


class Key(msgspec.Struct, frozen=True):
    """What failures are counted of.

    Attributes:
        name: such as a login at an address.
        free: failures that do not wait.
    """

    name: tuple[str, ...]
    free: int = FREE


class Tries:
    """Failures of everybody, the oldest forgotten first."""

    def __init__(self) -> None:
        self._counts: OrderedDict[Key, Count] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, keys: Sequence[Key], now: dt.datetime) -> int:
        """Let a try through, counted as a failure until it has succeeded, so that many at once count as many.

        Returns:
            How many of the first key there are now, this one among them.

        Raises:
            TriesExhausted: one of the keys has to wait; that is not counted.
        """
        with self._lock:
            counts = [self._count(key, now) for key in keys]
            until = max((count.until(key.free) for key, count in zip(keys, counts, strict=True)), default=now)
            if now < until:
                raise TriesExhausted(until, now)
            for key, count in zip(keys, counts, strict=True):
                self._keep(key, Count(count.failures + 1, now))
            return counts[0].failures + 1

    def succeeded(self, keys: Sequence[Key], now: dt.datetime) -> int:
        """Take a try back that succeeded; the first key is forgiven all others, too.

        Returns:
            Failures of the first key before it.
        """
        with self._lock:
            before = self._count(keys[0], now).failures - 1
            self._counts.pop(keys[0], None)
            for key in keys[1:]:
                count = self._count(key, now)
                self._keep(key, Count(count.failures - 1, count.at))
            return max(0, before)

    def _keep(self, key: Key, count: Count) -> None:
        # Put back last, so that the first in order is the one that failed longest ago.
        self._counts.pop(key, None)
        if count.failures > 0:
            self._counts[key] = count
        while len(self._counts) > MOST_HELD:
            self._counts.popitem(last=False)

    def _count(self, key: Key, now: dt.datetime) -> Count:
        count = self._counts.get(key)
        return count if count and now - count.at < FORGOTTEN_AFTER else Count(0, now)
