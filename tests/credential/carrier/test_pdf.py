"""Credentials attached to PDF files."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from humanely.credential.carrier.pdf import MAX_BYTES, attach, attached
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier.making import CREDENTIAL, JWT, pdf


def refused(document: bytes) -> str:
    with pytest.raises(CarrierUnreadable) as caught:
        attached(document)
    return caught.value.fault


def locked() -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf(credential=CREDENTIAL))) as document:
        document.save(written, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return written.getvalue()


def with_object_stream_bomb() -> bytes:
    """A PDF whose catalogue stands in an object stream that unpacks to 64 MiB."""
    packed = zlib.compress(b"1 0 <</Type/Catalog>>" + b" " * (64 << 20), 9)
    stream = b"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    body = b"%PDF-1.5\n" + stream + packed + b"\nendstream\nendobj\n"
    rows = bytes([0, 0, 0, 0, 255, 2, 0, 0, 2, 0, 1, 0, 0, 9, 0, 1]) + len(body).to_bytes(3) + b"\0"
    table = b"3 0 obj\n<</Type/XRef/Size 4/W[1 3 1]/Root 1 0 R/Length %d>>\nstream\n" % len(rows)
    return body + table + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def filtered(by: bytes) -> bytes:
    """A PDF without a catalogue, with a stream that says how it is packed."""
    packed = bytes(8)
    stream = b"2 0 obj\n<</Type/ObjStm/N 1/First 4%s/Length %d>>\nstream\n" % (by, len(packed))
    return b"%PDF-1.5\n" + stream + packed + b"\nendstream\nendobj\n5 0 obj\n[/FlateDecode]\nendobj\n%%EOF"


@pytest.mark.parametrize("credential", [CREDENTIAL, JWT, b'{"a": "\r\n"}'])
def test_what_is_attached_comes_out_again_byte_for_byte(credential: bytes) -> None:
    assert attached(attach(pdf(), credential)) == credential


def test_attaching_again_replaces() -> None:
    assert attached(attach(attach(pdf(other=b"{}"), JWT), CREDENTIAL)) == CREDENTIAL


def test_other_attachments_are_left_alone() -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        document.attachments["transcript.txt"] = b"marks"
        document.save(written)
    both = attach(written.getvalue(), CREDENTIAL)
    assert attached(both) == CREDENTIAL
    with pikepdf.open(BytesIO(both)) as document:
        assert set(document.attachments) == {"credential.json", "transcript.txt"}


def test_a_pdf_without_a_credential_says_so() -> None:
    assert refused(pdf()) == "nothing_inside"


def test_two_credentials_in_one_pdf_are_refused() -> None:
    assert refused(pdf(one=CREDENTIAL, other=CREDENTIAL)) == "several_inside"


def test_a_locked_pdf_is_called_locked() -> None:
    assert refused(locked()) == "locked"


def test_an_attachment_that_unpacks_without_end_is_refused() -> None:
    bomb = pdf(credential=b"{" + b" " * (64 << 20))
    assert len(bomb) < 100_000
    assert refused(bomb) == "bomb"


def test_a_bomb_among_the_objects_is_refused_before_it_goes_off() -> None:
    assert refused(with_object_stream_bomb()) in ("bomb", "damaged")


@pytest.mark.parametrize("document", [b"%PDF-1.7", b"%PDF-1.7\n" + b"1 0 obj\n" * 1000, pdf()[:200]])
def test_a_broken_pdf_is_damaged(document: bytes) -> None:
    assert refused(document) == "damaged"


def test_an_attachment_must_be_text_of_a_sensible_size() -> None:
    assert refused(pdf(credential=b"\xff\xfe")) == "not_text"
    assert refused(pdf(credential=b"x" * (2 << 20))) == "too_large"
    assert refused(b"%PDF-1.7" + b" " * MAX_BYTES) == "too_large"


@pytest.mark.parametrize(
    "by",
    [
        b"/Filter/LZWDecode",
        b"/Filter /LZW",
        b"/F#69lter/L#5aWDecode",
        b"/Filter[/FlateDecode/LZWDecode]",
        b"/Filter 5 0 R",
        b"/Filter % here\n5 0 R",
        b"/Filter[/FlateDecode 5 0 R]",
        b"/Filter [ % ]\n 5 0 R]",
    ],
)
def test_what_may_unpack_without_limit_is_not_opened(by: bytes) -> None:
    assert refused(filtered(by)) == "bomb"


@pytest.mark.parametrize("by", [b"", b"/Filter/FlateDecode", b"/Filter [ /FlateDecode % ]\n]", b"/LZWorks 1"])
def test_other_ways_of_packing_are_let_pass(by: bytes) -> None:
    assert refused(filtered(by)) == "damaged"
