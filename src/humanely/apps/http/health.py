"""For whoever runs the server: is it alive, is it ready, what has it done, and how is it used."""

import asyncio
from typing import Any, Literal

import msgspec
from litestar import Response

from humanely.apps.http.operation import operation
from humanely.apps.serving.metrics import MEDIA_TYPE
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.api_key import Scope

WITHIN_S = 5.0
"""Seconds within which whoever is ready answers."""


class Health(msgspec.Struct, frozen=True):
    """The process answers."""

    status: Literal["alive"]
    version: str


class Ready(msgspec.Struct, frozen=True):
    """Turns are taken.

    Attributes:
        entries: of the ledger, which just answered.
        model: name and version of the text model that is loaded.
    """

    status: Literal["ready"]
    entries: int
    model: str


class NotReady(HumanelyError):
    """Turns are not taken now."""

    code = "not_ready"
    status = 503

    def __init__(self, why: str) -> None:
        super().__init__(f"Turns are not taken now: {why}.", fix="Send them to another replica, or wait.")


@operation("GET", "/health", title="Alive?", area="Running it")
async def health(services: Services) -> Health:
    """Whether the process answers at all; nothing else is asked."""
    return Health("alive", services.version)


@operation("GET", "/ready", title="Ready?", area="Running it")
async def ready(services: Services) -> Ready:
    """Whether turns are taken: the store answers and the text model is loaded."""
    if services.stopping.is_set():
        raise NotReady("the server is stopping")
    # Asked of the thread that takes turns, so that the answer holds for turns.
    size = services.written(lambda companion, _: companion.conversations.ledger.head().size)
    try:
        entries = await asyncio.wait_for(size, WITHIN_S)
    except TimeoutError:
        raise NotReady("the engine is busy, or the store does not answer") from None
    estimator = services.engine.companion.reader.estimator
    return Ready("ready", entries, f"{estimator.name} {estimator.version}")


@operation("GET", "/metrics", title="Metrics", area="Running it", scope=Scope.READ, media_type=MEDIA_TYPE)
async def metrics(services: Services) -> Response[Any]:
    """Counts and times as Prometheus reads them. No label holds an id or anything that was said."""
    return Response(services.metrics.text(), media_type=MEDIA_TYPE, headers={"cache-control": "no-store"})
