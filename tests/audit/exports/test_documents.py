import json
from pathlib import Path

import pytest

from humanely.audit.exports.documents import Outline, document_records, outline_of
from humanely.audit.exports.faults import ExportUnreadable
from humanely.audit.exports.rows import TOO_DEEP, Record, Reject
from humanely.audit.exports.sources import Source
from humanely.audit.exports.streams import Stream

MESSAGE = {"conversation_id": 1, "speaker": "agent", "text": '[{ not \\" nested } ['}


def outline(tmp_path: Path, document: object) -> Outline:
    path = tmp_path / "export.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    with Stream(Source("export.json", path)) as stream:
        return outline_of(stream)


@pytest.mark.parametrize(
    ("document", "prefix"),
    [
        ([MESSAGE], "item"),
        ({"payload": [MESSAGE]}, "payload.item"),
        ({"data": {"meta": {"tags": ["a"]}, "payload": [MESSAGE]}}, "data.payload.item"),
        ({"users": [{"id": 1}, {"id": 2}], "count": 3, "tickets": [{"id": 1}]}, "tickets.item"),
        ({"messages": [MESSAGE]}, "messages.item"),
        ({"export": [MESSAGE]}, "export.item"),
        ({"empty": [], "numbers": [1, [2]], "results": [MESSAGE]}, "results.item"),
    ],
)
def test_the_list_is_found_wherever_it_lies(tmp_path: Path, document: object, prefix: str) -> None:
    assert outline(tmp_path, document) == Outline(prefix=prefix)


def test_one_conversation_is_taken_whole(tmp_path: Path) -> None:
    assert outline(tmp_path, {"id": 1, "messages": [{"role": "user", "text": "a"}]}) == Outline(whole=True)


def test_conversations_by_their_id_are_taken_key_by_key(tmp_path: Path) -> None:
    lists = {"a": [{"role": "user", "text": "a"}], "b": [{"role": "user", "text": "b"}]}
    assert outline(tmp_path, lists) == Outline(by_key=True)
    assert outline(tmp_path, {key: {"messages": value} for key, value in lists.items()}) == Outline(by_key=True)


@pytest.mark.parametrize("document", [{}, [], 3, "[[[", {"a": 1}, [[1]], '{"a": '])
def test_a_document_without_a_list_of_objects_is_refused(tmp_path: Path, document: object) -> None:
    with pytest.raises(ExportUnreadable, match="holds no list"):
        outline(tmp_path, document)


def test_depth_no_honest_export_has_ends_the_reading_early(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([MESSAGE])[:-1] + ", " + "[" * 200_000, encoding="utf-8")
    with Stream(Source("export.json", path)) as stream:
        found = list(document_records(stream, Outline(prefix="item")))
    assert [item.reason for item in found if isinstance(item, Reject)] == [TOO_DEEP]


def test_brackets_within_text_are_no_depth(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([{**MESSAGE, "text": '[{"' * 70_000 + "\\"}] * 2), encoding="utf-8")
    with Stream(Source("export.json", path)) as stream:
        found = list(document_records(stream, Outline(prefix="item")))
    assert [type(item) for item in found] == [Record, Record]
