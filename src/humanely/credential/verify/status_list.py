"""Bitstring status lists: one bit for each credential, read and written.

Source: W3C Bitstring Status List v1.0 (2025), sections 2.2, 3.2 to 3.4.
"""

import base64
import binascii
import gzip
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from humanely.errors import HumanelyError

Json = dict[str, Any]
Fault = Literal["encoding", "too_large", "too_short", "bytewise", "outside"]

ENTRIES = 131_072
"""The least number of entries: among so many, who asks about one does not tell which."""
FIRST = ENTRIES // 8
"""From this index on, nobody can take a list of bits for one of bytes: those that we give out start here."""
LONGEST = 4 * 1024 * 1024
"""Bytes of an unpacked list that are read: over 33 million entries. A small file can unpack to gigabytes."""

_GZIP = 16 + zlib.MAX_WBITS
_BITS = 8


class StatusListUnreadable(HumanelyError):
    """A status list, or a place in it, that nothing can be read from.

    Attributes:
        fault: encoding, too_large, too_short, bytewise (a whole byte for each credential) or outside (no such place).
    """

    code = "status_list_unreadable"
    status = 422

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"The status list cannot be read: {fault}.", fix="Ask the issuer to publish it anew.")
        self.fault = fault


def encode(bits: bytes) -> str:
    """Pack a bitstring: gzip, then multibase base64url. The same bits always give the same text.

    Args:
        bits: entry 0 is the most significant bit of the first byte.

    >>> decode(encode(bytes(16_384))) == bytes(16_384)
    True
    """
    packed = gzip.compress(bits, compresslevel=9, mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).rstrip(b"=").decode("ascii")


def decode(encoded: str) -> bytes:
    """Unpack a bitstring.

    Raises:
        StatusListUnreadable: encoding, too_large.
    """
    text = encoded.removeprefix("u")
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpack = zlib.decompressobj(_GZIP)
        bits = unpack.decompress(packed, LONGEST + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise StatusListUnreadable("encoding") from None
    if len(bits) > LONGEST:
        raise StatusListUnreadable("too_large")
    if not unpack.eof:
        raise StatusListUnreadable("encoding")
    return bits


def value_at(bits: bytes, index: int, size: int = 1) -> int:
    """The status at a place.

    Args:
        index: of the entry, from 0.
        size: bits for each entry, 1 to 8.

    Returns:
        0 to 2**size - 1.

    Raises:
        StatusListUnreadable: too_short, bytewise, outside.

    >>> value_at(b"\\x40" + bytes(16_383), 1), value_at(b"\\x40" + bytes(16_383), 0)
    (1, 0)
    """
    if len(bits) * _BITS < ENTRIES * size:
        raise StatusListUnreadable("too_short")
    first = index * size
    if index < 0 or first + size > len(bits) * _BITS:
        raise StatusListUnreadable("outside")
    start = first // _BITS
    window = int.from_bytes(bits[start : start + 2].ljust(2, b"\0"), "big")
    value = window >> (2 * _BITS - first % _BITS - size) & (1 << size) - 1
    # Some write a byte for each credential. Read as bits, that answers for somebody else; where both ways of reading
    # say the same, there is no doubt.
    if size == 1 and index < len(bits) and bits[index] != value and max(bits) == 1:
        raise StatusListUnreadable("bytewise")
    return value


def bits_of(raised: Iterable[int], entries: int = ENTRIES) -> bytes:
    """A bitstring with the bits of some entries raised.

    Raises:
        StatusListUnreadable: outside, an index is not below `entries`; too_short, fewer entries than `ENTRIES`.

    >>> bits_of([0, 9])[:2]
    b'\\x80@'
    """
    if entries < ENTRIES:
        raise StatusListUnreadable("too_short")
    bits = bytearray(-(-entries // _BITS))
    for index in raised:
        if not 0 <= index < entries:
            raise StatusListUnreadable("outside")
        bits[index // _BITS] |= 0x80 >> index % _BITS
    return bytes(bits)


def list_credential(url: str, issuer: str | Json, purpose: str, bits: bytes, valid_from: datetime) -> Json:
    """A status list as a credential, unsigned.

    Args:
        url: where it will be published; it is its id, too.
        purpose: revocation, suspension, message or refresh.
        valid_from: aware; when the list was made.
    """
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": f"{valid_from:%Y-%m-%dT%H:%M:%SZ}",
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": encode(bits),
        },
    }


def entry(url: str, purpose: str, index: int) -> Json:
    """What a credential says of its place in a list: one of its ``credentialStatus``."""
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }
