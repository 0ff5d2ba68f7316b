"""By when a human answers, answers again, and brings a handoff to its end: tiers as data, deadlines made of them.

The shipped tiers are ``sla.toml``; an operator's own file changes what it names.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any, Literal

import msgspec

from humanely.errors import HumanelyError
from humanely.people.calendar import Calendar

Level = Literal["crisis", "urgent", "normal"]

LEVELS: tuple[Level, ...] = ("crisis", "urgent", "normal")
"""Most pressing first."""

CLOCKS = ("answer", "update", "resolve")
MOST_MINUTES = 43_200
"""Thirty days."""

_Minutes = Annotated[int, msgspec.Meta(ge=1, le=MOST_MINUTES)]
_Priority = Annotated[float, msgspec.Meta(ge=0, le=1)]


class SlaUnreadable(HumanelyError):
    """The tiers are not TOML, or not of their shape."""

    code = "sla_unreadable"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The SLA cannot be read: {fault}.", fix="Compare it with humanely/people/sla.toml and correct it."
        )


class SlaForbidden(HumanelyError):
    """The tiers would let somebody wait who must not, or put the less pressing first."""

    code = "sla_forbidden"


class Within(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long something may take.

    Attributes:
        minutes: [1, 43,200].
        time: ``wall`` passes day and night, ``business`` only while the team is there.
    """

    minutes: _Minutes
    time: Literal["wall", "business"]

    def after(self, start: datetime, calendar: Calendar) -> datetime:
        """The deadline of what began at `start`."""
        amount = timedelta(minutes=self.minutes)
        return calendar.add(start, amount) if self.time == "business" else start + amount

    def used(self, start: datetime, end: datetime, calendar: Calendar) -> timedelta:
        """How much of it has passed from `start` to `end`, by its own clock."""
        return calendar.between(start, end) if self.time == "business" else end - start


class Tier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds for handoffs of one level.

    Attributes:
        from_priority: lowest priority of the level, [0, 1].
        timeout_minutes: by the clock on the wall, [1, 43,200].
    """

    from_priority: _Priority
    timeout_minutes: _Minutes
    answer: Within
    update: Within
    resolve: Within


class Sla(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All tiers, checked."""

    crisis: Tier
    urgent: Tier
    normal: Tier

    def level(self, priority: float) -> Level:
        """The level of a handoff.

        >>> shipped().level(1.0), shipped().level(0.7), shipped().level(0.3)
        ('crisis', 'urgent', 'normal')
        """
        return next(level for level in LEVELS if priority >= getattr(self, level).from_priority)

    def tier(self, priority: float) -> Tier:
        """What holds for a handoff of a priority, [0, 1]."""
        tier: Tier = getattr(self, self.level(priority))
        return tier


class Deadlines(msgspec.Struct, frozen=True):
    """By when, in each respect; None where that clock does not run.

    Attributes:
        answer: a human has to have answered for the first time.
        update: a human has to have answered what the person wrote since.
        resolve: it has to have come to its end.
        timeout: the person is told that nobody has come yet, and another way.
    """

    answer: datetime | None = None
    update: datetime | None = None
    resolve: datetime | None = None
    timeout: datetime | None = None

    @property
    def next(self) -> datetime | None:
        """The first of them; None where no clock runs."""
        return min((one for one in (self.answer, self.update, self.resolve, self.timeout) if one), default=None)


def deadlines(  # noqa: PLR0913 (a handoff as it stands, fact by fact)
    sla: Sla,
    calendar: Calendar,
    *,
    priority: float,
    opened_at: datetime,
    joined_at: datetime | None,
    answered: bool,
    waiting_since: datetime | None,
    timed_out: bool,
    ended: bool,
) -> Deadlines:
    """The clocks of a handoff, which may lie in the past.

    The first answer runs from the opening, or from what has waited since somebody left; the update only after it. What
    the person writes meanwhile moves no deadline: `waiting_since` is the first of it.

    Args:
        sla: in effect.
        calendar: of the team.
        priority: [0, 1].
        opened_at: when a human was called; aware, as all times here.
        joined_at: when the human came who has it; None while nobody has.
        answered: that human, or one before who did not leave since, has answered.
        waiting_since: what the person wrote then has no human's answer yet; None where nothing waits.
        timed_out: the person was told that nobody has come.
        ended: it came to its end: no clock runs.

    >>> from datetime import UTC
    >>> from humanely.people.calendar import calendar
    >>> noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    >>> called = dict(joined_at=None, answered=False, waiting_since=noon, timed_out=False, ended=False)
    >>> due = deadlines(shipped(), calendar(None), priority=0.3, opened_at=noon, **called)
    >>> f"{due.answer:%H:%M}", due.update, f"{due.timeout:%H:%M}"
    ('13:00', None, '12:10')
    """
    if ended:
        return Deadlines()
    tier = sla.tier(priority)
    began = max(opened_at, waiting_since or opened_at)
    queued = joined_at is None and not timed_out
    return Deadlines(
        answer=None if answered else tier.answer.after(began, calendar),
        update=tier.update.after(waiting_since, calendar) if answered and waiting_since else None,
        resolve=tier.resolve.after(opened_at, calendar),
        timeout=began + timedelta(minutes=tier.timeout_minutes) if queued else None,
    )


