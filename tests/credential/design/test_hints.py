from typing import Any

import pytest

from humanely.credential.design.achievement import checked
from humanely.credential.design.hints import hints
from humanely.credential.wording import LOCALES
from tests.credential.design.authored import forklift


def hinted(**changes: Any) -> list[tuple[str, str]]:
    return [(hint.field, hint.code) for hint in hints(checked(forklift() | changes))]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"criteria": "word " * 61}, ("criteria", "sentence_long")),
        ({"meaning": "Drives well."}, ("meaning", "meaning_without_you")),
        ({"alternative_text": "safe driving of FORKLIFT trucks!"}, ("alternative_text", "alternative_text_is_name")),
        ({"next_steps": []}, ("next_steps", "next_steps_empty")),
        ({"steps": [], "versions": {}}, ("steps", "steps_empty")),
    ],
)
def test_what_could_be_plainer_is_hinted_at(changes: dict[str, Any], hint: tuple[str, str]) -> None:
    assert hinted(**changes) == [hint]


def test_two_sentences_are_not_one_long_one() -> None:
    assert hinted(criteria="word " * 40 + ". " + "word " * 40) == []


@pytest.mark.parametrize(
    ("language", "meaning"),
    [("de", "Du kannst fahren."), ("es", "Usted conduce."), ("fr-CA", "Vous conduisez."), ("pl", "Umiesz jeździć.")],
)
def test_speaking_to_the_holder_is_known_in_our_languages_and_not_missed_in_others(language: str, meaning: str) -> None:
    assert hinted(language=language, meaning=meaning, versions={}) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_hint_says_what_could_be_done(locale: str) -> None:
    (hint,) = hints(checked(forklift() | {"criteria": "word " * 61}))
    assert "61" in hint.says(locale)
