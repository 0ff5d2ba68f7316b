"""Notices that reach the holder: what is still to be told, in which words, and what came of telling it.

1. What was done is in the ledger; from when somebody is to be told of it stands in the row of the credential.
2. A mail says it in the holder's language. That it was sent is an act, too, so that nothing is sent again.
3. Where no mail can go, or none was taken, a human of the team sees it and passes the link on.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec
from fluent.runtime.types import fluent_date

from humanely.credential.design.achievement import Achievement, Contact
from humanely.credential.life.party import CLOCK, By
from humanely.credential.wording import fitting, say
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import appeals, holder
from humanely.pipeline.credentials.desk import Desk, member
from humanely.pipeline.credentials.notice import Notice, Told, Why, address, waiting, why
from humanely.store.credential import Credential
from humanely.store.credential_records import ToldRecord

LATEST = dt.timedelta(days=14)
"""What is older when mail can go out is no news: a human passes it on, if it still matters."""
Result = Literal["sent", "refused", "late", "passed_on"]

_CONTESTABLE: frozenset[Told] = frozenset({"suspended", "revoked", "cancelled"})


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A mail to the holder.

    Attributes:
        to: address.
        locale: in which it is written.
        link: to their page; it stands in the paragraphs, too.
    """

    credential_id: str
    notice: Notice
    to: str
    locale: str
    subject: str
    paragraphs: tuple[str, ...]
    link: str


class Untold(msgspec.Struct, frozen=True, kw_only=True):
    """Something the holder was not told.

    Attributes:
        at: when it happened.
    """

    credential_id: str
    kind: Told
    at: dt.datetime
    why: Why


def letter(desk: Desk, credential_id: str, now: dt.datetime) -> Letter | None:
    """The next mail to the holder of a credential; None where none is due.

    Raises:
        CredentialMissing, CredentialGone, AchievementMissing: nothing can be said of it.
    """
    state = desk.at(credential_id)
    due = [one for one in waiting(state) if one.at <= now and why(state, one) == "not_sent"]
    for one in due:
        if one.at > now - LATEST:
            return _written(desk, state, one, now)
        settled(desk, credential_id, one, "late", now)
    return None


def settled(
    desk: Desk, credential_id: str, notice: Notice, result: Result, now: dt.datetime, by: By = CLOCK
) -> Credential:
    """Record what came of a notice.

    Raises:
        CredentialMissing, CredentialGone, Overtaken: nothing was recorded.
    """
    return desk.recorded(Asked("", now), credential_id, lambda held: (_record(held, notice, result, by),))


def untold(desk: Desk, now: dt.datetime, most: int = 100) -> tuple[Untold, ...]:
    """What holders were not told: all of it, where no mail is set up; the longest waiting first."""
    rows = (*desk.ledger.credentials.to_pass_on(now, most), *desk.ledger.credentials.to_mail(now, most))
    found: list[Untold] = []
    for credential_id in dict.fromkeys(row.id for row in rows):
        try:
            state = desk.at(credential_id)
        except HumanelyError:
            continue
        late = (one for one in waiting(state) if one.at <= now)
        found += [Untold(credential_id=state.id, kind=one.kind, at=one.at, why=why(state, one)) for one in late]
    return tuple(sorted(found, key=lambda one: one.at)[:most])


def passed_on(desk: Desk, asked: Asked, credential_id: str) -> Credential:
    """A human has told the holder of all that they were not told; nothing more is sent of it.

    Raises:
        CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
    """
    state = desk.at(credential_id)
    due = [one for one in waiting(state) if one.at <= asked.now]
    if not due:
        return state
    by = member(asked)
    return desk.recorded(asked, credential_id, lambda held: [_record(held, one, "passed_on", by) for one in due])


def _record(held: Credential, notice: Notice, result: Result, by: By) -> ToldRecord:
    return ToldRecord(
        credential_id=held.id, person_id=held.person_id, notice=notice.kind, of=notice.place, result=result, by=by
    )


