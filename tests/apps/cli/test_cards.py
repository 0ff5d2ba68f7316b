"""Cards on a terminal say what was estimated, and what to do when a life may be at risk."""

import msgspec
import pytest

import humanely
from humanely.affect.reading import Crisis
from humanely.apps.cli.cards import crisis_line, language_line, print_answer, print_reading
from humanely.estimate import read_answers


def test_a_reading_shows_situation_need_and_language(capsys: pytest.CaptureFixture[str]) -> None:
    text = "This is the third time I write. Let me talk to a person!"
    (reading,) = humanely.read([text])
    print_reading(text, reading)
    shown = capsys.readouterr().out
    assert "asks for human" in shown
    assert "need" in shown
    assert "measured" in shown
    assert "crisis" not in shown


def test_risk_to_a_life_stands_first(capsys: pytest.CaptureFixture[str]) -> None:
    (reading,) = humanely.read(["hello"])
    reading = msgspec.structs.replace(reading, crisis=Crisis(True, 0.91, "both", ("x",)))
    print_reading("hello", reading)
    shown = capsys.readouterr().out
    assert "A life may be at risk" in shown.splitlines()[1]
    assert "91%" in shown


def test_an_answer_shows_its_four_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Per our policy, refunds are not possible. Please read the terms."
    (reading,) = read_answers([text], ["My mother died and I cannot travel."])
    print_answer(text, reading)
    shown = capsys.readouterr().out
    assert all(kind in shown for kind in ("feels with", "understands", "asks", "acts", "against", "politeness"))


def test_an_answer_that_did_not_understand_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Sorry, I did not understand. Please choose one of the following: 1. Orders 2. Returns"
    (reading,) = read_answers([text], ["You charged me twice and nobody helps!"])
    print_answer(text, reading)
    shown = capsys.readouterr().out
    assert (reading.acts, reading.shown) == (0, 0.0)
    assert "not understood" in shown


def test_each_layer_is_named() -> None:
    assert "its words “x”;" in crisis_line(Crisis(True, 0.2, "words", ("x",)))
    assert "(the model;" in crisis_line(Crisis(True, 0.9, "model"))


def test_an_unknown_language_is_said_to_be_unknown() -> None:
    assert language_line(None, "unknown") == "too short to say"
    assert language_line("cy", "transferred").startswith("cy  (transferred")


def test_a_message_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    text = "where is my order \x1b]0;PWNED\a \x1b[2J\x1b[31m\u202ehello [bold]you[/bold]"
    (reading,) = humanely.read([text])
    print_reading(text, reading)
    shown = capsys.readouterr().out
    assert not {"\x1b", "\a", "\u202e"} & set(shown)
    assert "[bold]you" in shown


def test_a_long_message_is_seen_to_be_cut(capsys: pytest.CaptureFixture[str]) -> None:
    text = "my parcel " * 60
    (reading,) = humanely.read([text])
    print_reading(text, reading)
    assert "…" in capsys.readouterr().out.splitlines()[0]


def test_where_no_emotion_is_named_the_rest_is_still_an_estimate(capsys: pytest.CaptureFixture[str]) -> None:
    (reading,) = humanely.read(["hello"])
    print_reading("hello", msgspec.structs.replace(reading, confident=False, reason="No emotion stands out."))
    shown = capsys.readouterr().out
    assert "not said: No emotion stands out." in shown
    assert "no estimate" not in shown
