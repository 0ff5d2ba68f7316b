"""Emergency numbers by country: few, plain, dated, and never guessed."""

import datetime as dt
import re
import tomllib
from importlib.resources import files

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.people.emergency import Outdated, countries, emergency, outdated

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
ENTRIES = tomllib.loads((files("humanely.people") / "emergency.toml").read_text(encoding="utf-8"))["numbers"]


@pytest.mark.parametrize("country", sorted(countries()))
def test_every_entry_is_a_country_with_one_number_for_all_or_one_for_each_of_two(country: str) -> None:
    found = emergency(country)
    assert country in Locale("en").territories
    assert found is not None
    numbers = [number for number in (found.general, found.ambulance, found.police) if number is not None]
    assert (len(numbers), found.general is None) in {(1, False), (2, True)}
    assert all(re.fullmatch(r"[0-9]{2,5}", number) for number in numbers)
    assert re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", found.checked)


def test_no_country_stands_in_two_entries() -> None:
    listed = [country for entry in ENTRIES for country in entry["countries"]]
    assert len(listed) == len(set(listed)) == len(countries())


@pytest.mark.parametrize(
    ("country", "number"),
    [("GB", "999"), ("us", "911"), ("DE", "112"), ("AU", "000"), ("NZ", "111"), ("IN", "112"), ("MX", "911")],
)
def test_one_number_for_every_service(country: str, number: str) -> None:
    found = emergency(country)
    assert found is not None
    assert found.general == number


@pytest.mark.parametrize(
    ("country", "ambulance", "police"),
    [("JP", "119", "110"), ("KR", "119", "112"), ("BR", "192", "190"), ("ZA", "10177", "10111")],
)
def test_one_number_for_each_service(country: str, ambulance: str, police: str) -> None:
    found = emergency(country)
    assert found is not None
    assert (found.ambulance, found.police) == (ambulance, police)


@settings(deadline=None)
@given(st.one_of(st.none(), st.text(max_size=4)).filter(lambda code: (code or "").upper() not in countries()))
def test_what_is_no_known_country_has_no_number(country: str | None) -> None:
    assert emergency(country) is None


def test_what_was_checked_within_a_year_needs_no_warning() -> None:
    assert outdated(NOW) == ()
    assert outdated(dt.datetime(2027, 11, 30, tzinfo=dt.UTC)) == ()


def test_after_a_year_every_country_is_named_once() -> None:
    warned = outdated(dt.datetime(2027, 12, 1, tzinfo=dt.UTC))
    assert sorted(country for one in warned for country in one.countries) == sorted(countries())


def test_one_country_is_warned_of_alone() -> None:
    (warning,) = outdated(dt.datetime(2028, 1, 1, tzinfo=dt.UTC), "nz")
    assert warning == Outdated(("NZ",), "2026-11")
    assert outdated(dt.datetime(2028, 1, 1, tzinfo=dt.UTC), "XX") == ()


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_warning_once_due_stays_due(days: int, more: int) -> None:
    at = NOW + dt.timedelta(days)
    assert len(outdated(at)) <= len(outdated(at + dt.timedelta(more)))


def test_a_warning_says_what_to_do() -> None:
    assert Outdated(("AU", "NZ"), "2026-11").says == (
        "The emergency numbers of AU, NZ were last checked in 2026-11, more than 12 months ago. "
        "Install a newer Humanely, or hold them against an official source of each country."
    )
