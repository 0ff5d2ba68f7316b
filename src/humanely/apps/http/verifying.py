"""Whether a credential holds, for machines: no key is needed, and the answer is that of `humanely verify --json`."""

import binascii
from base64 import b64decode
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.wire import In, Locale
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.faults import RequestUnreadable
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.apps.serving.verifying import MOST_BYTES, fetched, verified
from humanely.credential.verify.report import report

_LONGEST_BASE64 = MOST_BYTES * 4 // 3 + 4
_ALLOWED = "one of credential, file and url"


class ShownCredential(In, frozen=True, kw_only=True):
    """What is to be verified: one of `credential`, `file` and `url`.

    Attributes:
        credential: the credential itself, as a JSON object or, if it is a JWT, as a string.
        file: in base64, of at most 2 MiB: JSON, a JWT, a baked PNG or SVG, a PDF, a stapled package.
        url: a public https address where the file lies.
        locale: of the words: en, de, es or fr.
        trust_package: take the issuer's keys from a stapled package, if you trust whoever packed it.
    """

    credential: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    file: Annotated[str, Meta(max_length=_LONGEST_BASE64)] | msgspec.UnsetType = msgspec.UNSET
    url: Annotated[str, Meta(max_length=2_000)] | msgspec.UnsetType = msgspec.UNSET
    locale: Locale = "en"
    trust_package: bool = False


@operation(
    "POST",
    "/v1/credentials/verify",
    title="Verify a credential",
    area="Credentials",
    most_bytes=2 * _LONGEST_BASE64,
    example={
        "credential": {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential"],
            "issuer": "did:web:school.example",
            "credentialSubject": {"id": "did:example:ada"},
        },
        "locale": "en",
    },
)
async def verify_credential(services: Services, body: ShownCredential, asked: Asked) -> dict[str, Any]:
    """Whether a credential holds, whoever issued it: a `verdict`, every check with its cause, whose turn it is, whom to
    ask, what would settle it, and the same in words under `told`. Never “invalid” where it only could not be checked.
    What you send is not kept.
    """
    take_public(services.public_limit, asked.address)
    data = await _data(services, body)
    found = await verified(services, data, trusts_package=body.trust_package)
    return report(found.outcome, body.locale)


async def _data(services: Services, body: ShownCredential) -> bytes:
    given = [one for one in (body.credential, body.file, body.url) if one is not msgspec.UNSET]
    if len(given) != 1:
        raise RequestUnreadable("The body names nothing to verify, or more than one thing.", allowed=_ALLOWED)
    if isinstance(body.url, str):
        return await fetched(services, body.url)
    if isinstance(body.file, str):
        return _decoded(body.file)
    return _own_text(bytes(body.credential)) if body.credential is not msgspec.UNSET else b""


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise RequestUnreadable(
            "The field 'file' of the body is not base64.", field="file", allowed="base64, of at most 2 MiB"
        ) from None


def _own_text(raw: bytes) -> bytes:
    """A JSON object as it came, byte for byte; a string is what it says."""
    return msgspec.json.decode(raw, type=str).encode() if raw.startswith(b'"') else raw
