"""What happens to every request before it is routed, and after it was answered: the path, the proxy, the log.

Ids in a path are free text, so a path is routed as it came, still percent-encoded: an id may hold a slash.
"""

import logging
import time
from http import HTTPMethod
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from humanely.apps.serving.metrics import Metrics
from humanely.apps.serving.proxy import forwarded

LOG = logging.getLogger("humanely.access")
UNKNOWN = "unknown"
"""Stands for the operation of an address that is none, and for a method that is none."""

_SECURE = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
_POLICY = (
    b"content-security-policy",
    b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
)
"""Of everything that is no page, and so loads nothing, whatever a browser takes it for."""


class Edge:
    """An ASGI application around another.

    Args:
        root: path under which a proxy shows this server, such as ``/humanely``; requests may come with or without.
        trusts_proxy: believe X-Forwarded-For, -Host, -Proto and -Prefix; never where clients reach it directly.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, *, root: str = "", trusts_proxy: bool = False) -> None:
        self._app = app
        self._metrics = metrics
        self._root = root
        self._trusts_proxy = trusts_proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0
        settled = self._settled(scope)

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                own = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *_SECURE, *([] if _POLICY[0] in own else [_POLICY])]
            await send(message)

        try:
            await self._app(settled, receive, watched)
        finally:
            self._note(settled, status, time.perf_counter() - began)

    def _settled(self, scope: Any) -> Any:
        """The request as it is routed: below the sub-path, still encoded, as the proxy saw it."""
        path = scope.get("raw_path", b"").split(b"?")[0].decode("latin-1") or scope["path"]
        changed: dict[str, Any] = {"root_path": "", "humanely_root": self._root}
        if self._trusts_proxy:
            changed |= forwarded(scope["headers"], self._root)
        root = changed["humanely_root"]
        if root and (path == root or path.startswith(f"{root}/")):
            path = path.removeprefix(root) or "/"
        return {**scope, **changed, "path": path}

    def _note(self, scope: Any, status: int, seconds: float) -> None:
        """One line and one count: the operation, never the address, which holds ids."""
        handler = scope.get("route_handler")
        name = handler.opt.get("operation", UNKNOWN) if handler is not None else UNKNOWN
        self._metrics.answered(name, status, seconds)
        client = (scope.get("client") or ("-",))[0]
        # A client may call its method what it likes.
        method = scope["method"] if scope["method"] in HTTPMethod.__members__ else UNKNOWN
        LOG.info("%s %s %s %d %.1f ms", client, method, name, status, seconds * 1000)
