"""Ed25519 public keys as text: Multikey (`z6Mk…`) and the identifier made of one (`did:key:z6Mk…`).

Source: W3C Controlled Identifiers 1.0, sections 2.2.2 and 2.4 (Multikey, base58btc); did:key method 0.9.
"""

from humanely.errors import HumanelyError

KEY_BYTES = 32
DID_KEY = "did:key:"

_ED25519 = b"\xed\x01"
"""The multicodec prefix that says Ed25519 public key."""

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_LONGEST = 200
"""Characters; far above any key or signature of Ed25519, and few enough that reading them takes no time."""


class MultikeyMalformed(HumanelyError):
    """A text is no Ed25519 public key in Multikey form."""

    code = "multikey_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"A public key cannot be read: {fault}.",
            fix="Give an Ed25519 public key in Multikey form, which begins with z6Mk.",
        )


def encode(public: bytes) -> str:
    """The 32 bytes of an Ed25519 public key as Multikey.

    >>> encode(bytes(32))
    'z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'
    """
    return "z" + encode_base58(_ED25519 + public)


def decode(text: str) -> bytes:
    """The 32 bytes of an Ed25519 public key.

    Raises:
        MultikeyMalformed: it is another kind of key, or none.
    """
    raw = decode_multibase(text)
    if raw is None:
        raise MultikeyMalformed("it is not base58btc behind a z")
    if raw[:2] != _ED25519 or len(raw) != 2 + KEY_BYTES:
        raise MultikeyMalformed("it is not the 32 bytes of an Ed25519 public key")
    return raw[2:]


def did_key(public: bytes) -> str:
    """The identifier of whoever holds the private half, and nothing more is known of them."""
    return DID_KEY + encode(public)


def decode_multibase(text: str) -> bytes | None:
    """The bytes behind base58btc with its `z`, or None.

    >>> decode_multibase("z2g"), decode_multibase("z0"), decode_multibase("2g")
    (b'a', None, None)
    """
    if not text.startswith("z") or len(text) > _LONGEST:
        return None
    number = 0
    try:
        for character in text[1:]:
            number = number * 58 + _VALUES[character]
    except KeyError:
        return None
    zeros = len(text) - 1 - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode_base58(value: bytes) -> str:
    """Base58 of Bitcoin: no 0, O, I or l; each leading zero byte is a 1."""
    number, text = int.from_bytes(value, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = _ALPHABET[digit] + text
    return "1" * (len(value) - len(value.lstrip(b"\0"))) + text
