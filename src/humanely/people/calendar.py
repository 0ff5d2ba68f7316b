"""Business time: when the team is there, over the hours of its week, its clock, public holidays and days of its own.

A moment is open where the clock on the wall shows an open hour on a day that is not closed. So an hour that a change
of season skips is never open, and one that it repeats counts twice, as it does for those who work through it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from humanely.errors import HumanelyError
from humanely.people.opening_hours import ALWAYS, OpeningHours, Span

LOOKS_AHEAD_DAYS = 800
"""So many days without an open minute, and the calendar never opens; no list of own dates shuts a team for longer."""

_ANY_YEAR = 2026
"""To ask whether a place is known at all."""
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_NOTHING = timedelta(0)
_DAY_MINUTES, _WEEK_MINUTES = 24 * 60, 7 * 24 * 60
_PLACE = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<part>[A-Z0-9]{1,3}))?", re.ASCII)

_Stretch = tuple[datetime, datetime]
"""From a moment up to, not with, another."""


class NeverOpens(HumanelyError):
    """The hours and the days that are closed leave nothing open."""

    code = "calendar_never_opens"

    def __init__(self) -> None:
        super().__init__(
            "The team's hours never open, so no deadline can be worked out.",
            fix='Write hours such as "Mon–Fri 09:00–17:00", and close fewer days.',
        )


class ZoneUnknown(HumanelyError):
    """The clock of the team is not in the database of time zones."""

    code = "zone_unknown"

    def __init__(self, zone: str) -> None:
        super().__init__(f"There is no time zone {zone!r}.", fix='Use an IANA name such as "Europe/Berlin".')


class HolidaysUnknown(HumanelyError):
    """Nothing is known of the public holidays of a place."""

    code = "holidays_unknown"

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The public holidays of {place!r} are not known.",
            fix='Name a country, or a part of it, by ISO 3166, such as "DE" or "DE-BE"; or list the days yourself.',
        )


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """When the team is there; made by `calendar`, which checks it.

    Moments are aware, in any zone; answers are in UTC.

    Attributes:
        hours: of the week.
        zone: IANA name of the clock on the team's wall.
        holidays: ISO 3166 place whose public holidays are closed; empty for none.
        closed: further days that are closed, each from midnight to midnight.
    """

    hours: OpeningHours = ALWAYS
    zone: str = "UTC"
    holidays: str = ""
    closed: frozenset[date] = frozenset()

    def open_at(self, moment: datetime) -> bool:
        """Whether somebody is there."""
        wall = moment.astimezone(ZoneInfo(self.zone))
        minute = wall.hour * 60 + wall.minute
        return any(first <= minute < end for first, end in self._minutes(wall.date()))

    def next_open(self, moment: datetime) -> datetime:
        """The first open moment from here on: itself where somebody is there.

        Raises:
            NeverOpens: there is none.
        """
        return self.add(moment, _NOTHING)

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """The moment by which so much business time has passed; the end of an open stretch counts to it.

        Args:
            start: open or not; while closed nothing passes.
            amount: of business time, >= 0.

        Raises:
            NeverOpens: there is none.

        >>> from humanely.people.opening_hours import read_hours
        >>> week = calendar(read_hours("Mon–Fri 09:00–12:00, 13:00–17:00", "DE"))
        >>> friday = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)  # half past four in Berlin; summer begins on Sunday
        >>> week.add(friday, timedelta(hours=4)).isoformat()
        '2026-03-30T11:30:00+00:00'
        """
        left = amount
        for opens, closes in self._open_from(start):
            if left <= closes - opens:
                return opens + left
            left -= closes - opens
        raise NeverOpens

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The business time from one moment to another, none where the other is not later."""
        passed = _NOTHING
        for opens, closes in self._open_from(start):
            if opens >= end:
                break
            passed += min(closes, end) - opens
        return passed

    def _open_from(self, moment: datetime) -> Iterator[_Stretch]:
        """What is open from a moment on, in order; it ends where nothing opens for too long."""
        start = moment.astimezone(UTC)
        day = start.replace(hour=0, minute=0, second=0, microsecond=0)
        last_open = day
        while day - last_open <= LOOKS_AHEAD_DAYS * _DAY:
            for opens, closes in self._open_on(day):
                if closes > start:
                    last_open = day
                    yield max(opens, start), closes
            day += _DAY

    def _open_on(self, day: datetime) -> Iterator[_Stretch]:
        """What is open in a day of UTC that begins at `day`."""
        for start, end, offset in _steady(ZoneInfo(self.zone), day, day + _DAY):
            yield from (
                (opens - offset, closes - offset) for opens, closes in self._on_wall(start + offset, end + offset)
            )

    def _on_wall(self, start: datetime, end: datetime) -> Iterator[_Stretch]:
        """What is open between two times shown by a clock that runs evenly."""
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
        while midnight < end:
            for first, last in self._minutes(midnight.date()):
                opens, closes = max(start, midnight + first * _MINUTE), min(end, midnight + last * _MINUTE)
                if opens < closes:
                    yield opens, closes
            midnight += _DAY

    def _minutes(self, day: date) -> tuple[tuple[int, int], ...]:
        if day in self.closed or (self.holidays and day in _public(self.holidays, day.year)):
            return ()
        return _by_weekday(self.hours.spans)[day.weekday()]


