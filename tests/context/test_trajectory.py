"""How valence moves over a conversation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.cues import cues
from humanely.context.trajectory import DIP, TurnReading, changes, dips, ending
from humanely.signal.turn import Speaker, Turn

C, A = Speaker.CUSTOMER, Speaker.AGENT


def readings(*turns: float | None) -> list[TurnReading]:
    """A number is a customer's valence, None an answer."""
    return [
        TurnReading(Turn(at, A if valence is None else C, ""), valence=valence, settled=True)
        for at, valence in enumerate(turns)
    ]


def test_a_change_names_the_answers_between() -> None:
    (change,) = changes(readings(0.2, None, None, -0.4))
    assert (change.before, change.after, change.answers) == (0, 3, (1, 2))
    assert change.amount == pytest.approx(-0.6)


@given(valence=st.floats(-1, 1), said=st.floats(-1, 1), settled=st.booleans())
def test_what_the_person_says_outranks_every_estimate(valence: float, said: float, settled: bool) -> None:
    text = "Thank you so much!"
    turn = TurnReading(Turn(0, C, text), "en", cues(text, "en"), valence=valence, settled=settled, said=said)
    assert turn.felt == said


def test_a_feeling_that_was_said_after_an_answer_is_a_dip() -> None:
    after = TurnReading(Turn(2, C, "ok"), said=-1.0)
    assert len(dips([*readings(0.2, None), after])) == 1


def test_a_fall_right_after_an_answer_is_a_dip() -> None:
    assert len(dips(readings(0.2, None, -0.4))) == 1
    assert dips(readings(0.2, -0.4)) == ()
    assert dips(readings(0.2, None, 0.0)) == ()


def test_a_turn_whose_valence_cannot_be_told_ends_no_change_and_begins_one_at_half() -> None:
    unsure = TurnReading(Turn(2, C, ""), valence=0.8, settled=False)
    said = [*readings(0.5, None), unsure, *readings(None, -0.5)]
    (change,) = changes(said)
    assert (change.before, change.after) == (2, 4)
    assert change.amount == pytest.approx(-0.5 - 0.4)


def test_the_ending_tells_first_last_and_worst() -> None:
    end = ending(readings(0.1, None, -0.8, None, -0.4, None))
    assert end is not None
    assert (end.first, end.worst, end.last) == pytest.approx((0.1, -0.8, -0.4))
    assert (end.place, end.is_low) == (4, True)
    assert ending(readings(None, None)) is None


def test_words_tell_where_the_model_is_not_sure() -> None:
    said = "Nobody listens, this is a disgrace and I will cancel my account."
    told = TurnReading(Turn(0, C, said), "en", cues(said, "en"))
    assert told.felt is not None
    assert told.felt < -0.3


@given(st.lists(st.none() | st.floats(-1, 1), max_size=12))
def test_changes_add_up_from_first_to_last(turns: list[float | None]) -> None:
    said = readings(*turns)
    end = ending(said)
    total = sum(change.amount for change in changes(said))
    assert total == pytest.approx(0.0 if end is None else end.last - end.first, abs=1e-6)
    assert all(change.amount <= -DIP and change.answers for change in dips(said))
