"""What a person sees of a conversation: every line of it, in order, and who wrote it.

Whatever shows a conversation to the person it is with (a widget, a helpdesk, e-mail) shows these lines.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from humanely.response.response import Message, MessageKind
from humanely.response.situation import Author
from humanely.signal.turn import Speaker
from humanely.store.log.act import Kept
from humanely.store.records import HandoffRecord, ResponseRecord, TurnRecord, decode

Voice = Literal["person", "assistant", "human"]
LineKind = Literal["turn"] | MessageKind
_VOICES: dict[Speaker, Voice] = {Speaker.CUSTOMER: "person", Speaker.AGENT: "human", Speaker.ASSISTANT: "assistant"}


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a conversation.

    Attributes:
        place: of its act in the ledger; several lines of one answer have the same.
        number: among the lines of its act, from 0.
        voice: whose it is.
        author: who wrote it, for the mark that the law wants (EU AI Act Art. 50(2)); the person's own words are a
            human's, too.
        kind: `turn` for what somebody typed.
        locale: of the words, a language tag; empty where it is not known.
        agent: id of the member of the team who wrote it; empty where that is not known, or nobody did.
        feeling: valence of what the person said they felt with it, [-1, 1]; None where they said nothing.
    """

    place: int
    number: int = 0
    at: dt.datetime
    voice: Voice
    author: Author
    kind: LineKind
    text: str
    locale: str = ""
    agent: str = ""
    feeling: float | None = None


def talk(acts: Iterable[Kept]) -> tuple[Line, ...]:
    """The lines that some acts of one conversation show, in order; what was erased shows none."""
    return tuple(line for act in acts if act.payload is not None for line in lines(act))


def lines(act: Kept) -> Iterator[Line]:
    """The lines of one act."""
    if act.payload is None or act.kind not in {"estimate", "response", "handoff"}:
        return
    record = decode(act.payload)
    if isinstance(record, TurnRecord):
        yield _turn(act, record)
    elif isinstance(record, ResponseRecord) and record.response.status != "pending":
        yield from _said(act, record.response.messages)
    elif isinstance(record, HandoffRecord) and record.message is not None:
        yield from _said(act, (record.message,))


def _turn(act: Kept, record: TurnRecord) -> Line:
    reading = record.reading
    voice = _VOICES[reading.turn.speaker]
    return Line(
        place=act.index,
        at=act.at,
        voice=voice,
        author="ai" if voice == "assistant" else "ai_draft_human_sent" if record.drafted else "human",
        kind="turn",
        text=record.text,
        locale=reading.language or "",
        agent=record.agent,
        feeling=reading.said,
    )


def _said(act: Kept, messages: Iterable[Message]) -> Iterator[Line]:
    for number, one in enumerate(messages):
        # What a human looked at and sent is theirs, whoever drafted it.
        voice: Voice = "assistant" if one.author == "ai" else "human"
        yield Line(
            place=act.index,
            number=number,
            at=act.at,
            voice=voice,
            author=one.author,
            kind=one.kind,
            text=one.text,
            locale=one.locale,
        )
