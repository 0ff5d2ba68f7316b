"""`humanely read`: one message, or one a line, and what comes out."""

import json

import msgspec

from humanely.affect.labels import EKMAN, GOEMOTIONS, KINDS, SITUATIONS
from humanely.affect.reading import AnswerReading, Reading
from tests.apps.cli.test_main import humanely

FIELDS = {
    "language",
    "language_status",
    "situation",
    "need",
    "crisis",
    "emotions",
    "labels",
    "ekman",
    "sentiment",
    "valence",
    "arousal",
    "confident",
    "evidence",
    "model",
}


def test_one_message_gives_one_object_with_the_whole_contract() -> None:
    told = humanely("read", "I am so happy, thank you!")
    (line,) = told.stdout.splitlines()
    found = json.loads(line)
    assert told.returncode == 0
    assert set(found) >= FIELDS
    assert set(found["emotions"]) == set(GOEMOTIONS)
    assert set(found["ekman"]) == set(EKMAN)
    assert set(found["sentiment"]) == {"neg", "neu", "pos"}
    assert found["confident"] is True
    assert found["valence"] > 0
    assert found["evidence"]
    assert set(found["situation"]) == set(SITUATIONS)
    assert 0 <= found["need"] <= 3
    assert found["crisis"]["fired"] is False
    assert found["language_status"] == "measured"


def test_every_line_of_stdin_gets_its_line() -> None:
    told = humanely("read", "--json", "--no-evidence", stdin="I hate this\n\n12345\nMerci beaucoup !\n")
    readings = [msgspec.json.decode(line, type=Reading) for line in told.stdout.splitlines()]
    assert len(readings) == 4
    assert readings[0].valence < 0
    assert [reading.confident for reading in readings[1:3]] == [False, False]
    assert readings[1].reason
    assert readings[3].valence > 0


def test_personal_data_do_not_come_back() -> None:
    told = humanely("read", "--json", "Write to anna.nowak@example.org, I am furious")
    assert "anna.nowak" not in told.stdout


def test_a_hundred_odd_lines_come_back_in_order() -> None:
    lines = [("I love it" if number % 2 else "I hate it") for number in range(130)]
    told = humanely("read", "--json", "--no-evidence", stdin="\n".join(lines))
    valences = [json.loads(line)["valence"] for line in told.stdout.splitlines()]
    assert len(valences) == 130
    assert all((valence > 0) == (number % 2 == 1) for number, valence in enumerate(valences))


def test_an_answer_is_read_as_an_answer() -> None:
    told = humanely(
        "read", "--answer", "--to", "My parcel came broken.", "I'm sorry, that is our fault. A new one leaves today."
    )
    found = json.loads(told.stdout)
    assert told.returncode == 0
    assert all(found[kind] in (0, 1, 2) for kind in KINDS)
    assert found["acts"] > 0
    assert 0 <= found["politeness"] <= 1
    assert isinstance(found["against"], list)


def test_answers_come_a_line_each() -> None:
    told = humanely("read", "--answer", stdin="Calm down.\n\nGerne, ist erledigt.\n")
    readings = [msgspec.json.decode(line, type=AnswerReading) for line in told.stdout.splitlines()]
    assert len(readings) == 3
    assert [reading.shown is None for reading in readings] == [False, True, False]


def test_a_message_without_answer_is_wrong_use() -> None:
    told = humanely("read", "--to", "My parcel came broken.", "Hello")
    assert told.returncode == 2
    assert "--answer" in told.stderr
