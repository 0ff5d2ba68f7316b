"""The ledger: how long it is, what was signed of it, whether it still says what it said."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Page
from humanely.apps.console.records.proof import Proof, checked, shown
from humanely.apps.console.route import Place, action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.store.log.recent import Signed
from humanely.trust.entry import Entry
from humanely.trust.signing_key import encode_base64

LATEST = 20
CHECKPOINTS = 5
_SHORT = 12


class Act(msgspec.Struct, frozen=True):
    """An act without its words: kind, and the first digits of pseudonym and hash."""

    place: int
    at: dt.datetime
    kind: str
    subject: str
    hash: str


class Finding(msgspec.Struct, frozen=True):
    """Something that is wrong, and what it means (English)."""

    found: str
    means: str


class Verified(msgspec.Struct, frozen=True):
    """What verification of the whole saw."""

    entries: int
    proven: int
    erased: int
    findings: tuple[Finding, ...]


class Ledger(Page, frozen=True, kw_only=True):
    """The ledger.

    Attributes:
        root: SHA-256 over all entries, base64.
        place: of a record to prove, as it was asked for; empty where none was.
        proof: of that record; None where none was asked for or there is none.
        pasted: a proof somebody else gave.
        verdict: whether that holds, a key of words for each check, in order; empty where none was pasted.
        verified: None where the whole was not put to verification.
        fault: what was wrong with what was asked; None where nothing was.
    """

    template: ClassVar[str] = "ledger.html.j2"
    area: ClassVar[str] = "ledger"

    size: int
    root: str
    verifier: str
    checkpoints: tuple[Signed, ...]
    acts: tuple[Act, ...]
    older: int | None
    place: str = ""
    proof: Proof | None = None
    pasted: str = ""
    verdict: tuple[tuple[str, bool], ...] = ()
    verified: Verified | None = None
    fault: Fault | None = None


class Wanted(msgspec.Struct, frozen=True):
    """What to look at.

    Attributes:
        place: of a record to prove.
        before: place in front of which the acts are listed; None for the newest.
    """

    place: str = ""
    before: Place | None = None


class Pasted(msgspec.Struct, frozen=True):
    """A proof, as `GET /v1/ledger/proof` or this page gives it."""

    proof: str


@page("/ledger", permission=Permission.LEDGER)
async def ledger(services: Services, visit: Visit, query: Wanted) -> Ledger:
    """The ledger, and the proof of one record of it."""

    def read() -> Ledger:
        stands = _stands(services, query.before)
        if not query.place.strip():
            return stands
        try:
            proof = shown(services.ledger, query.place.strip())
        except HumanelyError as error:
            return msgspec.structs.replace(stands, place=query.place, fault=fault_of(error, visit))
        return msgspec.structs.replace(stands, place=query.place, proof=proof)

    return await asyncio.to_thread(read)


@action("/ledger/verify", permission=Permission.LEDGER)
async def verify_ledger(services: Services, visit: Visit) -> Ledger:
    """Put the whole to verification; it reads only."""
    del visit

    def read() -> Ledger:
        seen = services.verify()
        findings = tuple(Finding(one.found, one.means) for one in seen.findings)
        verified = Verified(seen.entries, seen.proven, seen.erased, findings)
        return msgspec.structs.replace(_stands(services, None), verified=verified)

    return await asyncio.to_thread(read)


@action("/ledger/proof", permission=Permission.LEDGER)
async def verify_proof(services: Services, visit: Visit, form: Pasted) -> Ledger:
    """Check a proof that somebody else gave."""

    def read() -> Ledger:
        stands = msgspec.structs.replace(_stands(services, None), pasted=form.proof)
        try:
            return msgspec.structs.replace(stands, verdict=checked(services.ledger, form.proof))
        except HumanelyError as error:
            return msgspec.structs.replace(stands, fault=fault_of(error, visit))

    return await asyncio.to_thread(read)


def _stands(services: Services, before: int | None) -> Ledger:
    head = services.ledger.head()
    entries = services.recent.entries(LATEST, before=before)
    return Ledger(
        size=head.size,
        root=encode_base64(head.root),
        verifier=services.verifier,
        checkpoints=services.recent.checkpoints(CHECKPOINTS),
        acts=_acts(entries),
        older=entries[-1].index if len(entries) == LATEST else None,
    )


def _acts(entries: Sequence[Entry]) -> tuple[Act, ...]:
    return tuple(
        Act(one.index, one.at, one.kind, one.subject[:_SHORT], one.payload_hash.hex()[:_SHORT]) for one in entries
    )
