"""Turns from systems that sign what they send: the same turns, without an API key.

1. The name of the hook gives its secrets; an unknown hook answers as a wrong signature does.
2. One secret must fit the signature, and the message be no older than five minutes.
3. The message's id stands for the turn: sent again, it is answered the same and decided once.

Source: Standard Webhooks, verifying.
"""

import asyncio
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler
from standardwebhooks import Webhook as Signer
from standardwebhooks import WebhookVerificationError

from humanely.apps.http.turns import take_turn
from humanely.apps.http.wire import ArrivingTurn
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.faults import RequestUnreadable, unreadable
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError

AnyRequest = Request[Any, Any, Any]

_ID = re.compile(r"[\x21-\x7e]{1,200}")


class SignatureRefused(HumanelyError):
    """A message is not signed by a secret of the hook, or too old, or there is no such hook."""

    code = "signature_refused"
    status = 401

    def __init__(self) -> None:
        super().__init__(
            "The message is not signed by a secret of this hook, or was signed more than five minutes ago.",
            fix="Sign id, time and body as Standard Webhooks says, with the secret that humanely hook add gave.",
        )


def routes(services: Services) -> list[HTTPRouteHandler]:
    """The framework's routes."""

    async def take_signed_turn(request: AnyRequest) -> Response[bytes]:
        name, body = request.path_params["name"], await request.body()
        message_id = await _verified(services, name, request.headers, body)
        limits = services.rate_limit.take(f"hook {name}")
        turn = _turn(body)
        asked = Asked(repeat_key=f"hook {name} {message_id}", fingerprint=sha256(body).digest())
        with services.repeats.in_hand(asked.repeat_key):
            answer = await take_turn.handle(services, turn, asked)
        repeated = {"idempotency-replayed": "true"} if isinstance(answer, Replayed) else {}
        told = msgspec.json.encode(answer.answer if isinstance(answer, Replayed) else answer)
        headers = {"cache-control": "no-store", **limits, **repeated}
        return Response(told, media_type="application/json", headers=headers)

    opt = {"operation": take_signed_turn.__name__}
    return [HTTPRouteHandler("/v1/hooks/{name:str}", http_method="POST", status_code=200, opt=opt)(take_signed_turn)]


async def _verified(services: Services, name: str, headers: Mapping[str, str], body: bytes) -> str:
    """The id of a message that its sender signed.

    Raises:
        SignatureRefused: nobody we know signed it, or not now.
    """
    now = dt.datetime.now(dt.UTC)
    secrets = await asyncio.to_thread(services.webhooks.hooks.secrets, name, now)
    message_id = headers.get("webhook-id", "")
    if not _ID.fullmatch(message_id) or not fits(secrets, headers, body):
        raise SignatureRefused
    return message_id


def fits(secrets: Iterable[str], headers: Mapping[str, str], body: bytes) -> bool:
    """Whether one of the secrets signed a message, within the last five minutes."""
    for secret in secrets:
        # What is no signature at all makes the library stumble over its parts.
        with suppress(WebhookVerificationError, ValueError):
            Signer(secret).verify(body, dict(headers), json_parse=False)
            return True
    return False


def _turn(body: bytes) -> ArrivingTurn:
    try:
        return msgspec.json.decode(body, type=ArrivingTurn)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        fault: RequestUnreadable = unreadable(error, ArrivingTurn, "body")
        raise fault from None
