"""What a person is told around a handoff: its named steps, and that a human looks at an answer first.

The lines are authored (``handoff.ftl``) and chosen as those of a reply are: never the same twice in a row, as much as
the channel holds. No line names a time of its own; opening hours, and by when somebody answers, are said where they are
given.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Literal, Required, TypedDict, Unpack

import msgspec

from humanely.response.channel import ChannelKind, Way
from humanely.response.compose import TooLongForChannel, compose
from humanely.response.phrasebook import served
from humanely.response.plan import Occasion, Part, Plan
from humanely.response.said import Said

HandoffPlan = Literal["connect", "plan_b", "alert"]
Step = Literal["offered", "joined", "left", "transferred", "timed_out", "declined", "returned", "resolved", "held"]
"""Steps that are said alike whatever the reason; `queued` is the one that is not."""

BECAUSE: Mapping[str, str] = {
    "asked": "asked",
    "failed_attempts": "failed", "failed_attempt": "failed", "repeats": "failed", "left_open": "failed",
    "high_stakes": "stakes",
    "distress": "distress", "vulnerable": "distress", "clear_need": "distress", "crisis_before": "distress",
    "said_bad": "distress",
    "language_off": "language",
    "low_confidence_again": "unclear", "low_confidence": "unclear", "sarcasm": "unclear",
    "sentiment_dip": "dip",
    "human_decision": "decision",
    "bot_failed": "broken",
}  # fmt: skip
"""Trigger → the words that say why. After abuse, and for all else, nothing is said of the reason."""

_THEN: dict[Step, tuple[str, ...]] = {
    "offered": (),
    "joined": ("kept-joined",),
    "left": ("choice-ask",),
    "transferred": ("kept-handed",),
    "timed_out": ("kept-open",),
    "declined": ("choice-ask",),
    "returned": ("kept-returned",),
    "resolved": ("choice-ask",),
    "held": ("kept-held",),
}


class Words(msgspec.Struct, frozen=True):
    """What to send.

    Attributes:
        locale: of the words, after falling back.
        said: what they leave behind for the next answer.
    """

    text: str
    locale: str
    said: Said


class Manner(TypedDict, total=False):
    """How it is said.

    Attributes:
        locale: the person's, a language tag; English where nothing is authored.
        rng: chooses among the lines.
        channel: ``chat`` unless told.
        earlier: our answers in this conversation, last one last.
        familiar: the person is on familiar terms.
        hours: when somebody of the team is there, in words the person reads; empty where that is not known.
        by: time by which somebody will have answered, in words the person reads; empty to say nothing of it.
        name: of the human who comes; empty for "a human from the team".
        ways: how the person can be reached when they are no longer there; none to say nothing of it.
    """

    locale: Required[str]
    rng: Required[Random]
    channel: ChannelKind
    earlier: Sequence[Said]
    familiar: bool
    hours: str
    by: str
    name: str
    ways: Sequence[Way]


def queued(reason: str, plan: HandoffPlan, *, waiting: bool = False, **manner: Unpack[Manner]) -> Words:
    """What is said when a human is called.

    Args:
        reason: the leading trigger of the decision.
        plan: whether somebody is free, nobody is, or a human is there already and is told.
        waiting: a human was called before and has not come: nothing starts anew.

    >>> queued("asked", "connect", locale="en", rng=Random(3), channel="watch").text
    'This goes to a human in the team now.'
    """
    if waiting and reason != "crisis":
        return _say((*_still_waits(reason, plan), *_by(manner)), manner)
    return _say(tuple(_queued(reason, plan, manner)), manner)


def _still_waits(reason: str, plan: HandoffPlan) -> Iterator[Part]:
    """Something hard is heard before it is said that it goes along; after a card, its help is pointed to."""
    if reason != "crisis_before" and BECAUSE.get(reason) == "distress":
        yield Part("acknowledge", "because-distress")
    yield Part("step", "handoff-waiting_plan_b" if plan == "plan_b" else "handoff-waiting")
    if reason == "crisis_before":
        yield Part("explain", "handoff-crisis_plan_b")


def told(step: Step, **manner: Unpack[Manner]) -> Words:
    """What is said at any other step.

    >>> told("joined", locale="en", rng=Random(2)).text
    'A human from the team is here now. They can see what you have written.'
    """
    parts = [Part("choice" if name.startswith("choice") else "explain", name) for name in _THEN[step]]
    if step == "timed_out":
        parts += [*_hours(manner), *_by(manner), *_ways(manner)]
    if step == "joined" and (name := manner.get("name", "")):
        try:
            return _say((Part("step", "handoff-joined_by", name), *parts), manner)
        except TooLongForChannel:
            pass
    return _say((Part("step", f"handoff-{step}"), *parts), manner)


def held(**manner: Unpack[Manner]) -> Words:
    """What is said when a human looks at an answer before it is sent."""
    return told("held", **manner)


def _queued(reason: str, plan: HandoffPlan, manner: Manner) -> Iterator[Part]:
    if plan == "alert":
        yield Part("step", "handoff-alert")
    elif reason == "crisis":
        # No apology, no reason, no question: the card with the help that is there now stands above.
        yield Part("step", "handoff-crisis" if plan == "connect" else "handoff-crisis_plan_b")
        if plan == "connect":
            yield Part("explain", "kept-crisis")
    else:
        if reason in BECAUSE:
            yield Part("acknowledge", f"because-{BECAUSE[reason]}")
        yield Part("step", f"handoff-{plan}")
        yield Part("explain", "kept-handed" if plan == "connect" else "kept-open")
        if plan == "plan_b":
            yield from _hours(manner)
            yield from _by(manner)
            yield from tuple(_ways(manner)) or (Part("choice", "choice-more"),)


def _hours(manner: Manner) -> Iterator[Part]:
    if hours := manner.get("hours", ""):
        yield Part("fact", "fact-hours", hours)


def _by(manner: Manner) -> Iterator[Part]:
    if by := manner.get("by", ""):
        yield Part("fact", "fact-by", by)


def _ways(manner: Manner) -> Iterator[Part]:
    if ways := manner.get("ways", ()):
        yield Part("choice", f"way-{ways[0] if len(ways) == 1 else 'both'}")


def _say(parts: tuple[Part, ...], manner: Manner) -> Words:
    occasion = Occasion(
        need=0,
        channel=manner.get("channel", "chat"),
        address="familiar" if manner.get("familiar") else "formal",
        earlier=tuple(manner.get("earlier", ())),
    )
    reply = compose(Plan(occasion, parts), served(manner["locale"], "replies"), manner["rng"])
    return Words(reply.text, reply.locale, reply.said())
