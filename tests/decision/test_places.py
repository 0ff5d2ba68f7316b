"""A place is taken for no more than is certain of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.law_file import shipped
from humanely.decision.places import Atlas, Within

ATLAS = shipped().atlas
COUNTRIES = sorted(ATLAS.countries)


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("DE", "DE"),
        (" de ", "DE"),
        ("de-by", "DE-BY"),
        ("US-IL", "US-IL"),
        ("us-il", "US-IL"),
        ("US-Illinois", "US"),  # a slip must not lead out of Illinois
        ("US-", "US"),
        ("UK", None),  # the code is GB
        ("EU", None),
        ("Germany", None),
        ("DEU", None),
        ("-IL", None),
        ("", None),
        (None, None),
    ],
)
def test_as_much_of_a_place_is_known_as_is_certain(place: str | None, known: str | None) -> None:
    assert ATLAS.known(place) == known


@pytest.mark.parametrize(
    ("place", "names", "within"),
    [
        ("DE", ["EU"], "inside"),
        ("DE-BY", ["EEA"], "inside"),
        ("NO", ["EEA"], "inside"),
        ("NO", ["EU"], "outside"),
        ("GB", ["EEA"], "outside"),
        ("GB", ["EEA", "GB"], "inside"),
        ("CH", ["EEA", "GB"], "outside"),
        ("US-IL", ["US-IL"], "inside"),
        ("US-NY", ["US-IL"], "outside"),
        ("US", ["US-IL"], "unsure"),
        ("US-Illinois", ["US-IL"], "unsure"),
        ("US-IL", ["US"], "inside"),
        (None, ["EU"], "unsure"),
        ("Europe", ["EU"], "unsure"),
        ("BR", [], "outside"),
    ],
)
def test_where_a_place_lies(place: str | None, names: list[str], within: Within) -> None:
    assert ATLAS.within(place, names) == within


@given(st.text(max_size=12))
def test_any_text_at_all_is_a_place_or_is_not_known(text: str) -> None:
    known = ATLAS.known(text)
    assert known is None or known.partition("-")[0] in ATLAS.countries


@given(st.text(max_size=12))
def test_what_is_known_of_a_place_is_known_again(text: str) -> None:
    assert ATLAS.known(ATLAS.known(text)) == ATLAS.known(text)


@given(st.sampled_from(COUNTRIES), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3))
def test_a_state_lies_where_its_country_lies(country: str, state: str) -> None:
    if ATLAS.within(country, ["EEA"]) == "inside":
        assert ATLAS.within(f"{country}-{state}", ["EEA"]) == "inside"
    else:
        assert ATLAS.within(f"{country}-{state}", ["EEA"]) == "outside"


def test_the_world_is_whole() -> None:
    assert len(ATLAS.countries) == 249  # ISO 3166-1
    assert len(ATLAS.states["US"]) == 51  # with the District of Columbia
    assert len(ATLAS.groups["EU"]) == 27
    assert ATLAS.groups["EEA"] - ATLAS.groups["EU"] == {"IS", "LI", "NO"}
    assert ATLAS.groups["EEA"] <= ATLAS.countries


def test_a_rule_names_places_as_they_are_listed() -> None:
    atlas = Atlas(frozenset({"US"}), {"NORTH": frozenset({"US"})}, {"US": frozenset({"IL"})})
    assert [name for name in ("US", "US-IL", "NORTH", "us", "US-XX", "MX", "") if atlas.names(name)] == [
        "US",
        "US-IL",
        "NORTH",
    ]
