from collections import Counter
from pathlib import Path

from humanely.audit.exports.columns import Guess
from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import Row, Skip

ASSETS = Path(__file__).parents[1] / "assets"


def rows_of(name: str, conversation: str) -> list[Row]:
    items = read_rows([str(ASSETS / name)])
    return [item for item in items if isinstance(item, Row) and item.conversation_id == conversation]


def test_the_api_payload_is_recognised_without_flags() -> None:
    guesses: list[Guess] = []
    list(read_rows([str(ASSETS / "chatwoot.json")], on_guess=guesses.append))
    assert [guess.shape for guess in guesses] == ["Chatwoot"]
    assert "read as an export of Chatwoot" in str(guesses[0])


def test_customer_agent_and_machine_are_told_apart() -> None:
    assert [row.speaker.value for row in rows_of("chatwoot.json", "101")] == ["customer", "assistant", "agent"]
    assert [row.speaker.value for row in rows_of("chatwoot.json", "102")] == ["customer", "assistant", "customer"]


def test_notes_activities_surveys_attachments_and_deleted_messages_are_counted_not_read() -> None:
    skips = Counter(item.reason for item in read_rows([str(ASSETS / "chatwoot.json")]) if isinstance(item, Skip))
    assert skips == {
        "private note": 1,
        "system line": 1,
        "survey": 1,
        "attachment or empty message": 1,
        "deleted message": 1,
    }


def test_the_conversation_is_carried_along() -> None:
    (row, *_) = rows_of("chatwoot.json", "101")
    assert (row.language, row.channel, row.journey, row.group) == ("en", "WebWidget", "delivery", "Parcel desk")
    assert (row.csat, row.resolved) == (5.0, True)
    assert row.time is not None
    assert row.time.isoformat() == "2024-03-04T10:00:00+00:00"


def test_a_conversation_still_open_is_neither_resolved_nor_not() -> None:
    assert {row.resolved for row in rows_of("chatwoot.json", "102")} == {None}


def test_mail_bodies_lose_their_markup() -> None:
    assert rows_of("chatwoot.json", "103")[0].text == "I cannot get into my course.\nThe exam is tomorrow."


def test_a_table_of_messages_is_read_the_same_way() -> None:
    items = list(read_rows([str(ASSETS / "chatwoot_messages.csv")]))
    rows = [item for item in items if isinstance(item, Row)]
    assert [(row.conversation_id, row.speaker.value) for row in rows] == [
        ("77", "customer"),
        ("77", "agent"),
        ("78", "customer"),
        ("78", "assistant"),
    ]
    assert Counter(item.reason for item in items if isinstance(item, Skip)) == {"private note": 1, "system line": 1}


def test_a_mapped_column_fills_what_the_platform_keeps_elsewhere() -> None:
    items = read_rows([str(ASSETS / "chatwoot.json")], mapping={"group": "inbox_id"})
    assert {item.group for item in items if isinstance(item, Row)} == {"3", "4"}
