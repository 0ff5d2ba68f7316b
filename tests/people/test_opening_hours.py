"""Opening hours: read whole or not at all, across midnight, weeks, zones and seasons."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.people.opening_hours import ALWAYS, OpeningHours, Span, clock_of, read_hours, status

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TOKYO = ZoneInfo("Asia/Tokyo")
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
moments = st.integers(0, 15 * 365 * 24 * 3600).map(lambda s: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=s))
times = st.integers(0, 24 * 60 - 1)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def read(text: str, country: str) -> OpeningHours:
    hours = read_hours(text, country)
    assert hours is not None
    return hours


@unhurried
@given(day=st.integers(0, 6), start=times, end=times, moment=moments)
def test_a_stretch_of_one_day_is_open_from_its_start_to_its_end(
    day: int, start: int, end: int, moment: datetime
) -> None:
    text = f"{DAYS[day]} {clock(start)}–{clock(end)} JST"
    hours = read_hours(text, "JP")
    assert (hours is None) == (start == end)
    here = moment.astimezone(TOKYO)
    opened = (here - timedelta(days=(here.weekday() - day) % 7)).replace(
        hour=start // 60, minute=start % 60, second=0, microsecond=0
    )
    opened -= timedelta(days=7) if opened > here else timedelta()
    is_open = here - opened < timedelta(minutes=(end - start) % (24 * 60))
    assert status(hours, moment).state == ("unknown" if hours is None else "open" if is_open else "closed")


@unhurried
@given(
    spans=st.lists(st.tuples(st.integers(0, 10_079), st.integers(1, 10_080)), min_size=1, max_size=4),
    zone=st.sampled_from(["UTC", "Asia/Tokyo", "Asia/Kathmandu", "America/Montevideo"]),
    moment=moments,
)
def test_the_state_holds_until_it_changes_and_then_it_does(
    spans: list[tuple[int, int]], zone: str, moment: datetime
) -> None:
    hours = OpeningHours(tuple(Span(start, length) for start, length in spans), zone)
    found = status(hours, moment)
    end = found.changes or moment + timedelta(days=14)
    halfway = moment + (end - moment) / 2
    assert end > moment
    assert status(hours, halfway).state == found.state
    assert (status(hours, end).state == found.state) == (found.changes is None)


@unhurried
@given(st.text(max_size=60))
def test_any_words_are_read_or_left(text: str) -> None:
    hours = read_hours(text, "JP")
    assert status(hours, datetime(2026, 1, 1, tzinfo=UTC)).state in ("open", "closed", "unknown")
    assert hours is None or any(letter.isdigit() for letter in text)


@pytest.mark.parametrize("words", ["24/7", " 24/7 ", "24 / 7"])
def test_day_and_night_needs_no_clock(words: str) -> None:
    assert read_hours(words, "US") == ALWAYS
    assert status(ALWAYS, datetime(2026, 1, 1, tzinfo=UTC)).changes is None


@pytest.mark.parametrize("words", ["Daily 00:00–24:00", "Mon–Wed 00:00-24:00; Thu to Sunday 00:00-24:00"])
def test_what_is_open_all_week_never_changes(words: str) -> None:
    hours = read_hours(words, "JP")
    assert status(hours, datetime(2026, 1, 1, tzinfo=UTC)).state == "open"
    assert status(hours, datetime(2026, 1, 1, tzinfo=UTC)).changes is None


@pytest.mark.parametrize(
    ("utc", "state", "changes"),
    [
        ("2026-03-01T10:59", "closed", "2026-03-01T20:00+09:00"),
        ("2026-03-01T11:00", "open", "2026-03-02T02:00+09:00"),
        ("2026-03-01T16:59", "open", "2026-03-02T02:00+09:00"),
        ("2026-03-01T17:00", "closed", "2026-03-07T20:00+09:00"),
    ],
)
def test_across_midnight_and_the_end_of_the_week(utc: str, state: str, changes: str) -> None:
    found = status(read_hours("Sat, Sun 20:00–02:00", "JP"), datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert (found.state, found.changes) == (state, datetime.fromisoformat(changes))


@pytest.mark.parametrize(
    ("words", "country", "zone"),
    [
        ("Daily 09:00–17:00 IST", "IN", "Asia/Kolkata"),
        ("Daily 09:00–17:00 IST", "IE", "Europe/Dublin"),
        ("Daily 09:00–17:00 BST (Bangladesh)", "BD", "Asia/Dhaka"),
        ("Daily 09:00–17:00 BST", "GB", "Europe/London"),
        ("Daily 09:00–17:00", "GB", "Europe/London"),
        ("Daily 09:00–17:00 PT", "US", "America/Los_Angeles"),
        ("9:00-17:00 UTC", "US", "UTC"),
    ],
)
def test_the_name_of_a_clock_means_what_it_means_in_its_country(words: str, country: str, zone: str) -> None:
    assert read(words, country).zone == zone


def test_a_line_opens_at_its_hour_on_the_day_the_clocks_change() -> None:
    found = status(read_hours("Daily 09:00–17:00", "GB"), datetime(2026, 3, 28, 18, tzinfo=UTC))
    assert found.changes is not None
    assert found.changes.astimezone(UTC) == datetime(2026, 3, 29, 8, tzinfo=UTC)


def test_a_range_of_days_may_run_over_the_weekend() -> None:
    days = {span.start // (24 * 60) for span in read("Fri–Mon 09:00–17:00", "JP").spans}
    assert days == {4, 5, 6, 0}


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Daily 09:00–17:00", "US"),
        ("Daily 09:00–17:00 EST", "US"),
        ("Daily 09:00–17:00 JST", "GB"),
        ("Mon–Fri 09:00–17:00 JST (not on holidays)", "JP"),
        ("Mon–Fri 09:00–17:00 JST, closed in May", "JP"),
        ("Daily 16:00–21:00 JST; all night on the 10th", "JP"),
        ("Daily 09:00–17:00 CET; Sun 10:00–12:00 UTC", "DE"),
        ("Weekdays 09:00–17:00", "JP"),
        ("M–F 09:00–17:00", "JP"),
        ("Mon–Wed–Fri 09:00–17:00", "JP"),
        ("Mon,, Tue 09:00–17:00", "JP"),
        ("Daily 9am–5pm", "JP"),
        ("Daily 25:00–26:00", "JP"),
        ("Daily 24:00–02:00", "JP"),
        ("Daily 10:00–24:30", "JP"),
        ("Daily 09:00–09:00", "JP"),
        ("Daily ٠٩:٠٠–١٧:٠٠", "JP"),
        ("open", "JP"),
        (";", "JP"),
        ("", "JP"),
    ],
)
def test_what_is_not_understood_whole_is_unknown_and_never_open(words: str, country: str) -> None:
    assert read_hours(words, country) is None
    assert status(None, datetime(2026, 1, 1, 12, tzinfo=UTC)).state == "unknown"


@pytest.mark.parametrize("country", ["US", "RU", "XX", None])
def test_a_place_with_several_clocks_or_none_has_no_one_clock(country: str | None) -> None:
    assert clock_of(country) is None


def test_without_a_database_of_time_zones_hours_stay_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(zone: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(zone)

    monkeypatch.setattr("humanely.people.opening_hours.ZoneInfo", missing)
    assert read_hours("Daily 09:00–17:00", "JP") is None
    assert clock_of("JP") is None
