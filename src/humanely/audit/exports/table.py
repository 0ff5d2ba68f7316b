"""One record of a table becomes one row, by the plan made for its file."""

import re
from collections.abc import Callable
from typing import Any

from humanely.audit.exports.columns import Plan, cell
from humanely.audit.exports.rows import SYSTEM_LINE, Record, Reject, Row, Skip
from humanely.audit.exports.shapes.markup import text_of
from humanely.audit.exports.values import flag_of, id_of, label_of, language_of, number_of, time_or_none
from humanely.audit.exports.words import fold
from humanely.signal.turn import Speaker

_UNKNOWN = object()
_NAMEABLE = re.compile(r"[\w.:\-]{1,30}")
_REMEMBERED = 1_000
UNKNOWN_SPEAKER = "unknown speaker"
MANY_STRANGERS = 6  # from so many on nobody wants to name each
SPEAKER_KEYS = ("role", "type", "name")


class Table:
    """Makes rows of records; holds what it learned of the speaker column."""

    def __init__(self, plan: Plan, source: str) -> None:
        self.plan, self.source = plan, source
        self.columns = plan.columns
        self.reaches_in = any("." in column for column in plan.columns.values())
        self.is_html = "html" in plan.columns["text"].lower()
        self.optional: tuple[tuple[str, str, Callable[[Any], Any]], ...] = tuple(
            (field, column, read)
            for field, read in (
                ("position", number_of),
                ("message_id", id_of),
                ("language", language_of),
                ("channel", label_of),
                ("journey", label_of),
                ("group", label_of),
                ("csat", number_of),
                ("resolved", flag_of),
                ("returned", flag_of),
            )
            if (column := plan.columns.get(field))
        )
        self.known: dict[str, Speaker | None] = {}
        self.strangers: set[str] = set()

    def row(self, record: Record) -> Row | Reject | Skip:
        """Make a row of one record, or say why not."""
        cells, columns = record.cells, self.columns
        if self.reaches_in:
            cells = {column: cell(cells, column) for column in columns.values()}
        conversation_id = id_of(cells.get(columns["conversation_id"]))
        if conversation_id is None:
            return self._refuse(record, "no conversation id", "Fill the column, or name another with --map.")
        speaker = self._speaker(cells.get(columns["speaker"]))
        if speaker is None:
            return Skip(self.source, record.line, SYSTEM_LINE)
        if not isinstance(speaker, Speaker):
            return self._refuse(record, *self._stranger(cells.get(columns["speaker"])))
        text = self._text(cells.get(columns["text"]))
        if not text.strip():
            return self._refuse(record, "no text", "Nothing to do for an attachment; else name the column with --map.")
        time, time_missed = time_or_none(cells.get(columns["time"]) if "time" in columns else None, self.plan.day_first)
        return Row(
            conversation_id,
            speaker,
            text,
            time,
            time_missed=time_missed,
            source=self.source,
            line=record.line,
            **{field: read(cells.get(column)) for field, column, read in self.optional},
        )

    def _refuse(self, record: Record, reason: str, fix: str) -> Reject:
        return Reject(self.source, record.line, reason, fix)

    def _speaker(self, value: Any) -> Speaker | object | None:
        """The role behind a value; None for a system line."""
        if isinstance(value, dict):  # where other records say it in a word
            value = next((value[key] for key in SPEAKER_KEYS if isinstance(value.get(key), str)), value)
        word = value if isinstance(value, str) else "" if value is None else str(value)
        if word in self.known:
            return self.known[word]
        speaker = self.plan.words.get(fold(word), _UNKNOWN) if word.strip() else _UNKNOWN
        if speaker is _UNKNOWN and self.plan.others is not None:
            speaker = self.plan.others
        if (speaker is None or isinstance(speaker, Speaker)) and len(self.known) < _REMEMBERED:
            self.known[word] = speaker
        return speaker

    def _stranger(self, value: Any) -> tuple[str, str]:
        """Reason and fix for a speaker we do not know; the value is shown only where it can be no message."""
        if value is None or not str(value).strip():
            return "no speaker", "Fill the column, or name another with --map speaker=COLUMN."
        word = str(value).strip()
        if len(self.strangers) < MANY_STRANGERS:
            self.strangers.add(word)
        if len(self.strangers) == MANY_STRANGERS:
            return UNKNOWN_SPEAKER, "Say who all the others are: --speaker 'customer=*' or --speaker 'agent=*'."
        if _NAMEABLE.fullmatch(word):
            return UNKNOWN_SPEAKER, f"Say who {word} is: --speaker agent={word} (or customer=, assistant=)."
        return UNKNOWN_SPEAKER, f"Say who is who in {self.columns['speaker']}: --speaker agent=VALUE,VALUE."

    def _text(self, value: Any) -> str:
        if isinstance(value, list | tuple):  # content in parts, as chat models log it
            parts = (part.get("text") if isinstance(part, dict) else part for part in value)
            return "\n".join(part for part in parts if isinstance(part, str))
        if isinstance(value, dict):
            inner = value.get("text") or value.get("body") or value.get("plain")
            return inner if isinstance(inner, str) else ""
        if value is None or value != value:
            return ""
        text = value if isinstance(value, str) else str(value)
        return text_of(text) if self.is_html else text
