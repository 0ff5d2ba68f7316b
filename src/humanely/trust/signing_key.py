"""Keys that sign notes, as the strings they are kept and given out as.

A key id is the first 4 bytes of SHA-256(name, newline, 0x01, public key): a label, no proof.

Source: C2SP signed-note, "Signatures"; RFC 8032 (Ed25519). The key strings are those of Go's sumdb/note.
"""

import base64
import binascii
from hashlib import sha256
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from humanely.errors import HumanelyError

KEY_BYTES = 32
KEY_ID_BYTES = 4

_ED25519 = b"\x01"
_PRIVATE = "PRIVATE+KEY+"

Role = Literal["verifier", "signer"]


class KeyMalformed(HumanelyError):
    """A key string cannot be read; the message never shows the key."""

    code = "key_malformed"

    def __init__(self, role: Role, fault: str) -> None:
        super().__init__(
            f"A {role} key cannot be read: {fault}.",
            fix="Copy the whole key again, on one line, from where it was made.",
        )


class Signature(msgspec.Struct, frozen=True):
    """One signature line: whose key it says it is, and the signature itself."""

    name: str
    key_id: bytes
    signature: bytes


class Verifier(msgspec.Struct, frozen=True):
    """A public key and the name it signs under."""

    name: str
    public_key: bytes

    @classmethod
    def parse(cls, key: str) -> "Verifier":
        """Read `name+key id in hex+base64(0x01 + public key)`.

        Raises:
            KeyMalformed: the string is no such key, or its key id is that of another.
        """
        verifier = cls(*_parse_key("verifier", key))
        _require_key_id("verifier", key, verifier)
        return verifier

    @property
    def key_id(self) -> bytes:
        """The first 4 bytes of the hash over name and key."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public_key).digest()[:KEY_ID_BYTES]

    def encode(self) -> str:
        """The key as a string that may be given to anyone."""
        return f"{self.name}+{self.key_id.hex()}+{encode_base64(_ED25519 + self.public_key)}"

    def holds(self, text: str, signature: Signature) -> bool:
        """Whether `signature` is this key's over `text`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public_key).verify(signature.signature, text.encode())
        except InvalidSignature:
            return False
        return True


class Signer:
    """A private key and the name it signs under. It is no struct, so that nothing prints the key by chance.

    >>> Signer("example.org/log", bytes(32))
    Signer('example.org/log')
    """

    def __init__(self, name: str, seed: bytes) -> None:
        """Take a key of 32 random bytes (the seed of RFC 8032).

        Raises:
            KeyMalformed: the name or the length of the seed will not do.
        """
        if not is_key_name(name):
            raise KeyMalformed("signer", "its name is empty or has a space, a plus or a control character")
        if len(seed) != KEY_BYTES:
            raise KeyMalformed("signer", f"it has {len(seed)} bytes where {KEY_BYTES} belong")
        self.name = name
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self._key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return f"Signer({self.name!r})"

    @classmethod
    def parse(cls, key: str) -> "Signer":
        """Read `PRIVATE+KEY+name+key id in hex+base64(0x01 + seed)`.

        Raises:
            KeyMalformed: the string is no such key, or its key id is that of another.
        """
        if not key.startswith(_PRIVATE):
            raise KeyMalformed("signer", f"it does not begin with {_PRIVATE}")
        public_form = key.removeprefix(_PRIVATE)
        signer = cls(*_parse_key("signer", public_form))
        _require_key_id("signer", public_form, signer.verifier)
        return signer

    def encode(self) -> str:
        """The key as a string to be kept secret."""
        seed = self._key.private_bytes_raw()
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{encode_base64(_ED25519 + seed)}"

    def sign(self, text: str) -> Signature:
        """Sign the text, whose last character is a newline."""
        return Signature(self.name, self.verifier.key_id, self._key.sign(text.encode()))


def decode_base64(text: str) -> bytes | None:
    """The bytes `text` stands for, or None unless it is their one canonical form (RFC 4648, section 4).

    >>> decode_base64("aGk="), decode_base64("aGl="), decode_base64("aGk")
    (b'hi', None, None)
    """
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if encode_base64(decoded) == text else None


def encode_base64(value: bytes) -> str:
    """Standard base64 with padding (RFC 4648, section 4)."""
    return base64.b64encode(value).decode("ascii")


def is_key_name(name: str) -> bool:
    """Whether a key may bear this name: not empty, no spaces, no plus, no control characters."""
    return bool(name) and not any(c.isspace() or c < " " or c == "+" for c in name)


def _parse_key(role: Role, key: str) -> tuple[str, bytes]:
    """Name and raw key of `name+key id+base64(0x01 + raw key)`."""
    parts = key.split("+", 2)
    if len(parts) != 3 or not is_key_name(parts[0]):
        raise KeyMalformed(role, "it is not a name, a key id and a key with a plus between them")
    raw = decode_base64(parts[2])
    if raw is None or raw[:1] != _ED25519 or len(raw) != 1 + KEY_BYTES:
        raise KeyMalformed(role, "its last part is not the base64 of an Ed25519 key")
    return parts[0], raw[1:]


def _require_key_id(role: Role, key: str, verifier: Verifier) -> None:
    if key.split("+", 2)[1].lower() != verifier.key_id.hex():
        raise KeyMalformed(role, "its key id is not the one of its name and key")
