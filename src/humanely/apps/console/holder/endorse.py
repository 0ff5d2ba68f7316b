"""Speaking for somebody: written, looked at as it will be read, sent; and taken back by the same link at any time."""

import datetime as dt
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.holder.link import by_link
from humanely.apps.console.holder.reading import Reading, reading
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import sent
from humanely.apps.console.route import shown as page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.credential.life.endorsement import EndorsementState
from humanely.pipeline.credentials import endorsing
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.endorsing import LONGEST, LONGEST_NAME, EndorsementUnfit

Wrong = Literal["name", "text"]


class Words(msgspec.Struct, frozen=True):
    """What somebody writes; `back` to change it once more."""

    name: str = ""
    text: str = ""
    back: bool = False

    @property
    def wrong(self) -> Wrong | Literal[""]:
        """Which of the fields cannot be sent as it is."""
        if not 0 < len(" ".join(self.name.split())) <= LONGEST_NAME:
            return "name"
        return "" if 0 < len(self.text.strip()) <= LONGEST else "text"


class EndorsePage(Page, frozen=True, kw_only=True):
    """What is asked, and what was written so far.

    Attributes:
        here: address of the page, below the root.
        one: the credential, as it was signed.
        state: where the endorsement stands.
        given: as it was typed, or sent.
        wrong: field that cannot be sent as it is; empty for none.
        shown: as it will be read, with addresses masked, to be sent or changed; empty before that.
    """

    template: ClassVar[str] = "endorse.html.j2"

    here: str
    one: Reading
    state: EndorsementState
    given: Words
    wrong: str = ""
    shown: str = ""
    longest: int = LONGEST


@page("/endorse/{ticket}")
async def endorse(services: Services, visit: Visit, ticket: str) -> EndorsePage:
    """What is asked of somebody, or what they wrote."""
    del visit
    return await _page(services, ticket)


@sent("/endorse/{ticket}")
async def review_endorsement(services: Services, visit: Visit, ticket: str, form: Words) -> Answer | Page:
    """Show it as it will be read; nothing is sent yet."""
    del visit
    asked = await _page(services, ticket)
    if form.back or asked.state.state != "asked":
        return msgspec.structs.replace(asked, given=form)
    if form.wrong:
        return Answer(page=msgspec.structs.replace(asked, given=form, wrong=form.wrong), status=422)
    return msgspec.structs.replace(asked, given=form, shown=endorsing.without_addresses(form.text.strip()))


@sent("/endorse/{ticket}/send")
async def send_endorsement(services: Services, visit: Visit, ticket: str, form: Words) -> Answer | To:
    """Send it."""
    take_public(services.public_limit, visit.address)
    try:
        await by_link(services, lambda desk, now: endorsing.give(desk, ticket, form.name, form.text, now))
    except EndorsementUnfit as error:
        asked = await _page(services, ticket)
        wrong = msgspec.structs.replace(asked, given=form, wrong=error.field)
        return Answer(page=wrong, status=error.status)
    return To(path=f"/endorse/{ticket}", flash="endorse-sent")


@sent("/endorse/{ticket}/withdraw")
async def withdraw_endorsement(services: Services, visit: Visit, ticket: str) -> To:
    """Take it back, or say no."""
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: endorsing.withdraw(desk, ticket, now))
    return To(path=f"/endorse/{ticket}", flash="endorse-withdrawn")


async def _page(services: Services, ticket: str) -> EndorsePage:
    def drawn(desk: Desk, now: dt.datetime) -> EndorsePage:
        there = endorsing.opened(desk, ticket, now)
        state = there.endorsement
        return EndorsePage(
            here=f"/endorse/{ticket}",
            one=reading(there.credential.document),
            state=state,
            given=Words(state.name, state.text),
        )

    return await by_link(services, drawn)
