"""Intercom: conversations with the message that opened them and the parts that followed.

Source: Intercom API reference, the conversation model (developers.intercom.com).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from humanely.audit.exports.rows import DELETED, NO_WORDS, PRIVATE_NOTE, SYSTEM_LINE, Reject, Row, Skip
from humanely.audit.exports.shapes.markup import text_of
from humanely.audit.exports.shapes.message import Around, inner, objects, words
from humanely.audit.exports.values import flag_of, id_of, label_of, language_of, number_of
from humanely.signal.turn import Speaker

NAME = "Intercom"
AUTHORS = {
    **dict.fromkeys(("user", "lead", "contact", "visitor"), Speaker.CUSTOMER),
    **dict.fromkeys(("admin", "team", "teammate"), Speaker.AGENT),
    **dict.fromkeys(("bot", "operator", "ai_agent"), Speaker.ASSISTANT),
}
NOTES = frozenset({"note", "note_and_reopen"})
TALK = frozenset({"comment", "quick_reply"})


def recognises(cells: Mapping[str, Any]) -> bool:
    """True for a conversation with parts, or with an opening message that names its author."""
    if "conversation_parts" in cells:
        return True
    return cells.get("type") == "conversation" and inner(cells, "source", "author") is not None


def rows(cells: Mapping[str, Any], source: str, line: int) -> Iterator[Row | Skip | Reject]:
    """Yield the opening message and every part."""
    around = _around(cells, source, line)
    opening = cells.get("source") or cells.get("conversation_message")
    if isinstance(opening, dict):
        yield _part({"part_type": "comment", "created_at": cells.get("created_at"), **opening}, around)
    parts = cells.get("conversation_parts")
    for part in objects(parts.get("conversation_parts") if isinstance(parts, dict) else parts):
        yield _part(part, around)


def _around(cells: Mapping[str, Any], source: str, line: int) -> Around:
    rating = cells.get("conversation_rating")
    tags = inner(cells, "tags", "tags")
    state = label_of(cells.get("state"))
    return Around(
        source=source,
        line=line,
        conversation_id=id_of(cells.get("id")),
        language=language_of(inner(cells, "custom_attributes", "Language") or cells.get("language")),
        channel=label_of(inner(cells, "source", "type")),
        journey=label_of(inner(cells, "ticket", "ticket_type")) or label_of(tags),
        group=id_of(cells.get("team_assignee_id")),
        csat=number_of(rating.get("rating") if isinstance(rating, dict) else rating),
        resolved=flag_of(state),
    )


def _part(cells: Mapping[str, Any], around: Around) -> Row | Skip | Reject:
    kind = words(cells.get("part_type"))
    if kind in NOTES:
        return around.skip(PRIVATE_NOTE)
    if flag_of(cells.get("redacted")):
        return around.skip(DELETED)
    text = text_of(words(cells.get("body")))
    if not text:
        return around.skip(NO_WORDS if kind in TALK else SYSTEM_LINE)
    author = words(inner(cells, "author", "type"))
    speaker = AUTHORS.get(author)
    if speaker is None:
        return around.refuse(
            "the author's type is not known", "Intercom writes user, lead, contact, admin, team or bot."
        )
    if speaker is Speaker.AGENT and flag_of(inner(cells, "author", "from_ai_agent")):
        speaker = Speaker.ASSISTANT
    return around.row(speaker, text, cells.get("created_at"), id_of(cells.get("id")))
