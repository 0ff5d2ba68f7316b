"""From a request of the public to its handler and back: the same steps for every one.

1. From which page it comes.
2. How much came from its address.
3. Who asks: the visitor's token, and how much they asked.
4. What: the body becomes a value, or the request is refused.
5. Whether it is in hand already.
6. The handler, and its answer as JSON.

Everything is a POST with a JSON body, so that no id and no token ever stands in an address.
"""

import datetime as dt
import os
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any, get_type_hints

import msgspec
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler

from humanely.apps.http import problems
from humanely.apps.http.endpoint import MediaTypeUnknown
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.faults import RequestUnreadable, unreadable
from humanely.apps.serving.keys import shown_in
from humanely.apps.serving.rate_limit import RateLimit, network_of, take_public
from humanely.apps.serving.services import Services
from humanely.apps.widget import origin
from humanely.apps.widget.visitor import Visitor, Visitors

AnyRequest = Request[Any, Any, Any]
Handler = Callable[..., Awaitable[Any]]

MOST_BYTES = 64 * 1024
"""Of one body; the longest message has 4,000 characters."""

NEIGHBOURS = 20
"""Visitors of one address, such as that of a school, who may be busy at once."""

_REPEAT_KEY = re.compile(r"[\x21-\x7e]{1,100}")


class Door:
    """What every request of the public passes.

    Args:
        services: with the settings of the widget.
    """

    def __init__(self, services: Services) -> None:
        per_s = services.widget.per_minute / 60
        self.services = services
        self.visitors = Visitors(services.root_key, os.urandom)
        self._by_visitor = RateLimit(per_s, services.widget.per_minute)
        self._by_address = RateLimit(per_s * NEIGHBOURS, services.widget.per_minute * NEIGHBOURS)

    def post(self, name: str, handle: Handler, *, known: bool = True) -> list[HTTPRouteHandler]:
        """The routes of one handler: its own, and that of the browser's question beforehand.

        Args:
            handle: takes `door`, then what it names of `visitor`, `body`, `asked`, and `private`: whether the browser
                asks for privacy (Global Privacy Control).
            known: only a visitor who shows a token gets in.
        """
        hints = get_type_hints(handle)

        async def endpoint(request: AnyRequest) -> Response[Any]:
            async def answered() -> Response[Any]:
                visitor = self.visitor(request) if known else None
                body = await _body(hints["body"], request)
                asked = _asked(name, visitor, body, request)
                private = request.headers.get("sec-gpc") == "1"
                given = {"visitor": visitor, "body": body, "asked": asked, "private": private}
                with self.services.repeats.in_hand(asked.repeat_key):
                    answer = await handle(self, **{one: value for one, value in given.items() if one in hints})
                return _told(answer)

            return await self.through(request, answered)

        endpoint.__name__ = f"widget_{name}"
        return [
            self.lets(f"/widget/{name}"),
            HTTPRouteHandler(
                f"/widget/{name}",
                http_method="POST",
                status_code=200,
                opt={"operation": f"widget_{name}"},
                request_max_body_size=MOST_BYTES,
            )(endpoint),
        ]

    def lets(self, path: str) -> HTTPRouteHandler:
        """The answer to a browser that asks beforehand whether a page may ask."""

        async def preflight(request: AnyRequest) -> Response[None]:
            return Response(None, status_code=204, headers=origin.lets(request.headers, self.services.widget.origins))

        return HTTPRouteHandler(path, http_method="OPTIONS", status_code=204)(preflight)

    async def through(self, request: AnyRequest, answered: Callable[[], Awaitable[Response[Any]]]) -> Response[Any]:
        """Answer a request of an allowed page; what goes wrong is told so that the page's script can read it.

        Raises:
            OriginRefused: the page is none of those.
        """
        lets = origin.allowed(request.headers, self.services.widget.origins)
        try:
            take_public(self._by_address, self.address(request))
            answer = await answered()
        except Exception as error:
            answer = problems.answer(request, error)
        answer.headers.update(lets)
        return answer

    def visitor(self, request: AnyRequest) -> Visitor:
        """Who asks.

        Raises:
            VisitorUnknown: their token is not ours, or too old.
            TooOften: they have asked too much.
        """
        visitor = self.visitors.known(shown_in(request.headers), self.now())
        self.take(visitor)
        return visitor

    def take(self, visitor: Visitor) -> None:
        """Count one request of a visitor.

        Raises:
            TooOften: they have asked too much.
        """
        take_public(self._by_visitor, visitor.person)

    @staticmethod
    def address(request: AnyRequest) -> str:
        """Where a request comes from, as limits count it."""
        return network_of(request.client.host if request.client else "")

    def now(self) -> dt.datetime:
        """Aware, in UTC."""
        return dt.datetime.now(dt.UTC)


async def _body(shape: Any, request: AnyRequest) -> Any:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise MediaTypeUnknown
    try:
        return msgspec.json.decode(await request.body(), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise unreadable(error, shape, "body") from None


def _asked(name: str, visitor: Visitor | None, body: Any, request: AnyRequest) -> Asked:
    sent = request.headers.get("idempotency-key", "")
    if sent and not _REPEAT_KEY.fullmatch(sent):
        allowed = "1 to 100 visible ASCII characters"
        raise RequestUnreadable("The header Idempotency-Key cannot be used.", field="Idempotency-Key", allowed=allowed)
    # A visitor's key says nothing to anybody else's.
    key = f"widget {visitor.conversation} {name} {sent}" if visitor and sent else ""
    return Asked(repeat_key=key, fingerprint=sha256(msgspec.json.encode((name, body))).digest())


def _told(answer: Any) -> Response[Any]:
    if isinstance(answer, Response):
        return answer
    told = answer.answer if isinstance(answer, Replayed) else answer
    headers = {"cache-control": "no-store"}
    return Response(msgspec.json.encode(told), media_type="application/json", headers=headers)
