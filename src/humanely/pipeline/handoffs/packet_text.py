"""A packet as plain text, such as a private note in a helpdesk: as long as the place allows, the least needed left out.

What is cut is chosen by how much it helps, never by where it stands: a person at risk, the reason and the problem are
the last to go. A quotation is shortened before anything is left out.
"""

import datetime as dt
from collections.abc import Iterator

import msgspec

from humanely.pipeline.handoffs.packet import Packet
from humanely.pipeline.handoffs.summary import Point, shortened
from humanely.response.packet_words import feeling, reason, valence, word
from humanely.response.record_words import word as record_word

SHORT = 80
"""Characters a quotation keeps where room is scarce."""
_PLENTY = 4_000


class _Line(msgspec.Struct, frozen=True):
    """One line: the lower its rank, the later it is left out; its words stand before and after what is quoted."""

    rank: int
    label: str
    text: str
    quoted: str = ""

    def written(self, most: int) -> str:
        """The line with at most so many characters of what it quotes."""
        quotation = f"“{shortened(self.quoted, most)}”" if self.quoted else ""
        return f"{self.label}: {' '.join(filter(None, (self.text, quotation)))}"


def packet_text(packet: Packet, *, locale: str, most: int = _PLENTY) -> str:
    """A packet as text, one fact a line.

    Args:
        packet: what is told.
        locale: of staff, a language tag; quotations and the first line stay in the person's language.
        most: characters, >= 1.
    """
    lines = list(_lines(packet, locale))
    for quoted in (_PLENTY, 2 * SHORT, SHORT):
        if len(text := _joined(lines, quoted)) <= most:
            return text
    while len(lines) > 1 and len(_joined(lines, SHORT)) > most:
        lines.remove(max(reversed(lines), key=lambda line: line.rank))
    return shortened(_joined(lines, SHORT), most)


def _joined(lines: list[_Line], quoted: int) -> str:
    return "\n".join(line.written(quoted) for line in lines)


def _lines(packet: Packet, locale: str) -> Iterator[_Line]:
    """In the order in which they are read."""

    def label(name: str) -> str:
        return word("label", name, locale)

    if packet.care != "plain":
        yield _Line(0, label("care"), word("care", packet.care, locale))
    leading = next((one for one in packet.why.grounds if one.name == packet.why.code), None)
    yield _Line(0, label("reason"), reason(packet.why.code, leading.says if leading else "", locale))
    for ground in packet.why.grounds:
        if ground is not leading and ground.weight > 0:
            yield _Line(7, label("reason"), reason(ground.name, ground.says, locale))
    yield _Line(2, label("urgency"), f"{word('level', packet.urgency.level, locale)} ({packet.urgency.priority:.2f})")
    due = [word("clock", one.clock, locale, at=_moment(one.at)) for one in packet.deadlines]
    if due:
        yield _Line(3, label("due"), "; ".join(due))
    if packet.reviewed is not None:
        yield _Line(1, label("reviewed"), f"(#{packet.reviewed.place})", packet.reviewed.text)
    yield from _told(packet, locale)
    yield from _points(packet, locale)
    if packet.given:
        given = ", ".join(f"{word('given', one.kind, locale)} {one.value} (#{one.place})" for one in packet.given)
        yield _Line(3, label("given"), given)
    yield from _reached(packet, locale)
    yield _Line(4, label("first_line"), "", packet.first_line.text)
    if packet.card is not None:
        yield _Line(1, label("card"), f"#{packet.card.place}", packet.card.text.replace("\n", " "))
    if packet.avoid:
        yield _Line(0, label("avoid"), "; ".join(word("avoid", one, locale) for one in packet.avoid))
    yield from _where(packet, locale)


def _reached(packet: Packet, locale: str) -> Iterator[_Line]:
    """Where the person is called back or written to, with what they ask for and when somebody called last."""
    for one in packet.reach:
        called = word("line", "called", locale, at=_moment(one.called_at)) if one.called_at else ""
        asks = word("line", "wish", locale, wish=one.wish) if one.wish else ""
        told = "; ".join(filter(None, (one.address, asks, called)))
        yield _Line(1, word("reach", one.kind, locale), told)


def _told(packet: Packet, locale: str) -> Iterator[_Line]:
    """What the person asked for and how it feels, said apart from estimated."""
    for asked in packet.asked[-1:]:
        button = "" if asked.words else word("line", "button", locale)
        yield _Line(5, word("label", "asked", locale), f"{button} (#{asked.place})".strip(), asked.words)
    held = packet.feeling
    if held.said is not None:
        said = f"{feeling(held.said.valence, locale)} (#{held.said.place})"
        yield _Line(2, word("label", "said", locale), said)
    if held.estimated is not None:
        parts = [valence(held.estimated.valence, locale)]
        parts += [record_word("emotion", name, locale) for name, _ in held.estimated.emotions]
        parts += [word("sure", "yes" if held.estimated.sure else "no", locale), word("trend", held.trend, locale)]
        yield _Line(5, word("label", "estimated", locale), f"{', '.join(parts)} (#{held.estimated.place})")


def _points(packet: Packet, locale: str) -> Iterator[_Line]:
    found = packet.summary
    kinds: tuple[tuple[str, int, tuple[Point, ...]], ...] = (
        ("problem", 1, (found.problem,) if found.problem else ()),
        ("tried", 4, found.tried),
        ("promised", 3, found.promised),
        ("open", 2, (found.open_question,) if found.open_question else ()),
    )
    for name, rank, points in kinds:
        for one in points:
            ours = "" if one.customer or name == "promised" else f"{word('line', 'we', locale)} "
            yield _Line(rank, word("label", name, locale), f"{ours}(#{one.place})", one.text)


def _where(packet: Packet, locale: str) -> Iterator[_Line]:
    limits = packet.limits
    kind = record_word("channel", limits.channel, locale)
    carries = [word("line", "channel", locale, kind=kind, most=str(limits.characters))]
    carries += [] if limits.shows_links else [word("line", "no_links", locale)]
    yield _Line(6, word("label", "channel", locale), "; ".join(carries))
    turns, first, last = map(str, (packet.turns, packet.first, packet.last))
    where = word("line", "turns", locale, turns=turns, first=first, last=last)
    yield _Line(6, word("label", "transcript", locale), f"{packet.conversation_id}, {where}")
    if packet.why.decision is not None:
        version, decision = packet.why.policy_version, str(packet.why.decision)
        yield _Line(
            8, word("label", "reason", locale), word("line", "policy", locale, version=version, decision=decision)
        )


def _moment(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
