"""Other systems that are told: made, tried, disabled, and what never reached them sent again."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.store.outward.deliveries import Delivery, State
from humanely.store.outward.webhook import Webhook, WebhookUnfit

GROUPS = ("turn.*", "handoff.*", "feeling.*", "consent.*", "credential.*")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One webhook.

    Attributes:
        events: names or groups; none for all.
        words: it is sent what was said, which only the operator's command can set.
        state: ``told``, or why it is disabled: ``asked``, ``gone``.
        why: what most of those that wait after a failed try failed of, as a key; empty where none does.
        status: goes with ``answered``; 0 otherwise.
        waiting, delivered, dead: how many messages of those still kept.
    """

    id: str
    url: str
    host: str
    events: tuple[str, ...]
    words: bool
    created_at: dt.datetime
    state: str
    why: str
    status: int
    waiting: int
    delivered: int
    dead: int


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One message that never arrived.

    Attributes:
        entry: of the ledger that it tells of; empty for a test.
        why: a word or two, as a key; ``answered`` goes with `status`.
        status: the last answer's; 0 where there was none.
    """

    id: str
    event: str
    entry: str
    created_at: dt.datetime
    attempts: int
    why: str
    status: int


class WebhooksPage(Page, frozen=True, kw_only=True):
    """Every webhook there ever was, newest first.

    Attributes:
        secret: of the webhook just made, this once; empty at any other time.
        url, chosen: as they were filled in, where a webhook could not be made.
        fault: what was wrong; None where nothing was.
    """

    template: ClassVar[str] = "webhooks.html.j2"
    area: ClassVar[str] = "webhooks"

    rows: tuple[Row, ...]
    groups: tuple[str, ...] = GROUPS
    secret: str = ""
    url: str = ""
    chosen: tuple[str, ...] = GROUPS
    fault: Fault | None = None


class WebhookPage(Page, frozen=True, kw_only=True):
    """One webhook, with what never reached it.

    Attributes:
        secret: the new one, this once; empty at any other time.
    """

    template: ClassVar[str] = "webhook.html.j2"
    area: ClassVar[str] = "webhooks"

    one: Row
    dead: tuple[Letter, ...]
    secret: str = ""


class Made(msgspec.Struct, frozen=True):
    """A webhook to make."""

    url: str = ""
    event: tuple[str, ...] = ()


class Replayed(msgspec.Struct, frozen=True):
    """What to send again; empty for all."""

    delivery: str = ""


@page("/webhooks", permission=Permission.WEBHOOKS)
async def webhooks(services: Services, visit: Visit) -> WebhooksPage:
    """Every webhook."""
    return WebhooksPage(rows=await asyncio.to_thread(_rows, services))


@action("/webhooks", permission=Permission.WEBHOOKS)
async def make_webhook(services: Services, visit: Visit, form: Made) -> Answer | Page:
    """Make one. Its secret stands on the page that answers, and nowhere else."""
    try:
        if not form.event:
            raise WebhookUnfit("it would be told of nothing", fix="Choose what it is told.")
        _, secret = await asyncio.to_thread(
            lambda: services.webhooks.add(form.url.strip(), form.event, visit.now, by=visit.member.id)
        )
    except HumanelyError as error:
        rows = await asyncio.to_thread(_rows, services)
        shown = WebhooksPage(rows=rows, url=form.url, chosen=form.event, fault=fault_of(error, visit))
        return Answer(page=shown, status=422)
    return WebhooksPage(rows=await asyncio.to_thread(_rows, services), secret=secret)


@page("/webhooks/{webhook}", permission=Permission.WEBHOOKS)
async def webhook(services: Services, visit: Visit, webhook: str) -> WebhookPage:
    """One webhook."""
    return await asyncio.to_thread(_page, services, webhook)


@action("/webhooks/{webhook}/rotate", permission=Permission.WEBHOOKS)
async def rotate_webhook(services: Services, visit: Visit, webhook: str) -> WebhookPage:
    """Give it a new secret, which stands on the page that answers, and nowhere else."""
    secret = await asyncio.to_thread(lambda: services.webhooks.rotate(webhook, visit.now, by=visit.member.id))
    return msgspec.structs.replace(await asyncio.to_thread(_page, services, webhook), secret=secret)


@action("/webhooks/{webhook}/test", permission=Permission.WEBHOOKS)
async def try_webhook(services: Services, visit: Visit, webhook: str) -> To:
    """Send it a message that tells of nothing."""
    await asyncio.to_thread(services.webhooks.deliveries.test, webhook, visit.now)
    return To(path=f"/webhooks/{webhook}", flash="webhooks-tested")


@action("/webhooks/{webhook}/disable", permission=Permission.WEBHOOKS)
async def disable_webhook(services: Services, visit: Visit, webhook: str) -> To:
    """Tell it nothing more."""
    await asyncio.to_thread(lambda: services.webhooks.disable(webhook, visit.now, by=visit.member.id))
    return To(path=f"/webhooks/{webhook}", flash="webhooks-disabled")


@action("/webhooks/{webhook}/enable", permission=Permission.WEBHOOKS)
async def enable_webhook(services: Services, visit: Visit, webhook: str) -> To:
    """Tell it again."""
    await asyncio.to_thread(lambda: services.webhooks.enable(webhook, visit.now, by=visit.member.id))
    return To(path=f"/webhooks/{webhook}", flash="webhooks-enabled")


@action("/webhooks/{webhook}/replay", permission=Permission.WEBHOOKS)
async def replay_webhook(services: Services, visit: Visit, webhook: str, form: Replayed) -> To:
    """Send again what never arrived."""
    await asyncio.to_thread(
        lambda: services.webhooks.replayed(webhook, form.delivery or None, visit.now, by=visit.member.id)
    )
    return To(path=f"/webhooks/{webhook}", flash="webhooks-replayed")


def _rows(services: Services) -> tuple[Row, ...]:
    deliveries = services.webhooks.deliveries
    counts, faults = deliveries.counts(), deliveries.faults()
    found = reversed(services.webhooks.all())
    return tuple(_row(one, counts.get(one.id, {}), faults.get(one.id, "")) for one in found)


def _page(services: Services, webhook: str) -> WebhookPage:
    found, deliveries = services.webhooks.one(webhook), services.webhooks.deliveries
    row = _row(found, deliveries.counts().get(webhook, {}), deliveries.faults().get(webhook, ""))
    return WebhookPage(one=row, dead=tuple(map(_letter, deliveries.dead(webhook))))


def _row(webhook: Webhook, counts: Mapping[State, int], fault: str) -> Row:
    return Row(
        id=webhook.id,
        url=webhook.url,
        host=webhook.host,
        events=() if "*" in webhook.events else webhook.events,
        words=webhook.words,
        created_at=webhook.created_at,
        state=webhook.disabled_because or "told",
        why=_why(fault),
        status=int(fault.removeprefix("answered ")) if _why(fault) == "answered" else 0,
        waiting=counts.get("waiting", 0),
        delivered=counts.get("delivered", 0),
        dead=counts.get("dead", 0),
    )


def _why(fault: str) -> str:
    return "answered" if fault.startswith("answered ") else fault.replace(" ", "-")


def _letter(one: Delivery) -> Letter:
    return Letter(
        id=one.id,
        event=one.event,
        entry=str(one.place) if one.place >= 0 else "",
        created_at=one.created_at,
        attempts=one.attempts,
        why=_why(one.fault),
        status=one.status or 0,
    )
