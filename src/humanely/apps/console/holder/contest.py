"""Contesting: said in one's own words, looked at once more before it is sent, answered by a human with a name.

1. The form: what is not right, what should be, how to be reached; whatever is wrong with it, nothing typed is lost.
2. The review: all of it as it will be read, and the files that go with it.
3. The receipt, which stays: a number, a date, what happens next; more can be shown, and it can be taken back.
"""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.holder.link import by_link
from humanely.apps.console.holder.mine import Own, name_of, own_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import sent
from humanely.apps.console.route import shown as page
from humanely.apps.console.upload import Upload
from humanely.apps.console.visit import Visit
from humanely.apps.console.words import words
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.credential.life.appeal import AppealState, DecidedBefore
from humanely.credential.life.lifecycle import CredentialState
from humanely.pipeline.credentials import appeals, holder
from humanely.pipeline.credentials.appeals import LONGEST, Grounds, StatementMissing
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.evidence import MOST_BYTES, MOST_FILES, EvidenceRefused, File
from humanely.store.credential import Credential
from humanely.store.credential_records import AppealRecord, Shown

Wrong = Literal["nothing", "too-long", "empty", "too-large", "too-many", "kind-unknown", "sent-before"]

MOST_SENT = MOST_FILES * MOST_BYTES + (1 << 20)
_LONGEST_WISH = 2_000
_LONGEST_NAME = 200


class Said(msgspec.Struct, frozen=True):
    """What somebody says, as they typed it.

    Attributes:
        agent: who writes, where they act for the person; empty where it is the person.
        reach: how they want to be reached; empty for this page.
    """

    statement: str = ""
    wish: str = ""
    agent: str = ""
    reach: str = ""

    @property
    def wrong(self) -> Wrong | Literal[""]:
        """What keeps it from being sent."""
        if not self.statement.strip():
            return "nothing"
        is_long = len(self.wish) > _LONGEST_WISH or max(len(self.agent), len(self.reach)) > _LONGEST_NAME
        return "too-long" if is_long or len(self.statement) > LONGEST else ""

    def grounds(self, locale: str) -> Grounds:
        """The same as it is recorded: how they want to be reached stands with what they ask for."""
        reach = words(locale).say("contest-reach-said", reach=self.reach.strip()) if self.reach.strip() else ""
        wish = "\n\n".join(one for one in (self.wish.strip(), reach) if one)
        return Grounds(statement=self.statement, wish=wish, agent=self.agent)


class Sent(Said, frozen=True):
    """The same with files, looked at or sent."""

    file: tuple[Upload, ...] = ()
    back: bool = False


class More(msgspec.Struct, frozen=True):
    """What is shown later."""

    statement: str = ""
    file: tuple[Upload, ...] = ()


class Sure(msgspec.Struct, frozen=True):
    """Whether an appeal is to be taken back."""

    sure: bool = False


class ContestPage(Page, frozen=True, kw_only=True):
    """The form.

    Attributes:
        said: as it was typed.
        wrong: what keeps it from being sent; empty for nothing.
        due: by when it would be decided.
    """

    template: ClassVar[str] = "contest.html.j2"

    own: Own
    name: str
    said: Said
    wrong: str = ""
    due: dt.datetime
    longest: int = LONGEST


class ContestReviewPage(Page, frozen=True, kw_only=True):
    """What will be sent, to be looked at; the files are chosen here.

    Attributes:
        wrong, which: what is wrong with a file, and with which, counted from 1.
    """

    template: ClassVar[str] = "contest_review.html.j2"

    own: Own
    name: str
    said: Said
    wrong: str = ""
    which: int = 0
    due: dt.datetime
    most_files: int = MOST_FILES


class Appealed(msgspec.Struct, frozen=True, kw_only=True):
    """An appeal as the person reads it.

    Attributes:
        number: by which both sides name it.
        state: its words are under ``contested-`` and this.
        said: all that was written, a part each, in the order it was sent.
        files: all that was shown.
        may_again: another can be filed, as it was taken back, or something else was done since.
    """

    number: str
    state: str
    one: AppealState
    said: tuple[str, ...]
    files: tuple[Shown, ...]
    may_again: bool


class ContestedPage(Page, frozen=True, kw_only=True):
    """Where an appeal stands, and what can be done with it.

    Attributes:
        statement: what was typed in vain; empty for nothing.
        wrong, which: what is wrong with it, or with a file, and with which, counted from 1.
    """

    template: ClassVar[str] = "contested.html.j2"

    own: Own
    name: str
    appeal: Appealed
    statement: str = ""
    wrong: str = ""
    which: int = 0
    most_files: int = MOST_FILES


class Again(msgspec.Struct, frozen=True):
    """Whether another appeal is wanted."""

    again: bool = False


async def admit(services: Services, visit: Visit, ticket: str) -> None:
    """Whoever has a link, and has not sent too much: what comes may be large.

    Raises:
        TooOften, LinkRefused, RecordGone: nothing is read.
    """
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: holder.opened(desk, ticket, now))


@page("/mine/{ticket}/contest")
async def contest(services: Services, visit: Visit, ticket: str, query: Again) -> Page:
    """The form, or where the appeal stands."""
    at = await _opened(services, visit, ticket)
    if at.state.appeal is None or (query.again and not at.state.appeal.is_open):
        return at.form(Said())
    return at.standing()


