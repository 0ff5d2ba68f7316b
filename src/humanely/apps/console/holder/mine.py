"""The holder's own page: where their credential stands, what it says about them, and everything they can do with it."""

import datetime as dt
from typing import ClassVar, Literal, get_args

import msgspec

from humanely.apps.console.holder import downloads
from humanely.apps.console.holder.history import Line, history
from humanely.apps.console.holder.link import by_link
from humanely.apps.console.holder.reading import Reading, reading
from humanely.apps.console.page import Page
from humanely.apps.console.route import shown as page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design import derived, progress
from humanely.credential.design.achievement import Achievement
from humanely.credential.life.endorsement import EndorsementState, Relation
from humanely.credential.wording import say
from humanely.errors import HumanelyError
from humanely.pipeline.credentials import holder
from humanely.pipeline.credentials import progress as way
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.team.staff import Staff

Standing = Literal[
    "prepared", "awaiting-review", "offered", "valid", "suspended", "revoked", "superseded", "cancelled", "expired"
]
TONES: dict[str, str] = {"valid": "good", "offered": "good", "suspended": "warm", "revoked": "warm"}
LIVE = frozenset({"asked", "given", "held", "awaits_holder", "published"})


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """A credential in the hands of its holder.

    Attributes:
        here: address of their page, below the root.
        standing: its words are under ``mine-standing-`` and this.
        tone: goes with the words.
        reason: of a revocation, in words to the holder; empty for none.
        words: what the team says to them beside it, as it was typed; empty for nothing.
        is_theirs: it was collected.
        is_shared: whoever has `address` can see it.
        appeal: where an appeal stands, as a key; empty for none.
        may_appeal: something was done that can be contested now.
    """

    code: str
    here: str
    standing: Standing
    tone: str
    reason: str
    words: str
    is_theirs: bool
    may_collect: bool
    may_share: bool
    is_shared: bool
    address: str
    appeal: str
    due: dt.datetime | None
    until: dt.datetime | None


class Endorsed(msgspec.Struct, frozen=True):
    """Somebody who was asked to say something of the holder."""

    id: str
    one: EndorsementState


class Other(msgspec.Struct, frozen=True):
    """Another credential of the same holder, with the way to it."""

    name: str
    standing: Standing
    here: str


class MinePage(Page, frozen=True, kw_only=True):
    """The holder's page.

    Attributes:
        said: the achievement, in their language.
        one: the credential as it was signed; None until then.
        told: where they are on the way; None once it is signed.
        files, claims: to take along, and what a smaller credential may keep.
        invited: link for somebody who is asked to endorse, this once; empty at any other time.
    """

    template: ClassVar[str] = "mine.html.j2"

    own: Own
    said: Achievement
    one: Reading | None
    told: progress.Told | None
    files: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]
    endorsed: tuple[Endorsed, ...]
    relations: tuple[str, ...] = get_args(Relation)
    history: tuple[Line, ...]
    others: tuple[Other, ...]
    invited: str = ""


@page("/mine/{ticket}")
async def mine(services: Services, visit: Visit, ticket: str) -> MinePage:
    """The holder's page."""
    return await mine_page(services, visit, ticket)


async def mine_page(services: Services, visit: Visit, ticket: str, *, invited: str = "") -> MinePage:
    """The page, drawn anew."""
    names = services.staff if services.engine.companion.house.names else None
    return await by_link(services, lambda desk, now: _drawn(desk, now, (ticket, visit.locale, invited), names))


def _drawn(desk: Desk, now: dt.datetime, asked: tuple[str, str, str], names: Staff | None) -> MinePage:
    ticket, locale, invited = asked
    state = holder.opened(desk, ticket, now)
    said = _said(desk, state, locale)
    is_out = bool(state.document)
    return MinePage(
        own=own_of(desk, state, ticket, now, locale),
        said=said,
        one=reading(state.document) if is_out else None,
        told=None if is_out else _way(desk, state, now, locale),
        files=downloads.names(state) if is_out else (),
        claims=tuple((claim, say(locale, f"design-claim-{claim}")) for claim in derived.CLAIMS) if is_out else (),
        endorsed=tuple(Endorsed(id_, one) for id_, one in state.endorsements.items() if one.state in LIVE),
        history=history(state, lambda member: _name(names, member)),
        others=_others(desk, state, ticket, now, locale),
        invited=invited,
    )


def own_of(desk: Desk, state: Credential, ticket: str, now: dt.datetime, locale: str) -> Own:
    """A credential as its holder has it in hand."""
    life = state.life
    assert life is not None  # noqa: S101 - what is opened was begun
    standing = standing_of(state, now)
    return Own(
        code=state.id,
        here=f"/mine/{ticket}",
        standing=standing,
        tone=TONES.get(standing, "calm"),
        reason=_sentence(say(locale, f"holder-reason-{life.reason.replace('_', '-')}")) if life.reason else "",
        words=state.words,
        is_theirs=life.collected_at is not None,
        may_collect=standing == "offered",
        may_share=life.state in {"collected", "suspended", "revoked"},
        is_shared=life.shared,
        address=desk.url(state.id),
        appeal=state.appeal.state.replace("_", "-") if state.appeal else "",
        due=state.appeal.due if state.appeal else None,
        until=life.valid_until,
    )


def standing_of(state: Credential, now: dt.datetime) -> Standing:
    """Where a credential stands, as pages name it."""
    life = state.life
    assert life is not None  # noqa: S101 - as above
    return "awaiting-review" if life.state == "awaiting_review" else life.standing(now)


def name_of(desk: Desk, state: Credential, locale: str) -> str:
    """What a credential is of, in a language."""
    return _said(desk, state, locale).name


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _said(desk: Desk, state: Credential, locale: str) -> Achievement:
    assert state.claim is not None  # noqa: S101 - it was begun with one
    return desk.achievements.one(state.claim.achievement_id).achievement.said_in(locale)


def _way(desk: Desk, state: Credential, now: dt.datetime, locale: str) -> progress.Told | None:
    assert state.claim is not None  # noqa: S101 - as above
    stand = way.stands(desk, state.person_id, state.claim.achievement_id, now)
    return progress.told(stand, locale)


def _others(desk: Desk, state: Credential, ticket: str, now: dt.datetime, locale: str) -> tuple[Other, ...]:
    rest = (one for one in holder.mine(desk, ticket, now) if one.id != state.id)
    return tuple(
        Other(name_of(desk, one, locale), standing_of(one, now), f"/mine/{holder.link(desk, one.id, now)}")
        for one in rest
    )


def _name(names: Staff | None, member: str) -> str:
    """The name of a member, where the house gives names."""
    if names is None:
        return ""
    try:
        return names.member(member).name
    except HumanelyError:
        return ""
