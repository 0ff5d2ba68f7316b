"""What a reply has to do, part by part, before a word of it is chosen.

A humane reply acknowledges, reflects what it is about, owns or explains, names the next step and leaves a choice.
Rarely is all of it due: a plain question wants a plain answer, a thank-you no apology, "just the facts" just facts.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from humanely.affect.labels import SITUATIONS
from humanely.errors import HumanelyError
from humanely.response.channel import SHOWS_LINKS, ChannelKind
from humanely.response.said import Said

Topic = Literal[
    "order", "refund", "access", "payment", "delivery", "course", "certificate", "appointment", "account", "fault",
    "other",
]  # fmt: skip
Step = Literal["look_up", "handoff", "ask_number", "clarify", "greet", "close", "send_link", "wait", "done", "none"]
"""`clarify` asks what is meant; `greet` greets back and opens the talk; `close` lets it end."""
Cause = Literal["ours", "outside", "unknown", "none"]
Address = Literal["formal", "familiar"]
PartKind = Literal["acknowledge", "reflect", "apologise", "own", "explain", "fact", "step", "choice"]

FACTS: tuple[str, ...] = (
    "answer", "status", "amount", "date", "deadline", "number", "place", "phone", "link",
)  # fmt: skip
"""Facts a reply may state, in the order it states them."""

ACKNOWLEDGED: tuple[tuple[str, frozenset[str]], ...] = (
    ("vulnerable", frozenset({"vulnerable"})),
    ("abusive", frozenset({"abusive"})),
    ("asks_for_human", frozenset({"asks_for_human"})),
    ("urgent", frozenset({"urgent"})),
    ("attempt_failed", frozenset({"attempt_failed"})),
    ("repeats", frozenset({"repeats"})),
    ("threatens_to_leave", frozenset({"threatens_to_leave"})),
    ("confused", frozenset({"confused"})),
    ("frustrated", frozenset({"frustrated", "complains", "sarcastic", "repeats"})),
)
"""Which words open a reply, weightiest first: of several situations, only one is named. To somebody we have not
answered yet nothing is said of repeating: they may have waited, or asked elsewhere."""

_ASKING: frozenset[str] = frozenset({"ask_number", "clarify", "greet"})
_NO_MORE: frozenset[str] = frozenset({"done", "greet", "close"})
"""Steps after which nobody is offered a person."""
_PLAIN, _CLEAR, _STRONGEST = 0, 2, 3


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """What is known when a reply is due.

    Attributes:
        need: the empathy called for: 0 none, 1 light, 2 clear, 3 strong.
        situations: labels of `humanely.affect.labels.SITUATIONS`.
        topic: what it is about.
        attempts: earlier tries of ours at the same matter, >= 0.
        cause: where the trouble came from; ``none`` where there is no trouble. Only ``ours`` is ever apologised for.
        step: the next step, decided elsewhere; a reply says what is done, it does not decide it.
        facts: name → value as it is to be read; names from `FACTS`.
        channel: what it travels by.
        address: how the person is addressed, where the locale makes a difference.
        person_free: a person of the team can be offered.
        earlier: our answers in this conversation, last one last.
    """

    need: int
    topic: Topic = "other"
    situations: frozenset[str] = frozenset()
    attempts: int = 0
    cause: Cause = "none"
    step: Step = "none"
    facts: dict[str, str] = {}
    channel: ChannelKind = "chat"
    address: Address = "formal"
    person_free: bool = True
    earlier: tuple[Said, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """One part of a reply.

    Attributes:
        kind: what it does.
        message: the authored message that may say it.
        value: of a fact, else empty.
    """

    kind: PartKind
    message: str
    value: str = ""


class Plan(msgspec.Struct, frozen=True):
    """The parts that are due, in order, for an occasion."""

    occasion: Occasion
    parts: tuple[Part, ...]
    labelled: bool = False  # facts as "Amount: 20 €" instead of sentences


class OccasionInvalid(HumanelyError):
    """A value of the occasion is not one a reply can be planned for."""

    code = "occasion_invalid"

    def __init__(self, field: str, allowed: str) -> None:
        super().__init__(f"The {field} of the occasion cannot be used.", fix=f"Give {allowed}.")


def plan(occasion: Occasion) -> Plan:
    """Say which parts are due.

    Raises:
        OccasionInvalid: need, a situation or a fact is outside what is allowed, or the link to send is missing.

    >>> [part.message for part in plan(Occasion(need=0, step="look_up")).parts]
    ['step-look_up']
    >>> [part.kind for part in plan(Occasion(need=2, cause="ours", step="look_up")).parts]
    ['acknowledge', 'reflect', 'apologise', 'step', 'choice']
    """
    _check(occasion)
    if "wants_facts_only" in occasion.situations:
        return Plan(occasion, tuple(_facts_only(occasion)), labelled=True)
    parts = (*_heard(occasion), *_caused(occasion), *_facts(occasion), *_step(occasion), *_choice(occasion))
    return Plan(occasion, parts or (Part("acknowledge", "acknowledge-plain"),))


def _check(occasion: Occasion) -> None:
    if not _PLAIN <= occasion.need <= _STRONGEST:
        raise OccasionInvalid("need", "a whole number from 0 to 3")
    if not occasion.situations <= set(SITUATIONS):
        raise OccasionInvalid("situations", f"some of {', '.join(SITUATIONS)}")
    if not occasion.facts.keys() <= set(FACTS):
        raise OccasionInvalid("facts", f"values for some of {', '.join(FACTS)}")
    if occasion.step == "send_link" and not occasion.facts.get("link"):
        raise OccasionInvalid("facts", "the link to send as the fact 'link'")


def _facts_only(occasion: Occasion) -> Iterator[Part]:
    """What was asked for and nothing else; a step that needs the person, or brings one, is still said."""
    facts = tuple(_facts(occasion))
    yield from facts
    if not facts or occasion.step in {*_ASKING, "handoff", "send_link"}:
        yield from _step(occasion)
        if not facts and occasion.step == "none":
            yield Part("acknowledge", "acknowledge-plain")


def _thanked(occasion: Occasion) -> bool:
    """Thanks and nothing that hurts: "thanks, but it failed again" is no thank-you."""
    pained = any(labels & occasion.situations for _, labels in ACKNOWLEDGED)
    return "grateful" in occasion.situations and not pained


def _heard(occasion: Occasion) -> Iterator[Part]:
    if _thanked(occasion):
        yield Part("acknowledge", "acknowledge-grateful")
    elif occasion.need > _PLAIN:
        yield Part("acknowledge", f"acknowledge-{_opening(occasion)}")
        if occasion.need >= _CLEAR:
            yield Part("reflect", f"reflect-{_point(occasion)}")


def _opening(occasion: Occasion) -> str:
    for name, labels in ACKNOWLEDGED:
        if labels & occasion.situations and (name != "repeats" or occasion.earlier):
            return name
    return "strong" if occasion.need >= _CLEAR else "light"


def _point(occasion: Occasion) -> str:
    if _tried(occasion):
        return "again"
    return "urgent" if "urgent" in occasion.situations else "first"


def _caused(occasion: Occasion) -> Iterator[Part]:
    """Own what was ours, once with an apology; name what came from outside; say where the cause is not known yet."""
    if occasion.need == _PLAIN or _thanked(occasion):
        return
    if occasion.cause == "ours":
        yield Part("apologise", "apologise-ours") if _may_apologise(occasion) else Part("own", "own-ours")
    elif occasion.cause == "outside":
        yield Part("explain", "explain-outside")
    elif occasion.cause == "unknown" and occasion.need >= _CLEAR:
        yield Part("explain", "explain-unknown")


def _may_apologise(occasion: Occasion) -> bool:
    apologised: Sequence[Said] = [said for said in occasion.earlier[-1:] if said.apologised]
    return not apologised and "grateful" not in occasion.situations


def _facts(occasion: Occasion) -> Iterator[Part]:
    for name in FACTS:
        if name in occasion.facts and name != "link":
            yield Part("fact", f"fact-{name}", occasion.facts[name])
    if "link" in occasion.facts and occasion.step != "send_link" and occasion.channel in SHOWS_LINKS:
        yield Part("fact", "fact-link", occasion.facts["link"])


def _step(occasion: Occasion) -> Iterator[Part]:
    if occasion.step == "send_link":
        shown = occasion.channel in SHOWS_LINKS
        yield Part("step", "step-send_link" if shown else "step-send_link_apart", occasion.facts["link"])
    elif occasion.step == "clarify":
        yield Part("step", "step-clarify_again" if _asked_before(occasion) else "step-clarify")
    elif occasion.step != "none" and not (occasion.step == "close" and _thanked(occasion)):
        yield Part("step", f"step-{occasion.step}")


def _asked_before(occasion: Occasion) -> bool:
    """Something was tried or asked already: only then is there a "what is still missing?"."""
    last = {variant.partition(".")[0] for said in occasion.earlier[-1:] for variant in said.variants}
    return _tried(occasion) or not last.isdisjoint({"step-clarify", "step-clarify_again"})


def _tried(occasion: Occasion) -> bool:
    said_again = "repeats" in occasion.situations and bool(occasion.earlier)
    return bool(occasion.attempts) or "attempt_failed" in occasion.situations or said_again


def _choice(occasion: Occasion) -> Iterator[Part]:
    """A way to steer: room before a handoff, a person, or an open question where no other is asked."""
    if occasion.need == _PLAIN or _thanked(occasion):
        return
    if occasion.step == "handoff":
        yield Part("choice", "choice-handoff")
    elif occasion.person_free and _person_helps(occasion):
        yield Part("choice", "choice-person")
    elif occasion.step in {"look_up", "none"} and (occasion.need >= _CLEAR or _nothing_else(occasion)):
        yield Part("choice", "choice-open")


def _person_helps(occasion: Occasion) -> bool:
    """After attempts, when asked for, or where there is nothing left to ask but somebody may still want to talk."""
    if occasion.step in _NO_MORE:
        return False
    wanted = bool(occasion.attempts or occasion.situations & {"asks_for_human", "attempt_failed"})
    return wanted or (occasion.need >= _CLEAR and occasion.step in {"wait", "send_link"})


def _nothing_else(occasion: Occasion) -> bool:
    return occasion.step == "none" and not occasion.facts