def _written(desk: Desk, state: Credential, notice: Notice, now: dt.datetime) -> Letter | None:
    claim = state.claim
    if claim is None:
        return None
    design = desk.achievements.one(claim.achievement_id).achievement
    said = design.said_in(claim.recipient.language or design.language)
    locale = fitting(claim.recipient.language or design.language)
    link = f"{desk.address}/mine/{holder.link(desk, state.id, now)}"
    greeting = say(locale, "notice-hello", name=claim.recipient.name) if claim.recipient.name else ""
    return Letter(
        credential_id=state.id,
        notice=notice,
        to=address(state),
        locale=locale,
        subject=say(locale, f"notice-subject-{_subject(notice.kind)}", achievement=said.name),
        paragraphs=(
            greeting or say(locale, "notice-hello-nameless"),
            *_told(state, notice, said, locale),
            *((say(locale, "notice-words", words=notice.words),) if notice.words else ()),
            *_appeal(desk, notice, now, locale),
            say(locale, "notice-page", link=link),
            _contact(said.contact, locale),
            say(locale, "notice-from", issuer=desk.name),
        ),
        link=link,
    )


def _subject(kind: Told) -> str:
    """A subject stands on locked screens, so it gives nothing away that somebody else need not read."""
    if kind in {"offered", "expiring"}:
        return kind
    return "appeal" if kind.startswith("appeal_") else "news"


def _told(state: Credential, notice: Notice, said: Achievement, locale: str) -> Iterable[str]:
    """What happened, and what it means."""
    match notice.kind:
        case "offered":
            yield say(locale, "holder-told-offered", achievement=said.name)
            yield said.meaning
        case "revoked":
            reason = say(locale, f"holder-reason-{_word(notice.reason or '')}")
            yield say(locale, "holder-told-revoked", achievement=said.name, reason=reason)
        case "expiring":
            until = state.life.valid_until if state.life else None
            yield say(locale, "notice-told-expiring", achievement=said.name, until=_day(until or notice.at))
            yield said.renewal.says if said.renewal else say(locale, "notice-no-renewal")
        case kind if kind.startswith("appeal_"):
            yield from _of_appeal(_as_of(state, notice.place), notice, said, locale)
        case kind:
            yield say(locale, f"holder-told-{_word(kind)}", achievement=said.name)


def _of_appeal(state: Credential, notice: Notice, said: Achievement, locale: str) -> Iterable[str]:
    appeal = state.appeal
    if appeal is None:
        return
    match notice.kind:
        case "appeal_decided":
            yield say(locale, f"holder-appeal-{appeal.decision}", achievement=said.name)
            yield say(locale, "holder-appeal-reasons", reasons=appeal.reasons)
            yield say(locale, "holder-appeal-name", name=appeal.name)
        case "appeal_evidence_wanted":
            yield say(locale, "holder-appeal-evidence-wanted", wanted=appeal.wanted)
        case kind:
            yield say(locale, f"holder-{_word(kind)}", due=_day(appeal.due))


def _appeal(desk: Desk, notice: Notice, now: dt.datetime, locale: str) -> Iterable[str]:
    """By when whoever appeals has an answer; that there is no time limit to appeal within."""
    if notice.kind not in _CONTESTABLE:
        return
    try:
        yield say(locale, "notice-appeal", due=_day(appeals.deadline(desk, now)))
    except HumanelyError:
        return


def _contact(contact: Contact, locale: str) -> str:
    where = ", ".join(one for one in (contact.email, contact.phone, contact.url) if one)
    return say(locale, "notice-contact", name=contact.name, where=where)


def _as_of(state: Credential, place: int) -> Credential:
    """The credential as an act left it."""
    held = Credential(id=state.id)
    for one in state.history:
        if one.place <= place:
            held = held.after(one.place, one.at, one.record)
    return held


def _word(name: str) -> str:
    return name.replace("_", "-")


def _day(moment: dt.datetime) -> object:
    return fluent_date(moment.astimezone(dt.UTC).date(), dateStyle="long")
