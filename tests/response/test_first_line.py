"""What a human may write first: authored in six languages, fit to send, and nothing that was not said."""

from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.labels import SITUATIONS
from humanely.response.channel import LIMITS, ChannelKind
from humanely.response.check import check
from humanely.response.first_line import Beginning, beginning, first_line
from humanely.response.plan import Occasion
from humanely.response.rules import default_rules
from humanely.response.said import Said
from humanely.response.situation import Situation
from tests.response.authored import DIGIT, SIX, lines, shape

FILE = "first_line.ftl"
BEGINNINGS: tuple[Beginning, ...] = get_args(Beginning)
occasions = st.builds(
    Occasion,
    need=st.integers(0, 3),
    situations=st.frozensets(st.sampled_from(SITUATIONS), max_size=3),
    channel=st.sampled_from(get_args(ChannelKind)),
)


@pytest.mark.parametrize("locale", SIX)
def test_every_locale_has_the_messages_and_variants_of_english(locale: str) -> None:
    assert shape(locale, FILE) == shape("en", FILE)


@pytest.mark.parametrize("locale", SIX)
def test_no_line_names_a_time_a_number_or_anybody(locale: str) -> None:
    assert [line for line in lines(locale, "replies", FILE).values() if DIGIT.search(line) or "{" in line] == []


@pytest.mark.parametrize("locale", SIX)
def test_every_line_passes_the_check_for_a_human_who_writes_to_somebody_in_pain(locale: str) -> None:
    pained = Situation(language=locale, valence=-0.9, need=1.0, author="human")
    found = {line: check(line, pained, default_rules()) for line in lines(locale, "replies", FILE).values()}
    assert {line: verdict.findings for line, verdict in found.items() if not verdict.passed} == {}


@given(occasion=occasions, begins=st.sampled_from(BEGINNINGS), locale=st.sampled_from([*SIX, "ja", "de-AT"]))
def test_it_fits_the_channel_and_says_who_is_there(occasion: Occasion, begins: Beginning, locale: str) -> None:
    words = first_line(begins, occasion, locale=locale, rng=Random(7))
    assert words.said.variants[0].startswith(f"first-{begins}.")
    assert len(words.text) <= max(LIMITS[occasion.channel], LIMITS["sms"])


@given(occasion=occasions)
def test_where_a_life_may_be_at_risk_nothing_stands_beside_who_is_there(occasion: Occasion) -> None:
    assert len(first_line("crisis", occasion, locale="en", rng=Random(7)).said.variants) == 1


def test_a_feeling_is_met_and_a_plain_question_is_not_pitied() -> None:
    hurt = first_line("human", Occasion(need=3, situations=frozenset({"frustrated"})), locale="en", rng=Random(1))
    plain = first_line("human", Occasion(need=0), locale="en", rng=Random(1))
    assert [one.partition(".")[0] for one in hurt.said.variants] == ["first-human", "acknowledge-frustrated"]
    assert len(plain.said.variants) == 1


def test_it_does_not_begin_as_the_last_answer_did() -> None:
    last = Said("i am")
    words = first_line("human", Occasion(need=0, earlier=(last,)), locale="en", rng=Random(1), earlier=(last,))
    assert not words.text.startswith("I am")


@pytest.mark.parametrize(
    ("reason", "crisis", "waited", "begins"),
    [
        ("asked", False, False, "human"),
        ("human_decision", False, False, "decision"),
        ("human_decision", False, True, "waited"),
        ("asked", True, True, "crisis"),
    ],
)
def test_it_begins_as_the_reason_wants(reason: str, crisis: bool, waited: bool, begins: Beginning) -> None:
    assert beginning(reason, crisis=crisis, waited=waited) == begins
