"""Language tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.signal.language import LANGUAGES
from humanely.signal.tag import base_language


@pytest.mark.parametrize(
    ("tag", "code"),
    [("EN", "en"), ("de_CH", "de"), ("zh-Hans-CN", "zh"), ("nn-NO", "no"), ("in", "id"), ("bs-Latn", "hr"), ("", "")],
)
def test_a_tag_has_one_language_however_it_is_written(tag: str, code: str) -> None:
    assert base_language(tag) == code


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_that_texts_are_told_to_be_in_keeps_its_code(code: str) -> None:
    assert base_language(code) == code


@given(st.none() | st.text(max_size=30))
def test_the_base_language_a_language_is_itself(tag: str | None) -> None:
    code = base_language(tag)
    assert base_language(code) == code
