from collections import Counter
from pathlib import Path

from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import Reject, Row, Skip

INTERCOM = str(Path(__file__).parents[1] / "assets" / "intercom.json")


def rows_of(conversation: str) -> list[Row]:
    return [item for item in read_rows([INTERCOM]) if isinstance(item, Row) and item.conversation_id == conversation]


def test_the_opening_message_comes_first_and_speakers_are_told_apart() -> None:
    assert [row.speaker.value for row in rows_of("550001")] == ["customer", "assistant", "agent", "agent"]
    assert [row.speaker.value for row in rows_of("550002")] == ["customer", "assistant"]
    assert [row.speaker.value for row in rows_of("550003")] == ["agent", "customer"]


def test_bodies_lose_their_markup() -> None:
    assert rows_of("550001")[2].text == (
        "That is maddening when you want to learn.\nVersion 4.3 mends it — it is out today."
    )


def test_notes_assignments_attachments_and_removed_parts_are_counted_not_read() -> None:
    assert Counter(item.reason for item in read_rows([INTERCOM]) if isinstance(item, Skip)) == {
        "private note": 1,
        "system line": 1,
        "attachment or empty message": 1,
        "deleted message": 1,
    }


def test_the_conversation_is_carried_along() -> None:
    row = rows_of("550001")[0]
    assert (row.language, row.channel, row.journey, row.group) == ("en", "conversation", "login", "8")
    assert (row.csat, row.resolved) == (2.0, True)
    assert rows_of("550002")[0].language == "ar"


def test_an_author_nobody_knows_is_refused() -> None:
    reasons = [item.reason for item in read_rows([INTERCOM]) if isinstance(item, Reject)]
    assert reasons == ["the author's type is not known"]
