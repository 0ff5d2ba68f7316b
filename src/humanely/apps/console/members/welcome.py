"""A one-time link: somebody sets their password, and is in."""

import asyncio
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.members.sign_in import SignInCode, entered
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.store.team.password import SHORTEST, PasswordUnfit
from humanely.store.team.sign_in import CodeWanted


class Welcome(Page, frozen=True, kw_only=True):
    """The form for a new password.

    Attributes:
        shortest: characters it has at least.
    """

    template: ClassVar[str] = "welcome.html.j2"

    token: str
    name: str
    login: str
    shortest: int = SHORTEST
    fault: Fault | None = None


class NewPassword(msgspec.Struct, frozen=True):
    """The form, filled in."""

    password: str


@page("/welcome/{token}", open=True)
async def welcome(services: Services, visit: Visit, token: str) -> Page:
    """Ask for a password; looking does not spend the link."""
    member = await asyncio.to_thread(services.staff.invitations.invited, token, visit.now)
    return Welcome(token=token, name=member.name, login=member.login)


@action("/welcome/{token}", open=True)
async def set_password(services: Services, visit: Visit, token: str, form: NewPassword) -> Answer | To:
    """Set the password, and sign in with it as anybody does: who has a second factor is asked for it."""
    staff = services.staff
    try:
        member = await asyncio.to_thread(staff.invitations.accept, token, form.password, visit.now)
    except PasswordUnfit as error:
        invited = await asyncio.to_thread(staff.invitations.invited, token, visit.now)
        asked = Welcome(token=token, name=invited.name, login=invited.login, fault=fault_of(error, visit))
        return Answer(page=asked, status=error.status)
    if member.seen_at is None and member.locale != visit.locale:
        # Whoever invited them chose no language: the first one who knows it is their browser.
        spoken = msgspec.structs.replace(member.profile, locale=visit.locale)
        await asyncio.to_thread(staff.change, member.id, spoken, visit.now, by=member.id)
    got = await asyncio.to_thread(staff.sign_in.with_password, member.login, form.password, visit.address, visit.now)
    if isinstance(got, CodeWanted):
        return Answer(page=SignInCode(ticket=got.ticket, next="/"))
    return entered(visit, got)
