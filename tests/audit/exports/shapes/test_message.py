from humanely.audit.exports.rows import Reject, Row, Skip
from humanely.audit.exports.shapes.message import Around, inner, objects, words
from humanely.signal.turn import Speaker

AROUND = Around(source="export.json", line=2, conversation_id="7", channel="mail")


def test_a_message_carries_what_its_conversation_says() -> None:
    row = AROUND.row(Speaker.AGENT, "Hello", 1709546400, "m1")
    assert isinstance(row, Row)
    assert (row.conversation_id, row.channel, row.message_id, row.line) == ("7", "mail", "m1", 2)


def test_a_message_without_words_or_conversation_is_no_row() -> None:
    nowhere = Around(source="export.json", line=2, conversation_id=None)
    assert isinstance(AROUND.row(Speaker.AGENT, " ", None, None), Skip)
    assert isinstance(nowhere.row(Speaker.AGENT, "Hello", None, None), Reject)


def test_paths_end_where_the_objects_end() -> None:
    assert inner({"a": {"b": 1}}, "a", "b") == 1
    assert inner({"a": [1]}, "a", "b") is None
    assert objects([{"a": 1}, 2, None]) == [{"a": 1}]
    assert (words(None), words(3), words(["x"])) == ("", "3", "")


def test_a_message_whose_time_cannot_be_read_is_kept_without_it() -> None:
    row = AROUND.row(Speaker.AGENT, "Hello", "noon", None)
    assert isinstance(row, Row)
    assert (row.text, row.time, row.time_missed) == ("Hello", None, True)
