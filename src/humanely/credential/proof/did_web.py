"""Where the document of a did:web lies; nothing is fetched here.

Source: did:web method specification (W3C CCG), "Read (Resolve)".
"""

import re

from humanely.errors import HumanelyError

DID_WEB = "did:web:"

_LONGEST = 2_000
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!\d+$){_LABEL}")
"""Lower case, at least two labels, the last no number: no address, no single name of a local network."""
_SEGMENT = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._~-]+")
_PRIVATE = ("localhost", "local", "internal", "home.arpa", "lan", "localdomain")


class DidWebMalformed(HumanelyError):
    """A did:web names no place on the public web."""

    code = "did_web_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"A did:web cannot be followed: {fault}.",
            fix="Ask the issuer for the right one, such as did:web:issuer.example or did:web:issuer.example:dept.",
        )


def did_web_url(did: str) -> str:
    """The https address of the document that a did:web stands for.

    Only the public web is meant: a host is a name in lower case with a dot in it, without user or port; each
    further part is one plain path segment.

    Raises:
        DidWebMalformed: it is no did:web, or not of this form.

    >>> did_web_url("did:web:issuer.example")
    'https://issuer.example/.well-known/did.json'
    >>> did_web_url("did:web:issuer.example:dept:chemistry")
    'https://issuer.example/dept/chemistry/did.json'
    >>> did_web_url("did:web:127.0.0.1")
    Traceback (most recent call last):
    humanely.credential.proof.did_web.DidWebMalformed: A did:web cannot be followed: its host is not a public name. ...
    """
    if not did.startswith(DID_WEB) or len(did) > _LONGEST:
        raise DidWebMalformed(f"it does not begin with {DID_WEB} or is too long")
    host, *segments = did.removeprefix(DID_WEB).split(":")
    if not _is_public(host):
        raise DidWebMalformed("its host is not a public name")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        raise DidWebMalformed("a part of its path is empty or not plain")
    return f"https://{host}/{'/'.join(segments or ['.well-known'])}/did.json"


def _is_public(host: str) -> bool:
    return (
        len(host) <= 253
        and _HOST.fullmatch(host) is not None
        and not any(host.endswith("." + ending) for ending in _PRIVATE)
    )
