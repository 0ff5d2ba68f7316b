"""Other systems that want to be told: made, rotated, disabled, and what never reached them sent again."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.wire import Confirmed, In
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.services import Services
from humanely.store.api_key import Scope
from humanely.store.outward.deliveries import Delivery, State
from humanely.store.outward.webhook import LONGEST_URL, Webhook

Event = Annotated[str, Meta(min_length=1, max_length=64)]


class ArrivingWebhook(In, frozen=True, kw_only=True):
    """Where to post what happens.

    Attributes:
        url: https; http on this machine only. Private addresses need `webhooks.networks` in settings.toml.
        events: by name, or by group such as `handoff.*`; none for all.
        words: send what was said, too. Without, messages hold ids, names and figures only.
    """

    url: Annotated[str, Meta(min_length=1, max_length=LONGEST_URL)]
    events: Annotated[tuple[Event, ...], Meta(max_length=50)] = ()
    words: bool = False


class WebhookTold(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook.

    Attributes:
        disabled_because: `asked`, or `gone` where the receiver answered 410; empty where it is told.
        deliveries: how many of those still kept are waiting, delivered, dead or gone.
        fault: what most of those that wait after a failed try failed of; empty where none does.
    """

    id: str
    url: str
    events: tuple[str, ...]
    words: bool
    created_at: dt.datetime
    disabled_at: dt.datetime | None
    disabled_because: str
    deliveries: dict[State, int] = {}
    fault: str = ""


