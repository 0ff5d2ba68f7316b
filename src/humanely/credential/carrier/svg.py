"""Credentials baked into SVG pictures: the drawing is kept byte for byte, only the credential's element comes and goes.

Source: Open Badges 3.0, section "Baking"; Open Badges 2.0 for ``openbadges:assertion``, which is read, never written.
"""

import re

from humanely.credential.carrier.png import must_be_text
from humanely.credential.carrier.svg_reading import NAMESPACE, Baked, Reading
from humanely.credential.carrier.unreadable import CarrierUnreadable

_JWT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")


def bake(picture: bytes, credential: bytes) -> bytes:
    """The picture with the credential in it, in place of any that was baked in before.

    JSON goes into the element as it stands; a compact JWT goes into its attribute ``verify``. The two characters XML
    cannot hold, U+FFFE and U+FFFF, are written as JSON escapes, which is the same JSON.

    Args:
        picture: an SVG in UTF-8, 8 MiB at most.
        credential: JSON or a compact JWT, UTF-8, 1 MiB at most.

    Raises:
        CarrierUnreadable: `damaged`, `too_large`, `entities`, `not_text`, `empty`.
    """
    must_be_text(credential)
    reading = Reading(picture)
    if picture[reading.root_end - 2 : reading.root_end] == b"/>":
        raise CarrierUnreadable("damaged")
    # From the last to the first, so that what stands before keeps its place.
    for found in sorted((*reading.current, *reading.old), key=lambda baked: -baked.start):
        picture = picture[: found.start] + picture[found.end :]
    return picture[: reading.root_end] + _element(credential) + picture[reading.root_end :]


def unbake(picture: bytes) -> bytes:
    """The credential baked into a picture: JSON or a compact JWT, and in the old element perhaps an address.

    Raises:
        CarrierUnreadable: `damaged`, `too_large`, `entities`, `nothing_inside`, `several_inside`, `not_text`.
    """
    reading = Reading(picture)
    found = reading.current or reading.old
    if len(found) > 1:
        raise CarrierUnreadable("several_inside")
    if not found:
        raise CarrierUnreadable("nothing_inside")
    return _said(found[0])


def _said(baked: Baked) -> bytes:
    text = baked.text
    has_text, has_attribute = bool(text.strip()), bool(baked.verify.strip())
    if has_text and has_attribute:
        raise CarrierUnreadable("several_inside")
    if not has_text and not has_attribute:
        raise CarrierUnreadable("nothing_inside")
    credential = (text if has_text else baked.verify).encode()
    must_be_text(credential)
    return credential


def _element(credential: bytes) -> bytes:
    start = f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"'
    if _JWT.fullmatch(credential):
        return f'{start} verify="{credential.decode("ascii")}"/>'.encode()
    held = credential.decode().replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    held = held.replace("]]>", "]]]]><![CDATA[>")
    # A carriage return in CDATA would be read as a line feed; as a character reference it stays what it is.
    held = held.replace("\r", "]]>&#13;<![CDATA[")
    return f"{start}><![CDATA[{held}]]></openbadges:credential>".encode()
