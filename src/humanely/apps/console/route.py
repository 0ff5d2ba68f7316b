"""From a request to a page and back: the same steps for every page and every action.

1. Who looks: the session.
2. Whether they may: somebody is signed in, their roles allow it, and a form is our own.
3. What: the path, the query and the form become values, or the request is refused; a large form is read only once it
   is certain that it may come.
4. The handler.
5. The page, or the way to the next.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import unquote_to_bytes

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from humanely.apps.console import problem
from humanely.apps.console.form import require_own, require_token, sent_in, values_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.problem import NotAllowed, Unknown
from humanely.apps.console.respond import respond
from humanely.apps.console.visit import AnyRequest, SignInNeeded, visit_of, visit_of_public
from humanely.apps.serving.services import Services
from humanely.people.roles import Permission

Answered: TypeAlias = "Page | Answer | To | Response[Any]"
Handler: TypeAlias = "Callable[..., Awaitable[Answered]]"
Admit = Callable[..., Awaitable[None]]

LONGEST_ID = 200
LONGEST_TICKET = 600
"""What opens a page of the public's."""

Place = Annotated[int, msgspec.Meta(ge=0, lt=10**18)]
"""A place in the ledger, as a query or a form names it."""


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One page or action.

    Attributes:
        path: below the root; ``{name}`` is one percent-encoded part, given to the handler under its name.
        permission: that it takes; None for everybody who is signed in.
        open: nobody has to be signed in.
        public: it is for people outside the team. Whoever has its address may do what it does, so that its forms carry
            no token; it is open.
        most_bytes: largest body; 0 for that of every request.
        admit: takes ``services``, ``visit`` and the parts of the path, and raises where nothing may be sent, before the
            body is read; None where everybody may.
        handle: takes ``services`` and ``visit``, parts of the path by name, and, where it names them, ``query`` and
            ``form``: frozen structs that the query and the form are read into.
    """

    method: Literal["GET", "POST"]
    path: str
    permission: Permission | None
    open: bool
    handle: Handler
    public: bool = False
    most_bytes: int = 0
    admit: Admit | None = None

    @property
    def name(self) -> str:
        """The same for ever, as counts name it."""
        return f"console_{self.handle.__name__}"


def page(path: str, *, permission: Permission | None = None, open: bool = False) -> Callable[[Handler], Route]:  # noqa: A002
    """Make a function the handler of a page (GET)."""
    return lambda handle: Route(method="GET", path=path, permission=permission, open=open, handle=handle)


def action(
    path: str,
    *,
    permission: Permission | None = None,
    open: bool = False,  # noqa: A002
    most_bytes: int = 0,
) -> Callable[[Handler], Route]:
    """Make a function the handler of a form (POST); where all went well it answers with `To`."""
    return lambda handle: Route(
        method="POST", path=path, permission=permission, open=open, handle=handle, most_bytes=most_bytes
    )


def shown(path: str) -> Callable[[Handler], Route]:
    """Make a function the handler of a page for people outside the team."""
    return lambda handle: Route(method="GET", path=path, permission=None, open=True, handle=handle, public=True)


def sent(path: str, *, most_bytes: int = 0, admit: Admit | None = None) -> Callable[[Handler], Route]:
    """Make a function the handler of a form for people outside the team."""
    return lambda handle: Route(
        method="POST",
        path=path,
        permission=None,
        open=True,
        handle=handle,
        public=True,
        most_bytes=most_bytes,
        admit=admit,
    )


def handler(route: Route, services: Services) -> HTTPRouteHandler:
    """The framework's handler of a route."""
    takes = {name: one.annotation for name, one in inspect.signature(route.handle, eval_str=True).parameters.items()}

    async def endpoint(request: AnyRequest) -> Response[Any]:
        visit = visit_of_public(services, request) if route.public else await visit_of(services, request)
        request.state.visit = visit
        if not route.open and visit.who is None:
            raise SignInNeeded
        if route.permission is not None and not visit.may(route.permission):
            raise NotAllowed(route.permission)
        most = LONGEST_TICKET if route.public else LONGEST_ID
        given: dict[str, Any] = {name: _decoded(encoded, most) for name, encoded in request.path_params.items()}
        if route.method == "POST":
            require_own(request)
            if route.admit is not None:
                await route.admit(services, visit, **given)
            filled = await sent_in(request)
            try:
                if not route.public:
                    require_token(filled, visit)
                if "form" in takes:
                    given["form"] = values_of(filled, takes["form"])
            finally:
                await filled.close()
        if "query" in takes:
            given["query"] = values_of(request.query_params, takes["query"])
        return respond(await route.handle(services, visit, **given), visit)

    endpoint.__name__ = route.name
    return HTTPRouteHandler(
        route.path.replace("}", ":str}"),
        http_method=route.method,
        opt={"operation": route.name},
        status_code=200,
        request_max_body_size=route.most_bytes or services.body_bytes,
        exception_handlers={HTTPException: problem.answer, Exception: problem.answer},
    )(endpoint)


def _decoded(encoded: str, most: int = LONGEST_ID) -> str:
    """A part of a path, decoded; one that cannot be names nothing.

    >>> _decoded("order%2F12%20%E2%82%AC")
    'order/12 €'
    """
    try:
        decoded = unquote_to_bytes(encoded.encode("latin-1")).decode()
    except UnicodeError:
        raise Unknown from None
    if len(decoded) > most or "\0" in decoded:
        raise Unknown
    return decoded


def number(text: str) -> int:
    """A place in the ledger, as a path names it.

    Raises:
        Unknown: it is none.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Unknown
    return int(text)
