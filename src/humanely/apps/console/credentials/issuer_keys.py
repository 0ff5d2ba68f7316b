"""The keys that sign credentials: a record with dates, renewed, retired, or told to be in other hands since a day."""

import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.desk import asked, at_desk
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.life.keys import KeyRecord
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.credentials import issuer
from humanely.pipeline.credentials.desk import Desk


class SinceUnfit(HumanelyError):
    """A moment from which a key is not ours alone is none, or lies ahead."""

    code = "since_unfit"
    status = 422

    def __init__(self) -> None:
        super().__init__("The moment cannot be used.", fix="Give a day and a time in UTC that have passed.")


class IssuerKeysPage(Page, frozen=True, kw_only=True):
    """Every key there ever was, newest first.

    Attributes:
        did: identifier under which is issued now.
        is_public: others can look the keys up at an address of their own; a key that is its own identifier cannot be
            taken back by anybody.
        since: as it was filled in, where it could not be taken; with the key it was for.
    """

    template: ClassVar[str] = "issuer_keys.html.j2"
    area: ClassVar[str] = "credentials"

    keys: tuple[KeyRecord, ...]
    name: str
    address: str
    did: str
    is_public: bool
    since: tuple[str, str] = ("", "")
    fault: Fault | None = None


class Lost(msgspec.Struct, frozen=True):
    """From when somebody else may have had a key, as a browser writes it, in UTC."""

    since: str = ""


@page("/credentials/keys", permission=Permission.CREDENTIALS_READ)
async def issuer_keys(services: Services, visit: Visit) -> Page:
    """Show the keys."""
    del visit
    return await at_desk(services, _page)


@action("/credentials/keys", permission=Permission.CREDENTIALS_ACT)
async def renew_key(services: Services, visit: Visit) -> To:
    """Make a new key, which signs from now on."""
    await at_desk(services, lambda desk, _: issuer.renew(desk, asked(visit)))
    return To(path="/credentials/keys", flash="cred-done-key-made")


@action("/credentials/keys/{key}/retire", permission=Permission.CREDENTIALS_ACT)
async def retire_key(services: Services, visit: Visit, key: str) -> To:
    """Let a key sign nothing more."""
    await at_desk(services, lambda desk, _: issuer.retire(desk, asked(visit), key))
    return To(path="/credentials/keys", flash="cred-done-key-retired")


@action("/credentials/keys/{key}/compromised", permission=Permission.CREDENTIALS_ACT)
async def lose_key(services: Services, visit: Visit, key: str, form: Lost) -> Answer | To:
    """Tell that somebody else may have a key since then."""
    try:
        since = _moment(form.since, visit.now)
        await at_desk(services, lambda desk, _: issuer.compromised(desk, asked(visit), key, since))
    except SinceUnfit as error:
        shown = await at_desk(services, _page)
        fault = fault_of(error, visit)
        return Answer(page=msgspec.structs.replace(shown, since=(key, form.since), fault=fault), status=422)
    return To(path="/credentials/keys", flash="cred-done-key-lost")


def _moment(text: str, now: dt.datetime) -> dt.datetime:
    try:
        at = dt.datetime.fromisoformat(text.strip())
        at = at.replace(tzinfo=at.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise SinceUnfit from None
    if at > now:
        raise SinceUnfit
    return at


def _page(desk: Desk, now: dt.datetime) -> IssuerKeysPage:
    did = issuer.identity(desk, now).id
    return IssuerKeysPage(
        keys=tuple(reversed(issuer.keys(desk))),
        name=desk.name,
        address=desk.address,
        did=did,
        is_public=bool(issuer.did_web(desk.address)),
    )
