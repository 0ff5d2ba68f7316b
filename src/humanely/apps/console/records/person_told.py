"""A person's conversation as the console tells it: what they said on one side, what was only estimated on the other."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from humanely.apps.console.words import words
from humanely.pipeline.person.exported import (
    Answered,
    CameOf,
    Contact,
    Conversation,
    Corrected,
    Decided,
    Estimated,
    Event,
    Forwarded,
    HandedOver,
    LookedAt,
    Message,
    Noted,
    NotRead,
    Typed,
    Used,
)

STRONGEST = 3
"""Feelings shown of one message; the file has all."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened.

    Attributes:
        id: its place in the ledger.
        who: who said it, or what it was.
        said: words, in order; each is a paragraph.
        feeling: the person said they have; empty where they did not.
        estimated: of this message of the person's; None for everything else.
        likely: feelings the message may carry, the surest first, with the probability in per cent.
    """

    id: str
    at: dt.datetime
    who: str
    said: tuple[str, ...]
    feeling: str = ""
    estimated: Estimated | None = None
    likely: tuple[tuple[str, int], ...] = ()


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation.

    Attributes:
        lines: in the order in which they happened.
    """

    id: str
    began: dt.datetime
    lines: tuple[Line, ...]


def talk(conversation: Conversation, locale: str) -> Talk:
    """A conversation of an export, as it is shown."""
    lines = tuple(line for event in conversation.happened for line in _lines(event, locale))
    return Talk(id=conversation.conversation_id, began=conversation.happened[0].at, lines=lines)


def _lines(event: Event, locale: str) -> Iterator[Line]:
    said = words(locale).say
    if isinstance(event, Message) and event.estimated is not None:
        yield _message(event, event.estimated, said("people-person"))
    elif isinstance(event, Message):
        yield Line(id=event.id, at=event.at, who=event.by, said=(event.text,))
    elif isinstance(event, Answered):
        for one in event.messages:
            yield Line(id=event.id, at=event.at, who=one.by, said=(one.text,))
        if event.held:
            yield Line(id=event.id, at=event.at, who=said("people-held"), said=(event.held,))
    else:
        who, told = _other(event, locale)
        yield Line(id=event.id, at=event.at, who=who, said=tuple(one for one in told if one))


def _message(event: Message, estimated: Estimated, who: str) -> Line:
    return Line(
        id=event.id,
        at=event.at,
        who=who,
        said=(event.text,),
        feeling=event.said_feeling or "",
        estimated=estimated,
        likely=tuple((one.name, round(100 * one.probability)) for one in estimated.feelings[:STRONGEST]),
    )


def _other(event: Event, locale: str) -> tuple[str, tuple[str, ...]]:
    """What it was, and what there is to say of it."""
    said = words(locale).say
    match event:
        case Decided():
            return said("people-decided", action=event.action), event.why
        case NotRead():
            return said("people-not-read", sense=event.sense, purpose=event.purpose), event.reasons
        case HandedOver():
            return said("people-handoff"), (event.step, event.told.text if event.told else "")
        case Corrected():
            return said("people-correction"), (event.feeling or said("people-taken-away"), event.note)
        case CameOf():
            return said("people-outcome"), (f"{event.measured}: {event.value:g}", event.note)
        case Forwarded():
            return said("people-forwarded", by=event.by), ()
        case _:
            return _by_humans(event, locale)


def _by_humans(event: Event, locale: str) -> tuple[str, tuple[str, ...]]:
    """What the team made of it, and what the person left or let be counted."""
    said = words(locale).say
    match event:
        case Noted():
            return said("people-noted-by-team"), (event.text,)
        case LookedAt():
            return said("people-looked-at"), (event.verdict, event.text or "", event.reason)
        case Contact():
            return said("people-contact"), (event.way, event.address or said("people-contact-gone"), event.wish)
        case Used():
            return said("people-behaviour"), (_used(event, said),)
        case Typed():
            return said("people-typing"), (said("people-rhythm", **_rhythm(event)),)
        case _:
            return said("people-other"), ()


def _rhythm(event: Typed) -> dict[str, int]:
    return {
        "window": event.window_s,
        "pause": event.pause_ms,
        "spread": event.spread_ms,
        "corrections": event.corrections,
    }


def _used(event: Used, say: Callable[..., str]) -> str:
    """Counts of how they used a page."""
    return say(
        "people-counts",
        window=event.window_s,
        clicks=event.clicks,
        rage=event.rage_clicks,
        dead=event.dead_clicks,
        retries=event.retries,
        idle=event.idle_s,
    )
