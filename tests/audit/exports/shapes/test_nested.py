import json
from pathlib import Path
from typing import Any

from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import Row, Skip

CONVERSATIONS: list[dict[str, Any]] = [
    {
        "id": "a",
        "created_at": "2024-03-01T09:00:00Z",
        "topic": "billing",
        "messages": [
            {"id": "1", "role": "user", "content": [{"type": "text", "text": "Why twice?"}]},
            {"id": "2", "role": "assistant", "content": "Let me look."},
        ],
    },
    {"id": "b", "messages": []},
    {"id": "c", "messages": [{"role": "system", "content": "Be brief"}, {"role": "user", "content": "Hello"}]},
]


def read(path: Path) -> list[tuple[str, str, str]]:
    return [
        (item.conversation_id, item.speaker.value, item.text)
        for item in read_rows([str(path)])
        if isinstance(item, Row)
    ]


EXPECTED = [("a", "customer", "Why twice?"), ("a", "assistant", "Let me look."), ("c", "customer", "Hello")]


def test_conversations_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in CONVERSATIONS), encoding="utf-8")
    assert read(path) == EXPECTED


def test_conversations_in_one_document(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text(json.dumps({"version": 2, "conversations": CONVERSATIONS}, indent=1), encoding="utf-8")
    assert read(path) == EXPECTED


def test_conversations_by_their_id(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text(json.dumps({each["id"]: each["messages"] for each in CONVERSATIONS}), encoding="utf-8")
    assert read(path) == EXPECTED


def test_one_conversation_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text(json.dumps(CONVERSATIONS[0]), encoding="utf-8")
    assert read(path) == EXPECTED[:2]


def test_a_conversation_without_messages_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in CONVERSATIONS), encoding="utf-8")
    reasons = [item.reason for item in read_rows([str(path)]) if isinstance(item, Skip)]
    assert reasons == ["conversation without messages", "system line"]


def test_the_conversation_hands_down_its_journey_but_not_its_time(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in CONVERSATIONS), encoding="utf-8")
    first = next(item for item in read_rows([str(path)]) if isinstance(item, Row))
    assert (first.journey, first.time, first.message_id) == ("billing", None, "1")
