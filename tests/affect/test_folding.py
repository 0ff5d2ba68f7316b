"""Laws of folding: what people vary does not count, and what was found can be quoted as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.folding import Original, fold, unmask


@given(st.text())
def test_folding_twice_changes_nothing_more_in_case_or_accent(text: str) -> None:
    assert fold(fold(text)).casefold() == fold(fold(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("I don’t", "i dont"),
        ("ÅÉÎÕÜ Ł ø", "aeiou l o"),
        ("wa\u00adn\u200bt", "want"),
        ("ｗａｎｔ", "want"),
        ("結", "结"),
        ("シ", "し"),
        ("اموـــت", "اموت"),
        ("a\u2028b\tc", "a\nb c"),
    ],
)
def test_what_keyboards_vary_does_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [("su1cide", "suicide"), ("s*icide", "suicide"), ("d i e", "die  "), ("k.i.l.l", "kill   "), ("a b c", "a b c")],
)
def test_disguises_of_a_few_words_are_undone_in_the_same_width(disguised: str, plain: str) -> None:
    assert unmask(disguised) == plain
    assert len(unmask(disguised)) == len(disguised)


@given(st.text(max_size=600), st.text(alphabet="abcéßﬁ…한ＡÅ’", min_size=1, max_size=600))
def test_the_whole_of_what_was_folded_leads_back_to_the_text(before: str, text: str) -> None:
    start, end = len(fold(before + "\n")), len(fold(before + "\n" + text))
    if end > start:
        found = Original(before + "\n" + text).between(start, end)
        assert found in before + "\n" + text
        assert fold(found).strip() == fold(before + "\n" + text)[start:end].strip()
