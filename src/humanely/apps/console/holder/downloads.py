"""A credential as files: for a wallet, for a wall, for a profile."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from litestar import Response

from humanely.apps.serving.services import Services
from humanely.credential.carrier import qr
from humanely.credential.design.wallet import WalletFile
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import carried
from humanely.pipeline.credentials.carried import Printable
from humanely.store.credential import Credential

DRAWN: Mapping[str, Callable[[Printable], WalletFile]] = {
    "credential.json": carried.as_plain,
    "badge.png": carried.as_png,
    "badge.svg": carried.as_svg,
    "certificate.pdf": carried.as_pdf,
}
PICTURES = ("picture.svg", "qr.svg")
"""Parts of pages, no files to keep."""
COMPACT = "credential.jwt"


def names(state: Credential) -> tuple[str, ...]:
    """The files of a credential; a certificate only where it names somebody."""
    named = bool(state.claim and state.claim.recipient.name)
    return (*(name for name in DRAWN if named or name != "certificate.pdf"), COMPACT)


async def file(services: Services, state: Credential, name: str) -> Response[Any]:
    """One of the files, to be saved; a picture, to be shown.

    Raises:
        NotThere: there is none of that name.
    """
    one = await services.written(lambda _, __: carried.printable(services.desk, state))
    if name == "picture.svg":
        return _picture((await asyncio.to_thread(carried.drawn, one.badge)).svg)
    if name == "qr.svg":
        return _picture(qr.svg(one.url))
    if name == COMPACT:
        return saved(await services.written(lambda _, now: carried.as_compact(services.desk, state, now)))
    if name not in DRAWN:
        raise NotThere("file")
    return saved(await asyncio.to_thread(DRAWN[name], one))


def saved(made: WalletFile) -> Response[bytes]:
    """A file that the browser saves under its name."""
    headers = {"content-disposition": f'attachment; filename="{made.name}"', "cache-control": "no-store"}
    return Response(made.content, media_type=made.media_type, headers=headers)


def _picture(drawing: bytes) -> Response[bytes]:
    return Response(drawing, media_type="image/svg+xml", headers={"cache-control": "private, max-age=3600"})
