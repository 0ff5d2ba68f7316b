"""A design as somebody brings it: a file or a pasted text, JSON or TOML."""

import tomllib
from typing import Any

from humanely.credential.proof.strict_json import CredentialUnreadable, read
from humanely.errors import HumanelyError


class DesignUnreadable(HumanelyError):
    """What was brought is no design that can be read."""

    code = "design_unreadable"
    status = 422
    exit_status = 2

    def __init__(self) -> None:
        super().__init__("This is neither JSON nor TOML.", fix="Look for a quotation mark or a comma that is missing.")


def read_design(data: bytes) -> dict[str, Any]:
    """The fields of a design, which nobody has checked yet.

    Raises:
        DesignUnreadable: it is neither JSON nor TOML, or nothing stands in it.

    >>> read_design(b'name = "First aid"'), read_design(b'{"name": "First aid"}')
    ({'name': 'First aid'}, {'name': 'First aid'})
    """
    try:
        return read(data)
    except CredentialUnreadable:
        pass
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        raise DesignUnreadable from None
    if not found:
        raise DesignUnreadable
    return found
