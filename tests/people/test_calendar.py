"""Business time: it passes only while the team is there, whatever the clock on the wall does."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from humanely.people.calendar import Calendar, HolidaysUnknown, NeverOpens, ZoneUnknown, calendar
from humanely.people.opening_hours import ALWAYS, OpeningHours, Span, read_hours
from tests.people.calendars import amounts, calendars, moments

NONE = timedelta(0)
HOUR = timedelta(hours=1)
ONE = timedelta(microseconds=1)
unhurried = settings(deadline=None)


def week(text: str, country: str = "DE", *, holidays: str = "", closed: Iterable[date] = ()) -> Calendar:
    return calendar(read_hours(text, country), holidays=holidays, closed=closed)


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@unhurried
@given(team=calendars(), start=moments, amount=amounts)
def test_the_time_between_a_start_and_its_deadline_is_what_was_added(
    team: Calendar, start: datetime, amount: timedelta
) -> None:
    assert team.between(start, team.add(start, amount)) == amount


@unhurried
@given(team=calendars(), start=moments, end=moments)
def test_what_was_between_leads_back_to_the_end_but_for_closed_time(
    team: Calendar, start: datetime, end: datetime
) -> None:
    first, last = sorted((start, end))
    back = team.add(first, team.between(first, last))
    assert team.between(min(back, last), max(back, last)) == NONE


@unhurried
@given(team=calendars(), start=moments, amount=amounts)
def test_no_deadline_lies_inside_closed_time(team: Calendar, start: datetime, amount: timedelta) -> None:
    due = team.add(start, amount)
    assert team.open_at(due) or team.open_at(due - ONE)


@unhurried
@given(team=calendars(), start=moments, amount=amounts, more=amounts, later=amounts)
def test_a_later_start_or_a_longer_time_is_never_due_sooner(
    team: Calendar, start: datetime, amount: timedelta, more: timedelta, later: timedelta
) -> None:
    assert team.add(start, amount) <= team.add(start + later, amount)
    assert team.add(start, amount) <= team.add(start, amount + more)


@unhurried
@given(team=calendars(), start=moments, first=amounts, second=amounts)
def test_times_add_up(team: Calendar, start: datetime, first: timedelta, second: timedelta) -> None:
    middle, end = start + first, start + first + second
    assert team.between(start, middle) + team.between(middle, end) == team.between(start, end) <= first + second


@unhurried
@given(team=calendars(), moment=moments)
def test_a_moment_is_open_where_the_clock_on_the_wall_shows_an_open_hour_of_an_open_day(
    team: Calendar, moment: datetime
) -> None:
    wall = moment.astimezone(ZoneInfo(team.zone))
    shown = team.hours.holds(wall.weekday() * 1440 + wall.hour * 60 + wall.minute)
    assert not team.open_at(moment) or (shown and wall.date() not in team.closed)
    assert team.open_at(moment) or not shown or wall.date() in team.closed or team.holidays


@unhurried
@given(team=calendars(), moment=moments)
def test_until_the_next_opening_nothing_is_open(team: Calendar, moment: datetime) -> None:
    opens = team.next_open(moment)
    assert team.open_at(opens)
    assert (opens == moment) == team.open_at(moment)
    assert team.between(moment, opens) == NONE


@unhurried
@given(team=calendars(), moment=moments, zone=st.sampled_from(["Europe/Berlin", "America/New_York", "UTC"]))
@example(week("24/7"), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin")
@example(week("24/7"), datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin")
def test_the_zone_in_which_a_moment_is_told_changes_nothing(team: Calendar, moment: datetime, zone: str) -> None:
    told = moment.astimezone(ZoneInfo(zone))
    assert team.open_at(told) == team.open_at(moment)
    assert team.add(told, HOUR) == team.add(moment, HOUR)
    assert team.between(told, moment) == NONE == team.between(moment, told)


@pytest.mark.parametrize("hours", [None, ALWAYS, read_hours("24/7", "DE")])
@given(start=moments, amount=amounts)
def test_without_hours_or_day_and_night_time_passes_as_on_the_wall(
    hours: OpeningHours | None, start: datetime, amount: timedelta
) -> None:
    assert calendar(hours).add(start, amount) == start + amount
    assert calendar(hours).between(start, start + amount) == amount


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-11-23T11:30", 1, "2026-11-23T13:30"),  # over the break at noon
        ("2026-11-23T12:30", 1, "2026-11-23T14:00"),
        ("2026-11-23T16:30", 1, "2026-11-24T09:30"),  # overnight
        ("2026-11-23T16:00", 1, "2026-11-23T17:00"),  # to the very end of the day
        ("2026-11-27T16:30", 1, "2026-11-30T09:30"),  # over the weekend
        ("2026-11-23T09:00", 14, "2026-11-24T17:00"),
        ("2026-11-23T07:00", 0, "2026-11-23T09:00"),
    ],
)
def test_split_days_nights_and_weekends(start: str, hours: int, due: str) -> None:
    team = week("Mon–Fri 09:00–12:00, 13:00–17:00")
    assert team.add(at(start), hours * HOUR) == at(due)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T08:59:59", False),
        ("2026-11-23T09:00", True),
        ("2026-11-23T11:59:59", True),
        ("2026-11-23T12:00", False),
        ("2026-11-22T10:00", False),
    ],
)
def test_it_opens_with_the_first_minute_and_closes_before_the_last(moment: str, is_open: bool) -> None:
    assert week("Mon–Fri 09:00–12:00, 13:00–17:00").open_at(at(moment)) == is_open


def test_a_shift_past_midnight_and_past_the_end_of_the_week_is_one() -> None:
    team = week("Sun 20:00–02:00")
    assert team.add(at("2026-11-22T23:00"), 2 * HOUR) == at("2026-11-23T01:00")
    assert team.add(at("2026-11-22T23:00"), 4 * HOUR) == at("2026-11-29T21:00")


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-03-29T00:00", 3, "2026-03-29T04:00"),  # 02:00 to 03:00 is skipped
        ("2026-10-25T00:00", 4, "2026-10-25T03:00"),  # and comes twice
    ],
)
def test_on_the_day_the_clocks_change_hours_are_counted_as_they_pass(start: str, hours: int, due: str) -> None:
    assert week("Daily 00:00–06:00").add(at(start), hours * HOUR) == at(due)


@pytest.mark.parametrize(("night", "hours"), [("2026-03-29", 5), ("2026-03-30", 6), ("2026-10-25", 7)])
def test_a_night_is_an_hour_shorter_or_longer_when_the_clocks_change(night: str, hours: int) -> None:
    assert week("Daily 00:00–06:00").between(at(f"{night}T00:00"), at(f"{night}T12:00")) == hours * HOUR


def test_who_works_through_a_change_at_midnight_loses_an_hour() -> None:
    team = week("Daily 22:00–02:00", "EG")  # summer time begins at midnight: 00:00 becomes 01:00
    assert team.between(at("2026-04-23T22:00", "Africa/Cairo"), at("2026-04-24T02:00", "Africa/Cairo")) == 3 * HOUR


def test_a_day_that_a_place_leaves_out_does_not_pass() -> None:
    team = calendar(OpeningHours((Span(0, 10_080),), "Pacific/Apia"))  # 30 December 2011 was skipped
    assert team.between(at("2011-12-29T23:00", "Pacific/Apia"), at("2011-12-31T01:00", "Pacific/Apia")) == 2 * HOUR


def test_public_holidays_are_closed_where_they_are_holidays() -> None:
    eve = at("2026-03-07T12:00")  # International Women's Day is a holiday in Berlin alone
    assert week("Daily 09:00–17:00", holidays="DE").next_open(eve + 12 * HOUR) == at("2026-03-08T09:00")
    assert week("Daily 09:00–17:00", holidays="DE-BE").next_open(eve + 12 * HOUR) == at("2026-03-09T09:00")


def test_holidays_of_the_next_year_are_known() -> None:
    assert week("Daily 09:00–17:00", holidays="DE").next_open(at("2026-12-31T18:00")) == at("2027-01-02T09:00")


def test_a_closed_day_ends_a_shift_that_runs_into_it() -> None:
    team = week("Daily 20:00–04:00", closed=[date(2026, 12, 24)])
    assert team.between(at("2026-12-23T20:00"), at("2026-12-25T04:00")) == 8 * HOUR
    assert not team.open_at(at("2026-12-24T00:00"))
    assert team.open_at(at("2026-12-25T00:00"))


def test_days_can_be_closed_where_somebody_is_there_day_and_night() -> None:
    team = calendar(None, zone="Asia/Tokyo", closed=[date(2026, 1, 1)])
    assert team.next_open(at("2026-01-01T00:00", "Asia/Tokyo")) == at("2026-01-02T00:00", "Asia/Tokyo")


def test_backwards_no_time_passes() -> None:
    assert week("24/7").between(at("2026-11-23T12:00"), at("2026-11-23T11:00")) == NONE


def test_hours_without_a_stretch_are_refused() -> None:
    with pytest.raises(NeverOpens, match=r"never open.*Write hours such as"):
        calendar(OpeningHours((), "UTC"))


def test_a_calendar_in_which_every_day_is_closed_is_an_error_and_no_loop() -> None:
    shut = week("Daily 09:00–17:00", closed=[date(2026, 1, 1) + timedelta(days=number) for number in range(1200)])
    start = at("2026-01-01T12:00")
    assert not shut.open_at(start)
    assert shut.between(start, start + 48 * HOUR) == NONE
    with pytest.raises(NeverOpens):
        shut.next_open(start)


@pytest.mark.parametrize("place", ["XX", "DE-ZZ", "Germany", "de"])
def test_a_place_without_known_holidays_is_refused(place: str) -> None:
    with pytest.raises(HolidaysUnknown, match=f"{place!r} are not known. Name a country"):
        calendar(None, holidays=place)


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "../passwd", ""])
def test_a_clock_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(ZoneUnknown, match="Use an IANA name"):
        calendar(None, zone=zone)
