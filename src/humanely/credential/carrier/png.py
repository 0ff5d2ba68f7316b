"""Credentials baked into PNG pictures: an ``iTXt`` chunk before the end, and not a pixel touched.

Source: Open Badges 3.0, section "Baking"; PNG (Third Edition), sections 5 and 11.3.3.4; Open Badges 2.0 for the
keyword ``openbadges``, which is read and never written.
"""

import zlib
from collections.abc import Iterator

import msgspec

from humanely.credential.carrier.unreadable import CarrierUnreadable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
OLD_KEYWORD = b"openbadges"
MAX_BYTES = 8 << 20
"""Of the picture with what is baked in."""
MAX_SIDE = 4096
"""Pixels of a picture that we draw ourselves; baking and reading never look at pixels."""
MAX_CREDENTIAL_BYTES = 1 << 20
"""Of the credential, unpacked; a real one has 2 to 30 KiB."""


class _Chunk(msgspec.Struct, frozen=True):
    """One chunk: its four-letter kind, its data, and all its bytes as they stand in the file."""

    kind: bytes
    data: bytes
    whole: bytes


def bake(picture: bytes, credential: bytes) -> bytes:
    """The picture with the credential in it, in place of any that was baked in before.

    Args:
        picture: a PNG, 8 MiB at most.
        credential: JSON or a compact JWT, UTF-8, 1 MiB at most.

    Raises:
        CarrierUnreadable: `damaged`, `too_large`, `not_text`, `empty`.
    """
    must_be_text(credential)
    kept = [chunk for chunk in _chunks(picture) if _keyword(chunk) not in (KEYWORD, OLD_KEYWORD)]
    # Keyword, then: not compressed, no method, no language, no translated keyword.
    added = _written(b"iTXt", KEYWORD + b"\0\0\0\0\0" + credential)
    return SIGNATURE + b"".join(chunk.whole for chunk in kept[:-1]) + added + kept[-1].whole


def unbake(picture: bytes) -> bytes:
    """The credential baked into a picture: JSON or a compact JWT, and with the old keyword perhaps an address.

    Raises:
        CarrierUnreadable: `damaged`, `too_large`, `nothing_inside`, `several_inside`, `bomb`, `not_text`.
    """
    chunks = list(_chunks(picture))
    for keyword in (KEYWORD, OLD_KEYWORD):
        found = [chunk for chunk in chunks if _keyword(chunk) == keyword]
        if len(found) > 1:
            raise CarrierUnreadable("several_inside")
        if found:
            text = _text(found[0])
            must_be_text(text)
            return text
    raise CarrierUnreadable("nothing_inside")


def size(picture: bytes) -> tuple[int, int]:
    """Width and height in pixels, of a picture whose chunks are all sound.

    Raises:
        CarrierUnreadable: `damaged`; `too_large` for more than 4,096 pixels on a side.
    """
    header = next(chunk.data for chunk in list(_chunks(picture)) if chunk.kind == b"IHDR")
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    if not 0 < width <= MAX_SIDE or not 0 < height <= MAX_SIDE:
        raise CarrierUnreadable("too_large")
    return width, height


def _chunks(picture: bytes) -> Iterator[_Chunk]:
    """Every chunk, each CRC checked, up to and including IEND; what follows that is not part of the picture."""
    if len(picture) > MAX_BYTES:
        raise CarrierUnreadable("too_large")
    if not picture.startswith(SIGNATURE):
        raise CarrierUnreadable("damaged")
    at = len(SIGNATURE)
    while True:
        chunk = _chunk_at(picture, at)
        if at == len(SIGNATURE) and chunk.kind != b"IHDR":
            raise CarrierUnreadable("damaged")
        yield chunk
        if chunk.kind == b"IEND":
            return
        at += len(chunk.whole)


def _chunk_at(picture: bytes, at: int) -> _Chunk:
    length = int.from_bytes(picture[at : at + 4])
    whole = picture[at : at + 12 + length]
    if len(whole) < 12 + length or zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:]):
        raise CarrierUnreadable("damaged")
    return _Chunk(kind=whole[4:8], data=whole[8:-4], whole=whole)


def _written(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def _keyword(chunk: _Chunk) -> bytes | None:
    """The keyword of a text chunk of any of the three kinds; None for other chunks."""
    return chunk.data.partition(b"\0")[0] if chunk.kind in (b"iTXt", b"tEXt", b"zTXt") else None


def _text(chunk: _Chunk) -> bytes:
    rest = chunk.data.partition(b"\0")[2]
    if chunk.kind == b"tEXt":
        return rest
    if chunk.kind == b"zTXt":
        return _inflated(rest[1:])
    compressed, text = rest[:1], rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    return _inflated(text) if compressed == b"\1" else text


def _inflated(data: bytes) -> bytes:
    """Unpacked, but never more than a credential may have: a picture of 1 KiB can hold a thousand times that."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MAX_CREDENTIAL_BYTES + 1)
    except zlib.error as error:
        raise CarrierUnreadable("damaged") from error
    if len(text) > MAX_CREDENTIAL_BYTES:
        raise CarrierUnreadable("bomb")
    if not unpacking.eof:
        raise CarrierUnreadable("damaged")
    return text


def must_be_text(credential: bytes) -> None:
    """Refuse what cannot be a credential: nothing, more than 1 MiB, or no UTF-8."""
    if not credential.strip():
        raise CarrierUnreadable("empty")
    if len(credential) > MAX_CREDENTIAL_BYTES:
        raise CarrierUnreadable("too_large")
    try:
        credential.decode()
    except UnicodeDecodeError as error:
        raise CarrierUnreadable("not_text") from error
