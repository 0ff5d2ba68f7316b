"""The server: Granian in this process, on one address, until it is told to stop.

Stopping: 1. nothing new is taken, streams end; 2. what is being answered is answered; 3. the engine finishes its turns;
4. a last checkpoint is signed; 5. the data is closed.
"""

import asyncio
import contextlib
import datetime as dt
import errno
import logging
import os
import signal
import socket
from collections.abc import Callable
from functools import partial

from granian.constants import Interfaces
from granian.server.embed import Server
from litestar.types import ASGIApp

from humanely.apps.channels.webhooks.courier import Courier
from humanely.apps.channels.webhooks.post import Post
from humanely.apps.http.problems import place_of
from humanely.apps.serving.services import Services
from humanely.apps.settings import networks
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.errors import HumanelyError
from humanely.pipeline.companion import Companion
from humanely.pipeline.credentials import appeals
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.reviews import review

STOPS_WITHIN_S = 30.0
"""Seconds for answers in the making; whoever keeps a connection open longer is cut off."""

RETIRES_EVERY_S = 24 * 3600.0
"""Seconds between two retention runs; the first is at the start."""

LOOKS_EVERY_S = 1.0
"""Seconds between two looks at whether something is due on a handoff, a held answer or an appeal."""

_BACKLOG = 1024
_LOG = logging.getLogger(__name__)


class AddressUnusable(HumanelyError):
    """The server cannot listen where it was told to."""

    code = "address_unusable"

    def __init__(self, host: str, port: int, why: str, *, fix: str) -> None:
        super().__init__(f"The server cannot listen on {host} port {port}: {why}.", fix=fix)


def reserve(host: str, port: int) -> socket.socket:
    """Make sure that an address can be listened on; port 0 is any free one. The socket itself listens to nothing.

    Raises:
        AddressUnusable: it is taken, not this machine's, or not allowed.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        fix = "Use --host 127.0.0.1 for this machine only, or 0.0.0.0 for all addresses."
        raise AddressUnusable(host, port, "there is no such address", fix=fix) from error
    held = socket.socket(family, kind)
    # Granian shares its port with other servers, so that it would not notice one that is there already. A port that
    # was just given out is ours, and is held until Granian has it.
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR if port else socket.SO_REUSEPORT, 1)
    try:
        held.bind(address)
        if port:
            held.listen(1)
    except OSError as error:
        held.close()
        raise AddressUnusable(host, port, _why(error), fix=_fix(error)) from error
    return held


def _why(error: OSError) -> str:
    reasons = {
        errno.EADDRINUSE: "the port is taken",
        errno.EACCES: "ports below 1024 need a right this user has not",
        errno.EADDRNOTAVAIL: "the address is not one of this machine",
    }
    return reasons.get(error.errno or 0, os.strerror(error.errno or 0))


def _fix(error: OSError) -> str:
    if error.errno == errno.EADDRNOTAVAIL:
        return "Use --host 127.0.0.1 for this machine only, or 0.0.0.0 for all addresses."
    return "Choose another with --port, or --port 0 for any that is free."


def run(started: Started, held: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM, then end in order.

    Args:
        held: as `reserve` gave it.
        ready: told the address once requests are answered.
    """
    try:
        asyncio.run(_serve(started, held, ready))
    finally:
        started.close()


async def _serve(started: Started, held: socket.socket, ready: Callable[[str], None]) -> None:
    services = started.services
    host, port = held.getsockname()[:2]
    if not held.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT):
        held.close()
    server = _server(serve(services, started.channels), host, port)
    told = _told_to_stop()
    serving = asyncio.create_task(server.serve())
    at_times = asyncio.gather(
        _every(started.settings.checkpoint_every_s, services.checkpoint, at_once=False),
        _every(RETIRES_EVERY_S, services.retire, at_once=True),
        _every(LOOKS_EVERY_S, lambda: services.engine.call(partial(_due, services)).result(), at_once=True),
    )
    telling = asyncio.create_task(_told_to_others(started))
    beside = [asyncio.create_task(channel.run()) for channel in started.channels]
    await _listening(host, port, serving)
    held.close()
    ready(f"http://{f'[{host}]' if ':' in host else host}:{port}{services.root}")
    await asyncio.wait({told, serving}, return_when=asyncio.FIRST_COMPLETED)
    # 1. and 2.
    services.stopping.set()
    server.stop()  # type: ignore[no-untyped-call]
    await asyncio.wait({serving, telling, *beside}, timeout=STOPS_WITHIN_S)
    at_times.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await at_times
    # 3. and 4.
    await asyncio.to_thread(services.engine.stop)
    await asyncio.to_thread(services.checkpoint)


async def _told_to_others(started: Started) -> None:
    """Tell webhooks what happens, until the server stops."""
    services = started.services
    async with Post(networks(started.settings)) as post:
        await Courier(services.webhooks, services.ledger, post).run(services.stopping)


def _due(services: Services, companion: Companion, now: dt.datetime) -> None:
    """Do what is due: nobody who waits for a human, an answer that is held, or a decision is left without a word."""
    review.due(companion, now)
    handoff.due(companion, now)
    appeals.overdue(services.desk, now)


def _told_to_stop() -> "asyncio.Future[None]":
    """Done at the first SIGINT or SIGTERM; a second one ends the process as it always would."""
    loop = asyncio.get_running_loop()
    told = loop.create_future()

    def stop() -> None:
        for one in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(one)
        told.set_result(None)

    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop)
    return told


def _server(app: ASGIApp, host: str, port: int) -> Server:
    return Server(
        app,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        websockets=False,
        backlog=_BACKLOG,
        log_enabled=False,
    )


async def _listening(host: str, port: int, serving: "asyncio.Task[None]") -> None:
    """Wait until the port is answered."""
    while not serving.done():
        try:
            _, writer = await asyncio.open_connection(host, port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        return


async def _every(seconds: float, work: Callable[[], object], *, at_once: bool) -> None:
    """Do something now and then, for as long as the server runs; one failure does not end it."""
    if not at_once:
        await asyncio.sleep(seconds)
    while True:
        try:
            await asyncio.to_thread(work)
        except HumanelyError as error:
            _LOG.error("%s", error)
        except Exception as error:
            _LOG.error("%s in %s", type(error).__name__, place_of(error))
        await asyncio.sleep(seconds)
