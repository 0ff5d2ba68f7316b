"""A credential that somebody shows, verified with what is known here and what its issuer publishes."""

import asyncio
import datetime as dt

import msgspec

from humanely.apps.serving.services import Services
from humanely.credential.carrier.presented import Presented, presented
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.verify.known import Absent, Needs
from humanely.credential.verify.outcome import Outcome
from humanely.credential.verify.packaged import trusted
from humanely.credential.verify.verification import needs, unreadable, verify
from humanely.errors import HumanelyError
from humanely.pipeline.credentials import public
from humanely.trust.signing_key import Verifier

MOST_BYTES = 2 << 20
"""Of what somebody shows."""


class Verified(msgspec.Struct, frozen=True):
    """What came of verifying something.

    Attributes:
        text: the credential alone, as JSON or a JWT; empty where none could be taken out.
    """

    outcome: Outcome
    text: str


class NothingFetched(HumanelyError):
    """There is no file at an address, or it may not be fetched.

    Attributes:
        is_away: nobody answers there.
    """

    code = "nothing_fetched"
    status = 422

    def __init__(self, *, is_away: bool) -> None:
        happened = "nobody answers there" if is_away else "it is not a public https address, or nothing is there"
        super().__init__(f"The address could not be fetched: {happened}.", fix="Send the file itself.")
        self.is_away = is_away


async def fetched(services: Services, url: str) -> bytes:
    """What lies at an address that somebody names.

    Raises:
        NothingFetched: nothing that may be fetched.
    """
    came = await services.lookups.document(url, MOST_BYTES, dt.datetime.now(dt.UTC))
    if isinstance(came, Absent):
        raise NothingFetched(is_away=came.why == "unreachable")
    return came.document


async def verified(services: Services, data: bytes, *, trusts_package: bool = False) -> Verified:
    """Verify a file or a text; what its issuer publishes is looked up, unless we issued it.

    Args:
        trusts_package: take keys and lists from a stapled package, on the word of whoever packed it.
    """
    now = dt.datetime.now(dt.UTC)
    try:
        shown = await asyncio.to_thread(presented, data)
    except CarrierUnreadable as fault:
        return Verified(unreadable(fault, now), "")
    wanted = await asyncio.to_thread(needs, shown)
    known = await services.written(lambda _, at: public.known(services.desk, wanted, at))
    known = msgspec.structs.replace(known, logs=(Verifier.parse(services.verifier),))
    if trusts_package and shown.extra is not None:
        known = trusted(known, shown.extra)
    known = await services.lookups.known(wanted, known, now)
    outcome = await asyncio.to_thread(verify, shown, known, now)
    if outcome.check("status").answer == "no" and outcome.about.id.startswith(services.desk.url("")):
        appeals = await services.written(lambda _, at: public.known(services.desk, Needs(), at, outcome.about.id))
        known = msgspec.structs.replace(known, appeals=appeals.appeals)
        outcome = await asyncio.to_thread(verify, shown, known, now)
    return Verified(outcome, _text(shown))


def _text(shown: Presented) -> str:
    return shown.jwt or (shown.document or b"").decode("utf-8", "replace")
