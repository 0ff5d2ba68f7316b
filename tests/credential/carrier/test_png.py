"""Credentials baked into PNG pictures."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier.png import MAX_BYTES, MAX_CREDENTIAL_BYTES, bake, size, unbake
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier.making import CREDENTIAL, JWT, SAMPLES, chunk, compressed, png

texts = st.text(min_size=1).map(str.encode).filter(bytes.strip)


def refused(picture: bytes) -> str:
    with pytest.raises(CarrierUnreadable) as caught:
        unbake(picture)
    return caught.value.fault


def idat(picture: bytes) -> bytes:
    """Header and pixels as they stand in the file."""
    return picture[: picture.index(b"IDAT") + 4 + int.from_bytes(picture[33:37]) + 4]


@given(texts, st.binary(min_size=4, max_size=4))
def test_what_is_baked_comes_out_again_and_no_pixel_is_touched(credential: bytes, pixels: bytes) -> None:
    picture = png(pixels=pixels)
    baked = bake(picture, credential)
    assert unbake(baked) == credential
    assert baked.startswith(idat(picture))


@given(texts, texts)
def test_baking_again_replaces(first: bytes, second: bytes) -> None:
    assert bake(bake(png(), first), second) == bake(png(), second)


def test_a_compressed_credential_is_read() -> None:
    assert unbake(png(compressed(b"openbadgecredential", CREDENTIAL))) == CREDENTIAL


@pytest.mark.parametrize(
    "old",
    [
        compressed(b"openbadges", JWT),
        chunk(b"tEXt", b"openbadges\0" + JWT),
        chunk(b"zTXt", b"openbadges\0\0" + zlib.compress(JWT)),
    ],
)
def test_an_old_badge_is_read_and_baking_replaces_it(old: bytes) -> None:
    assert unbake(png(old)) == JWT
    assert bake(png(old), CREDENTIAL) == bake(png(), CREDENTIAL)


def test_the_new_keyword_counts_before_the_old_one() -> None:
    both = png(chunk(b"tEXt", b"openbadges\0" + JWT), compressed(b"openbadgecredential", CREDENTIAL))
    assert unbake(both) == CREDENTIAL


def test_the_credential_stands_before_the_end_not_compressed() -> None:
    baked = bake(png(), CREDENTIAL)
    assert baked.endswith(chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0" + CREDENTIAL) + chunk(b"IEND", b""))


def test_a_picture_without_a_credential_says_so() -> None:
    assert refused(png(chunk(b"tEXt", b"Comment\0openbadgecredential"))) == "nothing_inside"


def test_two_credentials_in_one_picture_are_refused() -> None:
    one = compressed(b"openbadgecredential", CREDENTIAL)
    assert refused(png(one, one)) == "several_inside"


@pytest.mark.parametrize("at", range(8, len(bake(png(), b"{}")) - 12))
def test_a_changed_byte_never_goes_unseen(at: int) -> None:
    baked = bytearray(bake(png(), b"{}"))
    baked[at] ^= 1
    assert refused(bytes(baked)) == "damaged"


@pytest.mark.parametrize("length", range(8, 60))
def test_a_picture_cut_short_is_damaged(length: int) -> None:
    assert refused(bake(png(), CREDENTIAL)[:length]) == "damaged"


def test_a_picture_that_does_not_begin_with_its_header_is_damaged() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b"")) == "damaged"
    assert refused(b"GIF89a") == "damaged"


def test_a_credential_that_unpacks_without_end_is_refused() -> None:
    bomb = compressed(b"openbadgecredential", b" " * (64 << 20))
    assert len(bomb) < 100_000
    assert refused(png(bomb)) == "bomb"


@pytest.mark.parametrize("packed", [b"not deflate", zlib.compress(CREDENTIAL)[:-6]])
def test_a_credential_whose_packing_is_broken_is_damaged(packed: bytes) -> None:
    assert refused(png(chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0" + packed))) == "damaged"


@pytest.mark.parametrize(
    ("credential", "fault"),
    [(b" \n", "empty"), (b"\xff\xfe", "not_text"), (b"x" * (MAX_CREDENTIAL_BYTES + 1), "too_large")],
)
def test_what_is_no_credential_is_neither_baked_nor_read(credential: bytes, fault: str) -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        bake(png(), credential)
    assert caught.value.fault == fault
    assert refused(png(chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0" + credential))) == fault


def test_the_size_of_a_picture_is_read_and_has_bounds() -> None:
    assert size(png()) == (1, 1)
    wide = chunk(b"IHDR", (5000).to_bytes(4) + (1).to_bytes(4) + b"\x08\x02\0\0\0") + chunk(b"IEND", b"")
    with pytest.raises(CarrierUnreadable, match="larger"):
        size(b"\x89PNG\r\n\x1a\n" + wide)


def test_a_huge_picture_is_refused() -> None:
    assert refused(png(chunk(b"IDAT", b"0" * MAX_BYTES))) == "too_large"


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLES.exists(), reason="the public samples are not beside the project")
@pytest.mark.parametrize("name", ["simple-json.png", "simple-jwt.png"])
def test_public_samples_are_read_and_baking_them_anew_leaves_the_rest_alone(name: str) -> None:
    picture = (SAMPLES / name).read_bytes()
    credential = unbake(picture)
    again = bake(picture, credential)
    assert unbake(again) == credential
    assert idat(again) == idat(picture)
