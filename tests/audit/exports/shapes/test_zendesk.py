from collections import Counter
from pathlib import Path

from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import Reject, Row, Skip

ASSETS = Path(__file__).parents[1] / "assets"


def rows_of(name: str, ticket: str) -> list[Row]:
    items = read_rows([str(ASSETS / name)])
    return [item for item in items if isinstance(item, Row) and item.conversation_id == ticket]


def test_who_asked_is_the_customer_whoever_opened_the_ticket() -> None:
    assert [row.speaker.value for row in rows_of("zendesk.json", "35437")] == ["agent", "customer"]


def test_private_comments_triggers_and_attachments_are_counted_not_read() -> None:
    skips = Counter(item.reason for item in read_rows([str(ASSETS / "zendesk.json")]) if isinstance(item, Skip))
    assert skips == {"private note": 1, "system line": 1, "attachment or empty message": 1}


def test_the_ticket_is_carried_along() -> None:
    (row, *_) = rows_of("zendesk.json", "35436")
    assert (row.channel, row.journey, row.group, row.csat, row.resolved) == ("email", "problem", "12", 1.0, True)
    (row, *_) = rows_of("zendesk.json", "35437")
    assert (row.language, row.channel, row.csat, row.resolved) == ("es", "chat", None, None)


def test_an_html_body_is_read_where_no_plain_one_is() -> None:
    assert rows_of("zendesk.json", "35436")[-1].text == "Thanks & have a good day"


def test_a_ticket_without_comments_gives_its_description() -> None:
    (row,) = rows_of("zendesk.json", "35438")
    assert (row.speaker.value, row.text, row.csat) == ("customer", "Does the certificate carry my full name?", 0.0)


def test_the_incremental_export_is_read_line_by_line() -> None:
    items = list(read_rows([str(ASSETS / "zendesk_incremental.jsonl")]))
    assert [item.speaker.value for item in items if isinstance(item, Row)] == ["customer", "assistant", "customer"]
    assert [(item.line, item.reason) for item in items if isinstance(item, Reject)] == [
        (2, "a comment without an author")
    ]
    assert {row.language for row in rows_of("zendesk_incremental.jsonl", "5")} == {"fr"}
