"""Chatwoot: conversations with their messages, and messages one by one.

Source: Chatwoot API reference, conversations and messages (developers.chatwoot.com).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from humanely.audit.exports.rows import DELETED, PRIVATE_NOTE, SURVEY, SYSTEM_LINE, Reject, Row, Skip
from humanely.audit.exports.shapes.markup import text_of
from humanely.audit.exports.shapes.message import Around, inner, objects, words
from humanely.audit.exports.values import flag_of, id_of, label_of, language_of, number_of
from humanely.signal.turn import Speaker

NAME = "Chatwoot"
TYPES = {
    **dict.fromkeys((0, "0", "incoming"), "incoming"),
    **dict.fromkeys((1, "1", "outgoing"), "outgoing"),
    **dict.fromkeys((2, "2", "activity"), "activity"),
    **dict.fromkeys((3, "3", "template"), "template"),
}
MACHINES = frozenset({"agentbot", "agent_bot", "captain::assistant", "captain_assistant", "bot", "assistant"})


def recognises(cells: Mapping[str, Any]) -> bool:
    """True for a conversation with Chatwoot messages, or for one such message."""
    if _is_message(cells):
        return "conversation_id" in cells or "conversation" in cells
    found = objects(cells.get("messages"))
    return bool(found) and all(_is_message(message) for message in found[:5])


def _is_message(cells: Mapping[str, Any]) -> bool:
    kind = cells.get("message_type")
    return isinstance(kind, int | str) and kind in TYPES and "content" in cells


def rows(cells: Mapping[str, Any], source: str, line: int) -> Iterator[Row | Skip | Reject]:
    """Yield what one record holds: every message of a conversation, or the one message."""
    if _is_message(cells):
        conversation = cells.get("conversation")
        known = conversation if isinstance(conversation, dict) else {}
        number = id_of(cells.get("conversation_id")) or id_of(known.get("display_id") or known.get("id"))
        yield _message(cells, _around({**known, "id": number, "messages": [cells]}, source, line))
        return
    around = _around(cells, source, line)
    for message in objects(cells.get("messages")):
        yield _message(message, around)


def _around(cells: Mapping[str, Any], source: str, line: int) -> Around:
    ratings = (
        number_of(inner(message, "content_attributes", "submitted_values", "csat_survey_response", "rating"))
        for message in objects(cells.get("messages"))
    )
    language = inner(cells, "additional_attributes", "browser", "browser_language") or inner(
        cells, "custom_attributes", "language"
    )
    return Around(
        source=source,
        line=line,
        conversation_id=id_of(cells.get("display_id")) or id_of(cells.get("id")),
        language=language_of(inner(cells, "additional_attributes", "conversation_language") or language),
        channel=_channel(inner(cells, "meta", "channel") or cells.get("channel")),
        journey=label_of(cells.get("labels")),
        group=label_of(inner(cells, "meta", "team")),
        csat=next((rating for rating in ratings if rating is not None), None),
        resolved=flag_of(label_of(cells.get("status"))),
    )


def _channel(value: Any) -> str | None:
    label = label_of(value)
    return label.removeprefix("Channel::") if label else None


def _message(cells: Mapping[str, Any], around: Around) -> Row | Skip | Reject:
    kind = TYPES.get(cells.get("message_type", "")) if isinstance(cells.get("message_type"), int | str) else None
    if kind is None:
        return around.refuse("message_type is not known", "Chatwoot writes 0 to 3, or incoming, outgoing, …")
    if flag_of(cells.get("private")):
        return around.skip(PRIVATE_NOTE)
    if kind == "activity":
        return around.skip(SYSTEM_LINE)
    if flag_of(inner(cells, "content_attributes", "deleted")):
        return around.skip(DELETED)
    if cells.get("content_type") == "input_csat":
        return around.skip(SURVEY)
    text = text_of(words(cells.get("content")))
    return around.row(_speaker(kind, cells), text, cells.get("created_at"), id_of(cells.get("id")))


def _speaker(kind: str, cells: Mapping[str, Any]) -> Speaker:
    """Incoming is the customer; a template, a bot, or an answer by nobody is the machine."""
    if kind == "incoming":
        return Speaker.CUSTOMER
    sender = label_of(cells.get("sender_type")) or label_of(inner(cells, "sender", "type"))
    if sender is None:
        named = cells.get("sender") or cells.get("sender_id")
        return Speaker.AGENT if kind == "outgoing" and (named or "sender" not in cells) else Speaker.ASSISTANT
    return Speaker.ASSISTANT if sender.lower() in MACHINES else Speaker.AGENT
