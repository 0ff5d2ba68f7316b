"""The certificate: a PDF to hang on a wall, that carries the signed credential inside.

A tagged PDF/A-3a and PDF/UA-1: it can be read aloud, and opened in decades. The paper proves nothing and says so.
"""

import base64
from datetime import UTC, date, datetime, time

import msgspec

from humanely.credential.carrier import qr
from humanely.credential.carrier.badge import COLOUR, must_be_colour
from humanely.credential.carrier.drawing import refuse_active
from humanely.credential.carrier.pdf import NAME
from humanely.credential.carrier.png import SIGNATURE, must_be_text, size
from humanely.credential.carrier.typesetting import set_pdf
from humanely.credential.wording import fitting, say

STANDARDS = ("a-3a", "ua-1")


class CertificateView(msgspec.Struct, frozen=True):
    """What a certificate shows; everything but the fixed words, which are in the locale.

    Attributes:
        locale: of the fixed words, a BCP 47 tag; what is not written falls back to English.
        recipient: whoever earned it, as they write their name, in any script.
        achievement: its name.
        issuer: who awards it.
        issued: the day, where the issuer is.
        url: the page that checks it; it goes into the QR code, 500 characters at most.
        short_code: as `qr.short_code` makes it.
        picture: the badge, an SVG that only draws or a PNG.
        said: the picture's alternative text.
        criteria: what had to be shown; paragraphs are parted by line breaks, here and below.
        meaning: "what this says about you", a few sentences; may be empty.
        narrative: how it was shown: projects, words of a mentor; may be empty.
        expires: the last day it is valid, if there is one.
        colour: of lines and tints, ``#rrggbb``.
    """

    locale: str
    recipient: str
    achievement: str
    issuer: str
    issued: date
    url: str
    short_code: str
    picture: bytes
    said: str
    criteria: str
    meaning: str = ""
    narrative: str = ""
    expires: date | None = None
    colour: str = COLOUR


def certificate(view: CertificateView, credential_json: bytes) -> bytes:
    """The PDF, with the credential attached byte for byte; the same view and credential give the same bytes.

    Raises:
        LettersMissing: no font has a letter of a name or a text.
        CarrierUnreadable: the credential is `empty`, `too_large` or `not_text`, or the picture is not a picture
            that only draws.
        ColourMalformed: the colour is not ``#rrggbb``.
        AddressTooLong: the address is too long for a QR code.
    """
    must_be_text(credential_json)
    must_be_colour(view.colour)
    shown = {
        "locale": fitting(view.locale),
        "recipient": view.recipient,
        "achievement": view.achievement,
        "issuer": view.issuer,
        "meaning": view.meaning,
        "criteria": view.criteria,
        "narrative": view.narrative,
        "short_code": view.short_code,
        "url": view.url,
        "shown_url": _shown(view.url),
        "colour": view.colour,
        "said": view.said,
        "picture": _drawn(view.picture).decode(),
        "qr": qr.svg(view.url).decode(),
        "attachment": NAME,
        "words": _words(view),
    }
    made = datetime.combine(view.issued, time(), tzinfo=UTC)
    return set_pdf(
        "certificate",
        shown,
        credential=credential_json.decode(),
        standards=STANDARDS,
        timestamp=int(made.timestamp()),
    )


def _words(view: CertificateView) -> dict[str, str]:
    values = {
        "achievement": view.achievement,
        "recipient": view.recipient,
        "issuer": view.issuer,
        "url": view.url,
        # In a sentence a code stays in one line; who pastes it from there is understood, too.
        "code": view.short_code.replace("-", "\u2011"),
        "name": NAME,
        "day": view.issued,
    }
    keys = {
        key: f"certificate-{key.replace('_', '-')}"
        for key in (
            *("title", "description", "attachment", "awarded_to", "for", "awarded_by", "awarded_on"),
            *("meaning", "check", "code", "behind", "behind_line", "criteria", "narrative"),
            *("how", "how_scan", "how_page", "how_code", "how_file"),
        )
    }
    words = {key: say(view.locale, name, **values) for key, name in keys.items()}
    words["qr"] = say(view.locale, "certificate-qr-said", **values)
    words["valid_until"] = say(view.locale, "certificate-valid-until", day=view.expires) if view.expires else ""
    return words


def _shown(url: str) -> str:
    """The address as people read and type it."""
    return url.removeprefix("https://").removesuffix("/")


def _drawn(picture: bytes) -> bytes:
    """The picture as an SVG, for one way of showing both kinds."""
    if not picture.startswith(SIGNATURE):
        refuse_active(picture)
        return picture
    width, height = size(picture)
    held = base64.b64encode(picture).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{held}"/></svg>'
    ).encode()
