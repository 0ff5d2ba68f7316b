"""A conversation as the team reads it: what was said and by whom, notes, and the steps between."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from humanely.apps.console.words import words
from humanely.context.trajectory import TurnReading
from humanely.pipeline.talk import Line as Said
from humanely.pipeline.talk import lines
from humanely.response import packet_words
from humanely.store.log.act import Kept
from humanely.store.records import HandoffRecord, NoteRecord, decode

_STEPS = frozenset(
    {"queued", "joined", "left", "transferred", "timed_out", "declined", "returned", "resolved", "alerted", "overdue"}
)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line.

    Attributes:
        id: of its element.
        kind: ``person``, ``assistant``, ``human``, ``note`` or ``step``.
        who: who wrote it; empty for a step.
        language: of the words; empty for those of the console.
        said, estimated: how it felt, in words; empty where that is not known.
        card: it is the card for a life at risk.
    """

    id: str
    at: dt.datetime
    kind: str
    who: str
    text: str
    language: str = ""
    said: str = ""
    estimated: str = ""
    card: bool = False


def transcript(
    acts: Iterable[Kept], readings: Mapping[int, TurnReading], names: Mapping[str, str], locale: str
) -> tuple[Line, ...]:
    """All of a conversation.

    Args:
        readings: of its turns, by place, corrected where the person said otherwise; none where no feeling is shown.
        names: of the team, by id.
    """
    found = (line for act in acts if act.payload is not None for line in _lines(act, readings, names, locale))
    return tuple(_without_repetitions(found))


def _without_repetitions(found: Iterable[Line]) -> Iterator[Line]:
    """Who waits may be called for again and again: it is told once."""
    last = ""
    for line in found:
        if line.kind != "step" or line.text != last:
            yield line
        last = line.text if line.kind == "step" else last


def _lines(act: Kept, readings: Mapping[int, TurnReading], names: Mapping[str, str], locale: str) -> Iterator[Line]:
    record, say = decode(act.payload or b""), words(locale).say
    if isinstance(record, NoteRecord):
        who = say("case-note-by", who=names.get(record.agent, record.by))
        yield Line(id=f"a{act.index}", at=act.at, kind="note", who=who, text=record.text)
    if isinstance(record, HandoffRecord) and record.state in _STEPS:
        yield Line(id=f"s{act.index}", at=act.at, kind="step", who="", text=_step(record, names, locale))
    for one in lines(act):
        yield _line(one, readings.get(act.index), names, locale)


def _step(record: HandoffRecord, names: Mapping[str, str], locale: str) -> str:
    say, who = words(locale).say, names.get(record.agent, "")
    if record.state == "transferred":
        return say("case-step-transferred", to=who or record.skill or "–")
    if record.state == "joined" and who:
        return say("case-step-joined-by", who=who)
    if record.state == "overdue":
        return say("case-step-overdue", what=say(f"inbox-clock-{record.clock or 'answer'}"))
    return say(f"case-step-{record.state.replace('_', '-')}")


def _line(one: Said, reading: TurnReading | None, names: Mapping[str, str], locale: str) -> Line:
    said, estimated = _feeling(reading, locale)
    return Line(
        id=f"a{one.place}" if one.number == 0 else f"a{one.place}-{one.number}",
        at=one.at,
        kind=one.voice,
        who=_who(one, names, locale),
        text=one.text,
        language=one.locale,
        said=said,
        estimated=estimated,
        card=one.kind == "card",
    )


def _who(one: Said, names: Mapping[str, str], locale: str) -> str:
    say = words(locale).say
    if one.voice == "person":
        return say("case-person")
    if one.voice == "human":
        who = names.get(one.agent, "") or say("case-human")
        return say("case-drafted", who=who) if one.author == "ai_draft_human_sent" else who
    return say("case-card" if one.kind == "card" else "case-assistant")


def _feeling(reading: TurnReading | None, locale: str) -> tuple[str, str]:
    if reading is None or reading.felt is None:
        return "", ""
    if reading.said is not None:
        return packet_words.feeling(reading.said, locale), ""
    sure = packet_words.word("sure", "yes" if reading.settled else "no", locale)
    return "", f"{packet_words.valence(reading.felt, locale)} ({sure.lower()})"