class WebhookMade(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook, with the secret that signs what it is told.

    Attributes:
        secret: shown this once; `whsec_` and base64, as Standard Webhooks has it.
    """

    webhook: WebhookTold
    secret: str


class WebhooksTold(msgspec.Struct, frozen=True):
    """Every webhook there ever was, oldest first."""

    webhooks: tuple[WebhookTold, ...]


class Rotated(msgspec.Struct, frozen=True):
    """A new secret, shown this once; the one before signs along for 24 hours."""

    secret: str


class DeliveryTold(msgspec.Struct, frozen=True, kw_only=True):
    """A message to a webhook.

    Attributes:
        id: the header `webhook-id`, the same at every try.
        attempts: tries so far.
        status: HTTP status of the last answer; null where there was none.
        fault: what went wrong last.
    """

    id: str
    event: str
    state: State
    attempts: int
    created_at: dt.datetime
    next_at: dt.datetime | None
    status: int | None
    fault: str


class DeadLetters(msgspec.Struct, frozen=True):
    """What never arrived, newest first, 200 at most; kept for 30 days."""

    dead: tuple[DeliveryTold, ...]


class ReplayWanted(In, frozen=True, kw_only=True):
    """What to send again.

    Attributes:
        delivery: id of one dead letter; null for all of the webhook.
    """

    delivery: Annotated[str, Meta(min_length=1, max_length=64)] | None = None


class Replaying(msgspec.Struct, frozen=True):
    """How many are sent again."""

    count: int


@operation(
    "POST",
    "/v1/webhooks",
    title="Add a webhook",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={"url": "https://example.org/humanely", "events": ["handoff.*", "turn.decided"]},
)
async def add_webhook(services: Services, body: ArrivingWebhook, asked: Asked) -> WebhookMade:
    """Tell another system what happens from now on, each message signed as Standard Webhooks says. The secret is shown
    once. What is sent when, and how to check it, is in docs/webhooks.md.
    """
    now = dt.datetime.now(dt.UTC)
    made, secret = await asyncio.to_thread(
        services.webhooks.add, body.url, body.events, now, words=body.words, by=_by(asked)
    )
    return WebhookMade(webhook=_told(made), secret=secret)


@operation("GET", "/v1/webhooks", title="Who is told", area="Webhooks", scope=Scope.ADMIN)
async def read_webhooks(services: Services) -> WebhooksTold:
    """Every webhook, with how its deliveries stand; secrets cannot be shown again."""
    return WebhooksTold(await asyncio.to_thread(_all, services))


def _all(services: Services) -> tuple[WebhookTold, ...]:
    deliveries = services.webhooks.deliveries
    counts, faults = deliveries.counts(), deliveries.faults()
    return tuple(_told(one, counts.get(one.id), faults.get(one.id, "")) for one in services.webhooks.all())


@operation(
    "POST",
    "/v1/webhooks/{webhook_id}/rotate",
    title="Give a webhook a new secret",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={},
)
async def rotate_webhook(services: Services, webhook_id: str, body: Confirmed, asked: Asked) -> Rotated:
    """Messages are signed with the new secret and, for 24 hours, with the old one, too."""
    now = dt.datetime.now(dt.UTC)
    return Rotated(await asyncio.to_thread(services.webhooks.rotate, webhook_id, now, by=_by(asked)))


@operation(
    "POST",
    "/v1/webhooks/{webhook_id}/disable",
    title="Disable a webhook",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={},
)
async def disable_webhook(services: Services, webhook_id: str, body: Confirmed, asked: Asked) -> WebhookTold:
    """Tell it nothing more; what waits becomes dead letters."""
    now = dt.datetime.now(dt.UTC)
    return _told(await asyncio.to_thread(services.webhooks.disable, webhook_id, now, by=_by(asked)))


@operation(
    "POST",
    "/v1/webhooks/{webhook_id}/enable",
    title="Enable a webhook",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={},
)
async def enable_webhook(services: Services, webhook_id: str, body: Confirmed, asked: Asked) -> WebhookTold:
    """Tell it again, of what happens from now on; what it missed meanwhile is at `/v1/events`."""
    now = dt.datetime.now(dt.UTC)
    return _told(await asyncio.to_thread(services.webhooks.enable, webhook_id, now, by=_by(asked)))


@operation("GET", "/v1/webhooks/{webhook_id}/dead", title="What never arrived", area="Webhooks", scope=Scope.ADMIN)
async def read_dead_letters(services: Services, webhook_id: str) -> DeadLetters:
    """Messages of which every try failed within a day, or that waited when the webhook was disabled."""
    await asyncio.to_thread(services.webhooks.one, webhook_id)
    dead = await asyncio.to_thread(services.webhooks.deliveries.dead, webhook_id)
    return DeadLetters(tuple(map(_delivery, dead)))


@operation(
    "POST",
    "/v1/webhooks/{webhook_id}/replay",
    title="Send dead letters again",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={},
)
async def replay_dead_letters(services: Services, webhook_id: str, body: ReplayWanted, asked: Asked) -> Replaying:
    """One, or all of the webhook, under the same ids and from the first try."""
    now = dt.datetime.now(dt.UTC)
    count = await asyncio.to_thread(services.webhooks.replayed, webhook_id, body.delivery, now, by=_by(asked))
    return Replaying(count)


@operation(
    "POST",
    "/v1/webhooks/{webhook_id}/test",
    title="Test a webhook",
    area="Webhooks",
    scope=Scope.ADMIN,
    example={},
)
async def test_webhook(services: Services, webhook_id: str, body: Confirmed) -> DeliveryTold:
    """Send it a message of the type `webhook.test`, which tells of nothing."""
    return _delivery(await asyncio.to_thread(services.webhooks.deliveries.test, webhook_id, dt.datetime.now(dt.UTC)))


def _by(asked: Asked) -> str:
    return asked.key.name if asked.key else ""


def _told(webhook: Webhook, deliveries: Mapping[State, int] | None = None, fault: str = "") -> WebhookTold:
    return WebhookTold(**msgspec.structs.asdict(webhook), deliveries={**(deliveries or {})}, fault=fault)


def _delivery(delivery: Delivery) -> DeliveryTold:
    return DeliveryTold(**{name: getattr(delivery, name) for name in DeliveryTold.__struct_fields__})
