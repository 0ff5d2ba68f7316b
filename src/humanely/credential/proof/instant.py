"""Instants as proofs and keys write them: a date, a time and always a time zone."""

import datetime as dt
import re

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)", re.ASCII)


def read(text: object) -> dt.datetime | None:
    """The aware instant that an XSD `dateTimeStamp` says, or None.

    >>> read("2026-11-22T12:00:00Z"), read("2026-11-22T12:00:00")
    (datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc), None)
    """
    if not isinstance(text, str) or not _INSTANT.fullmatch(text):
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def write(instant: dt.datetime) -> str:
    """An aware instant in UTC, to the second.

    >>> write(dt.datetime(2026, 11, 22, 12, 0, 0, 5, tzinfo=dt.UTC))
    '2026-11-22T12:00:00Z'
    """
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
