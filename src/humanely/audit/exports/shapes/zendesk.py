"""Zendesk: tickets with their comments.

Source: Zendesk Ticketing API, tickets, ticket comments and incremental exports (developer.zendesk.com).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from humanely.audit.exports.rows import PRIVATE_NOTE, SYSTEM_LINE, Reject, Row, Skip
from humanely.audit.exports.shapes.markup import text_of
from humanely.audit.exports.shapes.message import Around, inner, objects, words
from humanely.audit.exports.values import flag_of, id_of, label_of, language_of, number_of
from humanely.signal.turn import Speaker

NAME = "Zendesk"
SYSTEM_AUTHOR = "-1"


def recognises(cells: Mapping[str, Any]) -> bool:
    """True for a ticket: it names who asked, and has comments or a description."""
    asked = "requester_id" in cells or inner(cells, "requester", "id") is not None
    return asked and "id" in cells and ("comments" in cells or "description" in cells)


def rows(cells: Mapping[str, Any], source: str, line: int) -> Iterator[Row | Skip | Reject]:
    """Yield every comment of a ticket; a ticket exported without comments gives its description."""
    around = _around(cells, source, line)
    comments = _comments(cells.get("comments"))
    requester = _requester(cells)
    if not comments:
        yield around.row(
            Speaker.CUSTOMER,
            text_of(words(cells.get("description"))),
            cells.get("created_at"),
            around.conversation_id,
        )
        return
    # Customers: who asked, and everyone the export itself calls an end-user.
    roles = {
        id_of(user.get("id")): words(user.get("role"))
        for user in (*objects(cells.get("users")), *_people(cells))
        if user.get("role")
    }
    for comment in comments:
        yield _comment(comment, around, requester, roles)


def _requester(cells: Mapping[str, Any]) -> str | None:
    return id_of(cells.get("requester_id")) or id_of(inner(cells, "requester", "id"))


def _people(cells: Mapping[str, Any]) -> list[dict[str, Any]]:
    named = (cells.get(key) for key in ("requester", "submitter", "assignee"))
    return [person for person in named if isinstance(person, dict)]


def _comments(value: Any) -> list[dict[str, Any]]:
    return objects(value.get("comments") if isinstance(value, dict) else value)


def _around(cells: Mapping[str, Any], source: str, line: int) -> Around:
    rating = cells.get("satisfaction_rating")
    score = rating.get("score") if isinstance(rating, dict) else rating
    status = words(cells.get("status"))
    return Around(
        source=source,
        line=line,
        conversation_id=id_of(cells.get("id")),
        language=language_of(cells.get("detected_language") or inner(cells, "requester", "locale")),
        channel=label_of(inner(cells, "via", "channel")),
        journey=label_of(cells.get("type")) or label_of(cells.get("tags")),
        group=label_of(cells.get("group")) or label_of(cells.get("group_id")),
        csat=number_of(score),
        resolved=flag_of(status),
    )


def _comment(
    cells: Mapping[str, Any], around: Around, requester: str | None, roles: Mapping[str | None, str]
) -> Row | Skip | Reject:
    if flag_of(cells.get("public")) is False:
        return around.skip(PRIVATE_NOTE)
    author = id_of(cells.get("author_id")) or id_of(inner(cells, "author", "id"))
    if author == SYSTEM_AUTHOR:
        return around.skip(SYSTEM_LINE)
    role = words(inner(cells, "author", "role")) or roles.get(author, "")
    if author is None and not role:
        return around.refuse("a comment without an author", "Export comments with author_id.")
    text = words(cells.get("plain_body")) or words(cells.get("body")) or words(cells.get("html_body"))
    return around.row(
        _speaker(role, author == requester), text_of(text), cells.get("created_at"), id_of(cells.get("id"))
    )


def _speaker(role: str, asked: bool) -> Speaker:
    if role == "end-user" or (asked and role not in {"bot", "ai_agent"}):
        return Speaker.CUSTOMER
    return Speaker.ASSISTANT if role in {"bot", "ai_agent"} else Speaker.AGENT
