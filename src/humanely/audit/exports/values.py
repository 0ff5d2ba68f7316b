"""Cells of an export as values: times, numbers, yes and no, languages."""

import datetime as dt
import email.utils
import math
import re
from typing import Any

from humanely.audit.exports.words import ENDED_BADLY, ENDED_WELL, LANGUAGES, NO, YES, fold

EARLIEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC).timestamp()
LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC).timestamp()
_EPOCH = re.compile(r"\d{9,19}(\.\d+)?")
_NUMERIC_DATE = re.compile(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})"
    r"(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?)?",
    re.IGNORECASE,
)
_SPOKEN_DATE = "%a %b %d %H:%M:%S %z %Y"
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def time_of(value: Any, *, day_first: bool | None = None) -> dt.datetime | None:
    """Read a moment from 1990 to 2099: ISO 8601, seconds to nanoseconds since 1970, RFC 5322, or day, month and year.

    A time without a zone is taken as UTC.

    Args:
        day_first: how 03/04/2024 is meant; None when nobody knows.

    Returns:
        An aware time in UTC, None for an empty cell.

    Raises:
        ValueError: the cell holds something else, a time no export can hold, or a date that may be read both ways.

    >>> time_of("2024-03-05T10:00:00+02:00")
    datetime.datetime(2024, 3, 5, 8, 0, tzinfo=datetime.timezone.utc)
    >>> time_of(1709632800000) == time_of("1709632800")
    True
    """
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _utc(_time_in_text(value.strip(), day_first)) if value.strip() else None
    if isinstance(value, dt.datetime):
        return _utc(value)
    if isinstance(value, dt.date):
        return _utc(dt.datetime(value.year, value.month, value.day))  # noqa: DTZ001 (a zone is added)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a time")
    return None if math.isnan(value) else _from_epoch(float(value))


def time_or_none(value: Any, day_first: bool | None = None) -> tuple[dt.datetime | None, bool]:
    """Read a moment as `time_of` does; where it cannot be read, no moment and True.

    >>> time_or_none("yesterday"), time_or_none("")
    ((None, True), (None, False))
    """
    try:
        return time_of(value, day_first=day_first), False
    except (ValueError, OverflowError):
        return None, True


def _time_in_text(text: str, day_first: bool | None) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text) if not text.isdigit() else _from_epoch(float(text))
    except ValueError:
        pass
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if match := _NUMERIC_DATE.fullmatch(text):
        return _numeric_date(match, day_first)
    for suffix in (" UTC", " GMT", "Z"):
        if text.endswith(suffix):
            return dt.datetime.fromisoformat(text.removesuffix(suffix).strip())
    try:
        return email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return dt.datetime.strptime(text, _SPOKEN_DATE).astimezone(dt.UTC)


def _from_epoch(number: float) -> dt.datetime:
    for scale in (1.0, 1e3, 1e6, 1e9):
        if EARLIEST <= number / scale < LATEST:
            return dt.datetime.fromtimestamp(number / scale, dt.UTC)
    raise ValueError("outside 1990 to 2100")


def _utc(time: dt.datetime) -> dt.datetime:
    try:
        time = time.replace(tzinfo=dt.UTC) if time.tzinfo is None else time.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError("outside the calendar") from error
    if not 1990 <= time.year < 2100:
        raise ValueError("outside 1990 to 2100")
    return time


def day_first_of(text: str) -> bool | None:
    """Whether a numeric date can only be day-first (True) or month-first (False), None when it may be both.

    Dates with dots are day-first wherever they are written.
    """
    match = _NUMERIC_DATE.fullmatch(text.strip())
    if not match:
        return None
    first, mark, second = int(match[1]), match[2], int(match[3])
    if mark == "." or first > 12:
        return True
    return False if second > 12 else None


def is_open_date(text: str) -> bool:
    """True for a date that may be read both ways, such as 03/04/2024."""
    match = _NUMERIC_DATE.fullmatch(text.strip())
    return match is not None and day_first_of(text) is None and match[1] != match[3]


def _numeric_date(match: re.Match[str], day_first: bool | None) -> dt.datetime:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    order = day_first_of(match[0]) if day_first is None else day_first
    if order is None and first != second:
        raise ValueError("day or month first")
    day, month = (first, second) if order else (second, first)
    hour, minute, second_of = int(match[5] or 0), int(match[6] or 0), int(match[7] or 0)
    if match[8]:
        hour = hour % 12 + (12 if match[8].lower() == "p" else 0)
    return dt.datetime(year + 2000 if year < 100 else year, month, day, hour, minute, second_of, tzinfo=dt.UTC)


def number_of(value: Any) -> float | None:
    """Read a number that opens a cell, such as a rating; good and bad count 1 and 0.

    >>> number_of("4/5"), number_of("4,5"), number_of("good"), number_of("n/a")
    (4.0, 4.5, 1.0, None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if not isinstance(value, str):
        return None
    if match := _NUMBER.match(value.strip()):
        return float(match[0].replace(",", "."))
    word = fold(value)
    return 1.0 if word.startswith("good") else 0.0 if word.startswith("bad") else None


def flag_of(value: Any) -> bool | None:
    """Read yes or no, or how a matter ended; None for what is not over or says nothing.

    >>> flag_of("Solved"), flag_of("nein"), flag_of("pending")
    (True, False, None)
    """
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    word = fold(str(value))
    if word in YES or word in ENDED_WELL:
        return True
    return False if word in NO or word in ENDED_BADLY else None


def label_of(value: Any) -> str | None:
    """Read a short label: a word, the first of a list, or an object's name; None when empty."""
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("type") or value.get("id")
    if value is None or isinstance(value, list | tuple | dict) or value != value:
        return None
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.strip()[:200] or None


def id_of(value: Any) -> str | None:
    """Read an identifier; 12 and 12.0 and "12" are the same.

    >>> id_of(12.0), id_of(" c-7 "), id_of("")
    ('12', 'c-7', None)
    """
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or value is None or isinstance(value, list | tuple | dict):
        return None
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else str(value)) if math.isfinite(value) else None
    return str(value)


def language_of(value: Any) -> str | None:
    """Read a language as its ISO 639-1 code.

    >>> language_of("pt-BR"), language_of("Deutsch"), language_of("klingon")
    ('pt', 'de', None)
    """
    if not isinstance(value, str):
        return None
    short = re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", value.strip())
    return short[1].lower() if short else LANGUAGES.get(fold(value))
