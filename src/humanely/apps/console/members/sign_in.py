"""Signing in, by password and code, and signing out."""

import asyncio
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.team.second_factor import CodeRefused
from humanely.store.team.sessions import LONGEST
from humanely.store.team.sign_in import CodeWanted, SignedIn


class SignIn(Page, frozen=True, kw_only=True):
    """Login and password.

    Attributes:
        next: where to go then, below the root.
        by_issuer: one may also come from an OpenID provider.
    """

    template: ClassVar[str] = "sign_in.html.j2"

    login: str = ""
    next: str = "/"
    by_issuer: bool
    fault: Fault | None = None


class SignInCode(Page, frozen=True, kw_only=True):
    """The code that follows the password."""

    template: ClassVar[str] = "sign_in_code.html.j2"

    ticket: str
    next: str
    fault: Fault | None = None


class Wanted(msgspec.Struct, frozen=True):
    """Where somebody was on the way to."""

    next: str = "/"


class Password(msgspec.Struct, frozen=True):
    """The first form."""

    login: str
    password: str
    next: str = "/"


class Code(msgspec.Struct, frozen=True):
    """The second form."""

    ticket: str
    code: str
    next: str = "/"


@page("/sign-in", open=True)
async def sign_in(services: Services, visit: Visit, query: Wanted) -> Page | To:
    """Ask who is there; somebody who is signed in goes on."""
    if visit.who is not None:
        return To(path=own(query.next))
    return SignIn(next=own(query.next), by_issuer=services.issuer is not None)


@action("/sign-in", open=True)
async def take_password(services: Services, visit: Visit, form: Password) -> Answer | To:
    """Check login and password."""
    try:
        got = await asyncio.to_thread(
            services.staff.sign_in.with_password, form.login, form.password, visit.address, visit.now
        )
    except HumanelyError as error:
        return again(services, visit, error, login=form.login, next=own(form.next))
    if isinstance(got, CodeWanted):
        return Answer(page=SignInCode(ticket=got.ticket, next=own(form.next)))
    return entered(visit, got, own(form.next))


@action("/sign-in/code", open=True)
async def take_code(services: Services, visit: Visit, form: Code) -> Answer | To:
    """Check the code."""
    try:
        got = await asyncio.to_thread(services.staff.sign_in.with_code, form.ticket, form.code, visit.now)
    except CodeRefused as error:
        asked = SignInCode(ticket=form.ticket, next=own(form.next), fault=fault_of(error, visit))
        return Answer(page=asked, status=error.status)
    except HumanelyError as error:
        return again(services, visit, error, next=own(form.next))
    return entered(visit, got, own(form.next))


@action("/sign-out")
async def sign_out(services: Services, visit: Visit) -> To:
    """End this session."""
    await asyncio.to_thread(services.staff.sessions.end, visit.token, visit.now)
    return To(path="/sign-in", flash="signed-out", cookies=(visit.jar.gone("session"),))


def again(services: Services, visit: Visit, error: HumanelyError, *, login: str = "", next: str = "/") -> Answer:  # noqa: A002
    """The first form once more, with what was wrong; never with the password."""
    asked = SignIn(login=login, next=next, by_issuer=services.issuer is not None, fault=fault_of(error, visit))
    return Answer(page=asked, status=error.status)


def entered(visit: Visit, got: SignedIn, path: str = "/") -> To:
    """On to where somebody wanted to go, with their session."""
    cookie = visit.jar.cookie("session", got.token, max_age_s=int(LONGEST.total_seconds()))
    return To(path=path, cookies=(cookie, visit.jar.gone("sign-in")))


def own(path: str) -> str:
    r"""A path of ours, whatever a link says.

    >>> own("/inbox/12?all=1"), own("https://evil.example"), own("//evil.example"), own("/\\evil.example")
    ('/inbox/12?all=1', '/', '/', '/')
    """
    fine = path.startswith("/") and path.isprintable() and path.isascii() and "\\" not in path
    return path if fine and not path.startswith(("//", "/sign-in", "/sign-out")) else "/"