def calendar(
    hours: OpeningHours | None, *, zone: str = "UTC", holidays: str = "", closed: Iterable[date] = ()
) -> Calendar:
    """A calendar that can be relied on.

    Args:
        hours: None where none are set: then somebody is always there, but for the days that are closed.
        zone: IANA name, used where the hours name no clock, as day and night does.
        holidays: ISO 3166 country or part of one, such as ``DE`` or ``DE-BE``; empty for no public holidays.
        closed: further days.

    Raises:
        NeverOpens: the hours hold no stretch at all.
        ZoneUnknown: of the clock.
        HolidaysUnknown: of the place.

    >>> calendar(None).add(datetime(2026, 12, 25, tzinfo=UTC), timedelta(hours=1)).isoformat()
    '2026-12-25T01:00:00+00:00'
    """
    made = Calendar(
        hours=hours or ALWAYS,
        zone=(hours.zone if hours else None) or zone,
        holidays=holidays,
        closed=frozenset(closed),
    )
    try:
        ZoneInfo(made.zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise ZoneUnknown(made.zone) from None
    if holidays:
        _public(holidays, _ANY_YEAR)
    if not made.hours.spans:
        raise NeverOpens
    return made


def _steady(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """A day cut where its clock changes, which no clock does twice in one; each part with its offset from UTC."""
    before, after = _offset(zone, start), _offset(zone, end)
    if before == after:
        yield start, end, before
        return
    changed = bisect_left(
        range(_DAY_MINUTES), True, key=lambda minute: _offset(zone, start + minute * _MINUTE) == after
    )
    yield start, start + changed * _MINUTE, before
    yield start + changed * _MINUTE, end, after


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or _NOTHING


@cache
def _by_weekday(spans: tuple[Span, ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each day of the week, Monday first, its open minutes as (first, end) in order, none touching another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_unrolled(spans)):
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return tuple(
        tuple(
            (max(start - midnight, 0), min(end - midnight, _DAY_MINUTES))
            for start, end in merged
            if start < midnight + _DAY_MINUTES and end > midnight
        )
        for midnight in range(0, _WEEK_MINUTES, _DAY_MINUTES)
    )


def _unrolled(spans: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Spans within one week; what runs into the next comes back at its beginning."""
    for span in spans:
        end = span.start + span.length
        yield span.start, min(end, _WEEK_MINUTES)
        if end > _WEEK_MINUTES:
            yield 0, end - _WEEK_MINUTES


@cache
def _public(place: str, year: int) -> frozenset[date]:
    """The public holidays of a place in a year.

    Raises:
        HolidaysUnknown: of the place.
    """
    import holidays  # only who sets a place waits for it

    read = _PLACE.fullmatch(place)
    if read is None:
        raise HolidaysUnknown(place)
    try:
        return frozenset(holidays.country_holidays(read["country"], subdiv=read["part"], years=year))
    except NotImplementedError:
        raise HolidaysUnknown(place) from None
