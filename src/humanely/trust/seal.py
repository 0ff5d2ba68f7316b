"""A payload sealed under one person's key, and bound to its place in the ledger.

AES-256-GCM (NIST SP 800-38D). The log, the index of the entry and the person are authenticated with the payload:
sealed bytes that are moved to another place do not open there. With random nonces one key is good for 2**32 seals
(SP 800-38D, section 8.3), far more than one person ever says.

Sealed bytes are ``version (1) | nonce (12) | ciphertext | tag (16)``.
"""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from humanely.errors import HumanelyError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES
"""How many bytes sealed bytes are longer than their payload."""

VERSION = b"\x01"

Entropy = Callable[[int], bytes]
"""Gives that many random bytes, fit for keys: ``os.urandom`` outside of tests."""


class KeyWrongLength(HumanelyError):
    """A key is not 32 bytes long."""

    code = "key_wrong_length"

    def __init__(self, length: int) -> None:
        super().__init__(
            f"A key of {length} bytes was given; AES-256 takes {KEY_BYTES}.",
            fix="Take the key from a key store: it makes keys that fit.",
        )


class EntropyWrongLength(HumanelyError):
    """A source of randomness gave another number of bytes than it was asked for."""

    code = "entropy_wrong_length"

    def __init__(self, wanted: int, given: int) -> None:
        super().__init__(
            f"The source of randomness gave {given} bytes instead of {wanted}; nothing was sealed.",
            fix="Use the operating system's: os.urandom.",
        )


class SealUnknown(HumanelyError):
    """Bytes that this version of the format did not make."""

    code = "seal_unknown"

    def __init__(self, log: str, index: int) -> None:
        super().__init__(
            f"The payload of entry {index} in log {log!r} is not sealed in a format known here.",
            fix="Open it with the version of Humanely that sealed it, or restore it from a copy if it was cut short.",
        )


class SealBroken(HumanelyError):
    """The key, the place or the bytes differ from those at sealing; the cipher does not tell which."""

    code = "seal_broken"

    def __init__(self, log: str, index: int) -> None:
        super().__init__(
            f"The payload of entry {index} in log {log!r} does not open: it was sealed under another key or for "
            "another place, or its bytes were changed.",
            fix="Run humanely ledger verify to see whether it was changed, and restore it from a copy if so.",
        )


def seal(key: bytes, payload: bytes, *, log: str, index: int, person: str, entropy: Entropy) -> bytes:
    """Seal a payload for one place of one log.

    Args:
        key: of the person, 32 bytes.
        payload: at most 2**31 - 1 bytes.
        index: of the entry in the log, [0, 2**64).
        person: whose payload it is.
        entropy: asked for 12 bytes, the nonce.

    Raises:
        KeyWrongLength: the key is not 32 bytes long.
        EntropyWrongLength: the nonce would not have its 96 bits.

    >>> import os
    >>> key = os.urandom(KEY_BYTES)
    >>> sealed = seal(key, b"Where is my parcel?", log="main", index=7, person="p-1", entropy=os.urandom)
    >>> open_(key, sealed, log="main", index=7, person="p-1")
    b'Where is my parcel?'
    """
    cipher = _cipher(key)
    nonce = entropy(NONCE_BYTES)
    if len(nonce) != NONCE_BYTES:
        raise EntropyWrongLength(NONCE_BYTES, len(nonce))
    return VERSION + nonce + cipher.encrypt(nonce, payload, _bound_to(log, index, person))


def open_(key: bytes, sealed: bytes, *, log: str, index: int, person: str) -> bytes:
    """Give back the payload that was sealed under this key for this place.

    Raises:
        KeyWrongLength: the key is not 32 bytes long.
        SealUnknown: these bytes are too short, or of a version not known here.
        SealBroken: another key, another log, index or person, or changed bytes.
    """
    cipher = _cipher(key)
    if len(sealed) < OVERHEAD or not sealed.startswith(VERSION):
        raise SealUnknown(log, index)
    nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, ciphertext, _bound_to(log, index, person))
    except InvalidTag:
        raise SealBroken(log, index) from None


def _cipher(key: bytes) -> AESGCM:
    # AESGCM would take 16 or 24 bytes as well, and seal more weakly without a word.
    if len(key) != KEY_BYTES:
        raise KeyWrongLength(len(key))
    return AESGCM(key)


def _bound_to(log: str, index: int, person: str) -> bytes:
    """The associated data; the length in front of the log keeps ("a", "bc") apart from ("ab", "c")."""
    name = log.encode()
    return VERSION + len(name).to_bytes(4) + name + index.to_bytes(8) + person.encode()
