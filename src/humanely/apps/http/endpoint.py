"""From a request to its operation and back: the same steps for every operation.

1. Who asks: the API key and its scope.
2. How much: one token of the key's bucket.
3. What: id, query and body become values, or the request is refused.
4. Whether it was done already, or is being done: one Idempotency-Key is in hand once.
5. The handler.
6. The answer as JSON.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import unquote_to_bytes

import msgspec
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler

from humanely.apps.http.operation import Operation
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.faults import RequestUnreadable, unreadable
from humanely.apps.serving.rate_limit import network_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.api_key import ApiKey

AnyRequest = Request[Any, Any, Any]

MOST_ID = 200
_REPEAT_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_CANONICAL = msgspec.json.Encoder(order="sorted")


class MediaTypeUnknown(HumanelyError):
    """A body came in a form that is not read."""

    code = "media_type_unknown"
    status = 415

    def __init__(self) -> None:
        super().__init__("The body is not marked as JSON.", fix="Send it with Content-Type: application/json.")


def route(operation: Operation, services: Services) -> HTTPRouteHandler:
    """The framework's route of an operation."""

    async def endpoint(request: AnyRequest) -> Response[Any]:
        headers = dict[str, str]()
        key = None
        if operation.scope is not None:
            key = await services.doorkeeper.admit(request.headers, operation.scope)
            headers = services.rate_limit.take(key.id)
        given = await _given(operation, request)
        asked = _asked(operation, request, key, given)
        with services.repeats.in_hand(asked.repeat_key):
            answer = services.repeats.answer(asked)
            if answer is None:
                answer = await operation.handle(services, **_taken(operation, given, asked))
                # Who takes `asked` keeps the key in the ledger, together with what was done.
                if "asked" not in operation.takes:
                    services.repeats.keep(asked, answer)
        return _answered(answer, headers)

    endpoint.__name__ = operation.name
    return HTTPRouteHandler(
        _routed(operation.path),
        http_method=operation.method,
        opt={"operation": operation.name},
        status_code=200,
        media_type=operation.media_type,
        request_max_body_size=operation.most_bytes or services.body_bytes,
    )(endpoint)


def options(path: str, methods: Sequence[str]) -> HTTPRouteHandler:
    """Which methods an address takes; the framework's own answer knows the first of them only."""

    async def told(request: AnyRequest) -> Response[None]:
        return Response(None, status_code=204, headers={"allow": ", ".join((*methods, "OPTIONS"))})

    return HTTPRouteHandler(_routed(path), http_method="OPTIONS", status_code=204)(told)


def _routed(path: str) -> str:
    return path.replace("}", ":str}")


async def _given(operation: Operation, request: AnyRequest) -> dict[str, Any]:
    given: dict[str, Any] = {name: id_of(name, encoded) for name, encoded in request.path_params.items()}
    if operation.query is not None:
        given["query"] = _query(operation.query, request)
    if operation.body is not None:
        given["body"] = await _body(operation.body, request)
    return given


def id_of(name: str, encoded: str) -> str:
    """An id as it stands in a path.

    Raises:
        RequestUnreadable: it is too long, or not UTF-8 once decoded.

    >>> id_of("order_id", "order%2F12%20%E2%82%AC")
    'order/12 €'
    """
    try:
        decoded = unquote_to_bytes(encoded.encode("latin-1")).decode()
    except UnicodeError:
        raise RequestUnreadable(f"The {name} in the path is not UTF-8.", field=name) from None
    if len(decoded) > MOST_ID:
        raise RequestUnreadable(
            f"The {name} in the path is too long.", field=name, allowed=f"1 to {MOST_ID} characters, percent-encoded"
        )
    return decoded


def _query(shape: Any, request: AnyRequest) -> Any:
    pairs = list(request.query_params.multi_items())
    values = dict(pairs)
    if len(values) < len(pairs):
        raise RequestUnreadable("The query names a field twice.")
    try:
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        raise unreadable(error, shape, "query") from None


async def _body(shape: Any, request: AnyRequest) -> Any:
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise MediaTypeUnknown
    try:
        return msgspec.json.decode(await request.body(), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise unreadable(error, shape, "body") from None


def _asked(operation: Operation, request: AnyRequest, key: ApiKey | None, given: dict[str, Any]) -> Asked:
    sent = request.headers.get("idempotency-key") if operation.method == "POST" else None
    if sent is not None and not _REPEAT_KEY.fullmatch(sent):
        raise RequestUnreadable(
            "The header Idempotency-Key cannot be used.",
            field="Idempotency-Key",
            allowed="1 to 200 visible ASCII characters",
        )
    conversation = request.headers.get("x-humanely-conversation", "")
    if len(conversation) > MOST_ID:
        # Cut short, it could be the name of somebody else's conversation.
        raise RequestUnreadable(
            "The header x-humanely-conversation is too long.",
            field="x-humanely-conversation",
            allowed=f"at most {MOST_ID} characters",
        )
    return Asked(
        key=key,
        repeat_key=f"{key.id if key else ''} {operation.name} {sent}" if sent else "",
        fingerprint=sha256(_CANONICAL.encode((operation.name, given))).digest(),
        last_event=request.headers.get("last-event-id", ""),
        conversation=conversation,
        address=network_of((request.scope.get("client") or ("", 0))[0]),
        root=str(request.scope.get("humanely_root", "")),  # set by the edge
    )


def _taken(operation: Operation, given: dict[str, Any], asked: Asked) -> dict[str, Any]:
    return {**given, "asked": asked} if "asked" in operation.takes else given


def _answered(answer: Any, headers: dict[str, str]) -> Response[Any]:
    if isinstance(answer, Response):
        answer.headers.update(headers)
        return answer
    if isinstance(answer, Replayed):
        headers = {**headers, "idempotency-replayed": "true"}
        answer = answer.answer
    headers = {"cache-control": "no-store", **headers}
    return Response(msgspec.json.encode(answer), media_type="application/json", headers=headers)
