"""Public keys as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.proof import multikey

keys = st.binary(min_size=32, max_size=32)


@given(keys)
def test_a_key_is_read_back_as_it_was_and_begins_as_all_of_its_kind_do(key: bytes) -> None:
    assert multikey.decode(multikey.encode(key)) == key
    assert multikey.did_key(key).startswith("did:key:z6Mk")


@given(st.binary(max_size=80))
def test_base58_keeps_every_byte_and_every_leading_zero(value: bytes) -> None:
    assert multikey.decode_multibase("z" + multikey.encode_base58(value)) == value


@given(st.text("z123456789ABCabc0OIl", max_size=90))
def test_no_two_texts_stand_for_the_same_bytes(text: str) -> None:
    value = multikey.decode_multibase(text)
    assert value is None or "z" + multikey.encode_base58(value) == text


def test_the_first_key_of_rfc_8032_is_named_as_everywhere() -> None:
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    assert multikey.did_key(key) == "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not base58btc"),
        ("6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "not base58btc"),
        ("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ0", "not base58btc"),
        ("z" + "1" * 100_000, "not base58btc"),
        ("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbT", "not the 32 bytes"),
        ("z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc", "not the 32 bytes"),
        ("z", "not the 32 bytes"),
    ],
)
def test_what_is_no_key_of_ed25519_is_refused(text: str, fault: str) -> None:
    with pytest.raises(multikey.MultikeyMalformed, match=fault):
        multikey.decode(text)
