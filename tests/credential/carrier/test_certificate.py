"""The certificate as a PDF."""

from datetime import date
from io import BytesIO

import msgspec
import pikepdf
import pytest

from humanely.credential.carrier.badge import BadgeView, ColourMalformed, picture
from humanely.credential.carrier.certificate import CertificateView, certificate
from humanely.credential.carrier.presented import presented
from humanely.credential.carrier.qr import AddressTooLong
from humanely.credential.carrier.typesetting import LettersMissing
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.wording import LOCALES
from tests.credential.carrier.making import ASSETS, CREDENTIAL, SVG
from tests.credential.carrier.making import png as one_pixel

VIEW = CertificateView(
    locale="en",
    recipient="Amara Okonkwo",
    achievement="Listening in hard conversations",
    issuer="Northside Adult College",
    issued=date(2026, 11, 22),
    url="https://badges.example/c/2222-2222-2222",
    short_code="2222-2222-2222",
    picture=SVG,
    said="Badge: a circle",
    criteria="Three conversations.\nA reflection.",
    meaning="You stay present.",
    narrative="Led a group.",
)


def changed(**values: object) -> CertificateView:
    return msgspec.structs.replace(VIEW, **values)


def opened(document: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(document))


@pytest.fixture(scope="module")
def made() -> bytes:
    return certificate(VIEW, CREDENTIAL)


def test_the_credential_is_attached_byte_for_byte(made: bytes) -> None:
    odd = b'{"a": "\\u0000 \xe5\xad\xa6",\r\n\t"b": 1}'
    assert presented(made).document == CREDENTIAL
    assert presented(certificate(VIEW, odd)).document == odd


def test_it_says_of_itself_that_it_lasts_and_can_be_read_aloud(made: bytes) -> None:
    with opened(made) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert "<pdfaid:part>3</pdfaid:part>" in metadata
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Listening in hard conversations – certificate for Amara Okonkwo"


def test_the_attachment_is_named_as_the_source_of_the_document(made: bytes) -> None:
    with opened(made) as pdf:
        attachment = pdf.attachments["credential.json"]
        assert attachment.relationship == pikepdf.Name.Source
        assert attachment.description == "The signed credential, which machines can check."


def test_pictures_have_their_words(made: bytes) -> None:
    with opened(made) as pdf:
        said = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Badge: a circle" in said
    assert "A QR code that opens https://badges.example/c/2222-2222-2222" in said


def test_the_same_view_gives_the_same_bytes(made: bytes) -> None:
    assert certificate(VIEW, CREDENTIAL) == made


@pytest.mark.parametrize("locale", [*LOCALES, "de-AT", "pt"])
def test_every_locale_has_its_certificate(locale: str) -> None:
    with opened(certificate(changed(locale=locale, expires=date(2029, 1, 1)), CREDENTIAL)) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize(
    "recipient",
    ["محمد بن عبد الله", "李小龙", "Maximilian-Alexander Freiherr von Wolfeschlegelsteinhausenbergerdorff", "X" * 200],
)
def test_names_of_any_script_and_length_have_room_on_one_page(recipient: str) -> None:
    with opened(certificate(changed(recipient=recipient), CREDENTIAL)) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize("letter", ["W", "i ", "محمد ", "Z\u0301", "क्षि"])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_longest_that_can_be_issued_has_a_front_and_what_stands_behind_it(locale: str, letter: str) -> None:
    def full(most: int) -> str:
        return (letter * most)[:most].strip()

    # A first and a last name of 120 each; then as `design.achievement` and the form of a recipient take them.
    names = {"recipient": full(241), "achievement": full(120), "issuer": full(200), "said": full(300)}
    longest = changed(locale=locale, **names, meaning=full(1_000), criteria=full(4_000), narrative=full(4_000))
    with opened(certificate(longest, CREDENTIAL)) as pdf:
        assert 2 <= len(pdf.pages) <= 6


def test_long_texts_go_on_over_further_pages() -> None:
    long = "You stay present when somebody is upset. " * 60
    with opened(certificate(changed(meaning=long, criteria=long * 3, narrative=long * 3), CREDENTIAL)) as pdf:
        assert len(pdf.pages) > 2


def test_texts_that_were_not_written_leave_no_heading() -> None:
    assert len(certificate(changed(meaning="", narrative=" "), CREDENTIAL)) < len(certificate(VIEW, CREDENTIAL))


@pytest.mark.parametrize("typed", ['#image("/etc/hostname")', "*a* _b_ $c$ @d `e` <f> // g", '"]); #panic("x")', "= h"])
def test_what_people_typed_is_never_markup(typed: str) -> None:
    view = changed(recipient=typed, achievement=typed, issuer=typed, meaning=typed, criteria=typed, narrative=typed)
    with opened(certificate(view, CREDENTIAL)) as pdf:
        assert str(pdf.docinfo.Title) == f"{typed} – certificate for {typed}"


def test_the_badge_may_be_a_png() -> None:
    badge = picture(BadgeView(name="First aid", issuer="City School"))
    assert presented(certificate(changed(picture=badge.png), CREDENTIAL)).kind == "pdf"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ((ASSETS / "active_script.svg").read_bytes(), "active_content"),
        ((ASSETS / "entity_bomb.svg").read_bytes(), "entities"),
        (b"GIF89a", "damaged"),
        (one_pixel()[:40], "damaged"),
        (one_pixel(pixels=b"x"), "damaged"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="0"/>', "damaged"),
    ],
)
def test_a_picture_that_is_none_is_refused(broken: bytes, fault: str) -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        certificate(changed(picture=broken), CREDENTIAL)
    assert caught.value.fault == fault


def test_letters_that_no_font_has_are_never_boxes() -> None:
    with pytest.raises(LettersMissing, match="cuneiform"):
        certificate(changed(recipient="\U00012000"), CREDENTIAL)


def test_faults_of_the_view_are_named() -> None:
    with pytest.raises(ColourMalformed):
        certificate(changed(colour="blue"), CREDENTIAL)
    with pytest.raises(AddressTooLong):
        certificate(changed(url="https://badges.example/" + "a" * 600), CREDENTIAL)
    with pytest.raises(CarrierUnreadable, match="empty"):
        certificate(VIEW, b" ")
