import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.signal.cleaning import MAX_MARKS, clean

awkward = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "a\x00\r\n\t\x85\u200d\u200c\u200b\u202e\u2066\ufeff\ud800\udc00👩💻🏽️\u0301\u0316\u094dکनم🏴\U000e0067\U000e007f"
        ),
        st.characters(categories=["Mn", "Cf", "Cc", "Cs"]),
    ),
    max_size=200,
)


@settings(deadline=None)
@given(awkward)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(deadline=None)
@given(awkward)
def test_clean_text_can_be_stored_and_has_no_controls(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert not {sign for sign in cleaned if unicodedata.category(sign) == "Cc"} - {"\n", "\t"}
    assert unicodedata.is_normalized("NFC", cleaned)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("late\r\nagain\rand\u2028again", "late\nagain\nand\nagain"),
        ("\x00nul \x1b[31mred", "nul [31mred"),
        ("half\ud83d", "half\ufffd"),
        ("\ud83d\ude00", "😀"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("👩\u200d👧\u200dx", "👩\u200d👧x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("e\u200cmail", "email"),
        ("cafe\u0301", "café"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
        ("hidden\U000e0041\U000e0042", "hidden"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_carries_meaning_stays(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


def test_a_tower_of_accents_is_cut() -> None:
    assert len(clean("o" + "\u0316" * 500)) == MAX_MARKS + 1


@pytest.mark.parametrize(
    "hostile",
    ["a" + "\u0301\u0316" * 100_000, "\u200d" * 200_000, "\x00a" * 100_000, "\u0344" * 200_000, "é\u200c" * 100_000],
    ids=["stacked accents", "joiners", "nul", "accents that decompose", "loose non-joiners"],
)
def test_two_hundred_thousand_characters_take_no_more_than_a_moment(hostile: str) -> None:
    begin = time.thread_time()
    clean(hostile)
    assert time.thread_time() - begin < 2.5
