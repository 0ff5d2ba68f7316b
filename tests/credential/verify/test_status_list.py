"""Bitstrings: what is written is read, one bit for each, and what is no list is refused."""

import base64
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.verify.status_list import (
    ENTRIES,
    FIRST,
    LONGEST,
    StatusListUnreadable,
    bits_of,
    decode,
    encode,
    entry,
    list_credential,
    value_at,
)
from tests.credential.verify.making import NOW

indexes = st.sets(st.integers(0, ENTRIES - 1), max_size=40)
EMPTY_OF_THE_STANDARD = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
"""The list of 131,072 zeros in the examples of the standard."""


@given(raised=indexes)
def test_exactly_what_is_raised_is_read(raised: set[int]) -> None:
    bits = bits_of(raised)
    assert len(bits) == 16_384
    ones = {index for index in range(ENTRIES) if bits[index // 8] >> 7 - index % 8 & 1}
    assert ones == raised


@given(raised=indexes)
def test_packing_keeps_every_bit(raised: set[int]) -> None:
    assert decode(encode(bits_of(raised))) == bits_of(raised)
    assert encode(bits_of(raised)) == encode(bits_of(raised))


@given(raised=st.sets(st.integers(FIRST, ENTRIES - 1), min_size=1, max_size=40), index=st.integers(FIRST, ENTRIES - 1))
def test_from_the_first_index_of_ours_on_no_list_is_taken_for_one_of_bytes(raised: set[int], index: int) -> None:
    assert value_at(bits_of(raised), index) == (index in raised)


def test_the_list_in_the_examples_of_the_standard_is_read() -> None:
    assert decode(EMPTY_OF_THE_STANDARD) == bytes(16_384)


def test_the_most_significant_bit_comes_first() -> None:
    assert bits_of([0])[:1] == b"\x80"
    assert bits_of([7])[:1] == b"\x01"


@given(st.data())
def test_entries_of_several_bits_are_read_across_bytes(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 8))
    values = data.draw(st.lists(st.integers(0, 2**size - 1), min_size=4, max_size=20))
    text = "".join(f"{value:0{size}b}" for value in values).ljust(ENTRIES * size, "0")
    bits = int("1" + text, 2).to_bytes(len(text) // 8 + 1, "big")[1:]
    index = data.draw(st.integers(0, len(values) - 1))
    assert value_at(bits, index, size) == values[index]


def test_a_bit_that_would_be_raised_for_somebody_else_is_noticed_too() -> None:
    by_bytes = bytearray(ENTRIES)
    by_bytes[12_000] = 1
    assert fault_of(bytes(by_bytes), 12_000 * 8 + 7) == "bytewise"


def fault_of(bits: bytes, index: int, size: int = 1) -> str:
    with pytest.raises(StatusListUnreadable) as caught:
        value_at(bits, index, size)
    return caught.value.fault


def test_a_list_of_fewer_entries_is_refused() -> None:
    assert fault_of(bytes(16_383), 0) == "too_short"
    assert fault_of(bytes(16_384), 0, size=2) == "too_short"
    with pytest.raises(StatusListUnreadable, match="too_short"):
        bits_of([], entries=ENTRIES - 1)


@pytest.mark.parametrize("index", [-1, ENTRIES, ENTRIES + 1, 10**12])
def test_a_place_outside_is_refused(index: int) -> None:
    assert fault_of(bytes(16_384), index) == "outside"
    with pytest.raises(StatusListUnreadable, match="outside"):
        bits_of([index])


@pytest.mark.parametrize("length", [16_384, ENTRIES])
def test_a_byte_for_each_credential_is_noticed_where_it_matters(length: int) -> None:
    by_bytes = bytearray(length)
    by_bytes[12_000] = 1
    assert fault_of(bytes(by_bytes), 12_000) == "bytewise"
    assert value_at(bytes(by_bytes), 12_001) == 0


def packed(data: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(data).decode().rstrip("=")


def test_what_unpacks_to_far_more_is_left() -> None:
    with pytest.raises(StatusListUnreadable, match="too_large"):
        decode(packed(gzip.compress(bytes(LONGEST + 1))))
    assert len(decode(packed(gzip.compress(bytes(LONGEST))))) == LONGEST


@pytest.mark.parametrize(
    "encoded",
    ["", "u", "z123", "u***", "uH4sI", "é", packed(b"not packed"), packed(gzip.compress(bytes(99))[:-9])],
)
def test_what_is_no_packed_list_is_refused(encoded: str) -> None:
    with pytest.raises(StatusListUnreadable, match="encoding"):
        decode(encoded)


@given(text=st.text(max_size=80))
def test_whatever_else_stands_there_is_refused(text: str) -> None:
    with pytest.raises(StatusListUnreadable):
        decode(text)


def test_a_list_is_a_credential_and_a_place_names_it() -> None:
    url = "https://issuer.example/status/1"
    made = list_credential(url, "did:web:issuer.example", "revocation", bits_of([FIRST]), NOW)
    assert made["id"] == entry(url, "revocation", FIRST)["statusListCredential"] == url
    assert made["validFrom"] == "2026-11-23T12:00:00Z"
    assert value_at(decode(made["credentialSubject"]["encodedList"]), FIRST) == 1
