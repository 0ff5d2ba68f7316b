"""Calendars of every kind, and moments around the days on which clocks change."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from humanely.people.calendar import Calendar, calendar
from humanely.people.opening_hours import OpeningHours, Span

ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Santiago",
    "America/Havana", "Africa/Cairo", "Pacific/Kiritimati", "Pacific/Niue",
)  # fmt: skip
"""Among them clocks that change by half an hour, at midnight, to midnight, and the first and the last of the world."""

CHANGES = tuple(
    datetime.fromisoformat(change).replace(tzinfo=UTC)
    for change in (
        "2026-03-29T01:00", "2026-10-25T01:00", "2026-03-08T07:00", "2026-11-01T06:00", "2026-04-04T15:00",
        "2026-10-03T15:30", "2026-04-05T03:00", "2026-09-06T04:00", "2026-03-08T05:00", "2026-11-01T05:00",
        "2026-04-23T22:00", "2026-10-29T21:00",
    )
)  # fmt: skip
"""When those clocks change, in UTC, in the order of `ZONES`."""

FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def _seconds(least: int, most: int) -> st.SearchStrategy[timedelta]:
    return st.integers(least, most).map(lambda seconds: timedelta(seconds=seconds))


_quarters = st.integers(-150, 150).map(lambda quarters: timedelta(minutes=15 * quarters))
moments = st.one_of(
    _seconds(0, 2 * 365 * 24 * 3600).map(lambda passed: FIRST + passed),
    st.builds(lambda change, apart: change + apart, st.sampled_from(CHANGES), _quarters),
)
"""Of two years, half of them near a change of clocks and on the quarter of an hour."""

amounts = st.one_of(_seconds(0, 30 * 24 * 3600), _seconds(0, 12 * 3600))
days = st.integers(0, 2 * 365).map(lambda number: date(2026, 1, 1) + timedelta(days=number))
spans = st.one_of(
    st.builds(Span, st.integers(0, 10_079), st.integers(1, 10_080)),
    st.builds(lambda quarter, length: Span(15 * quarter, 15 * length), st.integers(0, 671), st.integers(1, 96)),
)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """With stretches that meet, overlap and run past midnight and the week, and with none at all."""
    zone = draw(st.sampled_from(ZONES))
    stretches = tuple(draw(st.lists(spans, max_size=4)))
    return calendar(
        OpeningHours(stretches, zone) if stretches else None,
        zone=zone,
        holidays=draw(st.sampled_from(["", "DE", "DE-BE", "US", "JP"])),
        closed=draw(st.frozensets(days, max_size=8)),
    )
