"""The model and the words each cover for the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.cues import CUES, Cue, cues
from humanely.affect.fuse import LOG_ODDS, fuse

valences = st.none() | st.floats(-1, 1)
some_cues = st.lists(st.sampled_from(CUES).map(lambda name: Cue(name, 0, 1, "x")), max_size=6)


def test_every_weight_is_of_a_cue_that_exists() -> None:
    assert set(LOG_ODDS) <= set(CUES)


@given(valences, some_cues, st.booleans())
def test_a_fused_valence_is_a_valence(valence: float | None, found: list[Cue], sure: bool) -> None:
    fused = fuse(valence, found, sure=sure)
    assert fused is None or -1 <= fused <= 1


@given(st.floats(-0.98, 0.98))
def test_without_cues_the_model_speaks_alone(valence: float) -> None:
    assert fuse(valence, [], sure=True) == pytest.approx(valence)
    assert fuse(valence, [], sure=False) is None


@given(valences, some_cues)
def test_saying_a_cue_twice_changes_nothing(valence: float | None, found: list[Cue]) -> None:
    assert fuse(valence, found, sure=True) == fuse(valence, found * 2, sure=True)


def test_thanks_for_nothing_is_not_pleasant() -> None:
    text = "Thanks for nothing."
    fused = fuse(0.8, cues(text, "en"), sure=True)
    assert fused is not None
    assert fused < -0.3


def test_without_a_model_clear_words_are_enough() -> None:
    fused = fuse(None, cues("Thank you so much, you made my day!", "en"), sure=False)
    assert fused is not None
    assert fused > 0.4


def test_tears_of_joy_are_pleasant() -> None:
    tears = fuse(0.0, cues("😭", "en"), sure=True)
    joy = fuse(0.0, cues("It went through, thank you 😭", "en"), sure=True)
    assert tears is not None
    assert joy is not None
    assert tears < 0 < joy == fuse(0.0, cues("It went through, thank you", "en"), sure=True)
