"""`humanely serve`: the HTTP server, from start to stop."""

import datetime as dt
import logging
import os
from pathlib import Path
from typing import Annotated

import typer

from humanely.apps.cli.audit import say
from humanely.errors import UsageError

EPILOG = (
    "Examples: humanely serve --data DIR   ·   humanely serve --data DIR --host 0.0.0.0 --port 80   ·   "
    "humanely serve --data DIR --database postgresql://humanely@db/humanely --root-path /humanely"
)


def serve(  # noqa: PLR0913 (the options of a command)
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="Where everything is kept; made at the first start.")
    ] = Path("humanely-data"),
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all of this machine.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Port; 0 for any that is free.")] = 8000,
    database: Annotated[
        str | None,
        typer.Option(metavar="URL", help="postgresql://… instead of the SQLite file in the data folder."),
    ] = None,
    root_path: Annotated[
        str, typer.Option(metavar="PATH", help="Path under which a proxy shows the server, such as /humanely.")
    ] = "",
    settings: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder with settings.toml and the files beside it, if not the data folder."),
    ] = None,
    checkpoints: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder for signed checkpoints, best on another disk; else in the data folder."
        ),
    ] = None,
    access_log: Annotated[
        bool, typer.Option("--access-log", help="A line on stderr for each request: operation, status and time.")
    ] = False,
) -> None:
    """Serve the HTTP API: every turn read, decided, answered or handed over, with reasons and proof.

    Needs no other service and calls nobody outside. Make a key with humanely key create; the documents are at /docs.
    Ctrl-C finishes what is being answered, signs a last checkpoint, and ends.
    """
    # Batches are read side by side already; threads within a small product only wait for each other's processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from humanely.apps.serving.proxy import PREFIX
    from humanely.apps.site.first_link import first_link
    from humanely.apps.site.server import reserve, run
    from humanely.apps.site.start import Where, start, warnings

    root = root_path.rstrip("/")
    if root and not PREFIX.fullmatch(root):
        raise UsageError(f"--root-path {root_path!r} is no path.", fix="Write it as in --root-path /humanely.")
    _log(access_log)
    held = reserve(host, port)
    started = start(Where(folder=data, database=database, checkpoints=checkpoints, settings=settings, root=root))
    for line in warnings(started.house, dt.datetime.now(dt.UTC)):
        say(f"Warning: {line}")

    def ready(address: str) -> None:
        say(f"Data: {data.resolve()}")
        if link := first_link(started, address, dt.datetime.now(dt.UTC)):
            say(link)
        say(f"Humanely answers at {address} · documents at {address}/docs · Ctrl-C to stop")

    run(started, held, ready)
    say("Stopped. Every turn that was answered is recorded.")


def _log(access_log: bool) -> None:
    """Our own lines to stderr; what others log may quote what was said, and is not shown."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("humanely")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logging.getLogger("humanely.access").setLevel(logging.INFO if access_log else logging.WARNING)
