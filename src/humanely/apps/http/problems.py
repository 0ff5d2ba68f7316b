"""Every way a request can go wrong, in one shape: what happened, and what to do. Source: RFC 9457."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from humanely.apps.place import place_of as place_of
from humanely.apps.serving.faults import RequestUnreadable
from humanely.errors import HumanelyError
from humanely.pipeline.companion import Unrecorded

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger(__name__)


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went wrong and what to do about it; never anything a customer wrote.

    Attributes:
        type: names the kind of problem, the same for ever.
        title: the kind in words.
        status: the HTTP status.
        detail: what happened.
        fix: what to do.
        field: which part of the request, where it is one.
        allowed: what may stand there.
        card: what to show at once to somebody whose life may be at risk, where even that could not be recorded.
        error: the same in the form of OpenAI's servers, at the addresses that speak it.
    """

    type: str
    title: str
    status: int
    detail: str
    fix: str
    field: str = ""
    allowed: str = ""
    card: str = ""
    error: dict[str, str] = {}


SPOKEN_TO_AS_OPENAI = frozenset(("/v1/chat/completions", "/v1/models"))
"""Addresses whose clients look for a message in `error`."""

EDGE: Mapping[int, tuple[str, str, str]] = {
    400: ("request_malformed", "The request is no request this server can read.", "Send plain HTTP with a Host."),
    404: ("not_found", "There is nothing at this address.", "The addresses are at /docs."),
    405: ("method_not_allowed", "This address does not take that method.", "The header Allow names those it takes."),
    413: ("body_too_large", "The body of the request is too large.", "Send shorter texts, or fewer at once."),
    499: ("client_gone", "The request ended before it had come whole.", "Send it again."),
    503: ("stopping", "The server is stopping.", "Send the request again in a moment."),
}
"""What the framework refuses: code, what happened, what to do."""


def problem_of(error: Exception) -> Problem:
    """The problem an error is told as; an error nobody foresaw gives its type only.

    >>> from humanely.errors import UsageError
    >>> problem_of(UsageError("No text was given.", fix="Give one.")).type
    'urn:humanely:problem:usage'
    """
    if isinstance(error, HumanelyError):
        extra = (error.field, error.allowed) if isinstance(error, RequestUnreadable) else ("", "")
        problem = _problem(error.code, error.status, error.happened, error.fix, extra)
        return msgspec.structs.replace(problem, card=error.card) if isinstance(error, Unrecorded) else problem
    if isinstance(error, HTTPException) and error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        code, happened, fix = EDGE.get(error.status_code, EDGE[400])
        return _problem(code, error.status_code, happened, fix)
    if isinstance(error, HTTPException) and "disconnected" in error.detail:
        return _problem("client_gone", 400, *EDGE[499][1:])
    return _problem(
        "fault",
        500,
        f"A fault in Humanely itself: {type(error).__name__}.",
        "Send the request again. If it stays, report the line in the server's log; it holds nothing of the request.",
    )


def _problem(code: str, status: int, happened: str, fix: str, place: tuple[str, str] = ("", "")) -> Problem:
    title = code.replace("_", " ").capitalize()
    field, allowed = place
    return Problem(f"urn:humanely:problem:{code}", title, status, happened, fix, field, allowed)


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The HTTP answer for any error; one that nobody foresaw is logged by type and place, without its words."""
    problem = problem_of(error)
    if request.scope["path"] in SPOKEN_TO_AS_OPENAI:
        code = problem.type.rpartition(":")[2]
        told = {"message": f"{problem.detail} {problem.fix}", "type": "invalid_request_error", "code": code}
        problem = msgspec.structs.replace(problem, error=told)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error("%s in %s", type(error).__name__, place_of(error))
    headers = {"cache-control": "no-store", **(getattr(error, "headers", None) or {})}
    if problem.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        # What is left of the body is not read: nobody may send the next request behind it.
        headers["connection"] = "close"
    return Response(msgspec.json.encode(problem), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)
