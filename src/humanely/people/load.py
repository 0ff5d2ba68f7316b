"""What somebody of the team carries: how heavy each handoff is, how it fades, and when a break is due.

It is worked out for the person who carries it. Others are shown no more than the `readiness`; nothing of it is kept,
and nobody is ranked by it. The numbers are data in ``load.toml``.
"""

import math
import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Readiness = Literal["free", "full", "resting"]


class Carried(msgspec.Struct, frozen=True):
    """A handoff somebody has, or had.

    Attributes:
        priority: [0, 1].
        ended_at: aware; None while it is open.
    """

    priority: float
    ended_at: datetime | None = None


class _Break(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weight: float
    minutes: int


class _Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    most: float
    half_life_minutes: int
    forgotten_minutes: int
    breaks: tuple[_Break, ...]


@cache
def _numbers() -> _Numbers:
    text = (files("humanely.people") / "load.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Numbers)


def weight(priority: float) -> float:
    """How heavy one handoff is: 1 for an ordinary one, 3 where a life may be at risk.

    Args:
        priority: [0, 1].

    >>> weight(0.0), weight(0.5), weight(1.0)
    (1.0, 1.25, 3.0)
    """
    return 1.0 + (_numbers().most - 1.0) * priority**3


def forgotten_after() -> timedelta:
    """What ended longer ago weighs nothing."""
    return timedelta(minutes=_numbers().forgotten_minutes)


def load(carried: Iterable[Carried], now: datetime) -> float:
    """What somebody carries, >= 0, in ordinary handoffs: what is open counts whole, what has ended fades.

    Args:
        carried: what they have, and what of theirs has ended within `forgotten_after`; the rest counts nothing.
        now: aware, as all times here.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    >>> load([Carried(0.0), Carried(1.0, ended_at=noon - timedelta(hours=1))], noon)
    2.5
    """
    return math.fsum(weight(one.priority) * _left(one, now) for one in carried)


def _left(one: Carried, now: datetime) -> float:
    """The part of its weight that is still felt, [0, 1]."""
    if one.ended_at is None:
        return 1.0
    passed = max(now - one.ended_at, timedelta(0))
    return 0.0 if passed > forgotten_after() else 0.5 ** (passed / timedelta(minutes=_numbers().half_life_minutes))


def rests_until(priority: float, ended_at: datetime) -> datetime | None:
    """Until when somebody rests after a handoff that ended; None where it was not heavy.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    >>> rests_until(0.5, noon), f"{rests_until(1.0, noon):%H:%M}"
    (None, '12:30')
    """
    heavy = weight(priority)
    minutes = max((one.minutes for one in _numbers().breaks if heavy >= one.weight), default=0)
    return ended_at + timedelta(minutes=minutes) if minutes else None


def readiness(carries: float, capacity: int, rests: datetime | None, now: datetime) -> Readiness:
    """Whether somebody can take another handoff; all that others are shown of their load.

    Args:
        carries: their `load`.
        capacity: ordinary handoffs they can have at once, >= 0.
        rests: until when they rest; None where no break is due.
        now: aware.
    """
    if rests is not None and now < rests:
        return "resting"
    return "free" if carries < capacity else "full"
