"""Facts about the particulars of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.checks.figures import figures, plain

MONTHS = {"march": 3, "märz": 3}


@given(st.text(alphabet="0123456789 .,:/-€$+()awww.com", max_size=80))
def test_figures_are_apart_and_in_order(text: str) -> None:
    found = figures(text, MONTHS)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(0, 10**9))
def test_grouping_changes_no_number(number: int) -> None:
    assert plain(f"{number:,}.00") == plain(f"{number:,}".replace(",", ".") + ",00") == plain(str(number))


@pytest.mark.parametrize("written", ["12 March", "March 12th", "2026-03-12", "12.03.2026", "12/03/2026", "12. März"])
def test_a_day_is_the_same_however_written(written: str) -> None:
    assert [one.kind for one in figures(written, MONTHS)] == ["date"]
    assert "12.3" in figures(written, MONTHS)[0].values


@pytest.mark.parametrize("harmless", ["step 2 of 3", "24/7", "ends in 42", "version 2.1"])
def test_small_numbers_need_no_source(harmless: str) -> None:
    assert not figures(harmless, MONTHS)
