"""Checking a credential: a file, a text, an address or a short code in; an answer in words out. Nothing is kept."""

import datetime as dt
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.holder.verdict import Shown, shown
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import sent
from humanely.apps.console.route import shown as page
from humanely.apps.console.upload import Upload
from humanely.apps.console.visit import Visit
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.apps.serving.verifying import MOST_BYTES, NothingFetched, fetched, verified
from humanely.credential.carrier.qr import LENGTH, ShortCodeSlip, normalised
from humanely.credential.verify.outcome import About
from humanely.pipeline.credentials.public import seen_at

Wrong = Literal["nothing", "both", "too-large", "slip", "no-answer", "not-there"]
"""Why nothing was checked: neither file nor text was given, or both; the file is too large; a short code has a slip;
nobody answers at an address, or there is nothing that may be fetched."""

_LONGEST_CODE = 2 * LENGTH


class VerifyPage(Page, frozen=True, kw_only=True):
    """What is to be checked.

    Attributes:
        text: as it was typed.
        wrong: why it was not checked; empty where nothing was wrong.
    """

    template: ClassVar[str] = "verify.html.j2"

    text: str = ""
    wrong: Wrong | Literal[""] = ""


class VerifiedPage(Page, frozen=True, kw_only=True):
    """What came of it.

    Attributes:
        about: what the credential says of itself.
        at: when it was checked.
        page: where its holder shows it, below the root; empty where it is not ours, or not shown.
        answer_by: by when an appeal that is filed now is decided; None where it is not ours, or there is none to file.
        text: the credential, to check it again or read the answer in another language; empty for what has none.
    """

    template: ClassVar[str] = "verified.html.j2"

    one: Shown
    about: About
    at: dt.datetime
    page: str
    answer_by: dt.datetime | None
    text: str


class Asked(msgspec.Struct, frozen=True):
    """A short code in an address."""

    code: str = ""


class Given(msgspec.Struct, frozen=True):
    """What somebody shows.

    Attributes:
        inside: take the issuer's keys from the package, where it is one.
    """

    text: str = ""
    file: tuple[Upload, ...] = ()
    inside: bool = False


@page("/verify")
async def verify(services: Services, visit: Visit, query: Asked) -> Answer | Page | To:
    """Ask what is to be checked; a short code leads to what it stands for."""
    del services, visit
    return _by_code(query.code) if query.code else VerifyPage()


async def admit(services: Services, visit: Visit) -> None:
    """Whoever has not had too much checked; raises `TooOften`."""
    take_public(services.public_limit, visit.address)


@sent("/verify", most_bytes=8 << 20, admit=admit)
async def verify_shown(services: Services, visit: Visit, form: Given) -> Answer | Page | To:
    """Check it."""
    text = form.text.strip()
    if form.file and text:
        return _again(text, "both")
    if form.file:
        data = form.file[0].data
        return _again("", "too-large") if len(data) > MOST_BYTES else await _verified(services, visit, data, form)
    if not text:
        return _again("", "nothing")
    if (own := _own(services, text)) is not None:
        return To(path=own)
    if len(text) <= _LONGEST_CODE and not text.startswith(("{", "http")):
        return _by_code(text)
    if text.startswith(("https://", "http://")):
        return await _fetched(services, visit, text, form)
    if len(text.encode()) > MOST_BYTES:
        return _again(text, "too-large")
    return await _verified(services, visit, text.encode(), form)


def _by_code(text: str) -> Answer | To:
    try:
        return To(path=f"/c/{normalised(text)}")
    except ShortCodeSlip:
        return _again(text, "slip")


def _own(services: Services, text: str) -> str | None:
    """The page of a credential of ours, where an address leads there."""
    code = text.removeprefix(f"{services.desk.address}/c/").partition("/")[0]
    try:
        return f"/c/{normalised(code)}" if text.startswith(f"{services.desk.address}/c/") else None
    except ShortCodeSlip:
        return None


async def _fetched(services: Services, visit: Visit, url: str, form: Given) -> Answer | Page:
    try:
        return await _verified(services, visit, await fetched(services, url), form)
    except NothingFetched as error:
        return _again(url, "no-answer" if error.is_away else "not-there")


async def _verified(services: Services, visit: Visit, data: bytes, form: Given) -> VerifiedPage:
    found = await verified(services, data, trusts_package=form.inside)
    about, ours = found.outcome.about, None
    if found.outcome.check("signature").answer == "yes":
        ours = await services.written(lambda _, now: seen_at(services.desk, about.id, about.issuer_id, now))
    return VerifiedPage(
        one=shown(found.outcome, visit.locale),
        about=about,
        at=found.outcome.at,
        page=f"/c/{ours.code}" if ours and ours.visible else "",
        answer_by=ours.answer_by if ours else None,
        text=found.text,
    )


def _again(text: str, wrong: Wrong) -> Answer:
    return Answer(page=VerifyPage(text=text, wrong=wrong), status=422)
