"""When a delivery is tried again, and when no more. Source: Standard Webhooks, deliverability and reliability."""

import datetime as dt
from http import HTTPStatus
from random import Random

import msgspec

from humanely.store.outward.deliveries import Delivery

DELAYS_S = (5, 300, 1_500, 5_400, 10_800, 18_000, 14_400, 21_600, 14_395)
"""Seconds after each failed try: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h after the first."""

JITTER = 0.1
"""Up to this part of a delay is taken off, so that what failed together does not come back together."""

LONGEST_S = 24 * 3600.0
"""What a receiver may ask for as Retry-After, at most."""


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one try.

    Attributes:
        status: of the answer; None where there was none.
        fault: what went wrong, a word or two; empty where nothing did.
        retry_after_s: what the receiver asked for, >= 0.
    """

    status: int | None = None
    fault: str = ""
    retry_after_s: float = 0.0

    @property
    def arrived(self) -> bool:
        """The receiver has it."""
        return self.status is not None and HTTPStatus(200) <= self.status < HTTPStatus(300)

    @property
    def nobody_there(self) -> bool:
        """The receiver wants no more messages, ever."""
        return self.status == HTTPStatus.GONE


def after(delivery: Delivery, tried: Tried, now: dt.datetime, rng: Random) -> Delivery:
    """The delivery after a try: delivered, dead, or waiting for the next.

    >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> first = Delivery(id="", webhook="", place=0, event="", state="waiting", attempts=0, created_at=noon)
    >>> again = after(first, Tried(status=503, fault="status", retry_after_s=60), noon, Random(1))
    >>> again.state, again.attempts, again.next_at - noon
    ('waiting', 1, datetime.timedelta(seconds=60))
    """
    attempts = delivery.attempts + 1
    tries = {"attempts": attempts, "status": tried.status, "fault": tried.fault}
    if tried.arrived:
        return msgspec.structs.replace(delivery, state="delivered", next_at=None, **tries)
    if attempts > len(DELAYS_S):
        return msgspec.structs.replace(delivery, state="dead", next_at=None, **tries)
    wait_s = DELAYS_S[attempts - 1] * (1.0 - JITTER * rng.random())
    wait_s = max(wait_s, min(tried.retry_after_s, LONGEST_S))
    return msgspec.structs.replace(delivery, next_at=now + dt.timedelta(seconds=wait_s), **tries)
