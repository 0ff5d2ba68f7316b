"""A handoff in words: how pressing it is, why a human is due, by when, how it may feel, why it stands where it does."""

import datetime as dt
from collections.abc import Mapping

import msgspec
from babel import Locale

from humanely.apps.console.words import words
from humanely.people.sla import Level
from humanely.pipeline.handoffs.feeling import Feeling
from humanely.pipeline.handoffs.inbox import Item
from humanely.pipeline.handoffs.packet import Due
from humanely.response import packet_words

TONES: dict[Level, str] = {"crisis": "grave", "urgent": "warm", "normal": "calm"}

LONGEST_ID = 32
PLAIN = 0.3
"""Valence up to which a message is neither pleasant nor unpleasant."""


class Deadline(msgspec.Struct, frozen=True):
    """A deadline; what: which one, in words."""

    what: str
    at: dt.datetime
    passed: bool


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One handoff of the inbox.

    Attributes:
        path: of its page, below the root.
        tone: of its mark, as `ui.mark` has them.
        said, estimated: how it feels, in words; empty where that is not known, or not shown.
        fits: why it stands where it stands, in words.
        holder: name of who has it, or for whom it is left; empty for nobody. Whoever answers from elsewhere has none.
        mine: whoever looks has it.
        state: what the person was told last; empty where they simply wait.
    """

    place: int
    path: str
    tone: str
    level: str
    reason: str
    person: str
    since: dt.datetime
    due: Deadline | None
    said: str
    estimated: str
    last: str
    crisis: bool
    language: str
    skill: str
    fits: tuple[str, ...]
    holder: str
    mine: bool
    awaited: bool
    state: str


def shown(item: Item, names: Mapping[str, str], me: str, locale: str, now: dt.datetime) -> Shown:
    """A handoff as it is shown to somebody.

    Args:
        names: of the team, by id.
        me: id of whoever looks.
    """
    say, row = words(locale).say, item.standing
    said, estimated = feeling(item.feeling, locale) if _tells(item.feeling) else ("", "")
    return Shown(
        place=row.place,
        path=f"/inbox/{row.place}",
        tone=TONES[item.level],
        level=say(f"inbox-level-{item.level}"),
        reason=reason(item.reason, item.says, locale),
        person=short(item.person_id),
        since=item.waits_since or row.opened_at,
        due=deadline(item.due, locale, now),
        said=said,
        estimated=estimated,
        last=item.last,
        crisis=item.crisis,
        language=language(row.language, locale),
        skill=row.skill,
        fits=tuple(say(f"inbox-fit-{code.replace('_', '-')}") for code in item.fit.reasons if item.is_awaited),
        holder=names.get(row.agent, "") or ("" if item.is_awaited else say("case-human")),
        mine=not item.is_awaited and row.agent == me,
        awaited=item.is_awaited,
        state=say("inbox-timed-out") if row.state == "timed_out" else "",
    )


def short(person_id: str) -> str:
    """A person's id where there is little room: one that is long and means nothing is cut in its middle.

    >>> short("ada@example.org"), short("visitor-ec51e83f02b039af53664474bca28578")
    ('ada@example.org', 'visitor-ec51…8578')
    """
    return person_id if len(person_id) <= LONGEST_ID else f"{person_id[:12]}…{person_id[-4:]}"


def _tells(known: Feeling) -> bool:
    """Whether a feeling tells anything in a list: that a message is neither this nor that tells nobody whom to help."""
    estimated = known.estimated
    moved = known.trend in {"worse", "better"}
    return known.said is not None or moved or (estimated is not None and abs(estimated.valence) >= PLAIN)


def reason(name: str, says: str, locale: str) -> str:
    """Why a human is due; that somebody of the team came by themselves where nothing else is known."""
    return packet_words.reason(name, says, locale).rstrip(".") if name else words(locale).say("inbox-no-reason")


def deadline(due: Due | None, locale: str, now: dt.datetime) -> Deadline | None:
    """A deadline in words."""
    if due is None:
        return None
    return Deadline(words(locale).say(f"inbox-clock-{due.clock}"), due.at, due.at <= now)


def feeling(known: Feeling, locale: str) -> tuple[str, str]:
    """How it feels: as the person said, and as it is estimated, with how sure that is."""
    said = packet_words.feeling(known.said.valence, locale) if known.said else ""
    if known.estimated is None:
        return said, ""
    sure = packet_words.word("sure", "yes" if known.estimated.sure else "no", locale)
    parts = [f"{packet_words.valence(known.estimated.valence, locale)} ({sure.lower()})"]
    if known.trend in {"worse", "better"}:
        parts.append(packet_words.word("trend", known.trend, locale).lower())
    return said, ", ".join(parts)


def language(code: str | None, locale: str) -> str:
    """What a language is called.

    >>> language("fr", "de"), language(None, "de"), language("tlh", "en")
    ('Französisch', '', 'Klingon')
    """
    return Locale(locale).languages.get(code, code) if code else ""
