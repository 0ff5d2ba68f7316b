"""Language tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.signal.tag import language_of


@pytest.mark.parametrize(
    ("tag", "code"),
    [("EN", "en"), ("de_CH", "de"), ("zh-Hans-CN", "zh"), ("nn-NO", "no"), ("in", "id"), ("bs-Latn", "hr"), ("", "")],
)
def test_a_tag_has_one_language_however_it_is_written(tag: str, code: str) -> None:
    assert language_of(tag) == code


@given(st.none() | st.text(max_size=30))
def test_the_language_of_a_language_is_itself(tag: str | None) -> None:
    code = language_of(tag)
    assert language_of(code) == code
