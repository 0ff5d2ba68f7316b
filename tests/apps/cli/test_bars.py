"""Progress, and the wish to stop."""

import pytest

from humanely.apps.cli.bars import Bars
from humanely.audit.exports.columns import Guess


def test_one_press_is_heard_once_and_remembered() -> None:
    with Bars() as bars:
        assert not bars.stopped()
        bars.press()
        assert bars.stopped()
        assert not bars.stopped()
        assert bars.pressed


def test_a_second_press_that_finds_the_first_unheard_breaks_off() -> None:
    with Bars() as bars:
        bars.press()
        with pytest.raises(KeyboardInterrupt):
            bars.press()


def test_a_press_after_the_first_was_heard_is_a_new_wish() -> None:
    with Bars() as bars:
        bars.press()
        assert bars.stopped()
        bars.press()
        assert bars.stopped()


def test_a_plain_guess_is_not_worth_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with Bars() as bars:
        bars.guessed(Guess("a.csv", None, {"text": "text"}, ("text",)))
        bars.guessed(Guess("b.csv", None, {"text": "body"}, ("text",)))
    told = capsys.readouterr().err
    assert "a.csv" not in told
    assert "`body` as text" in told


def test_the_bars_move_through_reading_and_estimating(capsys: pytest.CaptureFixture[str]) -> None:
    with Bars() as bars:
        bars.reading(None)
        bars.reading(10_000)
        bars.read(5_000)
        bars.estimating(100)
        bars.estimated(40)
    assert "\x1b" not in capsys.readouterr().err
