"""Facts about the persona."""

import pytest

from humanely.response.check import check
from humanely.response.generated.persona import LONGEST, PersonaInvalid, default_persona, read_persona
from humanely.response.rules import default_rules
from humanely.response.situation import Situation


def test_an_empty_file_changes_nothing() -> None:
    assert read_persona("") == default_persona()


def test_the_persona_shipped_has_no_name_and_claims_nothing() -> None:
    assert (default_persona().name, default_persona().facts) == ("", ())


def test_an_operator_adds_and_never_drops_what_is_not_done() -> None:
    own = read_persona('facts = ["The shop is in Graz."]\ndo = ["Say du."]\ndont = ["Never speak of rivals."]')
    assert own.facts == ("The shop is in Graz.",)
    assert own.do[:-1] == default_persona().do
    assert own.dont == (*default_persona().dont, "Never speak of rivals.")


def test_name_tone_and_language_are_the_operators() -> None:
    own = read_persona('name = " Robin "\ntone = "Dry."\nlanguage = "Always answer in Welsh."')
    assert (own.name, own.tone, own.language) == ("Robin", "Dry.", "Always answer in Welsh.")


def test_the_tone_shipped_is_one_the_check_would_send() -> None:
    assert check(default_persona().tone, Situation(language="en"), default_rules()).passed


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("name = ", "cannot be read"),
        ("mood = 'sunny'", "unknown field"),
        ("do = 'one line'", "Expected `array`"),
        ("do = ['']", "'do' holds an empty text"),
        ("tone = ' '", "'tone' holds an empty text"),
        (f"facts = ['{'x' * LONGEST}']", f"may have {LONGEST}"),
    ],
)
def test_a_file_that_says_what_a_persona_cannot_be_is_refused(fault: str, message: str) -> None:
    with pytest.raises(PersonaInvalid, match=message):
        read_persona(fault)
