"""When a line is open, read from the words of its directory; words that do not fit whole are not read at all.

Read are "24/7" and clauses such as "Mon–Fri 09:00–17:00, 18:00–22:00 CET; Sat 10:00–14:00", days before times. Which
clock a name means, and which countries need none, is data in ``clocks.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from functools import cache
from importlib.resources import files
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from babel import Locale

State = Literal["open", "closed", "unknown"]

_DAY = 24 * 60
_WEEK = 7 * _DAY
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY = frozenset(["", "daily", "every day"])
_TIME = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_SPAN = rf"{_TIME}\s*[-–]\s*{_TIME}"
_CLAUSE = re.compile(
    rf"(?P<days>[A-Za-z][A-Za-z ,–-]*?)?\s*(?P<spans>{_SPAN}(?:\s*,\s*{_SPAN})*)"
    r"(?:\s+(?P<clock>[A-Z]{2,5}))?(?:\s*\((?P<country>[^()]+)\))?",
    re.ASCII,
)
_AROUND_THE_CLOCK = re.compile(r"24\s*/\s*7", re.ASCII)
_RANGE = re.compile(r"\s*(?:[-–]|\bto\b)\s*")


class Span(msgspec.Struct, frozen=True):
    """An open stretch of the week."""

    start: int
    """Minutes since Monday 00:00 by the clock of the line, [0, 10080)."""
    length: int
    """Minutes, [1, 10080]; it may run into the next day or week."""

    def holds(self, minute: int) -> bool:
        """Whether a minute of the week lies in the stretch."""
        return (minute - self.start) % _WEEK < self.length


class OpeningHours(msgspec.Struct, frozen=True):
    """The open stretches of a week and the clock that tells them."""

    spans: tuple[Span, ...]
    zone: str | None
    """IANA name; None only where the line never closes."""

    def holds(self, minute: int) -> bool:
        """Whether a minute of the week lies in any stretch."""
        return any(span.holds(minute) for span in self.spans)


ALWAYS = OpeningHours((Span(0, _WEEK),), None)


class Status(msgspec.Struct, frozen=True):
    """Whether a line is open at a moment, and when that next changes."""

    state: State
    changes: datetime | None
    """By the line's clock; None where it never changes or is not known."""


class _OneClock(msgspec.Struct, frozen=True):
    zone: str
    called: tuple[str, ...]


class _Clocks(msgspec.Struct, frozen=True):
    one: dict[str, _OneClock]
    several: dict[str, dict[str, str]]


@cache
def _clocks() -> _Clocks:
    text = (files("humanely.people") / "clocks.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Clocks)


def clock_of(country: str | None) -> tzinfo | None:
    """The one clock a country lives by, None where it has several or we do not know.

    >>> clock_of("JP"), clock_of("US")
    (zoneinfo.ZoneInfo(key='Asia/Tokyo'), None)
    """
    one = _clocks().one.get(country or "")
    return _clock(one.zone) if one else None


def read_hours(text: str, country: str) -> OpeningHours | None:
    """The hours some words say, None when any part of them is not understood.

    Args:
        text: as the directory has it.
        country: ISO 3166-1 alpha-2, upper case; it decides what "IST" or no name at all means.

    >>> read_hours("Mon 22:00–02:00 JST", "JP")
    OpeningHours(spans=(Span(start=1320, length=240),), zone='Asia/Tokyo')
    >>> read_hours("Mon–Fri 09:00–17:00, not on holidays", "JP") is None
    True
    """
    if _AROUND_THE_CLOCK.fullmatch(text.strip()):
        return ALWAYS
    clauses = [_CLAUSE.fullmatch(clause.strip()) for clause in text.split(";")]
    read = [_read(clause, country) for clause in clauses if clause]
    hours = [one for one in read if one]
    if len(hours) < len(clauses) or len({one.zone for one in hours}) != 1:
        return None
    return OpeningHours(tuple(span for one in hours for span in one.spans), hours[0].zone)


def _read(clause: re.Match[str], country: str) -> OpeningHours | None:
    zone = _zone(clause["clock"], country)
    days = _days(clause["days"] or "")
    spans = [_span(span) for span in clause["spans"].split(",")]
    lengths = [length for _, length in spans]
    if not (_clock(zone) and days and all(lengths) and _names(clause["country"], country)):
        return None
    return OpeningHours(tuple(Span(day * _DAY + start, length) for day in days for start, length in spans), zone)


def _clock(zone: str | None) -> ZoneInfo | None:
    """A clock by its name; none on a machine without a database of time zones, where hours then stay unread."""
    try:
        return ZoneInfo(zone) if zone else None
    except ZoneInfoNotFoundError:
        return None


def _names(words: str | None, country: str) -> bool:
    """Whether words in brackets only name the country; any others may say when the line is closed."""
    return words is None or words == Locale("en").territories.get(country)


def _zone(clock: str | None, country: str) -> str | None:
    if clock == "UTC":
        return "UTC"
    one = _clocks().one.get(country)
    if one:
        return one.zone if clock is None or clock in one.called else None
    return _clocks().several.get(country, {}).get(clock or "")


def _span(text: str) -> tuple[int, int]:
    """First minute of the day, and minutes open; none where the two times are the same or past midnight's 24:00."""
    start, end = (_minute(time) for time in re.split("[-–]", text))
    if start >= _DAY or end > _DAY or start == end:
        return 0, 0
    return start, (end - start) % _DAY or _DAY


def _minute(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def _days(words: str) -> tuple[int, ...]:
    """Days of the week, Monday 0; none when a word is no day."""
    if words.strip().lower() in _EVERY_DAY:
        return tuple(range(7))
    days = list(_each_day(words.lower()))
    return tuple(day for day in days if day is not None) if None not in days else ()


def _each_day(words: str) -> Iterator[int | None]:
    for part in words.split(","):
        ends = [_day(name) for name in _RANGE.split(part.strip())]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            yield None
        else:
            yield from ((first + step) % 7 for step in range((last - first) % 7 + 1))


def _day(name: str) -> int | None:
    found = [number for number, day in enumerate(_DAYS) if len(name) >= 3 and day.startswith(name)]
    return found[0] if found else None


def status(hours: OpeningHours | None, now: datetime) -> Status:
    """Whether a line is open at a moment; hours that were not read are unknown, never open.

    Args:
        hours: as `read_hours` gave them.
        now: aware, in any zone.

    >>> from datetime import UTC
    >>> status(read_hours("Daily 20:00–02:00", "JP"), datetime(2026, 3, 2, 16, 30, tzinfo=UTC)).changes.isoformat()
    '2026-03-03T02:00:00+09:00'
    """
    if hours is None:
        return Status("unknown", None)
    if hours.zone is None:
        return Status("open", None)
    here = now.astimezone(ZoneInfo(hours.zone)).replace(second=0, microsecond=0)
    minute = here.weekday() * _DAY + here.hour * 60 + here.minute
    is_open = hours.holds(minute)
    edges = {edge % _WEEK for span in hours.spans for edge in (span.start, span.start + span.length)}
    waits = [(edge - minute) % _WEEK for edge in edges if hours.holds(edge) != is_open]
    # Added by the clock on the wall: after a change of season the line still opens at its hour.
    changes = here + timedelta(minutes=min(waits)) if waits else None
    return Status("open" if is_open else "closed", changes)
