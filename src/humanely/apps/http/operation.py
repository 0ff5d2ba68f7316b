"""An operation: one method on one address, with all that is known of it, from the signature of its handler.

    @operation("POST", "/v1/people/{person_id}/erase", scope=Scope.PEOPLE, title="Erase a person", area="People")
    async def erase(services: Services, person_id: str, body: Erase) -> Receipt:

What the handler names it gets: ids of the path, `query` and `body` of their types, `asked` for what else is known of
the request. What it returns is the answer. Documents, checks and routes are made of the same value.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, Literal, get_type_hints

import msgspec

from humanely.apps.serving.asked import Replayed
from humanely.apps.serving.shapes import parts_of
from humanely.store.api_key import Scope

Method = Literal["GET", "POST"]
Handler = Callable[..., Awaitable[Any]]

JSON = "application/json"


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method on one address.

    Attributes:
        scope: which a key must have; None where no key is needed.
        title: a few words; says: what it does, from the handler's docstring.
        area: under which it stands in the documents.
        body, query: types; None where there is none.
        answer: type of what comes back as JSON; None where `media_type` is another.
        example: of the body, as JSON; for a GET with a query, of the query.
        most_bytes: largest body; 0 for that of every request.
    """

    name: str
    method: Method
    path: str
    scope: Scope | None
    title: str
    says: str
    area: str
    handle: Handler
    takes: frozenset[str]
    body: Any = None
    query: Any = None
    answer: Any = None
    media_type: str = JSON
    example: Any = None
    most_bytes: int = 0


def operation(
    method: Method, path: str, *, title: str, area: str, scope: Scope | None = None, **more: Any
) -> Callable[[Handler], Operation]:
    """Make an operation of a handler."""

    def made(handle: Handler) -> Operation:
        hints = get_type_hints(handle, include_extras=True)
        media_type = more.get("media_type", JSON)
        return Operation(
            name=handle.__name__,
            method=method,
            path=path,
            scope=scope,
            title=title,
            says=parts_of(inspect.getdoc(handle) or "")[0],
            area=area,
            handle=handle,
            takes=frozenset(inspect.signature(handle).parameters),
            body=hints.get("body"),
            query=hints.get("query"),
            answer=_answer(hints["return"]) if media_type == JSON else None,
            **more,
        )

    return made


def _answer(hint: Any) -> Any:
    """The type of the answer itself: that it may be a repeated one is told in a header."""
    parts = [part for part in getattr(hint, "__args__", ()) if part is not Replayed]
    return parts[0] if Replayed in getattr(hint, "__args__", ()) else hint
