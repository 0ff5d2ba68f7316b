"""One writer a process: turns that wait are handled together, so that they share a reading and a commit.

Requests hand in work and wait; a single thread takes what has gathered. Two turns of one conversation are never in the
same round, so each is decided on what the one before it left.
"""

import datetime as dt
import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from humanely.apps.place import place_of
from humanely.errors import HumanelyError
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.outcome import Outcome
from humanely.signal.turn import Speaker

AT_ONCE = 64
"""Turns in one round, at most: more would make the first of them wait for the last."""

WAITING = 2_000
"""Turns that may wait; whoever comes later is told to try again."""

_LOG = logging.getLogger(__name__)
_Value = TypeVar("_Value")


class Busy(HumanelyError):
    """More turns are waiting than can be handled soon."""

    code = "busy"
    status = 503

    def __init__(self) -> None:
        super().__init__(
            "More turns are waiting than can be handled soon; this one was not taken.", fix="Send it again."
        )


class Stopped(HumanelyError):
    """The engine has been stopped."""

    code = "stopped"
    status = 503

    def __init__(self) -> None:
        super().__init__("The server is stopping; this request was not taken.", fix="Send it again in a moment.")


class Engine:
    """Handles turns one round after the other.

    Args:
        companion: handles them.
        clock: gives the time, aware, in UTC.
    """

    def __init__(
        self, companion: Companion, clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    ) -> None:
        self.companion = companion
        self._clock = clock
        self._turns: deque[tuple[Arrival, Future[Outcome]]] = deque()
        self._calls: deque[Callable[[], None]] = deque()
        self._wake = threading.Condition()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._thread.start()

    def submit(self, arrival: Arrival) -> "Future[Outcome]":
        """Hand in a turn.

        Raises:
            Busy: too many wait.
            Stopped: the engine is stopping.
        """
        future: Future[Outcome] = Future()
        with self._wake:
            if self._stopping:
                raise Stopped
            if len(self._turns) >= WAITING:
                raise Busy
            self._turns.append((arrival, future))
            self._wake.notify()
        return future

    def call(self, work: Callable[[Companion, dt.datetime], _Value]) -> "Future[_Value]":
        """Let the writing thread do something else between two rounds.

        Raises:
            Stopped: the engine is stopping.
        """
        future: Future[_Value] = Future()

        def run() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(work(self.companion, self._clock()))
                except BaseException as error:
                    future.set_exception(error)

        with self._wake:
            if self._stopping:
                raise Stopped
            self._calls.append(run)
            self._wake.notify()
        return future

    def stop(self) -> None:
        """Take nothing more, finish what was taken, and end."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                while not (self._turns or self._calls or self._stopping):
                    self._wake.wait()
                if not (self._turns or self._calls):
                    return
                calls, self._calls = list(self._calls), deque()
                round_ = self._take()
            for call in calls:
                call()
            if round_:
                self._handle(round_)

    def _take(self) -> "list[tuple[Arrival, Future[Outcome]]]":
        """The turns that have waited longest, one of each conversation."""
        taken: dict[str, tuple[Arrival, Future[Outcome]]] = {}
        left: deque[tuple[Arrival, Future[Outcome]]] = deque()
        while self._turns and len(taken) < AT_ONCE:
            turn = self._turns.popleft()
            if turn[0].conversation_id in taken:
                left.append(turn)
            else:
                taken[turn[0].conversation_id] = turn
        self._turns.extendleft(reversed(left))
        return list(taken.values())

    def _handle(self, round_: "list[tuple[Arrival, Future[Outcome]]]") -> None:
        waiting = [turn for turn in round_ if turn[1].set_running_or_notify_cancel()]
        try:
            outcomes = self.companion.handle([arrival for arrival, _ in waiting], self._clock())
        except BaseException:
            # Nothing of the round was recorded. One turn may be what nobody foresaw; it must not take others with it.
            for turn in waiting:
                self._settle([turn], [self._alone(turn[0])])
            return
        self._settle(waiting, outcomes)

    def _alone(self, arrival: Arrival) -> "Outcome | BaseException":
        try:
            return self.companion.handle([arrival], self._clock())[0]
        except BaseException as error:
            return self._failed(arrival, error)

    def _failed(self, arrival: Arrival, error: BaseException) -> "Outcome | BaseException":
        """A failure of ours opens the case to humans: whoever wrote is told so, instead of nothing."""
        if arrival.speaker is not Speaker.CUSTOMER or arrival.writer == "past":
            return error
        _LOG.error("A turn failed and was given to a human: %s in %s", type(error).__name__, place_of(error))
        try:
            return self.companion.failed(arrival, self._clock())
        except BaseException:
            return error

    @staticmethod
    def _settle(
        waiting: "Sequence[tuple[Arrival, Future[Outcome]]]", outcomes: "Sequence[Outcome | BaseException]"
    ) -> None:
        for (_, future), outcome in zip(waiting, outcomes, strict=True):
            if isinstance(outcome, BaseException):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
