"""API keys: what one is, what it may do, and its secret, which is shown once and kept as a hash."""

import base64
import datetime as dt
import re
from hashlib import sha256
from hmac import compare_digest
from typing import Literal

import msgspec

from humanely.errors import HumanelyError
from humanely.store.scope import Scope as Scope
from humanely.trust.seal import Entropy, EntropyWrongLength

ID_BYTES = 8
SECRET_BYTES = 32

_TEXT = re.compile(r"hum_([0-9a-f]{16})_[A-Za-z0-9_-]{43}", re.ASCII)


Refusal = Literal["unknown", "revoked", "expired"]

_REFUSED: dict[Refusal, str] = {
    "unknown": "The API key is not one of this server's.",
    "revoked": "The API key was revoked.",
    "expired": "The API key has expired.",
}


class ApiKeyRefused(HumanelyError):
    """A key was shown that opens nothing; the message never shows the key."""

    code = "api_key_refused"
    status = 401

    def __init__(self, reason: Refusal) -> None:
        super().__init__(
            _REFUSED[reason],
            fix="Make one with humanely key create --data DIR --name NAME --scope SCOPE, and send the whole of it.",
        )
        self.reason = reason


class ApiKeyMissing(HumanelyError):
    """A key was named that there is not."""

    code = "api_key_missing"

    def __init__(self, key_id: str) -> None:
        super().__init__(f"There is no API key with the id {key_id!r}.", fix="List them: humanely key list --data DIR")


class ApiKeyUnfit(HumanelyError):
    """A key cannot be made as it was asked for."""

    code = "api_key_unfit"
    exit_status = 2

    def __init__(self, fault: str, *, fix: str) -> None:
        super().__init__(f"The API key was not made: {fault}.", fix=fix)


class ApiKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key without its secret.

    Attributes:
        id: 16 hexadecimal digits; no secret.
        name: what the operator calls it.
        scopes: at least one, in the order of `Scope`.
        created_at: aware, UTC.
        expires_at: aware, UTC; None where it does not expire.
        revoked_at: aware, UTC; None where it holds.
    """

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: dt.datetime
    expires_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None

    def allows(self, scope: Scope) -> bool:
        """Whether the key names this scope; whether it still holds is told by `refusal`."""
        return scope in self.scopes

    def refusal(self, now: dt.datetime) -> Refusal | None:
        """Why the key opens nothing any more; None where it holds."""
        if self.revoked_at is not None:
            return "revoked"
        if self.expires_at is not None and now >= self.expires_at:
            return "expired"
        return None


class Secret:
    """The whole of a key, as its holder sends it. It is no struct, so that nothing prints it by chance.

    >>> secret = Secret.new(lambda count: bytes(range(count)))
    >>> secret
    Secret('0001020304050607')
    >>> secret.text[:21], len(secret.text)
    ('hum_0001020304050607_', 64)
    """

    def __init__(self, key_id: str, text: str) -> None:
        """Take a key id and the text it stands in; `new` and `parse` make them fit each other."""
        self.id = key_id
        self.text = text

    def __repr__(self) -> str:
        return f"Secret({self.id!r})"

    @classmethod
    def new(cls, entropy: Entropy) -> "Secret":
        """A new key's secret, of 256 random bits.

        Raises:
            EntropyWrongLength: the source of randomness gave too little or too much.
        """
        key_id = _random(entropy, ID_BYTES).hex()
        encoded = base64.urlsafe_b64encode(_random(entropy, SECRET_BYTES)).decode().rstrip("=")
        return cls(key_id, f"hum_{key_id}_{encoded}")

    @classmethod
    def parse(cls, text: str) -> "Secret":
        """Read what somebody sends as a key.

        Raises:
            ApiKeyRefused: it has not the form of one.
        """
        found = _TEXT.fullmatch(text)
        if found is None:
            raise ApiKeyRefused("unknown")
        return cls(found[1], text)

    @property
    def sha256(self) -> bytes:
        """What is kept of it; with 256 random bits behind it, a plain hash cannot be guessed back."""
        return sha256(self.text.encode()).digest()

    def fits(self, kept: bytes) -> bool:
        """Whether this is the secret a hash was kept of, in a time that does not tell how near it comes."""
        return compare_digest(self.sha256, kept)


def _random(entropy: Entropy, count: int) -> bytes:
    drawn = entropy(count)
    if len(drawn) != count:
        raise EntropyWrongLength(count, len(drawn))
    return drawn
