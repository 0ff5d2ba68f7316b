"""Chatwoot as a way in: the address its webhooks go to, and what looks after its conversations for as long as we run.

A webhook is answered at once and says no more than where to look. What it stood for is found there again, so nothing is
lost when this server ends: at the start, and now and then, all that is pending or in a human's hands is looked at.
"""

import asyncio
import hmac
import logging
import time
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler

from humanely.apps.channel_settings import ChatwootSettings
from humanely.apps.channels.chatwoot.api import Chatwoot
from humanely.apps.channels.chatwoot.intake import number_of
from humanely.apps.channels.chatwoot.secrets import Secrets
from humanely.apps.channels.chatwoot.tending import Tending
from humanely.apps.channels.chatwoot.wire import Webhook
from humanely.apps.channels.nudges import Nudges
from humanely.apps.channels.outgoing import records
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError

PATH = "/v1/channels/chatwoot/{secret:str}"
SIGNED_WITHIN_S = 300
_LONGEST_TIME = 12
_OURS = frozenset({"response", "handoff", "estimate"})
"""Kinds of acts after which something may have to go out."""
_LOG = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


class WebhookRefused(HumanelyError):
    """A webhook does not come from our Chatwoot."""

    code = "webhook_refused"
    status = 401

    def __init__(self) -> None:
        super().__init__(
            "This webhook has not the secret, the signature or the account of our Chatwoot.",
            fix="Compare the address of the agent bot in Chatwoot, and the files that [chatwoot] names.",
        )


class WebhookUnreadable(HumanelyError):
    """A webhook is not as Chatwoot sends them."""

    code = "webhook_unreadable"
    status = 422

    def __init__(self) -> None:
        super().__init__("This is no webhook of Chatwoot.", fix="Send an event of an agent bot, as JSON.")


class ChatwootChannel:
    """The conversations of one account of Chatwoot."""

    def __init__(self, services: Services, settings: ChatwootSettings, secrets: Secrets) -> None:
        self._services = services
        self._settings = settings
        self._secrets = secrets
        self._seen: dict[int, tuple[str, float]] = {}
        self._chatwoot = Chatwoot(settings, secrets)
        self._tending = Tending(services, self._chatwoot, settings)
        self.nudges = Nudges(self._tending.tend)

    def routes(self) -> list[HTTPRouteHandler]:
        """The framework's routes."""

        async def take_chatwoot_event(request: AnyRequest, secret: str) -> Response[dict[str, bool]]:
            told = self._told(secret, request.headers, await request.body())
            if told.about is not None:
                self.nudges.nudge(told.about)
            return Response({"taken": True}, headers={"cache-control": "no-store"})

        opt = {"operation": take_chatwoot_event.__name__}
        return [HTTPRouteHandler(PATH, http_method="POST", status_code=200, opt=opt)(take_chatwoot_event)]

    async def run(self) -> None:
        """Look after conversations until the server stops."""
        stopping = self._services.stopping
        following = asyncio.create_task(self._follow())
        try:
            while not stopping.is_set():
                try:
                    await self.look()
                except HumanelyError as error:
                    _LOG.error("%s", error)
                await _until(stopping, self._settings.poll_s)
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
            await self.nudges.close()
            await self._chatwoot.close()

    async def look(self) -> None:
        """Look for what no webhook told: all that is pending, and all that a human has."""
        for number in await asyncio.to_thread(self._open):
            self.nudges.nudge(number)
        async for one in self._chatwoot.with_status("pending"):
            stands = (one.status, one.last_activity_at)
            if self._seen.get(one.id) != stands:
                self._seen[one.id] = stands
                self.nudges.nudge(one.id)

    def _open(self) -> list[int]:
        """Conversations of this account in which a human is due, or has been."""
        ledger = self._services.ledger
        acts = [act for row in ledger.handoffs.open() if (act := ledger.entry(row.place)) is not None]
        return [number for _, one in records(acts, "handoff") if (number := self._number(one)) is not None]

    async def _follow(self) -> None:
        """What is recorded here, by whomever, may have to go out."""
        async for acts in self._services.watch.acts(self._services.ledger, self._services.stopping):
            for _, one in records(acts, *_OURS):
                if (number := self._number(one)) is not None:
                    self.nudges.nudge(number)

    def _number(self, record: Any) -> int | None:
        return number_of(self._settings.account, record.conversation_id)

    def _told(self, secret: str, headers: Mapping[str, str], body: bytes) -> Webhook:
        """What a webhook tells.

        Raises:
            WebhookRefused: it is not from our Chatwoot.
            WebhookUnreadable: it is none.
        """
        signed = self._secrets.signature is None or _is_signed(self._secrets.signature, headers, body)
        if not hmac.compare_digest(secret.encode(), self._secrets.path.encode()) or not signed:
            raise WebhookRefused
        try:
            told = msgspec.json.decode(body, type=Webhook)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise WebhookUnreadable from None
        if told.account is not None and told.account.id != self._settings.account:
            raise WebhookRefused
        return told


def _is_signed(secret: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether Chatwoot signed it, not long ago: HMAC-SHA-256 over time, a point, and the body."""
    at, given = headers.get("x-chatwoot-timestamp", ""), headers.get("x-chatwoot-signature", "")
    if not at.isascii() or not at.isdigit() or len(at) > _LONGEST_TIME or abs(time.time() - int(at)) > SIGNED_WITHIN_S:
        return False
    expected = hmac.digest(secret.encode(), at.encode() + b"." + body, "sha256").hex()
    return hmac.compare_digest(f"sha256={expected}".encode(), given.encode())


async def _until(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
