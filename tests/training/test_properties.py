"""Properties of what measures and compares the models: they hold for any model, and need none."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from training.card import Facts, card, summary
from training.compare import Change, compare, counts, extract, regressions
from training.measure.abstention import accuracy_at
from training.measure.aims import Taken
from training.measure.checklist import fails
from training.measure.figure import Figure, Measured, by_key, differ, score, share
from training.measure.plutchik import best_limit, both_classes
from training.measure.projected import HASHES, is_test
from training.measure.turns import rank_correlation

bits = arrays.arrays(np.bool_, st.integers(1, 60))
values = arrays.arrays(np.float64, 30, elements=st.floats(-5, 5, width=16))
tables = arrays.arrays(np.bool_, (40, 8))
unhurried = settings(deadline=None, max_examples=25)
FACTS = Facts("0", 1.0, ("en",), {("goemotions", "test"): 1}, {}, {}, None)


def figure(hits: int, rows: int, part: str = "en") -> Figure:
    """A share: so many of the rows."""
    return share("Set", part, "accuracy", np.arange(rows) < hits)


def of(*measured: Measured) -> Taken:
    """Measurements of a shipped folder alone."""
    return Taken(shipped=by_key(list(measured)), seeds=[], baseline={}, published={})


@unhurried
@given(bits)
def test_a_share_lies_in_its_interval_and_the_interval_has_a_width(happened: np.ndarray) -> None:
    found = score(share("Set", "en", "accuracy", happened).take())
    assert 0.0 <= found.low <= found.value <= found.high <= 1.0
    assert found.low < found.high


@unhurried
@given(bits)
def test_two_generations_are_drawn_on_the_same_rows(happened: np.ndarray) -> None:
    same, again = (share("Set", "en", "accuracy", happened).take() for _ in range(2))
    assert differ(same, again) == (0.0, 0.0)
    inverse = share("Set", "en", "accuracy", ~happened).take()
    assert np.allclose(np.array(same.draws) + np.array(inverse.draws), 1.0)


def test_the_mean_of_seeds_is_wider_where_seeds_differ() -> None:
    alike = score(*(figure(700, 1000).take() for _ in range(3)))
    apart = score(*(figure(hits, 1000).take() for hits in (600, 700, 800)))
    assert alike.value == pytest.approx(apart.value)
    assert apart.high - apart.low > 1.5 * (alike.high - alike.low)
    assert apart.each == pytest.approx((0.6, 0.7, 0.8))


@unhurried
@given(st.lists(st.integers(0, 200), min_size=1, max_size=20))
def test_a_generation_is_no_worse_than_itself(hits: list[int]) -> None:
    measured = [figure(count, 200, str(i)).take() for i, count in enumerate(hits)]
    assert regressions(compare(measured, measured)) == []


def test_a_planted_regression_is_named_and_nothing_else_is() -> None:
    rng = np.random.default_rng(1)
    before, after = [], []
    for at in range(60):
        old = rng.random(400) < 0.7
        flipped = rng.random(400) < 0.1
        new = np.where(flipped, rng.random(400) < 0.7, old)
        if at == 17:
            new = old & (rng.random(400) < 0.8)
        before.append(share("Set", str(at), "accuracy", old).take())
        after.append(share("Set", str(at), "accuracy", new).take())
    assert [one.new.part for one in regressions(compare(before, after))] == ["17"]


def test_where_lower_is_better_a_rise_is_the_regression() -> None:
    old = share("Crisis", "en", "traps, model", np.arange(400) < 10, higher=False).take()
    new = share("Crisis", "en", "traps, model", np.arange(400) < 60, higher=False).take()
    assert len(regressions(compare([old], [new]))) == 1
    assert regressions(compare([new], [old])) == []


@unhurried
@given(st.lists(st.floats(-0.5, 0.5), max_size=30), st.floats(0.001, 0.5))
def test_only_what_is_worse_is_a_regression(gains: list[float], error: float) -> None:
    one = figure(1, 2).take()
    changes = [Change(one, one, gain, error) for gain in gains]
    found = regressions(changes)
    assert all(change.gain < 0.0 for change in found)
    assert all(change.gain >= max((f.gain for f in found), default=-1.0) for change in changes if change not in found)


def test_figures_of_single_words_and_of_the_words_layer_do_not_fail_a_model() -> None:
    one = figure(1, 2).take()
    names = [("Word, need", "colour: white", "x"), ("Crisis", "all", "traps, words"), ("Calibration", "crisis", "ECE")]
    assert not any(counts(Measured(*name, one.value, one.draws, one.rows)) for name in names)
    assert counts(Measured("XED", "de", "macro-F1", one.value, one.draws, one.rows))


def test_a_commit_without_model_files_has_nothing_to_compare(tmp_path: Path) -> None:
    assert not extract("no-such-commit", tmp_path)
    assert list(tmp_path.iterdir()) == []


@unhurried
@given(values, values)
def test_rank_correlation_is_bounded_and_symmetric(a: np.ndarray, b: np.ndarray) -> None:
    found = rank_correlation(a, b)
    assert -1.0 - 1e-9 <= found <= 1.0 + 1e-9
    assert found == pytest.approx(rank_correlation(b, a))
    assert rank_correlation(a, a) == pytest.approx(1.0 if np.ptp(a) else 0.0)


@unhurried
@given(values, arrays.arrays(np.bool_, 30))
def test_answering_everything_is_the_plain_share(sure: np.ndarray, right: np.ndarray) -> None:
    assert accuracy_at(sure, right, 1.0) == pytest.approx(right.mean())


@unhurried
@given(tables, tables)
def test_both_classes_is_a_share_and_full_for_the_truth(chosen: np.ndarray, known: np.ndarray) -> None:
    assert 0.0 <= both_classes(chosen, known) <= 1.0
    mixed = known.any(axis=0) & ~known.all(axis=0)
    assert both_classes(known, known) == pytest.approx(1.0) or not mixed.all()


@unhurried
@given(values, arrays.arrays(np.bool_, 30))
def test_the_limit_for_both_classes_is_beaten_by_no_other(scores: np.ndarray, known: np.ndarray) -> None:
    def reached(limit: float) -> float:
        return both_classes((scores >= limit)[:, None], known[:, None])

    best = reached(best_limit(scores, known))
    assert all(best >= reached(limit) - 1e-9 for limit in scores)


@pytest.mark.parametrize(
    ("kind", "name", "label", "read", "failed"),
    [
        ("MFT", "x", 2, [[0.1, 0.2, 0.7]], False),
        ("MFT", "x", 1, [[0.1, 0.2, 0.7]], True),
        ("MFT", "not negative", None, [[0.1, 0.2, 0.7]], False),
        ("MFT", "not negative", None, [[0.7, 0.2, 0.1]], True),
        ("INV", "typos", None, [[0.5, 0.4, 0.1], [0.45, 0.54, 0.01]], False),
        ("INV", "typos", None, [[0.5, 0.4, 0.1], [0.3, 0.69, 0.01]], True),
        ("INV", "typos", None, [[0.9, 0.1, 0.0], [0.6, 0.4, 0.0]], False),
        ("DIR", "intensifiers", None, [[0.8, 0.1, 0.1], [0.6, 0.3, 0.1]], True),
        ("DIR", "intensifiers", None, [[0.1, 0.8, 0.1], [0.1, 0.1, 0.8]], None),
        ("DIR", "reducers", None, [[0.6, 0.3, 0.1], [0.8, 0.1, 0.1]], True),
        ("DIR", "add positive phrases", None, [[0.1, 0.2, 0.7], [0.3, 0.2, 0.5]], True),
        ("DIR", "add negative phrases", None, [[0.1, 0.2, 0.7], [0.3, 0.2, 0.5]], False),
    ],
)
def test_checklist_cases_fail_by_the_rules_of_the_suite(
    kind: str, name: str, label: int | None, read: list[list[float]], failed: bool | None
) -> None:
    assert fails(name, kind, label, np.array(read)) is failed


def test_projected_test_lines_are_known_by_hash_alone() -> None:
    assert HASHES.stat().st_size < 40_000
    assert sum(is_test("de", f"not a line {i}") for i in range(2000)) == 0


def test_the_card_says_what_is_missed_and_by_how_much() -> None:
    low = replace(figure(40, 100), set="GoEmotions", part="28 labels", measure="macro-F1").take()
    told = card(of(low), FACTS)
    assert "**no**, by 0.100" in summary(of(low))
    assert "missed by 0.100" in told
    assert "{" not in told
    high = replace(figure(60, 100), set="GoEmotions", part="28 labels", measure="macro-F1").take()
    assert "Every aim of the table is met" in card(of(high), FACTS)
