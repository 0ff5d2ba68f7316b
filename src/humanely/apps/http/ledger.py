"""Proof for anybody: the newest signed checkpoint, and that an entry or an older checkpoint is part of it."""

import asyncio
import base64
import datetime as dt
from typing import Annotated, Any

import msgspec
from litestar import Response
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.wire import LARGEST_PLACE, In
from humanely.apps.serving.faults import RequestUnreadable
from humanely.apps.serving.services import Services
from humanely.store.api_key import Scope
from humanely.store.log.proofs import ConsistencyProof, InclusionProof
from humanely.trust.merkle import Head

Size = Annotated[int, Meta(ge=0, le=LARGEST_PLACE)]


class ProofWanted(In, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Either `index` and `size`: that an entry is in the log of that size; or `from` and `to`: that the log of one size
    is the beginning of the log of another.

    Attributes:
        index: of an entry, from 0.
        size: of the log that holds it; as large as it is now, if left out.
        from_: the smaller size, at least 1.
        to: the larger size; as large as the log is now, if left out.
    """

    index: Size | None = None
    size: Size | None = None
    from_: Annotated[int, Meta(ge=1, le=LARGEST_PLACE)] | None = None
    to: Size | None = None


class HeadOut(msgspec.Struct, frozen=True):
    """The log in short.

    Attributes:
        size: how many entries.
        root: SHA-256 over them, base64.
    """

    size: int
    root: str


class ProvenEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it stands in the tree; its leaf is this as JSON in the one form of RFC 8785.

    Attributes:
        at: when it was recorded.
        subject: pseudonym of the person; empty where it is about nobody.
        payload_hash: SHA-256 of what is stored, sealed; base64.
    """

    index: int
    at: dt.datetime
    kind: str
    subject: str
    payload_hash: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A proof by RFC 9162, for whoever holds a checkpoint.

    Attributes:
        kind: `inclusion` or `consistency`.
        entry: that is proven to be in the log; null for consistency.
        old: head that is proven to be the beginning; null for inclusion.
        head: of the log it is proven against.
        hashes: of the tree, base64, in the order in which they are used.
    """

    kind: str
    entry: ProvenEntry | None = None
    old: HeadOut | None = None
    head: HeadOut
    hashes: tuple[str, ...]


@operation(
    "GET",
    "/v1/ledger/checkpoint",
    title="The newest checkpoint",
    area="Proof",
    scope=Scope.READ,
    media_type="text/plain",
)
async def checkpoint(services: Services) -> Response[Any]:
    """The log as it is now, signed: a C2SP checkpoint. Keep it where nobody here can rewrite it; with
    `humanely ledger verify --checkpoint FILE` it shows whether anything before it was changed.
    """
    signed = await asyncio.to_thread(services.checkpoint)
    return Response(signed, media_type="text/plain", headers={"cache-control": "no-store"})


@operation(
    "GET",
    "/v1/ledger/proof",
    title="Prove an entry, or a checkpoint",
    area="Proof",
    scope=Scope.READ,
    example={"index": 0},
)
async def proof(services: Services, query: ProofWanted) -> Proof:
    """With `index` (and `size`): that the entry stands in the log. With `from` (and `to`): that nothing before was
    changed while the log grew.
    """
    inclusion = query.index is not None and query.from_ is None and query.to is None
    consistency = query.from_ is not None and query.index is None and query.size is None
    if inclusion == consistency:
        raise RequestUnreadable(
            "The query asks for no proof, or for two.", field="index", allowed="index with size, or from with to"
        )
    return await asyncio.to_thread(_proof, services, query)


def _proof(services: Services, query: ProofWanted) -> Proof:
    newest = services.ledger.head().size
    if query.index is not None:
        return _inclusion(services.ledger.inclusion(query.index, newest if query.size is None else query.size))
    old = query.from_ or 0
    return _consistency(services.ledger.consistency(old, newest if query.to is None else query.to))


def _inclusion(found: InclusionProof) -> Proof:
    entry = found.entry
    return Proof(
        kind="inclusion",
        entry=ProvenEntry(
            index=entry.index,
            at=entry.at,
            kind=entry.kind,
            subject=entry.subject,
            payload_hash=_base64(entry.payload_hash),
        ),
        head=_head(found.head),
        hashes=tuple(map(_base64, found.hashes)),
    )


def _consistency(found: ConsistencyProof) -> Proof:
    return Proof(
        kind="consistency", old=_head(found.old), head=_head(found.new), hashes=tuple(map(_base64, found.hashes))
    )


def _head(head: Head) -> HeadOut:
    return HeadOut(head.size, _base64(head.root))


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
