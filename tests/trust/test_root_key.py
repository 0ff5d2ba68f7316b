"""The operator's secret: stable names, wrapped keys, and files that hold no key."""

import hmac
import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import assume, given
from hypothesis import strategies as st

from humanely.trust.root_key import (
    KeyUnreadable,
    RootKey,
    RootKeyMalformed,
    RootKeyMissing,
    SecretUnreadable,
    read_root_key,
)
from humanely.trust.seal import KeyWrongLength

SECRET = bytes(range(32))
ROOT = RootKey(SECRET)
secrets = st.binary(min_size=32, max_size=32)


@given(one=st.text(), other=st.text())
def test_pseudonyms_are_stable_and_apart(one: str, other: str) -> None:
    assert RootKey(SECRET).pseudonym(one) == ROOT.pseudonym(one)
    assert (ROOT.pseudonym(one) == ROOT.pseudonym(other)) == (one == other)


@given(other=secrets)
def test_another_root_key_gives_other_pseudonyms(other: bytes) -> None:
    assume(other != SECRET)
    assert RootKey(other).pseudonym("ada") != ROOT.pseudonym("ada")


def test_the_pseudonym_is_held() -> None:
    naming = HKDF(SHA256(), length=32, salt=None, info=b"humanely pseudonym").derive(SECRET)
    assert ROOT.pseudonym("ada") == hmac.new(naming, b"ada", "sha256").hexdigest()


@given(key=secrets, person=st.text())
def test_a_wrapped_key_comes_back(key: bytes, person: str) -> None:
    name = ROOT.pseudonym(person)
    assert RootKey(SECRET).unwrap(ROOT.wrap(key, name, os.urandom), name) == key


@given(key=secrets)
def test_a_wrapped_key_shows_nothing_of_the_key(key: bytes) -> None:
    assert key not in ROOT.wrap(key, ROOT.pseudonym("ada"), os.urandom)


def test_a_key_put_in_place_of_another_persons_does_not_open() -> None:
    wrapped = ROOT.wrap(bytes(32), ROOT.pseudonym("ada"), os.urandom)
    with pytest.raises(KeyUnreadable, match="wrapped under another root key, or is damaged"):
        ROOT.unwrap(wrapped, ROOT.pseudonym("bob"))


@pytest.mark.parametrize("wrapped", [b"", bytes(61), b"\x01" + bytes(60)], ids=["empty", "zeros", "forged"])
def test_a_damaged_key_does_not_open(wrapped: bytes) -> None:
    with pytest.raises(KeyUnreadable):
        ROOT.unwrap(wrapped, ROOT.pseudonym("ada"))


def test_another_root_key_does_not_open() -> None:
    name = ROOT.pseudonym("ada")
    with pytest.raises(KeyUnreadable):
        RootKey(bytes(32)).unwrap(ROOT.wrap(bytes(32), name, os.urandom), name)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_secret_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(KeyWrongLength):
        RootKey(bytes(length))


def test_the_secret_is_not_shown() -> None:
    assert repr(ROOT) == "RootKey()"


def test_a_root_key_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "root.key"
    path.write_text(f"{SECRET.hex()}\n", encoding="ascii")
    assert read_root_key(path).pseudonym("ada") == ROOT.pseudonym("ada")


def test_a_missing_root_key_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "root.key"
    with pytest.raises(RootKeyMissing) as raised:
        read_root_key(path)
    assert f"openssl rand -hex 32 > {path}" in raised.value.fix


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        SECRET,
        SECRET.hex().encode()[:-1],
        SECRET.hex().encode()[:-2],
        SECRET.hex().encode() * 2,
        b"\xff" * 64,
    ],
    ids=["empty", "blank", "raw_bytes", "odd", "a_byte_short", "twice", "no_text"],
)
def test_a_file_that_holds_no_root_key_is_refused_and_not_shown(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "root.key"
    path.write_bytes(content)
    with pytest.raises(RootKeyMalformed, match="64 hexadecimal digits") as raised:
        read_root_key(path)
    assert SECRET.hex()[:16] not in str(raised.value)


@given(secret=st.binary(), name=st.text())
def test_a_hidden_secret_comes_back(secret: bytes, name: str) -> None:
    hidden = ROOT.hide(secret, name, os.urandom)
    assert ROOT.reveal(hidden, name) == secret
    assert len(hidden) > len(secret)


@given(other=secrets)
def test_a_hidden_secret_opens_under_no_other_root_key(other: bytes) -> None:
    assume(other != SECRET)
    with pytest.raises(SecretUnreadable, match="'code of 7' does not open"):
        RootKey(other).reveal(ROOT.hide(b"secret", "code of 7", os.urandom), "code of 7")


def test_a_hidden_secret_opens_under_no_other_name_and_not_as_a_key() -> None:
    hidden = ROOT.hide(SECRET, "one", os.urandom)
    with pytest.raises(SecretUnreadable):
        ROOT.reveal(hidden, "another")
    with pytest.raises(KeyUnreadable):
        ROOT.unwrap(hidden, ROOT.pseudonym("one"))


def test_damaged_bytes_hide_nothing() -> None:
    with pytest.raises(SecretUnreadable):
        ROOT.reveal(b"damaged", "one")
