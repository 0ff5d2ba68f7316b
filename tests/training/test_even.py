"""Heads that move less with who somebody is: what is priced, and what is left alone."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from humanely.affect.text import MODELS
from training.augment import NAMES
from training.data import AUTHORED, Example
from training.even import HEADS, even, evened, moved, ordinary, sentences, varied
from training.measure import fairness

FILES = sorted((AUTHORED / "even").glob("*.toml"))
GROUPS = {"orientation", "creed", "origin", "colour"}
WEIGHT = np.array([[1.0, -2.0, 0.5, 3.0], [0.2, 1.0, -1.0, 0.4]])
BIAS, CENTRE = np.array([0.3, -0.7]), np.array([1.0, 0.0, -2.0, 0.5])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_has_one_place_and_no_word_stands_twice(path: Path) -> None:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {frame.count("{}") for frame in (*told["people"], *told["names"])} == {1}
    assert set(told["groups"]) == GROUPS
    assert all(len(set(words)) == len(words) > 3 for words in told["groups"].values())


def test_a_sentence_stands_once_a_word() -> None:
    told = sentences(FILES[0])
    assert set(told) == {*GROUPS, "name"}
    assert len(told["name"][0]) == len(NAMES)
    assert NAMES[3] in told["name"][0][3]


def test_no_sentence_of_the_measure_is_among_them() -> None:
    for path in FILES:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        assert not {*fairness.OF_PEOPLE, *fairness.OF_NAMES} & {*told["people"], *told["names"]}


def test_a_direction_of_moves_is_read_less_and_the_others_as_before() -> None:
    weight, bias = evened(WEIGHT, BIAS, CENTRE, np.diag([4.0, 1.0, 1.0, 0.5]), np.diag([0.0, 3.0, 0.0, 0.0]), price=3.0)
    np.testing.assert_allclose(weight[:, [0, 2, 3]], WEIGHT[:, [0, 2, 3]], rtol=1e-4)
    # Variance 1 against three times 3: a tenth is left.
    np.testing.assert_allclose(weight[:, 1], WEIGHT[:, 1] / 10, rtol=1e-4)
    np.testing.assert_allclose(weight @ CENTRE + bias, WEIGHT @ CENTRE + BIAS)


def test_no_price_changes_nothing() -> None:
    weight, bias = evened(WEIGHT, BIAS, CENTRE, np.eye(4), np.ones((4, 4)), price=0.0)
    np.testing.assert_allclose(weight, WEIGHT)
    np.testing.assert_allclose(bias, BIAS)


def test_at_a_price_no_other_rows_cost_less() -> None:
    rng = np.random.default_rng(5)
    far, near = rng.normal(size=(9, 4)), rng.normal(size=(3, 4))
    a, s = far.T @ far / 9, near.T @ near / 3
    weight, _ = evened(WEIGHT, BIAS, CENTRE, a, s, price=3.0)

    def cost(rows: np.ndarray) -> float:
        apart = rows - WEIGHT
        return float(np.trace(apart @ a @ apart.T) + 3.0 * np.trace(rows @ s @ rows.T))

    assert all(
        cost(weight) < cost(weight + step * rng.normal(size=(2, 4))) for step in (0.01, 0.1, 1.0) for _ in range(30)
    )


def test_every_source_counts_the_same() -> None:
    places = {"a": (1.0, 0.0), "b": (0.0, 3.0), "c": (0.0, 5.0)}
    told = [Example("a", "one", "en", "dev")] * 9 + [Example(text, "two", "en", "dev") for text in "bc"]
    centre, a = varied(told, lambda texts: np.array([places[text] for text in texts]))
    np.testing.assert_allclose(centre, [0.5, 2.0])
    np.testing.assert_allclose(a, [[0.25, -1.0], [-1.0, 4.5]])


def test_every_group_counts_the_same_and_in_it_every_language() -> None:
    places = {"a": (0.0, 0.0), "b": (2.0, 0.0), "c": (0.0, 0.0), "d": (0.0, 20.0), "e": (0.0, 0.0), "f": (4.0, 0.0)}
    first, second = {"small": [["a", "b"]] * 9, "wide": [["c", "d"]]}, {"small": [["e", "f"]], "wide": [["c", "d"]]}
    s = moved([first, second], lambda texts: np.array([places[text] for text in texts]))
    # Along the first 1 and 4, in the mean 2.5; along the second 100. Levelled, each has half of what both have.
    np.testing.assert_allclose(s, np.diag([(2.5 + 100.0) / 4] * 2))


def test_what_was_never_read_for_its_side_and_what_is_learnt_from_is_left_out() -> None:
    known = Example("Where is it?", "authored-turns", "en", "dev", sentiment="neutral")
    others = (
        Example("I have sent it.", "authored-answers", "en", "dev", message="Where is it?"),
        Example("Could you look at this?", "politeness-wikipedia", "en", "dev"),
        Example("Where is it?", "authored-turns", "en", "train", sentiment="neutral"),
    )
    assert ordinary([known, *others]) == [known]


def test_the_other_heads_stay_as_they_are() -> None:
    rng = np.random.default_rng(6)
    heads = dict(np.load(MODELS / "text.heads.npz"))
    width = heads["heads.need.weight"].shape[1]
    away = rng.normal(size=(50, width))
    found = even(heads, np.zeros(width), np.eye(width), away.T @ away / 50)
    assert {name: (array.shape, array.dtype) for name, array in found.items()} == {
        name: (array.shape, array.dtype) for name, array in heads.items()
    }
    changed = {name for name in heads if not np.array_equal(found[name], heads[name])}
    assert changed == {f"heads.{head}.weight" for head in HEADS}
