"""Facts about the one repair of a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.check import check
from humanely.response.repair import fallback, repair
from humanely.response.rules import default_rules
from humanely.response.situation import Situation

RULES = default_rules()
UPSET = Situation(messages=("It broke again.",), language="en", valence=-0.6, previous_answers=("I'm sorry.",))
PARTS = ("I'm sorry, ", "it is being replaced! ", "Rest assured. ", "Great news! ", "🎉", "You may keep the old one. ")


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        ("I'm sorry, the part is on its way.", "The part is on its way."),
        ("The part is on its way, sorry about that.", "The part is on its way."),
        ("Rest assured. The part is on its way!", "The part is on its way."),
        ("The part is on its way 🎉", "The part is on its way"),
        ("Great news! The part is on its way.", "The part is on its way."),
    ],
)
def test_what_can_be_mended_is(draft: str, mended: str) -> None:
    assert repair(draft, UPSET, RULES).text == mended


def test_what_must_stop_is_not_mended() -> None:
    outcome = repair("I'm a real person, it is on its way.", UPSET, RULES)
    assert (outcome.text, outcome.fallback) == (None, "scripted")


def test_where_nothing_is_left_another_answers() -> None:
    assert repair("I'm so sorry!", UPSET, RULES).fallback == "scripted"


def test_a_human_answers_where_a_human_is_due() -> None:
    assert fallback(Situation(crisis=True)) == fallback(Situation(human_speaking=True)) == "human"
    assert fallback(Situation()) == "scripted"


@given(parts=st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_what_is_sent_passes_and_repairing_it_changes_nothing(parts: list[str]) -> None:
    outcome = repair("".join(parts), UPSET, RULES)
    assert (outcome.text is None) == (outcome.fallback is not None)
    if outcome.text is not None:
        assert check(outcome.text, UPSET, RULES).passed
        assert repair(outcome.text, UPSET, RULES).text == outcome.text
