"""The second factor: six digits from an app (TOTP), and recovery codes for when the app is lost.

Source: RFC 6238, with steps of 30 s; the step before and the step after are taken, too.
"""

import base64
import datetime as dt
from hashlib import sha256
from hmac import compare_digest

import msgspec
import pyotp

from humanely.errors import HumanelyError
from humanely.trust.seal import Entropy, EntropyWrongLength

STEP_S = 30
RECOVERY_CODES = 10

_SECRET_BYTES = 20
_RECOVERY_BYTES = 10


class CodeRefused(HumanelyError):
    """A code is not the one that is due, or was used before."""

    code = "code_refused"
    status = 401

    def __init__(self) -> None:
        super().__init__(
            "This code is not right, or was used before.",
            fix="Wait for the next one of your app and check the clock of your device; a recovery code will do, too.",
        )


class SecretMalformed(HumanelyError):
    """A secret for codes came back otherwise than it was given out."""

    code = "secret_malformed"
    status = 422

    def __init__(self) -> None:
        super().__init__("The secret for the codes is damaged; nothing was changed.", fix="Begin again.")


class SecondFactor(msgspec.Struct, frozen=True):
    """What is kept, sealed, of a member's second factor.

    Attributes:
        secret: base32, 160 bits.
        recovery: SHA-256 of each recovery code that was not used yet.
    """

    secret: str
    recovery: tuple[bytes, ...]

    def step_of(self, code: str, now: dt.datetime, *, used: int) -> int | None:
        """The time step a code belongs to.

        Args:
            used: the newest step a code was used of; it and those before open no more.

        Returns:
            None where the code is none that is due.
        """
        totp, digits = pyotp.TOTP(self.secret), "".join(code.split())
        present = int(now.timestamp()) // STEP_S
        steps = (present, present - 1, present + 1)
        return next(
            (
                step
                for step in steps
                if step > used and compare_digest(totp.generate_otp(step).encode(), digits.encode())
            ),
            None,
        )

    def without(self, code: str) -> "SecondFactor | None":
        """The same with a recovery code spent; None where it is no such code."""
        spent = _hash(code)
        if spent not in self.recovery:
            return None
        return SecondFactor(self.secret, tuple(kept for kept in self.recovery if kept != spent))


def new_secret(entropy: Entropy) -> str:
    """A secret for an app, base32."""
    return base64.b32encode(_drawn(entropy, _SECRET_BYTES)).decode()


def read_secret(text: str) -> str:
    """A secret that was given out, as it comes back.

    Raises:
        SecretMalformed: it has not the form of one.
    """
    try:
        whole = len(base64.b32decode(text)) == _SECRET_BYTES
    except ValueError:
        whole = False
    if not whole:
        raise SecretMalformed
    return text


def address(secret: str, login: str, issuer: str) -> str:
    """What an app reads from a picture: ``otpauth://…``."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=issuer)


def new_recovery_codes(entropy: Entropy) -> tuple[str, ...]:
    """Ten codes of 80 bits each, in groups that can be typed.

    >>> new_recovery_codes(bytes)[0]
    'aaaa-aaaa-aaaa-aaaa'
    """
    drawn = (base64.b32encode(_drawn(entropy, _RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES))
    return tuple("-".join(one[at : at + 4] for at in range(0, len(one), 4)) for one in drawn)


def kept(secret: str, codes: tuple[str, ...]) -> SecondFactor:
    """What to keep of a secret and its recovery codes."""
    return SecondFactor(secret, tuple(_hash(code) for code in codes))


def _hash(code: str) -> bytes:
    return sha256("".join(code.split()).replace("-", "").lower().encode()).digest()


def _drawn(entropy: Entropy, count: int) -> bytes:
    drawn = entropy(count)
    if len(drawn) != count:
        raise EntropyWrongLength(count, len(drawn))
    return drawn