def honest_time(sla: Sla, calendar: Calendar, now: datetime, priority: float) -> datetime:
    """By when somebody will have answered, to tell a person who waits now.

    Only while the team is there does anybody answer, so this passes in business time, whatever the tier asks of them.

    Raises:
        NeverOpens: nobody ever is.
    """
    return calendar.add(now, timedelta(minutes=sla.tier(priority).answer.minutes))


@cache
def shipped() -> Sla:
    """The tiers that come with the package."""
    return _checked(_shipped_document())


def sla(text: str) -> Sla:
    """The shipped tiers with an operator's file laid over them.

    Args:
        text: TOML; only what differs needs to be there.

    Raises:
        SlaUnreadable: not TOML, or not of the shape of tiers.
        SlaForbidden: somebody would wait who must not, or the less pressing comes first.

    >>> sla("urgent.answer.minutes = 10").urgent.answer
    Within(minutes=10, time='business')
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SlaUnreadable(f"it is not TOML, {error}") from None
    return _checked(_laid_over(_shipped_document(), given))


def _shipped_document() -> dict[str, Any]:
    return tomllib.loads((files("humanely.people") / "sla.toml").read_text(encoding="utf-8"))


def _laid_over(base: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; anything else is replaced."""
    merged = dict(base)
    for key, value in given.items():
        held = merged.get(key)
        merged[key] = _laid_over(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return merged


def _checked(document: Mapping[str, Any]) -> Sla:
    try:
        read = msgspec.convert(document, Sla)
    except msgspec.ValidationError as error:
        raise SlaUnreadable(str(error)) from None
    _check_priorities(read)
    _check_crisis(read.crisis)
    for level in LEVELS:
        _check_word(level, getattr(read, level))
    for more, less in pairwise(LEVELS):
        _check_order(read, more, less)
    return read


def _check_priorities(read: Sla) -> None:
    if not read.crisis.from_priority > read.urgent.from_priority > read.normal.from_priority == 0:
        raise SlaForbidden(
            "The levels do not part the priorities: each begins above the next, and normal at 0.",
            fix="Set crisis.from_priority above urgent.from_priority, that above 0, and normal.from_priority to 0.",
        )


def _check_crisis(crisis: Tier) -> None:
    for clock in CLOCKS:
        if getattr(crisis, clock).time != "wall":
            raise SlaForbidden(
                f"A life that may be at risk would wait for business hours: crisis.{clock}.",
                fix=f'Set crisis.{clock}.time to "wall".',
            )


def _check_word(level: Level, tier: Tier) -> None:
    if tier.timeout_minutes > tier.answer.minutes:
        raise SlaForbidden(
            f"{level}.timeout_minutes is {tier.timeout_minutes}, longer than an answer may take.",
            fix=f"Set it to {tier.answer.minutes} or less.",
        )


def _check_order(read: Sla, more: Level, less: Level) -> None:
    """Business time never passes faster than the wall's, so a larger number by the same or a slower clock is later."""
    first, second = getattr(read, more), getattr(read, less)
    for clock in CLOCKS:
        sooner, later = getattr(first, clock), getattr(second, clock)
        if sooner.minutes > later.minutes or (sooner.time == "business" and later.time == "wall"):
            raise SlaForbidden(
                f"{less}.{clock} could be due before {more}.{clock}, which is more pressing.",
                fix=f"Give {more}.{clock} no more minutes than {less}.{clock}, and wall time where that has it.",
            )
    if first.timeout_minutes > second.timeout_minutes:
        raise SlaForbidden(
            f"{less}.timeout_minutes is shorter than {more}.timeout_minutes, which is more pressing.",
            fix=f"Set {more}.timeout_minutes to {second.timeout_minutes} or less.",
        )
