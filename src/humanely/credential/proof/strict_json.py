"""JSON of strangers, read so that no two readers can see two things in it.

What RFC 8259 leaves to each reader is refused: a name given twice, text that is no Unicode, numbers that a double
cannot hold. What is read here always has one canonical form.

Source: RFC 8785, section 3.1 (I-JSON, RFC 7493).
"""

import json
import math
from typing import Any, Literal, TypeAlias

from humanely.errors import HumanelyError

Json: TypeAlias = dict[str, Any]

Fault = Literal["too_large", "not_json", "not_an_object", "duplicate_key", "too_deep", "bad_text", "bad_number"]

MOST_BYTES = 1 << 20
MOST_LEVELS = 64
GREATEST_INTEGER = (1 << 53) - 1
"""The last integer that a double tells apart from its neighbours."""
_DIGITS_BELOW = 1e21

_HAPPENED: dict[Fault, str] = {
    "too_large": f"It is larger than {MOST_BYTES:,} bytes.",
    "not_json": "It is not JSON.",
    "not_an_object": "It is JSON, but not an object.",
    "duplicate_key": "An object in it has the same name twice, so that two readers may see two different things.",
    "too_deep": f"It is nested deeper than {MOST_LEVELS} levels.",
    "bad_text": "A text in it is not Unicode.",
    "bad_number": "A number in it is too large to be kept exactly.",
}


class CredentialUnreadable(HumanelyError):
    """What was given is no JSON object that everybody reads alike."""

    code = "credential_unreadable"
    status = 422

    def __init__(self, fault: Fault) -> None:
        super().__init__(
            f"The credential cannot be read. {_HAPPENED[fault]}",
            fix="Ask whoever gave it to you for the file as its issuer made it.",
        )
        self.fault = fault


def read(data: bytes) -> Json:
    """Read one JSON object in UTF-8, at most 1 MiB and 64 levels.

    Raises:
        CredentialUnreadable: with its `fault`.

    >>> read(b'{"name": "Teamwork"}')
    {'name': 'Teamwork'}
    >>> read(b'{"name": "Teamwork", "name": "Leadership"}')
    Traceback (most recent call last):
    humanely.credential.proof.strict_json.CredentialUnreadable: The credential cannot be read. An object in it has ...
    """
    if len(data) > MOST_BYTES:
        raise CredentialUnreadable("too_large")
    value = _parsed(data)
    if not isinstance(value, dict):
        raise CredentialUnreadable("not_an_object")
    # Fewer brackets than levels allowed need no walk; most credentials have few.
    if data.count(b"{") + data.count(b"[") > MOST_LEVELS and _is_too_deep(value):
        raise CredentialUnreadable("too_deep")
    if b"\\u" in data and not _is_unicode(value):
        raise CredentialUnreadable("bad_text")
    return value


def _parsed(data: bytes) -> Any:
    try:
        return _DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise CredentialUnreadable("bad_text") from None
    except json.JSONDecodeError:
        raise CredentialUnreadable("not_json") from None
    except RecursionError:
        raise CredentialUnreadable("too_deep") from None


def _object(pairs: list[tuple[str, Any]]) -> Json:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise CredentialUnreadable("duplicate_key")
    return value


def _integer(text: str) -> int:
    # The length first: to read a million digits takes long.
    if len(text) > 17 or not -GREATEST_INTEGER <= (value := int(text)) <= GREATEST_INTEGER:
        raise CredentialUnreadable("bad_number")
    return value


def _float(text: str) -> float:
    value = float(text)
    # Below 1e21 the canonical form of a whole number is its digits, which would be refused as an integer.
    if not math.isfinite(value) or GREATEST_INTEGER < abs(value) < _DIGITS_BELOW:
        raise CredentialUnreadable("bad_number")
    return value


def _constant(_: str) -> float:
    raise CredentialUnreadable("bad_number")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_constant)


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    return value.values() if isinstance(value, dict) else value


def _is_unicode(value: Any) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
