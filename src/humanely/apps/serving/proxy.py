"""What a proxy in front says of a request, where it is trusted: only what it added itself.

Every proxy adds its own value behind those that came to it, so whoever asks can write all but the last.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)+", re.ASCII)
"""What a sub-path may look like; two slashes at its start would be another host."""
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?", re.ASCII)

_KEPT = "humanely_host"


def forwarded(headers: Iterable[tuple[bytes, bytes]], root: str) -> dict[str, Any]:
    """What changes of a request's scope by the last values of X-Forwarded-For, -Host, -Proto and -Prefix.

    Args:
        root: path under which the operator says people see this server; then no header says another.

    >>> forwarded([(b"x-forwarded-host", b"evil.example, care.example"), (b"x-forwarded-proto", b"https")], "")
    {'scheme': 'https', 'humanely_host': 'care.example'}
    """
    given = dict[bytes, str]()
    for name, value in headers:
        given[name] = value.decode("latin-1").rpartition(",")[2].strip()
    changed: dict[str, Any] = {}
    if seen := given.get(b"x-forwarded-for", ""):
        changed["client"] = (seen, 0)
    if (scheme := given.get(b"x-forwarded-proto", "")) in {"http", "https"}:
        changed["scheme"] = scheme
    if _HOST.fullmatch(host := given.get(b"x-forwarded-host", "")):
        changed[_KEPT] = host
    prefix = given.get(b"x-forwarded-prefix", "").rstrip("/")
    if not root and PREFIX.fullmatch(prefix):
        changed["humanely_root"] = prefix
    return changed


def host_of(scope: Mapping[str, Any]) -> str:
    """The host under which people see this server, with its port; empty where nobody says.

    >>> host_of({"headers": [(b"host", b"localhost:8000")]})
    'localhost:8000'
    """
    direct = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return str(scope.get(_KEPT, direct))
