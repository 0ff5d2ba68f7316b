"""Files that pages load: sent under an address that changes with them, so that a browser keeps them for good."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from litestar import Request, Response
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler

_FILES = files("humanely.apps.console") / "static"
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_HASHED = 12


@cache
def _content(name: str) -> bytes:
    return (_FILES / name).read_bytes()


@cache
def address(name: str) -> str:
    """Where a file is found, below the root.

    >>> address("console.css")  # doctest: +ELLIPSIS
    '/static/....console.css'
    """
    return f"/static/{sha256(_content(name)).hexdigest()[:_HASHED]}.{name}"


@cache
def _named() -> dict[str, str]:
    """Each file by the last part of its address."""
    return {address(file.name).rpartition("/")[2]: file.name for file in _FILES.iterdir()}


def route() -> HTTPRouteHandler:
    """The framework's route of all of them."""

    async def static(request: Request[Any, Any, Any]) -> Response[bytes]:
        name = _named().get(request.path_params["file"])
        if name is None:
            raise NotFoundException
        headers = {"cache-control": "public, max-age=31536000, immutable"}
        return Response(_content(name), media_type=_TYPES[name.rpartition(".")[2]], headers=headers)

    return HTTPRouteHandler("/static/{file:str}", http_method="GET", opt={"operation": "console_static"})(static)
