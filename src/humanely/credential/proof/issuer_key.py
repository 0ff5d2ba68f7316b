"""The key an issuer signs with, and the name under which others find its public half."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from humanely.credential.proof import multikey
from humanely.errors import HumanelyError


class IssuerKeyMalformed(HumanelyError):
    """A private key or its name will not do; the message never shows the key."""

    code = "issuer_key_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The issuer's key cannot be used: {fault}.",
            fix="Give 32 random bytes, and the full address of the key, such as did:web:issuer.example#key-1.",
        )


class IssuerKey:
    """An Ed25519 private key and the id of its verification method. No struct, so that nothing prints it by chance.

    >>> IssuerKey.of_did_key(bytes(32))
    IssuerKey('did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp')
    """

    def __init__(self, private: bytes, method: str) -> None:
        """Take 32 random bytes (the seed of RFC 8032) and the absolute id of the verification method.

        Raises:
            IssuerKeyMalformed: wrong length, or a name without controller or fragment.
        """
        if len(private) != multikey.KEY_BYTES:
            raise IssuerKeyMalformed(f"it has {len(private)} bytes where {multikey.KEY_BYTES} belong")
        controller, _, fragment = method.partition("#")
        if not controller or not fragment:
            raise IssuerKeyMalformed("its name is not a full address with a part behind #")
        self.method = method
        self.controller = controller
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = self._key.public_key().public_bytes_raw()

    def __repr__(self) -> str:
        return f"IssuerKey({self.method!r})"

    @classmethod
    def of_did_key(cls, private: bytes) -> "IssuerKey":
        """The key under the name that it gives itself."""
        encoded = multikey.encode(cls(private, "did:key:unnamed#unnamed").public)
        return cls(private, f"{multikey.DID_KEY}{encoded}#{encoded}")

    def sign(self, data: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(data)

    @property
    def private(self) -> bytes:
        """The 32 bytes to be kept secret."""
        return self._key.private_bytes_raw()
