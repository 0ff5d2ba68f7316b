"""Which held answers two people judge."""

import pytest

from humanely.decision.facts import TRIGGERS
from humanely.people.review_rules import ReviewRulesUnreadable, review_rules, shipped


def test_the_shipped_reasons_are_reasons_of_decisions() -> None:
    assert shipped().reasons <= set(TRIGGERS)


@pytest.mark.parametrize(
    ("reasons", "tags", "wanted"),
    [(["human_decision"], [], 2), (["high_stakes"], ["appeal"], 2), (["high_stakes"], ["refund"], 1), ([], [], 1)],
)
def test_high_stakes_take_two(reasons: list[str], tags: list[str], wanted: int) -> None:
    assert shipped().wanted(reasons, tags) == wanted


def test_an_operator_changes_what_they_name_and_nothing_else() -> None:
    changed = review_rules('[twice]\ntags = ["ban"]')
    assert (changed.tags, changed.reasons) == (frozenset({"ban"}), shipped().reasons)


@pytest.mark.parametrize("text", ["twice =", "thrice = 1", "[twice]\ntags = 3"])
def test_a_file_that_says_something_else_is_refused(text: str) -> None:
    with pytest.raises(ReviewRulesUnreadable, match="cannot be read"):
        review_rules(text)
