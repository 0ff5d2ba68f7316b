"""A credential taken out of whatever was shown."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier import pdf, png, svg
from humanely.credential.carrier.presented import Presented, presented
from humanely.credential.carrier.stapled import MAX_BYTES
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier import making
from tests.credential.carrier.making import CREDENTIAL, JWT, SAMPLES, SVG

CARRIERS: dict[str, Callable[[bytes], bytes]] = {
    "json": lambda credential: credential,
    "png": lambda credential: png.bake(making.png(), credential),
    "svg": lambda credential: svg.bake(SVG, credential),
    "pdf": lambda credential: pdf.attach(making.pdf(), credential),
}


@pytest.mark.parametrize("kind", CARRIERS)
def test_json_is_taken_out_of_every_carrier(kind: str) -> None:
    shown = presented(CARRIERS[kind](CREDENTIAL))
    assert (shown.kind, shown.document, shown.jwt) == (kind, CREDENTIAL, None)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_jwt_is_taken_out_of_every_carrier(kind: str) -> None:
    shown = presented(CARRIERS[kind](JWT))
    assert (shown.kind, shown.document, shown.jwt) == (kind, None, JWT.decode())


def test_a_bare_jwt_may_end_with_a_line_break() -> None:
    assert presented(JWT + b"\r\n") == Presented(kind="jwt", jwt=JWT.decode())


def test_a_byte_order_mark_and_blanks_before_json_do_no_harm() -> None:
    assert presented(b"\xef\xbb\xbf \r\n" + CREDENTIAL).document == CREDENTIAL


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"Dear all, please find my badge attached.", "unknown_kind"),
        (b"GIF89a", "unknown_kind"),
        (b"https://badges.example/7", "unknown_kind"),
        (b"{" + b" " * (2 << 20), "too_large"),
        (b"\0" * (MAX_BYTES + 1), "too_large"),
        (b'{"name": "\xff"}', "not_text"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"<html></html>", "damaged"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (making.png(), "nothing_inside"),
        (SVG, "nothing_inside"),
        (making.pdf(), "nothing_inside"),
        (png.bake(making.png(), b"https://badges.example/7"), "only_an_address"),
        (png.bake(making.png(), b"well done"), "unknown_kind"),
    ],
)
def test_each_fault_has_its_name(data: bytes, fault: str) -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        presented(data)
    assert caught.value.fault == fault


@given(st.sampled_from(sorted(CARRIERS)), st.data())
def test_a_file_changed_at_random_is_read_or_refused_and_nothing_else(kind: str, data: st.DataObject) -> None:
    shown = bytearray(CARRIERS[kind](CREDENTIAL))
    at = data.draw(st.integers(0, len(shown) - 1))
    shown[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    with suppress(CarrierUnreadable):
        assert presented(bytes(shown)).kind in CARRIERS


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLES.exists(), reason="the public samples are not beside the project")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("simple.json", "json"),
        ("simple.jwt", "jwt"),
        ("simple-json.png", "png"),
        ("simple-jwt.png", "png"),
        ("simple-json.svg", "svg"),
        ("simple-jwt.svg", "svg"),
    ],
)
def test_public_samples_of_every_kind_are_taken_out(name: str, kind: str) -> None:
    shown = presented((SAMPLES / name).read_bytes())
    assert shown.kind == kind
    assert (shown.jwt is not None) == ("jwt" in name)
