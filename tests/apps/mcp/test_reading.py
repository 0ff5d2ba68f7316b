"""`read_feeling` over real pipes."""

import pytest

from humanely.apps.mcp.reading import CAVEAT
from tests.apps.mcp.conftest import PRIVATE
from tests.apps.mcp.talking import Talking

ANGRY = "I have written three times and nobody answers me!"


def test_a_message_is_read(plain: Talking) -> None:
    found = plain.told("read_feeling", text=ANGRY)
    assert found["valence"] < 0
    assert found["sentiment"]["neg"] > 0.5
    assert "repeats" in found["situations"]
    assert found["need"] > 1
    assert (found["language"], found["language_status"], found["life_may_be_at_risk"]) == ("en", "measured", False)
    assert found["caveat"] == CAVEAT


def test_a_risk_to_life_is_told(plain: Talking) -> None:
    assert plain.told("read_feeling", text="I want to end my life.")["life_may_be_at_risk"] is True


def test_a_language_that_is_named_holds(plain: Talking) -> None:
    assert plain.told("read_feeling", text="ok", language="pt-BR")["language"] == "pt"
    assert plain.told("read_feeling", text="ok")["language"] is None


def test_personal_data_do_not_come_back(plain: Talking) -> None:
    assert "anna.nowak" not in str(plain.told("read_feeling", text="Write to anna.nowak@example.org, I am furious"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "object missing required field `text`"),
        ({"text": 3}, "$.text: expected `str`, got `int`"),
        ({"text": ""}, "characters at least 1"),
        ({"text": "x" * 20_001}, "characters at most 20000"),
        ({"text": PRIVATE, "language": PRIVATE}, "$.language"),
        ({"text": "ok", PRIVATE: True}, "fields text, language (if you like)"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(plain: Talking, arguments: dict[str, object], words: str) -> None:
    told = plain.refused("read_feeling", **arguments)
    assert words in told
    assert PRIVATE not in told
