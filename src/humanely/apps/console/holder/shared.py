"""The page of a credential that its holder shows: what it says, whether it holds now, and how to take it along.

Where nothing is shown the answer is always the same, so that nobody learns which codes there are.
"""

import datetime as dt
from typing import Any, ClassVar

import msgspec
from litestar import Response

from humanely.apps.console.holder import downloads
from humanely.apps.console.holder.reading import Reading, reading
from humanely.apps.console.holder.verdict import Shown, shown
from humanely.apps.console.page import Page, To
from humanely.apps.console.route import sent
from humanely.apps.console.route import shown as page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.apps.serving.verifying import verified
from humanely.credential.carrier.qr import ShortCodeSlip, normalised
from humanely.credential.life.endorsement import Relation
from humanely.errors import HumanelyError
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import endorsing, public
from humanely.pipeline.credentials.desk import CredentialMissing
from humanely.pipeline.credentials.public import Seen
from humanely.store.credential import Credential


class NothingShown(HumanelyError):
    """Nothing is shown at the address of a credential, whatever the reason."""

    code = "nothing_shown"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "No credential is shown at this address.",
            fix="Ask whoever gave you the address to share it, or to send you the file, and have the file checked.",
        )


class CodeSlip(HumanelyError):
    """The code in an address cannot be one."""

    code = "code_slip"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "The code in this address has a slip in it.", fix="Compare it with the code that you were given."
        )


class Said(msgspec.Struct, frozen=True):
    """What somebody says of the holder."""

    id: str
    relation: Relation
    name: str
    text: str
    at: dt.datetime | None


class SharedPage(Page, frozen=True, kw_only=True):
    """A credential that is shown.

    Attributes:
        here: its address below the root.
        one: its words, as they were signed.
        verdict: as it is now.
        reason: class of the revocation, as a key; empty for none, and while an appeal is under way.
        answer_by: by when an appeal that is filed now is decided; None where there is none to file.
        replaced_by: code of the one that took its place; empty for none.
        address: in full, as it is passed on.
        files: to take along.
    """

    template: ClassVar[str] = "shared.html.j2"

    code: str
    here: str
    one: Reading
    verdict: Shown
    reason: str
    appeal_due: dt.datetime | None
    answer_by: dt.datetime | None
    replaced_by: str
    issued: dt.datetime | None
    until: dt.datetime | None
    said: tuple[Said, ...]
    address: str
    files: tuple[str, ...]


class Reported(msgspec.Struct, frozen=True):
    """Which endorsement is not right."""

    endorsement: str = ""


@page("/c/{code}")
async def shared(services: Services, visit: Visit, code: str) -> Page | To | Response[Any]:
    """A credential that is shown; as JSON for whoever asks for that."""
    plain = _plain(code)
    if plain != code:
        return To(path=f"/c/{plain}")
    seen, state = await _seen(services, plain)
    if visit.wants_json:
        made = await downloads.file(services, state, "credential.json")
        made.headers["access-control-allow-origin"] = "*"
        return made
    found = await verified(services, state.document.encode())
    life = state.life
    return SharedPage(
        code=plain,
        here=f"/c/{plain}",
        one=reading(state.document),
        verdict=shown(found.outcome, visit.locale),
        reason=seen.reason or "",
        appeal_due=seen.appeal_due,
        answer_by=seen.answer_by,
        replaced_by=seen.superseded_by,
        issued=life.offered_at if life else None,
        until=life.valid_until if life else None,
        said=said_of(state),
        address=services.desk.url(plain),
        files=downloads.names(state),
    )


@page("/c/{code}/{name}")
async def shared_file(services: Services, visit: Visit, code: str, name: str) -> Response[Any]:
    """One of its files; each but the pictures of the page is drawn or signed for whoever asks."""
    if name not in downloads.PICTURES:
        take_public(services.public_limit, visit.address)
    _, state = await _seen(services, _plain(code))
    try:
        return await downloads.file(services, state, name)
    except NotThere:
        raise NothingShown from None


@sent("/c/{code}/report")
async def report_endorsement(services: Services, visit: Visit, code: str, form: Reported) -> To:
    """Say that an endorsement is not right; it is not shown until somebody of the team has looked, if nobody has."""
    take_public(services.public_limit, visit.address)
    plain = _plain(code)
    await _seen(services, plain)
    found = await services.written(lambda _, now: endorsing.report(services.desk, plain, form.endorsement, now))
    return To(path=f"/c/{plain}", flash="shared-reported-again" if found.is_public else "shared-reported")


def said_of(state: Credential) -> tuple[Said, ...]:
    """What is said of a holder, and published."""
    public_ones = [(id_, one) for id_, one in state.endorsements.items() if one.is_public]
    return tuple(Said(id_, one.relation, one.name, one.text, one.given_at) for id_, one in public_ones)


def _plain(code: str) -> str:
    try:
        return normalised(code)
    except ShortCodeSlip:
        raise CodeSlip from None


async def _seen(services: Services, code: str) -> tuple[Seen, Credential]:
    try:
        seen = await services.written(lambda _, now: public.seen(services.desk, code, now))
    except CredentialMissing:
        raise NothingShown from None
    if not seen.visible or seen.credential is None:
        raise NothingShown
    return seen, seen.credential
