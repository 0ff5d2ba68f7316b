"""The picture of a badge."""

import msgspec
import pytest

from humanely.credential.carrier.badge import Badge, BadgeView, ColourMalformed, picture, said
from humanely.credential.carrier.drawing import refuse_active
from humanely.credential.carrier.png import unbake as png_unbake
from humanely.credential.carrier.presented import presented
from humanely.credential.carrier.svg import bake, unbake
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier.making import CREDENTIAL

VIEW = BadgeView(name="First <aid> & “care”", issuer="City School", locale="de", level="Stufe 2")


@pytest.fixture(scope="module")
def badge() -> Badge:
    return picture(VIEW)


def test_the_picture_only_draws_and_says_what_it_is(badge: Badge) -> None:
    refuse_active(badge.svg)
    assert (
        "<title>Badge: First &lt;aid&gt; &amp; “care”, Stufe 2, verliehen von City School.</title>".encode()
        in badge.svg
    )
    assert badge.said == said(VIEW)


def test_letters_are_drawn_and_need_no_font(badge: Badge) -> None:
    assert b"<text" not in badge.svg
    assert b"font-family" not in badge.svg


def test_the_png_is_as_large_as_asked(badge: Badge) -> None:
    assert badge.png[16:24] == (600).to_bytes(4) * 2
    assert picture(VIEW, pixels=90).png[16:24] == (90).to_bytes(4) * 2


def test_a_credential_can_be_baked_into_both(badge: Badge) -> None:
    assert unbake(bake(badge.svg, CREDENTIAL)) == CREDENTIAL
    with pytest.raises(CarrierUnreadable, match="no credential"):
        png_unbake(badge.png)


def test_the_same_achievement_has_the_same_picture_and_another_has_another(badge: Badge) -> None:
    assert picture(VIEW) == badge
    other = picture(msgspec.structs.replace(VIEW, issuer="Town School", level=""))
    assert other.svg != badge.svg
    assert other.said == "Badge: First <aid> & “care”, verliehen von Town School."


@pytest.mark.parametrize("name", ['#image("/etc/hostname")', "*a* _b_ $c$ @d `e` <f> // g", "\\u{41}", '"]); panic()'])
def test_what_people_typed_is_never_markup(name: str) -> None:
    drawn = picture(msgspec.structs.replace(VIEW, name=name))
    assert presented(bake(drawn.svg, CREDENTIAL)).document == CREDENTIAL


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", '#12345"', ""])
def test_a_colour_is_six_digits(colour: str) -> None:
    with pytest.raises(ColourMalformed, match="#rrggbb"):
        picture(msgspec.structs.replace(VIEW, colour=colour))
