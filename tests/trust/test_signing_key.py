"""Key strings are those other tools write, and a private key shows itself only when asked."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.signing_key import KeyMalformed, Signature, Signer, Verifier, decode_base64, encode_base64

seeds = st.binary(min_size=32, max_size=32)
names = st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"], exclude_characters="+"), min_size=1)

SIGNER = Signer("example.org/log", bytes(range(32)))
VERIFIER_KEY = SIGNER.verifier.encode()
NAME, KEY_ID, PUBLIC = VERIFIER_KEY.split("+", 2)


@given(names, seeds)
def test_keys_survive_being_written_and_read(name: str, seed: bytes) -> None:
    signer = Signer(name, seed)
    again = Signer.parse(signer.encode())
    assert again.encode() == signer.encode()
    assert again.verifier == signer.verifier == Verifier.parse(signer.verifier.encode())


@given(seeds)
def test_a_signature_holds_for_its_text_only(seed: bytes) -> None:
    signer = Signer("example.org/log", seed)
    signature = signer.sign("yes\n")
    assert signer.verifier.holds("yes\n", signature)
    assert not signer.verifier.holds("no\n", signature)
    assert not signer.verifier.holds("yes\n", Signature(signer.name, signature.key_id, b"short"))


def test_the_key_id_is_the_hash_of_name_and_key() -> None:
    """The key of RFC 8032, section 7.1, test 1; the id is the start of `printf ... | sha256sum` over name and key."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    signer = Signer("example.org/log", seed)
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert signer.verifier.public_key.hex() == public
    assert signer.verifier.encode() == "example.org/log+1c66b9ea+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"


def test_the_id_depends_on_the_name_too() -> None:
    assert Signer("a", bytes(32)).verifier.key_id != Signer("b", bytes(32)).verifier.key_id


def test_a_signer_does_not_show_its_key() -> None:
    secret = SIGNER.encode().rsplit("+", 1)[1]
    assert secret not in repr(SIGNER)
    assert secret not in str(vars(SIGNER))


def test_an_error_does_not_show_the_key() -> None:
    spoiled = SIGNER.encode()[:-3]
    with pytest.raises(KeyMalformed) as raised:
        Signer.parse(spoiled)
    assert spoiled[-20:] not in str(raised.value)


@given(st.binary(max_size=100))
def test_base64_is_read_in_one_form_only(value: bytes) -> None:
    encoded = encode_base64(value)
    assert decode_base64(encoded) == value
    assert decode_base64(encoded + "\n") is None
    assert decode_base64("é" + encoded) is None


BAD_VERIFIERS = {
    "empty": ("", "not a name, a key id and a key"),
    "two_parts": (f"{NAME}+{KEY_ID}", "not a name, a key id and a key"),
    "no_name": (f"+{KEY_ID}+{PUBLIC}", "not a name, a key id and a key"),
    "space_in_name": (f"example org+{KEY_ID}+{PUBLIC}", "not a name, a key id and a key"),
    "id_of_another_key": (f"{NAME}+00000000+{PUBLIC}", "key id is not the one"),
    "id_too_short": (f"{NAME}+{KEY_ID[:-1]}+{PUBLIC}", "key id is not the one"),
    "name_of_another_key": (f"example.com/log+{KEY_ID}+{PUBLIC}", "key id is not the one"),
    "key_cut_off": (f"{NAME}+{KEY_ID}+{PUBLIC[:-4]}", "not the base64 of an Ed25519 key"),
    "key_of_another_kind": (
        f"{NAME}+{KEY_ID}+{base64.b64encode(bytes([2, *bytes(32)])).decode()}",
        "not the base64 of an Ed25519 key",
    ),
    "not_base64": (f"{NAME}+{KEY_ID}+***", "not the base64 of an Ed25519 key"),
}


@pytest.mark.parametrize(("key", "fault"), BAD_VERIFIERS.values(), ids=BAD_VERIFIERS)
def test_a_bad_verifier_key_is_refused(key: str, fault: str) -> None:
    with pytest.raises(KeyMalformed, match=f"A verifier key cannot be read: .*{fault}"):
        Verifier.parse(key)


BAD_SIGNERS = {
    "verifier_key": (VERIFIER_KEY, "does not begin with PRIVATE"),
    "id_of_another_key": (SIGNER.encode().replace(KEY_ID, "00000000"), "key id is not the one"),
    "key_cut_off": (SIGNER.encode()[:-4], "not the base64 of an Ed25519 key"),
}


@pytest.mark.parametrize(("key", "fault"), BAD_SIGNERS.values(), ids=BAD_SIGNERS)
def test_a_bad_signer_key_is_refused(key: str, fault: str) -> None:
    with pytest.raises(KeyMalformed, match=f"A signer key cannot be read: .*{fault}"):
        Signer.parse(key)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "line\nbreak", "bell\x07", "no\u00a0break"])
def test_a_name_that_would_break_a_note_is_refused(name: str) -> None:
    with pytest.raises(KeyMalformed, match="its name is empty or has a space"):
        Signer(name, bytes(32))


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(KeyMalformed, match=f"it has {length} bytes where 32 belong"):
        Signer("example.org/log", bytes(length))
