"""Passwords of members: long enough, kept as Argon2id, checked in the same time whoever asks.

Source: OWASP and RFC 9106 for Argon2id, NIST SP 800-63B, 5.1.1.2: length and no rules of composition.
"""

import base64
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from humanely.errors import HumanelyError

SHORTEST = 12
LONGEST = 1024

_LONGEST_TYPED = 4 * LONGEST
"""Characters that are looked at at all: composing them takes time that grows with the square of a long text."""

_AT_ONCE = 2
"""Hashes worked out at the same time: each takes 64 MiB, and whoever tries many at once is to wait, not to fill it."""


class PasswordUnfit(HumanelyError):
    """A password cannot be taken; the message never shows it."""

    code = "password_unfit"
    status = 422

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"This cannot be your password: {fault}.",
            fix=f"Choose {SHORTEST} characters or more, such as a few words in a row; any characters will do.",
        )


class Passwords:
    """Makes and checks hashes of passwords.

    >>> quick = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    >>> kept = quick.hash("ada", "a few words in a row")
    >>> quick.fits(kept, "a few words in a row"), quick.fits(kept, "something else"), quick.fits("", "anything")
    (True, False, False)
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Take a hasher with its parameters, else the library's (RFC 9106, low memory)."""
        self._hasher = hasher or PasswordHasher()
        self._slots = threading.BoundedSemaphore(_AT_ONCE)
        self._nobody = _hash_of_nothing(self._hasher)

    def hash(self, login: str, password: str) -> str:
        """What is kept of a new password.

        Raises:
            PasswordUnfit: too short, too long, or the login itself.
        """
        plain = _plain(password)
        if len(plain) < SHORTEST:
            raise PasswordUnfit(f"it is shorter than {SHORTEST} characters")
        if len(plain) > LONGEST or len(password) > _LONGEST_TYPED:
            raise PasswordUnfit(f"it is longer than {LONGEST} characters")
        if plain.strip().casefold() == login:
            raise PasswordUnfit("it is your login")
        with self._slots:
            return self._hasher.hash(plain)

    def renew(self, password: str) -> str:
        """The hash of a password that was taken before, under the parameters of today."""
        with self._slots:
            return self._hasher.hash(_plain(password))

    def fits(self, kept: str, password: str) -> bool:
        """Whether this is the password; it takes as long where none is kept, so that time tells nothing."""
        plain = _plain(password)[:LONGEST]
        with self._slots:
            try:
                return self._hasher.verify(kept or self._nobody, plain) and bool(kept)
            except (VerificationError, InvalidHashError):
                return False

    def is_old(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than are used now."""
        return self._hasher.check_needs_rehash(kept)


def _hash_of_nothing(hasher: PasswordHasher) -> str:
    """A hash that is as much work to check as any, and that nothing fits."""
    salt, digest = (base64.b64encode(bytes(count)).decode().rstrip("=") for count in (hasher.salt_len, hasher.hash_len))
    parameters = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${parameters}${salt}${digest}"


def _plain(password: str) -> str:
    """The same however a keyboard composes it."""
    return unicodedata.normalize("NFC", password[:_LONGEST_TYPED])
