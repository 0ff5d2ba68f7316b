"""A plan becomes words: authored lines, chosen so that no two replies in a row sound alike."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import msgspec

from humanely.errors import HumanelyError
from humanely.response.channel import LIMITS, SHOWS_LINKS, ChannelKind, has_link, spoken
from humanely.response.phrasebook import Phrasebook, locale_of, phrasebook
from humanely.response.plan import Part, PartKind, Plan
from humanely.response.said import Said, opening

REMEMBERED = 3
"""Replies back whose lines are not used again."""

_FIRST_TO_GO: tuple[PartKind, ...] = ("reflect", "choice", "explain", "acknowledge", "own", "apologise", "fact")
"""Where a channel is short, what is left out first; the step goes last, for it is what the person waits for."""


class Reply(msgspec.Struct, frozen=True):
    """A reply, ready for the check before it is sent.

    Attributes:
        text: what to send.
        parts: the parts it is made of, in order.
        variants: id of the line behind each part, such as ``step-look_up.c``.
        left_out: messages that were due and did not fit the channel.
        locale: of the lines.
    """

    text: str
    parts: tuple[Part, ...]
    variants: tuple[str, ...]
    left_out: tuple[str, ...]
    locale: str

    def said(self) -> Said:
        """What this reply leaves behind for the next."""
        apologised = any(part.kind == "apologise" for part in self.parts)
        return Said(opening(self.text), apologised=apologised, variants=self.variants)


class Line(msgspec.Struct, frozen=True):
    """One way of saying a part."""

    variant: str
    text: str


class TooLongForChannel(HumanelyError):
    """Not even the shortest form of the reply fits."""

    code = "too_long_for_channel"

    def __init__(self, channel: ChannelKind) -> None:
        super().__init__(
            f"The reply does not fit {channel!r}, which takes {LIMITS[channel]} characters.",
            fix="Give shorter facts, or send it by another channel.",
        )


def compose(plan: Plan, locale: str, rng: Random) -> Reply:
    """Choose a line for each part, and leave out what the channel has no room for.

    The same plan, locale and state of `rng` give the same reply. Lines of the last three replies are not used again,
    and the first two words differ from those of the last answer.

    Args:
        plan: what is due.
        locale: a language tag, such as ``de`` or ``de-AT``.
        rng: chooses among the lines.

    Raises:
        LocaleUnknown: nothing is authored in this language.
        TooLongForChannel: the one part that must be said does not fit.

    >>> from humanely.response.plan import Occasion, plan
    >>> compose(plan(Occasion(need=0, facts={"amount": "20 €"})), "en", Random(1)).text
    'The amount is 20 €.'
    """
    book = phrasebook(locale_of(locale))
    kept = [part for part in plan.parts if _speakable(part, plan.occasion.channel)]
    options = {part: _lines(part, plan, book) for part in kept}
    while not _fits(kept, options, plan):
        kept.remove(_next_to_go(kept, plan.occasion.channel))
    chosen = _choose(kept, options, plan, rng)
    return Reply(
        text=_joint(plan).join(line.text for line in chosen),
        parts=tuple(kept),
        variants=tuple(line.variant for line in chosen),
        left_out=tuple(part.message for part in plan.parts if part not in kept),
        locale=book.locale,
    )


def _joint(plan: Plan) -> str:
    """Facts alone stand one below the other, except aloud."""
    return "\n" if plan.labelled and plan.occasion.channel in SHOWS_LINKS else " "


def _speakable(part: Part, channel: ChannelKind) -> bool:
    return channel in SHOWS_LINKS or part.kind != "fact" or not has_link(part.value)


def _lines(part: Part, plan: Plan, book: Phrasebook) -> tuple[Line, ...]:
    """The lines that may say a part now: none of the last replies."""
    occasion = plan.occasion
    familiar = occasion.address == "familiar"
    used = {variant for said in occasion.earlier[-REMEMBERED:] for variant in said.variants}
    values: Mapping[str, str] = {"value": part.value, **book.forms(occasion.topic, familiar=familiar)}
    lines = []
    for name in _variants(part, plan, book):
        text = book.render(part.message, name, values, familiar=familiar)
        lines.append(Line(f"{part.message}.{name}", spoken(text) if occasion.channel == "voice" else text))
    return tuple(line for line in lines if part.kind == "fact" or line.variant not in used)


def _variants(part: Part, plan: Plan, book: Phrasebook) -> Sequence[str]:
    """A fact is what it is, however often it is asked: as a label or as a sentence."""
    if part.kind == "fact":
        return ("label",) if plan.labelled else ("sentence",)
    return book.variants(part.message)


def _openers(lines: Sequence[Line], plan: Plan) -> tuple[Line, ...]:
    last = {said.opening for said in plan.occasion.earlier[-1:]}
    return tuple(line for line in lines if opening(line.text) not in last) or tuple(lines)


def _allowed(kept: Sequence[Part], options: Mapping[Part, Sequence[Line]], plan: Plan) -> Iterator[Sequence[Line]]:
    for at, part in enumerate(kept):
        yield _openers(options[part], plan) if at == 0 else options[part]


def _fits(kept: Sequence[Part], options: Mapping[Part, Sequence[Line]], plan: Plan) -> bool:
    shortest = [min(len(line.text) for line in lines) for lines in _allowed(kept, options, plan)]
    return sum(shortest) + max(0, len(shortest) - 1) <= LIMITS[plan.occasion.channel]


def _next_to_go(kept: Sequence[Part], channel: ChannelKind) -> Part:
    """The least needed part; of several facts the last. One part always stays, or nothing would be said."""
    if len(kept) > 1:
        for kind in _FIRST_TO_GO:
            for part in reversed(kept):
                if part.kind == kind:
                    return part
    raise TooLongForChannel(channel)


def _choose(kept: Sequence[Part], options: Mapping[Part, Sequence[Line]], plan: Plan, rng: Random) -> tuple[Line, ...]:
    """One line a part, each leaving room for the shortest of what follows; neighbours begin differently if they can."""
    allowed = tuple(_allowed(kept, options, plan))
    room = LIMITS[plan.occasion.channel] - sum(min(len(line.text) for line in lines) + 1 for lines in allowed) + 1
    chosen: list[Line] = []
    for lines in allowed:
        shortest = min(len(line.text) for line in lines)
        fitting = [line for line in lines if len(line.text) <= shortest + room]
        line = rng.choice(
            [line for line in fitting if _first_word(line) not in map(_first_word, chosen[-1:])] or fitting
        )
        room -= len(line.text) - shortest
        chosen.append(line)
    return tuple(chosen)


def _first_word(line: Line) -> str:
    return opening(line.text).partition(" ")[0]
