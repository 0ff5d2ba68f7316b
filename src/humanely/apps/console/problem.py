"""What a page says when something goes wrong: what happened, and what to do."""

import logging
from http import HTTPStatus
from typing import Any, ClassVar

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException

from humanely.apps.console.page import Page
from humanely.apps.console.respond import html, to_sign_in
from humanely.apps.console.visit import AnyRequest, SignInNeeded, Visit, stranger
from humanely.apps.console.words import words
from humanely.errors import HumanelyError
from humanely.people.roles import Permission, needed

_LOG = logging.getLogger(__name__)


class NotAllowed(HumanelyError):
    """Somebody who is signed in may not do this."""

    code = "not_allowed"
    status = 403

    def __init__(self, permission: Permission) -> None:
        self.roles = needed(permission)
        super().__init__(
            "Your roles do not allow this.", fix=f"Ask somebody with one of these roles: {', '.join(self.roles)}."
        )


class Unknown(HumanelyError):
    """There is nothing here."""

    code = "unknown"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is nothing at this address.", fix="Go back, or begin at the start.")


class Problem(Page, frozen=True, kw_only=True):
    """What happened, and what to do.

    Attributes:
        authored: it is told in the locale of the visit; otherwise in English.
    """

    template: ClassVar[str] = "problem.html.j2"

    status: int
    happened: str
    fix: str
    authored: bool


class PublicProblem(Problem, frozen=True, kw_only=True):
    """The same for people outside the team."""

    template: ClassVar[str] = "public_problem.html.j2"


def answer(request: AnyRequest, error: Exception) -> Response[Any]:
    """The page for any error; one that nobody foresaw is logged by type and place, without its words."""
    visit = request.state.get("visit") or stranger(request)
    if isinstance(error, SignInNeeded) and request.scope["path"] != "/live":
        return to_sign_in(visit, came_for=visit.path if request.method == "GET" else "")
    page = _problem(error, visit)
    if page.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error("%s in %s", type(error).__name__, _place(error))
    if visit.public:
        page = PublicProblem(**msgspec.structs.asdict(page))
    made = html(page, visit, status=page.status)
    made.headers.update(getattr(error, "headers", None) or {})
    return made


def _problem(error: Exception, visit: Visit) -> Problem:
    said = words(visit.locale)
    if isinstance(error, NotAllowed):
        roles = [said.say(f"role-{role}") for role in error.roles]
        fix = said.say("problem-not-allowed-fix", roles=", ".join(roles), count=len(roles))
        return Problem(status=error.status, happened=said.say("problem-not-allowed"), fix=fix, authored=True)
    known = error.code if isinstance(error, HumanelyError) else _code(error)
    key = f"problem-{known.replace('_', '-')}"
    status = error.status if isinstance(error, HumanelyError) else _status(error)
    if said.has(key):
        return Problem(status=status, happened=said.say(key), fix=said.say(f"{key}-fix"), authored=True)
    told = error if isinstance(error, HumanelyError) else Unknown()
    return Problem(status=status, happened=told.happened, fix=told.fix, authored=False)


def _status(error: Exception) -> int:
    return error.status_code if isinstance(error, HTTPException) and error.status_code < 500 else 500


def _code(error: Exception) -> str:
    known = {404: "unknown", 405: "unknown", 413: "too_large", 500: "fault"}
    return known.get(_status(error), "malformed")


def _place(error: BaseException) -> str:
    """Where in our code it happened: module and line, without any value."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("humanely."):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
