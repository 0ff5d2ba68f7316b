"""What reading an export yields: a row, a row refused with its reason, or a line set aside."""

import datetime as dt
from typing import Any

import msgspec

from humanely.signal.turn import Speaker


class Row(msgspec.Struct, frozen=True, gc=False):
    """One message with what the export says about it and about its conversation.

    Attributes:
        time: aware, in UTC; None when the export has no time for it.
        position: place in the conversation as the export numbers it, None when it does not.
        message_id: the export's own id, None when it has none.
        csat: satisfaction on the export's own scale.
        source: the file as the person named it.
        line: line, row or item number within it, from 1.
        time_missed: the export has a time for it that cannot be read; the message is kept without.
    """

    conversation_id: str
    speaker: Speaker
    text: str
    time: dt.datetime | None = None
    position: float | None = None
    message_id: str | None = None
    language: str | None = None
    channel: str | None = None
    journey: str | None = None
    group: str | None = None
    csat: float | None = None
    resolved: bool | None = None
    returned: bool | None = None
    source: str = ""
    line: int = 0
    time_missed: bool = False


class Reject(msgspec.Struct, frozen=True, gc=False):
    """A line that could not be read, why, and what to do; never what it says.

    Attributes:
        line: line, row or item number, from 1; 0 when the whole file is meant.
    """

    source: str
    line: int
    reason: str
    fix: str


CUT_COMPRESSED = "file ends early: the compressed data is cut off or damaged"
CUT_LINE = "file ends early, within this line"
CUT_ITEM = "file ends early, within this item"
CUT_PARQUET = "file ends early: the rest of the Parquet file is damaged"
BROKEN_ITEM = "not valid JSON from this item on; the rest of the file was not read"
TOO_DEEP = "nested too deeply; the rest of the file was not read"
LONG_TEXT = "a text of more than 64 MB; the rest of the file was not read"
LONG_LINE = "a line of more than 64 MB; the rest of the file was not read"
CUT_REASONS = frozenset({CUT_COMPRESSED, CUT_LINE, CUT_ITEM, CUT_PARQUET, BROKEN_ITEM, TOO_DEEP, LONG_TEXT, LONG_LINE})
"""Reasons of rejects after which nothing more of the file was read: what is known of it is partial."""


class Skip(msgspec.Struct, frozen=True, gc=False):
    """A line rightly left out, such as a private note; counted by its reason.

    One with the reason `TIME_MISSED` is about a row that was kept: only its time is left out.
    """

    source: str
    line: int
    reason: str


PRIVATE_NOTE = "private note"
SYSTEM_LINE = "system line"
NO_WORDS = "attachment or empty message"
SURVEY = "survey"
DELETED = "deleted message"
TIME_MISSED = "time not readable, message kept"


class Record(msgspec.Struct, frozen=True, gc=False):
    """One object or table row as the file holds it, before anybody has made sense of it.

    Attributes:
        line: line, row or item number, from 1.
        cells: column name to value, nested where the file nests.
    """

    line: int
    cells: dict[str, Any]
