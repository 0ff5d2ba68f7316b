"""QR codes and short codes."""

import secrets

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from humanely.credential.carrier.qr import ALPHABET, LENGTH, AddressTooLong, ShortCodeSlip, normalised, short_code, svg

codes = st.binary(min_size=16, max_size=16).map(lambda random: short_code(lambda _: random))
places = st.integers(0, LENGTH - 1)


def refused(text: str) -> bool:
    try:
        normalised(text)
    except ShortCodeSlip:
        return True
    return False


@given(codes)
def test_a_code_is_three_groups_of_four_and_reads_as_itself(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert normalised(code) == code
    assert normalised(f"  {code.lower().replace('-', ' ')}\n") == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_noticed(code: str, place: int, wrong: str) -> None:
    typed = code.replace("-", "")
    assume(typed[place] != wrong)
    assert refused(typed[:place] + wrong + typed[place + 1 :])


@given(codes, places, places)
def test_every_swap_of_two_characters_is_noticed(code: str, one: int, other: int) -> None:
    typed = list(code.replace("-", ""))
    assume(typed[one] != typed[other])
    typed[one], typed[other] = typed[other], typed[one]
    assert refused("".join(typed))


def test_codes_differ_and_use_the_whole_alphabet() -> None:
    made = {short_code(secrets.token_bytes) for _ in range(500)}
    assert len(made) == 500
    assert set("".join(made)) == {*ALPHABET, "-"}


def test_no_character_is_taken_for_another() -> None:
    assert not set("0O1IL") & set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    ["2q2Q-2222-222M", "２Ｑ２Ｑ２２２２２２２Ｍ", "2020 2222 222M", "2О2О2222222М", "2Q2Q\u20112222\u2011222M"],
)
def test_other_keyboards_and_look_alikes_are_understood(typed: str) -> None:
    assert normalised(typed) == normalised("2Q2Q2222222M")


@pytest.mark.parametrize(
    "typed", ["", "2222", "2222-2222-2223", "2222-2222-222L", "2222-2222-2222-2222", "ÄÖÜ-222222222"]
)
def test_what_is_no_code_says_what_to_do(typed: str) -> None:
    with pytest.raises(ShortCodeSlip, match="character by character"):
        normalised(typed)


def test_a_qr_code_is_a_plain_drawing_with_its_words() -> None:
    drawn = svg("https://badges.example/c/2222", said="A & B")
    assert drawn.startswith(b"<svg")
    assert b"<title>A &amp; B</title>" in drawn


def test_an_address_too_long_to_scan_is_refused() -> None:
    with pytest.raises(AddressTooLong, match="500"):
        svg("https://badges.example/" + "a" * 500)
