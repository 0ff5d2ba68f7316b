"""Credentials baked into SVG pictures."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier.png import MAX_CREDENTIAL_BYTES
from humanely.credential.carrier.svg import bake, unbake
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier.making import ASSETS, CREDENTIAL, JWT, SAMPLES, SVG

# Letters that XML cannot hold cannot stand in JSON as they are either, but for the last two of the first plane.
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff") | st.sampled_from("]]>&<\r\n\"'")
held = st.text(letters.filter(lambda letter: letter >= " " or letter in "\t\r\n"), min_size=1)
credentials = held.map(lambda text: f"{{{text}".encode())


def refused(picture: bytes) -> str:
    with pytest.raises(CarrierUnreadable) as caught:
        unbake(picture)
    return caught.value.fault


def holding(*elements: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(elements)}</svg>'.encode()


def element(text: str, attributes: str = "") -> str:
    space = "https://purl.imsglobal.org/ob/v3p0"
    return f'<ob:credential xmlns:ob="{space}" {attributes}>{text}</ob:credential>'


@given(credentials)
def test_what_is_baked_comes_out_again_byte_for_byte(credential: bytes) -> None:
    assert unbake(bake(SVG, credential)) == credential


@given(credentials)
def test_baking_again_replaces_and_leaves_the_drawing_alone(credential: bytes) -> None:
    baked = bake(SVG, credential)
    assert bake(bake(SVG, JWT), credential) == baked
    assert baked.startswith(SVG[:59])
    assert baked.endswith(SVG[59:])


def test_a_jwt_goes_into_the_attribute() -> None:
    assert b'verify="' + JWT + b'"/>' in bake(SVG, JWT)
    assert unbake(bake(SVG, JWT)) == JWT


def test_letters_xml_cannot_hold_are_escaped_as_json_does() -> None:
    assert unbake(bake(SVG, '{"a":"\ufffe\uffff"}'.encode())) == b'{"a":"\\ufffe\\uffff"}'


def test_an_old_badge_is_read_and_baking_replaces_it() -> None:
    old = holding('<ob:assertion xmlns:ob="http://openbadges.org" verify="https://badges.example/7"/>')
    assert unbake(old) == b"https://badges.example/7"
    assert bake(old, CREDENTIAL) == bake(holding(), CREDENTIAL)


def test_a_root_with_a_prefix_and_odd_quotes_keeps_its_shape() -> None:
    picture = b"""<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg' id="a>b"><s:g/></s:svg>"""
    assert bake(picture, JWT).endswith(b'"/><s:g/></s:svg>')


def test_a_picture_without_a_credential_says_so() -> None:
    assert refused(SVG) == "nothing_inside"
    assert refused(holding(element(" \n "))) == "nothing_inside"


@pytest.mark.parametrize("elements", [[element("{}"), element("{}")], [element("{}", 'verify="a.b.c"')]])
def test_two_credentials_in_one_picture_are_refused(elements: list[str]) -> None:
    assert refused(holding(*elements)) == "several_inside"


@pytest.mark.parametrize(
    "picture",
    [b"<svg", b"<svg>", b"<html/>", holding(element("<g/>")), holding(element(element("{}"))), b"<svg></g></svg>"],
)
def test_what_is_no_sound_svg_is_damaged(picture: bytes) -> None:
    assert refused(picture) == "damaged"


def test_a_drawing_as_deep_as_a_well_is_damaged() -> None:
    assert refused(holding("<g>" * 300 + "</g>" * 300)) == "damaged"


def test_an_empty_root_cannot_be_baked() -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        bake(b'<svg xmlns="http://www.w3.org/2000/svg"/>', JWT)
    assert caught.value.fault == "damaged"


@pytest.mark.parametrize("name", ["entity_bomb.svg", "entity_from_a_file.svg", "entity_unknown.svg"])
def test_entities_are_refused(name: str) -> None:
    assert refused((ASSETS / name).read_bytes()) == "entities"


def test_what_is_not_utf8_is_refused() -> None:
    assert refused(SVG.decode().encode("utf-16")) == "not_text"


def test_what_is_far_too_large_is_refused() -> None:
    assert refused(holding(" " * (9 << 20))) == "too_large"
    assert refused(holding(element("x" * (MAX_CREDENTIAL_BYTES + 1)))) == "too_large"


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLES.exists(), reason="the public samples are not beside the project")
@pytest.mark.parametrize("name", ["simple-json.svg", "simple-jwt.svg"])
def test_public_samples_are_read_and_can_be_baked_anew(name: str) -> None:
    picture = (SAMPLES / name).read_bytes()
    credential = unbake(picture)
    assert unbake(bake(picture, credential)) == credential


def test_a_million_lines_take_no_longer_than_one() -> None:
    began = time.process_time()
    assert refused(holding(element("\n" * 1_000_000))) == "nothing_inside"
    assert time.process_time() - began < 2
