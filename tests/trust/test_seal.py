"""Laws of sealed payloads: they open under their key and in their place, and nowhere else."""

import os
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import assume, given
from hypothesis import strategies as st

from humanely.trust.seal import (
    KEY_BYTES,
    OVERHEAD,
    EntropyWrongLength,
    KeyWrongLength,
    SealBroken,
    SealUnknown,
    open_,
    seal,
)

KEY = bytes(range(KEY_BYTES))
keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)
payloads = st.binary(max_size=200)
names = st.text(max_size=12)
indices = st.integers(0, 2**64 - 1)


def sealed_at(payload: bytes = b"said", log: str = "main", index: int = 7, person: str = "ada") -> bytes:
    return seal(KEY, payload, log=log, index=index, person=person, entropy=os.urandom)


@given(key=keys, payload=payloads, log=names, index=indices, person=names)
def test_what_was_sealed_opens(key: bytes, payload: bytes, log: str, index: int, person: str) -> None:
    sealed = seal(key, payload, log=log, index=index, person=person, entropy=os.urandom)
    assert open_(key, sealed, log=log, index=index, person=person) == payload
    assert len(sealed) == len(payload) + OVERHEAD


@given(other=keys)
def test_another_key_does_not_open(other: bytes) -> None:
    assume(other != KEY)
    with pytest.raises(SealBroken, match="another key"):
        open_(other, sealed_at(), log="main", index=7, person="ada")


@given(here=st.tuples(names, indices, names), there=st.tuples(names, indices, names))
def test_nothing_opens_in_another_place(here: tuple[str, int, str], there: tuple[str, int, str]) -> None:
    assume(here != there)
    sealed = sealed_at(log=here[0], index=here[1], person=here[2])
    with pytest.raises(SealBroken, match="for another place"):
        open_(KEY, sealed, log=there[0], index=there[1], person=there[2])


@pytest.mark.parametrize(
    ("log", "index", "person"), [("mirror", 7, "ada"), ("main", 8, "ada"), ("main", 7, "bob")], ids=lambda v: str(v)
)
def test_log_index_and_person_each_bind(log: str, index: int, person: str) -> None:
    with pytest.raises(SealBroken):
        open_(KEY, sealed_at(), log=log, index=index, person=person)


def test_parts_of_a_place_do_not_run_into_one_another() -> None:
    first, second = int.from_bytes(b"iiiiiiii"), int.from_bytes(b"jjjjjjjj")
    sealed = sealed_at(log="a", index=first, person="jjjjjjjjp")
    with pytest.raises(SealBroken):
        open_(KEY, sealed, log="aiiiiiiii", index=second, person="p")


@given(payload=payloads, data=st.data())
def test_any_flipped_bit_is_noticed(payload: bytes, data: st.DataObject) -> None:
    sealed = bytearray(sealed_at(payload))
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises((SealBroken, SealUnknown)):
        open_(KEY, bytes(sealed), log="main", index=7, person="ada")


@given(payload=payloads, data=st.data())
def test_any_cut_is_noticed(payload: bytes, data: st.DataObject) -> None:
    sealed = sealed_at(payload)
    left = data.draw(st.integers(0, len(sealed) - 1))
    with pytest.raises((SealBroken, SealUnknown)):
        open_(KEY, sealed[:left], log="main", index=7, person="ada")


def test_the_same_words_never_look_the_same() -> None:
    assert len({sealed_at() for _ in range(100)}) == 100


def test_the_format_is_held() -> None:
    bound = b"\x01" + b"\x00\x00\x00\x04main" + b"\x00\x00\x00\x00\x00\x00\x00\x07" + b"ada"
    expected = b"\x01" + bytes(12) + AESGCM(KEY).encrypt(bytes(12), b"said", bound)
    assert seal(KEY, b"said", log="main", index=7, person="ada", entropy=bytes) == expected


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33])
def test_a_key_of_another_length_is_refused_both_ways(length: int) -> None:
    with pytest.raises(KeyWrongLength, match=f"A key of {length} bytes was given; AES-256 takes 32"):
        seal(bytes(length), b"", log="main", index=0, person="ada", entropy=os.urandom)
    with pytest.raises(KeyWrongLength):
        open_(bytes(length), sealed_at(), log="main", index=0, person="ada")


@pytest.mark.parametrize("entropy", [lambda n: bytes(n - 1), lambda n: bytes(n + 1), lambda n: b""])
def test_a_nonce_of_another_length_is_refused(entropy: Callable[[int], bytes]) -> None:
    with pytest.raises(EntropyWrongLength, match="nothing was sealed"):
        seal(KEY, b"", log="main", index=0, person="ada", entropy=entropy)


@pytest.mark.parametrize(
    "sealed", [b"", b"\x01", b"\x02" + bytes(40), bytes(40), b"Where is my parcel? I wait for weeks."]
)
def test_bytes_of_no_known_format_are_refused(sealed: bytes) -> None:
    with pytest.raises(SealUnknown, match="entry 7 in log 'main' is not sealed in a format known here"):
        open_(KEY, sealed, log="main", index=7, person="ada")


def test_errors_name_the_place_and_never_the_person_or_the_words() -> None:
    with pytest.raises(SealBroken) as raised:
        open_(KEY, sealed_at(b"I am so tired of this"), log="main", index=8, person="ada@example.org")
    assert "entry 8 in log 'main'" in str(raised.value)
    assert "ada" not in str(raised.value)
    assert "tired" not in str(raised.value)
