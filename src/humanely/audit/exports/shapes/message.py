"""One message of a known platform, made into a row or set aside."""

from collections.abc import Mapping
from typing import Any

import msgspec

from humanely.audit.exports.rows import NO_WORDS, Reject, Row, Skip
from humanely.audit.exports.values import time_or_none
from humanely.signal.turn import Speaker


class Around(msgspec.Struct, frozen=True):
    """What the export says about the conversation a message belongs to."""

    source: str
    line: int
    conversation_id: str | None
    language: str | None = None
    channel: str | None = None
    journey: str | None = None
    group: str | None = None
    csat: float | None = None
    resolved: bool | None = None
    returned: bool | None = None

    def skip(self, reason: str) -> Skip:
        """Set one message aside."""
        return Skip(self.source, self.line, reason)

    def refuse(self, reason: str, fix: str) -> Reject:
        """Refuse one message."""
        return Reject(self.source, self.line, reason, fix)

    def row(self, speaker: Speaker, text: str, time: Any, message_id: str | None) -> Row | Skip | Reject:
        """Make a row, unless words or conversation are missing."""
        if not text.strip():
            return self.skip(NO_WORDS)
        if self.conversation_id is None:
            return self.refuse("no conversation id", "Export the conversation's id with it.")
        moment, time_missed = time_or_none(time)
        return Row(
            conversation_id=self.conversation_id,
            speaker=speaker,
            text=text,
            time=moment,
            time_missed=time_missed,
            message_id=message_id,
            language=self.language,
            channel=self.channel,
            journey=self.journey,
            group=self.group,
            csat=self.csat,
            resolved=self.resolved,
            returned=self.returned,
            source=self.source,
            line=self.line,
        )


def inner(cells: Mapping[str, Any], *path: str) -> Any:
    """What lies at a path of keys, None where the path ends before."""
    value: Any = cells
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; everything else is no message."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list | tuple) else []


def words(value: Any) -> str:
    """A body as text, empty when it is none."""
    return value if isinstance(value, str) else "" if value is None or isinstance(value, dict | list) else str(value)
