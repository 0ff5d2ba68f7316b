"""The one secret the operator keeps: it names people without their ids, wraps their keys, and hides other secrets."""

import hmac
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from humanely.errors import HumanelyError
from humanely.trust.erasure import Pseudonym
from humanely.trust.seal import KEY_BYTES, Entropy, KeyWrongLength, SealBroken, SealUnknown, open_, seal

_LOG = "keys"
"""Wrapped keys are sealed like payloads, in a log of their own in which every person is entry 0."""

_SECRETS = "secrets"
"""Hidden secrets are sealed like payloads, too, each bound to its name."""


class RootKeyMissing(HumanelyError):
    """There is no root key where it should be."""

    code = "root_key_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no root key at {str(path)!r}.",
            fix=f"If this is a first start, make one and keep it apart from the database and its backups: "
            f"(umask 077; openssl rand -hex {KEY_BYTES} > {path}). If not, put back the one you have: under another "
            "nothing opens.",
        )


class RootKeyMalformed(HumanelyError):
    """The file of the root key holds something else."""

    code = "root_key_malformed"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {str(path)!r} holds no root key: that is one line of {2 * KEY_BYTES} hexadecimal digits.",
            fix="Put back the right file from where you keep it.",
        )


class KeyUnreadable(HumanelyError):
    """A person's wrapped key does not open."""

    code = "key_unreadable"

    def __init__(self, pseudonym: Pseudonym) -> None:
        super().__init__(
            f"The key of person {pseudonym[:12]} does not open: it was wrapped under another root key, or is damaged.",
            fix="Start with the root key this data was made with, or restore the key from a backup.",
        )


class SecretUnreadable(HumanelyError):
    """A secret that was hidden does not open."""

    code = "secret_unreadable"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The secret {name!r} does not open: it was hidden under another root key or another name, or is damaged.",
            fix="Start with the root key this data was made with, or set the secret anew.",
        )


class RootKey:
    """Makes pseudonyms, wraps keys and hides secrets, each with a key of its own derived from the secret.

    Source: HKDF with SHA-256, RFC 5869.

    >>> root = RootKey(bytes(range(32)))
    >>> root.pseudonym("ada")[:12], root
    ('5100efa32e9a', RootKey())
    """

    def __init__(self, secret: bytes) -> None:
        """Derive the keys.

        Raises:
            KeyWrongLength: the secret is not 32 bytes long.
        """
        if len(secret) != KEY_BYTES:
            raise KeyWrongLength(len(secret))
        self._naming = _derived(secret, b"humanely pseudonym")
        self._wrapping = _derived(secret, b"humanely key wrapping")
        self._hiding = _derived(secret, b"humanely secrets")

    def __repr__(self) -> str:
        return "RootKey()"

    def pseudonym(self, person: str) -> Pseudonym:
        """The person's id under HMAC-SHA-256: always the same, and not to be turned back or guessed without the key."""
        return Pseudonym(hmac.digest(self._naming, person.encode(), "sha256").hex())

    def wrap(self, key: bytes, pseudonym: Pseudonym, entropy: Entropy) -> bytes:
        """Seal a person's key, bound to the person."""
        return seal(self._wrapping, key, log=_LOG, index=0, person=pseudonym, entropy=entropy)

    def unwrap(self, wrapped: bytes, pseudonym: Pseudonym) -> bytes:
        """Give back a person's key.

        Raises:
            KeyUnreadable: wrapped under another root key or for another person, or damaged.
        """
        try:
            return open_(self._wrapping, wrapped, log=_LOG, index=0, person=pseudonym)
        except (SealBroken, SealUnknown):
            raise KeyUnreadable(pseudonym) from None

    def hide(self, secret: bytes, name: str, entropy: Entropy) -> bytes:
        """Seal a secret that the server itself needs again, bound to its name."""
        return seal(self._hiding, secret, log=_SECRETS, index=0, person=name, entropy=entropy)

    def reveal(self, hidden: bytes, name: str) -> bytes:
        """Give back a hidden secret.

        Raises:
            SecretUnreadable: hidden under another root key or another name, or damaged.
        """
        try:
            return open_(self._hiding, hidden, log=_SECRETS, index=0, person=name)
        except (SealBroken, SealUnknown):
            raise SecretUnreadable(name) from None


def read_root_key(path: Path) -> RootKey:
    """Read the root key the operator made.

    Raises:
        RootKeyMissing: there is no such file.
        RootKeyMalformed: the file holds anything but 64 hexadecimal digits.
    """
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        raise RootKeyMissing(path) from None
    except ValueError:  # not hexadecimal, not even text; neither may be shown, it may be a secret after all
        raise RootKeyMalformed(path) from None
    if len(secret) != KEY_BYTES:
        raise RootKeyMalformed(path)
    return RootKey(secret)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(secret)
