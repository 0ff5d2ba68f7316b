"""Facts about what an earlier answer leaves behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.said import opening, said


@given(st.text(max_size=60))
def test_an_opening_has_at_most_two_words_and_no_capitals(text: str) -> None:
    found = opening(text)
    assert len(found.split()) <= 2
    assert found == found.casefold()


def test_marks_make_no_other_opening() -> None:
    assert opening("¿Qué parte urge?") == opening("Qué parte, dígame") == "qué parte"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sorry about that.", "en"),
        ("Es tut mir leid, das war unser Fehler.", "de"),
        ("Perdón, nos hemos equivocado.", "es"),
        ("Toutes mes excuses.", "fr"),
        ("Mi dispiace.", "it"),
        ("Pedimos desculpas.", "pt"),
    ],
)
def test_an_apology_of_a_person_counts(text: str, language: str) -> None:
    assert said(text, language).apologised


def test_without_a_phrase_list_no_apology_is_claimed() -> None:
    assert not said("Atsiprašau.", "lt").apologised
    assert not said("Sorry.", None).apologised
