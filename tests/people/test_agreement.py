"""Agreement of two who judged the same: the figures of the literature, and laws that hold for any pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.agreement import LEAST, agreement

SCALE = [0, 1, 2, 3]
pairs = st.lists(st.tuples(st.sampled_from(SCALE), st.sampled_from(SCALE)), min_size=LEAST, max_size=120)

DIAGNOSES = {
    ("psychotic", "psychotic"): 75, ("psychotic", "neurotic"): 1, ("psychotic", "organic"): 4,
    ("neurotic", "psychotic"): 5, ("neurotic", "neurotic"): 4, ("neurotic", "organic"): 1,
    ("organic", "organic"): 10,
}  # fmt: skip
"""Source: Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1: kappa .68, standard error .087."""


def test_kappa_and_its_interval_are_those_of_the_textbook() -> None:
    given_ = [pair for pair, count in DIAGNOSES.items() for _ in range(count)]
    found = agreement(given_, ["psychotic", "neurotic", "organic"])
    assert found is not None
    assert found.kappa is not None
    assert found.same.value == pytest.approx(0.89)
    assert found.kappa.value == pytest.approx(0.676, abs=0.001)
    assert (found.kappa.high - found.kappa.low) / (2 * 1.96) == pytest.approx(0.087, abs=0.001)


def test_neighbours_nearly_agree_on_a_scale() -> None:
    near = [(0, 0), (1, 1), (2, 2), (3, 3), (1, 2)] * 5
    nominal, ordinal = agreement(near, SCALE), agreement(near, SCALE, "ordinal")
    assert nominal is not None
    assert nominal.kappa is not None
    assert ordinal is not None
    assert ordinal.kappa is not None
    assert ordinal.kappa.value > nominal.kappa.value


def test_below_the_least_number_of_pairs_there_is_no_figure() -> None:
    assert agreement([(1, 1)] * (LEAST - 1), SCALE) is None


def test_where_all_say_the_same_chance_explains_all_of_it() -> None:
    found = agreement([(1, 1)] * LEAST, SCALE)
    assert found is not None
    assert (found.same.value, found.kappa) == (1.0, None)


@given(pairs=pairs, weights=st.sampled_from(["nominal", "ordinal"]))
def test_an_interval_holds_its_figure_and_stays_on_the_scale(pairs: list[tuple[int, int]], weights: str) -> None:
    found = agreement(pairs, SCALE, "nominal" if weights == "nominal" else "ordinal")
    assert found is not None
    assert 0 <= found.same.low <= found.same.value <= found.same.high <= 1
    kappa = found.kappa
    assert kappa is None or -1 <= kappa.low <= kappa.value + 1e-9 <= kappa.high + 2e-9 <= 1 + 2e-9


@given(pairs=pairs)
def test_who_is_named_first_makes_no_difference(pairs: list[tuple[int, int]]) -> None:
    one, other = agreement(pairs, SCALE, "ordinal"), agreement([(b, a) for a, b in pairs], SCALE, "ordinal")
    assert one is not None
    assert other is not None
    assert (one.kappa is None) == (other.kappa is None)
    assert one.kappa is None or other.kappa is None or one.kappa.value == pytest.approx(other.kappa.value)
