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

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 3600).map(lambda seconds: FIRST + timedelta(seconds=seconds))
amounts = st.integers(0, 30 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))
days = st.integers(0, 2 * 365).map(lambda number: date(2026, 1, 1) + timedelta(days=number))
spans = st.builds(Span, st.integers(0, 10_079), st.integers(1, 10_080))


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
