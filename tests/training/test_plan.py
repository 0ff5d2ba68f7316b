"""What a pass shows: every set in its parts, each example once a round."""

import importlib
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.data import Example
from training.plan import LOOK_EVERY, Recipe, due, family, plan

TURN = Example("where is my parcel", "authored-turns", "en", "train")
COMMENT = Example("what a day", "goemotions", "en", "train", emotions=frozenset({"joy"}))


def test_sets_that_count_apart_have_names_of_their_own() -> None:
    assert family(TURN) == "authored-turns"
    assert family(COMMENT) == "goemotions"
    assert family(replace(COMMENT, emotions=frozenset({"neutral"}))) == "goemotions-neutral"
    assert family(replace(COMMENT, emotions=frozenset({"neutral", "joy"}))) == "goemotions"
    assert family(Example("päivää", "xed", "fi", "train")) == "xed-finnish"
    assert family(Example("hello", "xed", "en", "train")) == "xed"


@given(text=st.text(), parts=st.integers(1, 9), begin=st.integers(0, 50))
def test_a_set_in_n_parts_shows_each_example_once_in_n_passes(text: str, parts: int, begin: int) -> None:
    recipe = Recipe(parts={"goemotions": parts})
    shown = [due(replace(COMMENT, text=text), number, recipe) for number in range(begin, begin + parts)]
    assert sum(shown) == 1


@given(text=st.text(), parts=st.integers(1, 4))
def test_a_copy_is_shown_more_rarely(text: str, parts: int) -> None:
    recipe, copy = Recipe(parts={"goemotions": parts}), replace(COMMENT, text=text, copy=True)
    assert sum(due(copy, number, recipe) for number in range(parts * Recipe().copies)) == 1


def test_ours_are_shown_in_every_pass_and_sets_not_named_never() -> None:
    stranger = replace(TURN, source="emobank")
    assert all(due(TURN, number, Recipe()) for number in range(Recipe().passes))
    assert not any(due(stranger, number, Recipe()) for number in range(Recipe().passes))


MANY = [replace(COMMENT, text=f"line {i}") for i in range(60)] + [replace(TURN, text="ours")]
LENGTHS = [3 + i % 7 for i in range(61)]
FIVE = Recipe(passes=LOOK_EVERY, parts={"goemotions": 5, "authored-turns": 1}, tokens=40)


def four_by_four(lengths: np.ndarray, tokens: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Batches of at most four texts in random order."""
    order = rng.permutation(len(lengths))
    yield from (order[at : at + 4] for at in range(0, len(order), 4))


def test_a_plan_shows_what_is_due_and_looks_at_dev_at_its_end() -> None:
    batches, looks = plan(MANY, LENGTHS, FIVE, four_by_four)
    assert np.bincount(np.concatenate(batches), minlength=61).tolist() == [1] * 60 + [LOOK_EVERY]
    assert looks == {len(batches)}


def test_a_plan_is_the_same_again_and_another_seed_shows_another_order() -> None:
    first, again, other = (
        [batch.tolist() for batch in plan(MANY, LENGTHS, recipe, four_by_four)[0]]
        for recipe in (FIVE, FIVE, replace(FIVE, seed=2))
    )
    assert again == first
    assert other != first


def test_a_pass_in_which_nothing_is_due_has_no_batches() -> None:
    assert plan(MANY, LENGTHS, replace(FIVE, parts={}), four_by_four)[0] == []


def test_batches_of_similar_length_fit_the_recipe() -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    by_length = importlib.import_module("training.batches").by_length
    batches, _ = plan(MANY, LENGTHS, FIVE, by_length)
    assert np.bincount(np.concatenate(batches), minlength=61).tolist() == [1] * 60 + [LOOK_EVERY]
    assert max(len(batch) * max(LENGTHS[i] for i in batch) for batch in batches) <= FIVE.tokens
