"""What a handler answered, as HTTP: a page under a strict policy, or the way to another."""

from typing import Any
from urllib.parse import quote

from litestar import Response
from litestar.datastructures import Cookie

from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.render import render
from humanely.apps.console.visit import Visit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""A page loads what this server sends, and nothing else; it stands in no frame, and sends its forms nowhere else."""

_FLASH_S = 60


def respond(answered: Page | Answer | To | Response[Any], visit: Visit) -> Response[Any]:
    """What a handler answered, as HTTP."""
    if isinstance(answered, Response):
        answered.headers.setdefault("cache-control", "no-store")
        return answered
    if isinstance(answered, To):
        flash = visit.jar.cookie("flash", answered.flash, max_age_s=_FLASH_S)
        return redirect(visit.page(answered.path), (*answered.cookies, *([flash] if answered.flash else [])))
    if isinstance(answered, Page):
        answered = Answer(page=answered)
    return html(answered.page, visit, status=answered.status, cookies=answered.cookies)


def html(page: Page, visit: Visit, *, status: int = 200, cookies: tuple[Cookie, ...] = ()) -> Response[bytes]:
    """A page."""
    headers = {"cache-control": "no-store", "content-security-policy": POLICY}
    own = [visit.jar.gone("flash")] if visit.flash else []
    own += [visit.keeps] if visit.keeps else []
    return Response(
        render(page, visit),
        status_code=status,
        media_type="text/html",
        headers=headers,
        cookies=[*own, *cookies],
    )


def redirect(address: str, cookies: tuple[Cookie, ...] = ()) -> Response[Any]:
    """The way to another page, to be got anew."""
    headers = {"location": address, "cache-control": "no-store"}
    return Response(b"", status_code=303, headers=headers, cookies=[*cookies])


def to_sign_in(visit: Visit, *, came_for: str) -> Response[Any]:
    """The way to the sign-in, and back to what somebody came for."""
    wanted = f"?next={quote(came_for, safe='/')}" if came_for not in ("", "/") else ""
    return redirect(visit.to(f"/sign-in{wanted}"))
