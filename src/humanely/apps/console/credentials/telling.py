"""Whom no mail has told what was done: a human passes it on, with a link, and notes that they did."""

import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.desk import asked, at_desk, beside
from humanely.apps.console.credentials.shown import called, whose
from humanely.apps.console.page import Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.people.roles import Permission
from humanely.pipeline.credentials import notices
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.notice import Told, Why
from humanely.pipeline.credentials.notices import Untold


class News(msgspec.Struct, frozen=True, kw_only=True):
    """Something that somebody was not told.

    Attributes:
        what: key of the words for what was done.
        why: they were not told.
    """

    credential: str
    achievement: str
    who: str
    what: str
    why: Why
    at: dt.datetime


class UntoldPage(Page, frozen=True, kw_only=True):
    """What holders were not told, the longest waiting first."""

    template: ClassVar[str] = "credentials_untold.html.j2"
    area: ClassVar[str] = "credentials"

    news: tuple[News, ...]


@page("/credentials/untold", permission=Permission.CREDENTIALS_READ)
async def untold(services: Services, visit: Visit) -> Page:
    """Show what was not told."""

    def work(desk: Desk) -> UntoldPage:
        found = notices.untold(desk, visit.now)
        return UntoldPage(news=tuple(_news(desk, one, visit.locale) for one in found))

    return await beside(services, work)


@action("/credentials/{credential}/told", permission=Permission.CREDENTIALS_ACT)
async def told_holder(services: Services, visit: Visit, credential: str) -> To:
    """Note that somebody has told the holder of all of it; nothing more is sent."""
    await at_desk(services, lambda desk, _: notices.passed_on(desk, asked(visit), credential))
    return To(path=f"/credentials/{credential}", flash="cred-told-noted")


def words_for(kind: Told) -> str:
    """The key of the words for what was done.

    >>> words_for("revoked"), words_for("appeal_decided")
    ('cred-step-credential-revoked', 'cred-step-appeal-decided')
    """
    if kind in {"expiring", "expired"}:
        return "cred-untold-expiring"
    group, step = ("appeal", kind.removeprefix("appeal_")) if kind.startswith("appeal_") else ("credential", kind)
    return f"cred-step-{group}-{step}"


def _news(desk: Desk, one: Untold, locale: str) -> News:
    held = desk.at(one.credential_id)
    return News(
        credential=held.id,
        achievement=called(desk, held, locale),
        who=whose(held),
        what=words_for(one.kind),
        why=one.why,
        at=one.at,
    )
