"""The packet in words: what stands beside a conversation for whoever takes it over."""

import datetime as dt
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import msgspec

from humanely.apps.console.inbox.shown import Deadline, deadline, feeling, reason
from humanely.apps.console.words import words
from humanely.pipeline.handoffs.inbox import leading
from humanely.pipeline.handoffs.packet import Packet
from humanely.pipeline.handoffs.summary import LONGEST, shortened
from humanely.pipeline.handoffs.summary import Point as Quoted
from humanely.pipeline.person.contact import Reach, readable
from humanely.response import packet_words

BRIEF = 120
"""Characters of a quotation where it is told in brief."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One thing.

    Attributes:
        place: of the message it stands in; None where it stands in none.
        quoted: it is the person's or our own wording.
        label: what it is; empty where the section says so.
    """

    text: str
    place: int | None = None
    quoted: bool = False
    label: str = ""


class Section(msgspec.Struct, frozen=True):
    """Some points under a title; tone: ``grave`` where they are about a life at risk."""

    title: str
    points: tuple[Point, ...]
    tone: str = ""


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person is called back, or written to.

    Attributes:
        place: of the act by which it was left. phone: it is a number to call.
        title: what to do with it. shown: as people read it; href: what a press on it opens.
        due: the team's next deadline; None where no clock runs. called_at: None where nobody has called.
    """

    place: int
    phone: bool
    title: str
    shown: str
    href: str
    wish: str
    due: Deadline | None
    called_at: dt.datetime | None


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """All of it.

    Attributes:
        care: what to take care of; empty where it is nothing special.
        brief: what matters most, a point of each, for where all of it stands below the conversation.
        first_line: to begin with, and its language; empty where there is none.
        limits: what the channel carries.
        reach: where they are called back or written to; none where they have not said.
    """

    care: str
    crisis: bool
    sections: tuple[Section, ...]
    brief: tuple[Section, ...]
    first_line: str
    first_line_in: str
    limits: str
    reach: tuple[Reached, ...]


def beside(packet: Packet, locale: str, now: dt.datetime, *, begun: bool) -> Beside:
    """A packet in words; begun: a human has answered, and needs no first line any more."""
    sections = tuple(one for one in _sections(packet, locale) if one.points)
    limits = packet.limits
    channel = words(locale).say(f"case-channel-{limits.channel}")
    return Beside(
        care=packet_words.word("care", packet.care, locale) if packet.care != "plain" else "",
        crisis=packet.care == "crisis",
        sections=sections,
        brief=tuple(one for one in _brief(packet, locale) if one.points),
        first_line="" if begun else packet.first_line.text,
        first_line_in=packet.first_line.locale,
        limits=packet_words.word("line", "channel", locale, kind=channel, most=str(limits.characters)),
        reach=tuple(_reached(one, packet, locale, now) for one in packet.reach),
    )


def _reached(one: Reach, packet: Packet, locale: str, now: dt.datetime) -> Reached:
    phone = one.kind == "phone"
    due = next((each for each in packet.deadlines if each.clock != "timeout"), None)
    return Reached(
        place=one.place,
        phone=phone,
        title=packet_words.word("reach", one.kind, locale),
        shown=readable(one.address) if phone else one.address,
        href=f"tel:{one.address}" if phone else f"mailto:{quote(one.address, safe='@')}",
        wish=one.wish,
        due=deadline(due, locale, now),
        called_at=one.called_at,
    )


def _sections(packet: Packet, locale: str) -> Iterator[Section]:
    def title(name: str) -> str:
        return packet_words.word("label", name, locale)

    yield Section(title("reason"), tuple(_why(packet, locale)))
    if packet.avoid:
        avoided = tuple(Point(text=packet_words.word("avoid", one, locale)) for one in packet.avoid)
        yield Section(title("avoid"), avoided, "grave")
    if packet.card is not None:
        yield Section(title("card"), tuple(_quoted([packet.card])), "grave")
    reviewed = packet.reviewed
    yield Section(title("reviewed"), (Point(text=reviewed.text, quoted=True),) if reviewed else ())
    yield Section(title("asked"), tuple(_asked(packet, locale)))
    said, estimated = feeling(packet.feeling, locale)
    yield Section(title("said"), _one(said, packet.feeling.said.place if packet.feeling.said else None))
    yield Section(title("estimated"), _one(estimated, None))
    about = packet.summary
    yield Section(title("problem"), tuple(_quoted([about.problem])))
    yield Section(title("tried"), tuple(_quoted(about.tried)))
    yield Section(title("promised"), tuple(_quoted(about.promised)))
    yield Section(title("open"), tuple(_quoted([about.open_question])))
    given = (
        Point(text=one.value, place=one.place, label=packet_words.word("given", one.kind, locale))
        for one in packet.given
    )
    yield Section(title("given"), tuple(given))


def _brief(packet: Packet, locale: str) -> Iterator[Section]:
    """What not to do, what it is about, what was tried last and promised first, what they need not say again."""

    def title(name: str) -> str:
        return packet_words.word("label", name, locale)

    about = packet.summary
    if packet.avoid:
        avoided = "; ".join(packet_words.word("avoid", one, locale) for one in packet.avoid)
        yield Section(title("avoid"), _one(avoided, None), "grave")
    yield Section(title("problem"), tuple(_quoted([about.problem], BRIEF)))
    yield Section(title("open"), tuple(_quoted([about.open_question], BRIEF)))
    yield Section(title("tried"), tuple(_quoted(about.tried[-1:], BRIEF)))
    yield Section(title("promised"), tuple(_quoted(about.promised[:1], BRIEF)))
    yield Section(title("given"), _one(", ".join(one.value for one in packet.given), None))


def _why(packet: Packet, locale: str) -> Iterator[Point]:
    code, says = leading(packet.why.code, [(one.name, one.says) for one in packet.why.grounds])
    yield Point(text=reason(code, says, locale))
    for one in packet.why.grounds:
        if one.name != code and one.weight > 0:
            yield Point(text=reason(one.name, one.says, locale))


def _asked(packet: Packet, locale: str) -> Iterator[Point]:
    for one in packet.asked:
        text = one.words or packet_words.word("line", "button", locale)
        yield Point(text=text, place=one.place if one.words else None, quoted=bool(one.words))


def _quoted(points: Iterable[Quoted | None], most: int = LONGEST) -> Iterator[Point]:
    for one in points:
        if one is not None:
            yield Point(text=shortened(one.text, most), place=one.place, quoted=True)


def _one(text: str, place: int | None) -> tuple[Point, ...]:
    return (Point(text=text, place=place),) if text else ()
