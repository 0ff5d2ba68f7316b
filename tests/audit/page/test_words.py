import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.page.words import (
    COLD,
    NO_BREAK,
    SCALE,
    count,
    decimal,
    in_words,
    language_name,
    percent,
    period,
    written,
)
from humanely.audit.report import Figure


@given(st.floats(-1, 1))
def test_a_decimal_reads_back_within_half_a_hundredth(value: float) -> None:
    assert abs(float(decimal(value).replace("−", "-")) - value) <= 0.005 + 1e-9


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_share_says_all_or_none_only_when_it_is(value: float) -> None:
    said = percent(value)
    assert said.replace(NO_BREAK, "") not in ("0%", "0.0%", "100%", "100.0%")


def test_all_and_none_are_said_plainly() -> None:
    assert (percent(0.0), percent(1.0)) == (f"0{NO_BREAK}%", f"100{NO_BREAK}%")


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_a_wider_gap_never_reads_as_less(one: float, other: float) -> None:
    order = [words for _, words in SCALE]
    low, high = sorted((one, other))
    assert order.index(in_words(low)) <= order.index(in_words(high))


def test_far_short_begins_where_cold_begins() -> None:
    assert in_words(COLD) == "far short of what was called for"


def test_a_refused_figure_has_its_reason_and_no_value() -> None:
    text = written(Figure(None, None, None, 7, "fewer than 20 conversations"))
    assert (text.value, text.interval, text.refused) == ("", "", "fewer than 20 conversations")


def test_a_figure_without_interval_is_printed_without_one() -> None:
    assert written(Figure(0.5, None, None, 7)).interval == ""


def test_negative_bounds_carry_a_true_minus() -> None:
    assert written(Figure(-0.1, -0.2, 0.0, 7)).interval == "−0.20 to 0.00"


def test_without_times_there_is_no_period() -> None:
    assert period(None, None) is None


@pytest.mark.parametrize(("n", "said"), [(0, "0 turns"), (1, "1 turn"), (12_345, "12,345 turns")])
def test_the_noun_fits_the_number(n: int, said: str) -> None:
    assert count(n, "turn") == said


def test_an_unknown_language_keeps_its_code() -> None:
    assert (language_name("de"), language_name("qqx")) == ("German", "qqx")
