"""Facts about the rules of the check before sending."""

import pytest

from humanely.response.rules import ALWAYS_STOP, RulesInvalid, default_rules, read_rules


def test_what_no_operator_may_lower_stops() -> None:
    assert {default_rules().checks[name].severity for name in ALWAYS_STOP} == {"stop"}


def test_an_empty_file_changes_nothing() -> None:
    assert read_rules("") == default_rules()


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("promises = [", "cannot be read"),
        ('promises = ["moon"]', "there is no promise 'moon'"),
        ("[severity]\nmood = 'stop'", "there is no check 'mood'"),
        ("[severity]\nunsafe_wording = 'note'", "may not be lowered"),
        ("[channels]\nsms = 0", "allows 0 characters"),
        ("colour = 1", "unknown field"),
    ],
)
def test_a_file_that_says_what_rules_cannot_is_refused(fault: str, message: str) -> None:
    with pytest.raises(RulesInvalid, match=message):
        read_rules(fault)