@sent("/mine/{ticket}/contest", most_bytes=MOST_SENT, admit=admit)
async def review_contest(services: Services, visit: Visit, ticket: str, form: Sent) -> Answer | Page:
    """Look at it once more, or go back to change it; nothing is sent yet."""
    at = await _opened(services, visit, ticket)
    if form.back:
        return at.form(form)
    return Answer(page=at.form(form, form.wrong), status=422) if form.wrong else at.review(form)


@sent("/mine/{ticket}/contest/send", most_bytes=MOST_SENT, admit=admit)
async def send_contest(services: Services, visit: Visit, ticket: str, form: Sent) -> Answer | To:
    """Send it."""
    at = await _opened(services, visit, ticket)
    if at.state.appeal is not None and at.state.appeal.is_open:
        return at.sent_already(form)
    if form.wrong:
        return Answer(page=at.form(form, form.wrong), status=422)
    grounds, files = form.grounds(visit.locale), _files(form.file)
    try:
        await by_link(services, lambda desk, now: appeals.file(desk, ticket, grounds, files, now))
    except EvidenceRefused as error:
        return Answer(page=at.review(form, error), status=error.status)
    except DecidedBefore as error:
        return Answer(page=at.form(form, "sent-before"), status=error.status)
    return To(path=f"/mine/{ticket}/contest", flash="contest-sent")


@sent("/mine/{ticket}/contest/more", most_bytes=MOST_SENT, admit=admit)
async def add_to_contest(services: Services, visit: Visit, ticket: str, form: More) -> Answer | To:
    """Show something more."""
    at = await _opened(services, visit, ticket)
    if at.state.appeal is None:
        return To(path=f"/mine/{ticket}/contest")
    files = _files(form.file)
    try:
        await by_link(services, lambda desk, now: appeals.give_evidence(desk, ticket, form.statement, files, now))
    except EvidenceRefused as error:
        return Answer(page=at.standing(form.statement, _fault(error), error.number), status=error.status)
    except StatementMissing as error:
        wrong = "wrong-too-long" if form.statement.strip() else "wrong-nothing"
        return Answer(page=at.standing(form.statement, wrong), status=error.status)
    return To(path=f"/mine/{ticket}/contest", flash="contest-added")


@sent("/mine/{ticket}/contest/withdraw")
async def withdraw_contest(services: Services, visit: Visit, ticket: str, form: Sure) -> To:
    """Take it back, once that is sure."""
    take_public(services.public_limit, visit.address)
    if not form.sure:
        return To(path=f"/mine/{ticket}/contest#withdraw", flash="contest-not-sure")
    await by_link(services, lambda desk, now: appeals.withdraw(desk, ticket, now))
    return To(path=f"/mine/{ticket}/contest", flash="contest-withdrawn")


class _At(msgspec.Struct, frozen=True):
    """A credential that is contested, or may be, with what every page of it shows."""

    state: Credential
    own: Own
    name: str
    due: dt.datetime

    def form(self, said: Said, wrong: str = "") -> ContestPage:
        return ContestPage(own=self.own, name=self.name, said=said, wrong=wrong, due=self.due)

    def review(self, said: Said, error: EvidenceRefused | None = None) -> ContestReviewPage:
        wrong, which = (_fault(error), error.number) if error else ("", 0)
        return ContestReviewPage(own=self.own, name=self.name, said=said, wrong=wrong, which=which, due=self.due)

    def sent_already(self, said: Said) -> Answer | To:
        """The receipt: the same words came twice, from a second tap; others are there to be added to the first."""
        if said.statement.strip() in _said(self.state):
            return To(path=f"{self.own.here}/contest", flash="contest-sent")
        return Answer(page=self.standing(said.statement, "wrong-open"), status=409)

    def standing(self, statement: str = "", wrong: str = "", which: int = 0) -> ContestedPage:
        one, life = self.state.appeal, self.state.life
        assert one is not None  # noqa: S101 - asked for where there is one
        is_decided = one.state == "decided" and one.decision is not None
        told = Appealed(
            number=f"{self.state.id}/{self.state.appeal_place}",
            state=str(one.decision if is_decided else one.state).replace("_", "-"),
            one=one,
            said=tuple(_said(self.state)),
            files=tuple(file for _, file in appeals.shown_in(self.state)),
            may_again=not one.is_open and (one.state == "withdrawn" or _moved_on(one, life)),
        )
        return ContestedPage(own=self.own, name=self.name, appeal=told, statement=statement, wrong=wrong, which=which)


def _said(state: Credential) -> Iterator[str]:
    """What the person wrote for the appeal that stands."""
    for one in state.history:
        if isinstance(one.record, AppealRecord) and one.place >= state.appeal_place:
            yield from filter(None, (one.record.statement, one.record.wish))


def _moved_on(one: AppealState, life: CredentialState | None) -> bool:
    """Something was done since that can be contested by itself; what the decision undid is no such thing."""
    return life is not None and life.changes > one.change + (one.decision == "overturned")


async def _opened(services: Services, visit: Visit, ticket: str) -> _At:
    def found(desk: Desk, now: dt.datetime) -> _At:
        state = holder.opened(desk, ticket, now)
        own = own_of(desk, state, ticket, now, visit.locale)
        return _At(state, own, name_of(desk, state, visit.locale), appeals.deadline(desk, now))

    return await by_link(services, found)


def _files(given: tuple[Upload, ...]) -> tuple[File, ...]:
    return tuple(File(one.name, one.data) for one in given)


def _fault(error: EvidenceRefused) -> str:
    """The key of what is wrong with a file."""
    return f"file-{error.fault.replace('_', '-')}"
