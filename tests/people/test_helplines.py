"""Which lines are shown to whom, in which order, and how old they may be."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.people.helpline_file import read_directory
from humanely.people.helplines import Age, Directory, Line, choose, outdated
from humanely.people.opening_hours import read_hours, status

DIRECTORY = read_directory((Path(__file__).parent / "assets" / "directory.json").read_bytes())
SUNDAY_EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
CATEGORIES = ("suicide_prevention", "general_crisis", "mental_health", "youth", "grief")

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
lines = st.builds(
    Line,
    record=st.text("abc", min_size=1, max_size=3),
    country=st.sampled_from(["JP", "GB"]),
    name=st.just("Lamp"),
    method=st.just("phone"),
    dial=st.one_of(st.none(), st.from_regex(r"[0-9]{3,6}", fullmatch=True)),
    languages=st.lists(st.sampled_from(["en", "ja", "fr-CA"]), min_size=1).map(tuple),
    hours_text=st.just("as said"),
    hours=st.sampled_from(["24/7", "Daily 09:00–17:00", "Daily 17:00–09:00", "some nights"]).map(
        lambda words: read_hours(words, "JP")
    ),
    categories=st.lists(st.sampled_from(CATEGORIES), min_size=1, max_size=3).map(tuple),
    verified_at=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
)
directories = st.lists(lines, max_size=8).map(lambda found: Directory(tuple(found)))


def line(**changes: object) -> Line:
    return msgspec.structs.replace(DIRECTORY.lines[0], **changes)


@unhurried
@given(directory=directories, language=st.sampled_from(["en", "ja", "fr", None]))
def test_only_lines_of_the_country_that_can_be_dialled_and_were_verified(
    directory: Directory, language: str | None
) -> None:
    chosen = choose(directory, "JP", SUNDAY_EVENING, language)
    expected = [
        one
        for one in directory.lines
        if one.country == "JP" and one.dial is not None and date(2024, 11, 22) <= one.verified_at <= date(2026, 11, 23)
    ]
    assert sorted(map(repr, chosen)) == sorted(map(repr, expected))


@unhurried
@given(directory=directories)
def test_made_for_crisis_then_in_the_language_then_open(directory: Directory) -> None:
    chosen = choose(directory, "JP", SUNDAY_EVENING, "ja")
    orders = [
        (
            one.categories[0] not in CATEGORIES[:2],
            "ja" not in one.languages,
            ["open", "unknown", "closed"].index(status(one.hours, SUNDAY_EVENING).state),
        )
        for one in chosen
    ]
    of_crisis = [order for order in orders if not order[0]]
    assert orders[: len(of_crisis)] == of_crisis == sorted(of_crisis)


@unhurried
@given(directory=directories, language=st.sampled_from(["en", "ja", None]))
def test_a_language_alone_chooses_no_country(directory: Directory, language: str | None) -> None:
    assert choose(directory, None, SUNDAY_EVENING, language) == ()


def test_the_country_may_come_in_any_case() -> None:
    assert choose(DIRECTORY, "gb", SUNDAY_EVENING, "en") == choose(DIRECTORY, "GB", SUNDAY_EVENING, "en") != ()


@pytest.mark.parametrize(
    ("language", "dials"),
    [
        ("en", ["01632 960002", "00960", "01632 960003", "01632 960001"]),
        ("cy", ["01632 960003", "01632 960002", "00960", "01632 960001"]),
        (None, ["01632 960002", "00960", "01632 960003", "01632 960001"]),
    ],
)
def test_the_order_on_a_sunday_evening(language: str | None, dials: list[str]) -> None:
    assert [one.dial for one in choose(DIRECTORY, "GB", SUNDAY_EVENING, language)] == dials


def test_what_helps_some_comes_after_what_helps_everybody() -> None:
    categories = [("grief",), ("youth", "suicide_prevention"), ("mental_health", "general_crisis"), ("general_crisis",)]
    directory = Directory(tuple(line(categories=found) for found in categories))
    assert [one.categories for one in choose(directory, "GB", SUNDAY_EVENING, None)] == categories[::-1]


@pytest.mark.parametrize(
    ("verified_at", "age"),
    [
        (date(2026, 11, 24), "ahead"),
        (date(2026, 11, 23), "fresh"),
        (date(2026, 11, 22), "fresh"),
        (date(2025, 11, 22), "fresh"),
        (date(2025, 11, 21), "old"),
        (date(2024, 11, 22), "old"),
        (date(2024, 11, 21), "hidden"),
        (date(1999, 1, 1), "hidden"),
    ],
)
def test_a_line_ages_by_the_calendar(verified_at: date, age: Age) -> None:
    aged = line(verified_at=verified_at)
    assert aged.age(SUNDAY_EVENING) == age
    assert (choose(Directory((aged,)), "GB", SUNDAY_EVENING, "en") == ()) == (age in ("hidden", "ahead"))
    assert [one.age for one in outdated(Directory((aged,)), SUNDAY_EVENING)] == [age] * (age != "fresh")


@unhurried
@given(
    verified_at=st.dates(date(2020, 1, 1), date(2026, 1, 1)), days=st.integers(0, 1_000), later=st.integers(0, 1_000)
)
def test_no_line_grows_younger(verified_at: date, days: int, later: int) -> None:
    ages = ["fresh", "old", "hidden"]
    aged = line(verified_at=verified_at)
    then = datetime(verified_at.year, verified_at.month, verified_at.day, tzinfo=UTC) + timedelta(days=days)
    assert ages.index(aged.age(then)) <= ages.index(aged.age(then + timedelta(days=later)))


def test_the_operator_is_warned_once_a_record_and_of_the_country_asked_for() -> None:
    warned = outdated(DIRECTORY, SUNDAY_EVENING, "gb")
    assert [(one.record, one.age) for one in warned] == [("gb-harbour", "old"), ("gb-forgotten", "hidden")]
    assert outdated(DIRECTORY, SUNDAY_EVENING) == warned
    assert outdated(DIRECTORY, SUNDAY_EVENING, "JP") == ()


@pytest.mark.parametrize(
    ("verified_at", "says"),
    [
        (date(2025, 3, 1), "was last verified on 2025-03-01 more than 12 months ago. Make sure"),
        (date(2027, 3, 1), "verified on 2027-03-01, which is still to come, and is not shown. Make sure"),
    ],
)
def test_a_warning_says_what_happened_and_what_to_do(verified_at: date, says: str) -> None:
    [warning] = outdated(Directory((line(verified_at=verified_at),)), SUNDAY_EVENING)
    assert says in warning.says


def test_a_region_does_not_hide_a_language() -> None:
    assert line(languages=("fr-CA",)).speaks("fr")
    assert line(languages=("fr",)).speaks("fr_BE")
    assert not line(languages=("fr",)).speaks(None)


@pytest.mark.parametrize(
    ("languages", "local_name", "name"),
    [
        (("cy", "en"), "Llais", "Llais"),
        (("en", "cy"), "Llais", "Voice"),
        (("cy",), "00960", "Voice"),
        (("cy",), None, "Voice"),
    ],
)
def test_the_local_name_is_for_those_whose_language_it_is(
    languages: tuple[str, ...], local_name: str | None, name: str
) -> None:
    assert line(name="Voice", local_name=local_name, languages=languages, dial="00960").name_in("cy") == name
