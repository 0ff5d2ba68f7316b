"""One value of a document as it stands in N-Quads."""

import re
from typing import Any

from humanely.credential.linked.fault import NotCanonical

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
I18N = "https://www.w3.org/ns/i18n#"
STRING, DOUBLE = f"{XSD}string", f"{XSD}double"
LARGEST_INTEGER = 10**21
"""From here on a number without fraction is written as a double, as JavaScript does."""

_WHOLE_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>"\\]*')
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def iri(text: str) -> str:
    """Write an IRI.

    Raises:
        NotCanonical: it is relative, or has characters that could end it early.

    >>> iri("https://example.org/1")
    '<https://example.org/1>'
    """
    if _WHOLE_IRI.fullmatch(text) is None:
        raise NotCanonical("term_relative", text)
    return f"<{text}>"


def plain(text: str, datatype: str = "") -> str:
    """Write a string, with its datatype unless it is plain text.

    >>> plain("Well\\tdone"), plain("2026-01-01", "http://www.w3.org/2001/XMLSchema#date")
    ('"Well\\\\tdone"', '"2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date>')
    """
    body = _ESCAPED.sub(_escape, text) if _ESCAPED.search(text) else text
    return f'"{body}"^^<{datatype}>' if datatype and datatype != STRING else f'"{body}"'


def spoken(text: str, language: str, direction: str = "") -> str:
    """Write a string in a language, or that runs in a direction, or both.

    >>> spoken("Bravo", "fr-CA"), spoken("أحسنت", "ar", "rtl")
    ('"Bravo"@fr-ca', '"أحسنت"^^<https://www.w3.org/ns/i18n#ar_rtl>')
    """
    if (language or not direction) and _LANGUAGE.fullmatch(language) is None:
        raise NotCanonical("malformed", "@language")
    if direction not in {"", "ltr", "rtl"}:
        raise NotCanonical("malformed", "@direction")
    if direction:
        return plain(text, f"{I18N}{language.lower()}_{direction}")
    return f"{plain(text)}@{language.lower()}"


def native(value: bool | int | float, datatype: str = "") -> str:
    """Write a truth value or number.

    >>> native(True), native(3.50)
    ('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', '"3.5E0"^^<http://www.w3.org/2001/XMLSchema#double>')
    """
    if isinstance(value, bool):
        return plain("true" if value else "false", datatype or f"{XSD}boolean")
    if datatype != DOUBLE and value == value // 1 and abs(value) < LARGEST_INTEGER:
        return plain(str(int(value)), datatype or f"{XSD}integer")
    mantissa, exponent = f"{value:.15E}".split("E")
    whole, fraction = mantissa.split(".")
    return plain(f"{whole}.{fraction.rstrip('0') or '0'}E{int(exponent)}", datatype or DOUBLE)


def verbatim(value: Any) -> str:
    """Write a JSON value kept as JSON, in its canonical form (RFC 8785).

    >>> verbatim({"b": 1, "a": []})
    '"{\\\\"a\\\\":[],\\\\"b\\\\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>'
    """
    import rfc8785

    try:
        return plain(rfc8785.dumps(value).decode(), f"{RDF}JSON")
    except (rfc8785.CanonicalizationError, RecursionError) as wrong:
        raise NotCanonical("malformed", "@json") from wrong


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
