"""Somebody's own account: password, codes, where they are signed in, their language."""

import asyncio
import os
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.members.sign_in import entered
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.team import second_factor
from humanely.store.team.member import Member
from humanely.store.team.password import SHORTEST
from humanely.store.team.sessions import Session, id_of

ISSUER = "Humanely"
"""How an app names the codes."""


class Account(Page, frozen=True, kw_only=True):
    """Everything about one's own account.

    Attributes:
        here: id of this session.
        faulty: the form the fault is about: ``password`` or ``codes``.
    """

    template: ClassVar[str] = "account.html.j2"
    area: ClassVar[str] = "account"

    member: Member
    sessions: tuple[Session, ...]
    here: str
    shortest: int = SHORTEST
    fault: Fault | None = None
    faulty: str = ""


class Codes(Page, frozen=True, kw_only=True):
    """A secret for an app, to be scanned or typed.

    Attributes:
        secret: base32; comes back with the form, and is kept only then.
        picture: the same as a picture, a ``data:`` address.
        confirms: the password is asked for: there are codes, which these take the place of.
    """

    template: ClassVar[str] = "codes.html.j2"
    area: ClassVar[str] = "account"

    secret: str
    picture: str
    confirms: bool
    fault: Fault | None = None


class Recovery(Page, frozen=True, kw_only=True):
    """The recovery codes, this once."""

    template: ClassVar[str] = "recovery.html.j2"
    area: ClassVar[str] = "account"

    codes: tuple[str, ...]


class Own(msgspec.Struct, frozen=True):
    """What one may change of oneself."""

    locale: str
    available: bool = False


class Change(msgspec.Struct, frozen=True):
    """Another password."""

    old: str
    new: str


class Shown(msgspec.Struct, frozen=True):
    """The secret as it was given out, a code that shows that the app has it, and the password where it is wanted."""

    secret: str
    code: str
    password: str = ""


class Confirmed(msgspec.Struct, frozen=True):
    """The password again, before what is hard to undo."""

    password: str


@page("/account")
async def account(services: Services, visit: Visit) -> Page:
    """Show it."""
    return await _account(services, visit)


@action("/account")
async def change_own(services: Services, visit: Visit, form: Own) -> To:
    """Change language, and whether one takes new handoffs."""
    profile = msgspec.structs.replace(visit.member.profile, locale=form.locale, available=form.available)
    await asyncio.to_thread(services.staff.change, visit.member.id, profile, visit.now, by=visit.member.id)
    return To(path="/account", flash="account-changed")


@action("/account/password")
async def change_password(services: Services, visit: Visit, form: Change) -> Answer | To:
    """Change the password; every other session ends."""
    try:
        got = await asyncio.to_thread(
            services.staff.sign_in.change_password, visit.member.id, form.old, form.new, visit.now
        )
    except HumanelyError as error:
        return Answer(page=await _account(services, visit, error, "password"), status=error.status)
    return msgspec.structs.replace(entered(visit, got, "/account"), flash="account-password-changed")


@action("/account/sessions/end")
async def end_sessions(services: Services, visit: Visit) -> To:
    """Sign out everywhere but here."""
    await asyncio.to_thread(services.staff.sessions.end_others, visit.token, visit.member.id, visit.now)
    return To(path="/account", flash="account-sessions-ended")


@page("/account/codes")
async def codes(services: Services, visit: Visit) -> Page:
    """Give out a secret for an app."""
    del services
    return _codes(visit, second_factor.new_secret(os.urandom))


@action("/account/codes")
async def set_codes(services: Services, visit: Visit, form: Shown) -> Page | Answer:
    """Take the secret once a code shows that the app has it; the recovery codes are shown this once."""
    try:
        if _confirms(visit):
            await asyncio.to_thread(services.staff.sign_in.confirm, visit.member.id, form.password, visit.now)
        recovery = await asyncio.to_thread(
            services.staff.second_factors.set, visit.member.id, form.secret, form.code, visit.now
        )
    except HumanelyError as error:
        return Answer(page=_codes(visit, second_factor.read_secret(form.secret), error), status=error.status)
    return Recovery(codes=recovery)


@action("/account/codes/off")
async def unset_codes(services: Services, visit: Visit, form: Confirmed) -> Answer | To:
    """Sign in without codes again, once the password was shown."""
    try:
        await asyncio.to_thread(services.staff.sign_in.confirm, visit.member.id, form.password, visit.now)
    except HumanelyError as error:
        return Answer(page=await _account(services, visit, error, "codes"), status=error.status)
    await asyncio.to_thread(services.staff.second_factors.unset, visit.member.id, visit.now, by=visit.member.id)
    return To(path="/account", flash="account-codes-off")


async def _account(services: Services, visit: Visit, error: HumanelyError | None = None, faulty: str = "") -> Account:
    return Account(
        member=visit.member,
        sessions=await asyncio.to_thread(services.staff.sessions.of, visit.member.id, visit.now),
        here=id_of(visit.token),
        fault=fault_of(error, visit) if error else None,
        faulty=faulty,
    )


def _confirms(visit: Visit) -> bool:
    """Whoever finds a browser open does not put their own app in the place of the member's."""
    return visit.member.has_code and visit.member.has_password


def _codes(visit: Visit, secret: str, error: HumanelyError | None = None) -> Codes:
    import segno

    scanned = segno.make(second_factor.address(secret, visit.member.login, ISSUER), micro=False)
    picture = scanned.svg_data_uri(scale=5, border=4, light="#fff")
    fault = fault_of(error, visit) if error else None
    return Codes(secret=secret, picture=picture, confirms=_confirms(visit), fault=fault)
