"""By when somebody answers, as people read it."""

import datetime as dt

import msgspec
import pytest

from humanely.people.calendar import calendar
from humanely.people.opening_hours import read_hours
from humanely.pipeline.handoffs.promise import answered_by
from tests.pipeline.room import PLAIN

MONDAY = dt.datetime(2026, 3, 2, 9, 0, 30, tzinfo=dt.UTC)
FRIDAY = dt.datetime(2026, 3, 6, 16, 55, tzinfo=dt.UTC)
OFFICE = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon-Fri 09:00-17:00 UTC", "")))


def test_on_the_same_day_only_the_time_is_said_and_never_before_what_is_meant() -> None:
    assert answered_by(PLAIN, MONDAY, 0.7, locale="de", zone="Europe/Berlin") == "10:16"


def test_another_day_is_named() -> None:
    assert answered_by(OFFICE, FRIDAY, 0.7, locale="de", zone="Europe/Berlin") == "Mo., 9. März, 10:10"


def test_whose_clock_it_is_is_said_where_the_persons_is_not_known() -> None:
    assert answered_by(PLAIN, MONDAY, 0.7, locale="en", zone=None).endswith("UTC")


@pytest.mark.parametrize(("locale", "clock"), [("en", "(Berlin)"), ("es", "CET"), ("de", "MEZ"), ("fr", "(Berlin)")])
def test_no_language_counts_hours_from_greenwich(locale: str, clock: str) -> None:
    berlin = msgspec.structs.replace(PLAIN, calendar=calendar(None, zone="Europe/Berlin"))
    assert answered_by(berlin, MONDAY, 0.7, locale=locale, zone=None).endswith(clock)


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr", "it", "pt", "ja", "de-AT"])
def test_every_language_has_a_time(locale: str) -> None:
    assert "16" in answered_by(PLAIN, MONDAY, 0.7, locale=locale, zone="UTC")


def test_who_never_opens_promises_nothing() -> None:
    closed = calendar(read_hours("Mon 09:00-10:00 UTC", ""))
    days = frozenset(dt.date(2026, 1, 1) + dt.timedelta(days=at) for at in range(4000))
    shut = msgspec.structs.replace(PLAIN, calendar=msgspec.structs.replace(closed, closed=days))
    assert answered_by(shut, MONDAY, 0.3, locale="en", zone=None) == ""
