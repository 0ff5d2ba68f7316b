"""A credential as a wallet takes it: a file with a name that tells what it is, and the media type of its form.

Source: W3C Verifiable Credentials Data Model v2.0, section 6.2; Securing Verifiable Credentials using JOSE and COSE,
section 6.1.
"""

import re
import unicodedata

import msgspec

from humanely.credential.design.build import Json

JSON_TYPE = "application/vc"
JWT_TYPE = "application/vc+jwt"
_NAME_CHARACTERS = 60


class WalletFile(msgspec.Struct, frozen=True):
    """A file to download."""

    name: str
    media_type: str
    content: bytes


def as_json(credential: Json) -> WalletFile:
    """The signed credential as it stands, readable: no proof looks at its whitespace.

    >>> as_json({"name": "Sécurité du chariot"}).name
    'securite-du-chariot.json'
    """
    content = msgspec.json.format(msgspec.json.encode(credential), indent=2)
    return WalletFile(f"{_named(credential)}.json", JSON_TYPE, content + b"\n")


def as_jwt(credential: Json, jwt: str) -> WalletFile:
    """The same credential as a compact JWT, signed elsewhere; the credential gives the file its name."""
    return WalletFile(f"{_named(credential)}.jwt", JWT_TYPE, jwt.encode("ascii"))


def _named(credential: Json) -> str:
    """A file name in plain letters, which says the achievement and never the holder."""
    plain = unicodedata.normalize("NFKD", str(credential.get("name", ""))).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_NAME_CHARACTERS].strip("-") or "credential"
