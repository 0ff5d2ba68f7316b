"""From which pages the widget may be used: those the operator names, and this server's own.

Source: Fetch Standard, 3.3 CORS protocol. No cookie is ever taken, so credentials are never allowed.
"""

from collections.abc import Collection, Mapping

from humanely.errors import HumanelyError

_LETS = {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "authorization, content-type, idempotency-key, last-event-id",
    "access-control-max-age": "600",
}


class OriginRefused(HumanelyError):
    """A page of another site asks."""

    code = "origin_refused"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            "The widget is not allowed on the site of this page.",
            fix='Name the site in settings.toml, as scheme and host: [widget] origins = ["https://shop.example"].',
        )


def allowed(headers: Mapping[str, str], origins: Collection[str]) -> dict[str, str]:
    """The headers that let a page read the answer; who comes from no page needs none.

    Raises:
        OriginRefused: the page is of another site.

    >>> allowed({"origin": "https://shop.example"}, ["https://shop.example"])["access-control-allow-origin"]
    'https://shop.example'
    >>> allowed({"origin": "http://localhost:8000", "host": "localhost:8000"}, [])["vary"]
    'Origin'
    >>> allowed({}, [])
    {}
    """
    origin = headers.get("origin")
    if origin is None:
        return {}
    if origin not in origins and (not headers.get("host") or origin.partition("://")[2] != headers["host"]):
        raise OriginRefused
    return {"access-control-allow-origin": origin, "vary": "Origin", "access-control-expose-headers": "retry-after"}


def lets(headers: Mapping[str, str], origins: Collection[str]) -> dict[str, str]:
    """The answer to a browser that asks beforehand.

    Raises:
        OriginRefused: the page is of another site.
    """
    return {**allowed(headers, origins), **_LETS}
