"""What somebody shows us, of whatever kind: the credential taken out of its carrier, and nothing judged yet."""

import re
from typing import Literal

import msgspec

from humanely.credential.carrier import pdf, png, svg
from humanely.credential.carrier.stapled import MAX_BYTES, Stapled, opened
from humanely.credential.carrier.unreadable import CarrierUnreadable

Kind = Literal["json", "jwt", "png", "svg", "pdf", "stapled"]

_JWT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_ADDRESS = re.compile(rb"https?://\S+")
_MARK = b"\xef\xbb\xbf"
_PDF_HEADER_WITHIN = 1024
"""Readers look for ``%PDF-`` this far in."""


class Presented(msgspec.Struct, frozen=True):
    """A credential as it was shown.

    Attributes:
        kind: what carried it.
        document: the credential's JSON, as bytes not yet read; None if it is a JWT.
        jwt: the compact JWT; None if it is JSON.
        extra: the whole package, when it came in one.
    """

    kind: Kind
    document: bytes | None = None
    jwt: str | None = None
    extra: Stapled | None = None


def presented(data: bytes) -> Presented:
    """Take the credential out of any file.

    Args:
        data: JSON, a compact JWT, a baked PNG or SVG, a PDF with an attachment, or a stapled package.

    Raises:
        CarrierUnreadable: its `fault` says why nothing could be taken out.

    >>> presented(b'  {"type": "VerifiableCredential"}').kind
    'json'
    >>> presented(b"eyJhbGciOiJFZERTQSJ9.e30.c2ln").jwt
    'eyJhbGciOiJFZERTQSJ9.e30.c2ln'
    """
    if not data.strip():
        raise CarrierUnreadable("empty")
    if len(data) > MAX_BYTES:
        raise CarrierUnreadable("too_large")
    kind = _kind(data)
    match kind:
        case "png":
            return _taken(kind, png.unbake(data))
        case "svg":
            return _taken(kind, svg.unbake(data))
        case "pdf":
            return _taken(kind, pdf.attached(data))
        case "stapled":
            package = opened(data)
            return _taken(kind, package.credential, package)
        case _:
            png.must_be_text(data)
            return _taken(kind, data)


def _kind(data: bytes) -> Kind:
    start = data[:_PDF_HEADER_WITHIN].removeprefix(_MARK).lstrip()
    if data.startswith(png.SIGNATURE):
        return "png"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "stapled"
    if start.startswith(b"<"):
        return "svg"
    if start.startswith((b"{", b"[")):
        return "json"
    if b"%PDF-" in start:
        return "pdf"
    if _JWT.fullmatch(data.strip()):
        return "jwt"
    raise CarrierUnreadable("unknown_kind")


def _taken(kind: Kind, credential: bytes, extra: Stapled | None = None) -> Presented:
    """What was in a carrier is JSON or a JWT; old badges may hold only the address where the badge was hosted."""
    text = credential.removeprefix(_MARK).strip()
    if text.startswith((b"{", b"[")):
        return Presented(kind=kind, document=text, extra=extra)
    if _JWT.fullmatch(text):
        return Presented(kind=kind, jwt=text.decode("ascii"), extra=extra)
    raise CarrierUnreadable("only_an_address" if _ADDRESS.fullmatch(text) else "unknown_kind")
