from humanely.audit.exports.columns import plan_for
from humanely.audit.exports.rows import Record, Reject, Row, Skip
from humanely.audit.exports.table import Table
from humanely.signal.turn import Speaker

SEEN = [{"chat": "1", "from": "customer", "html_body": "<p>Hi</p>", "author": {"role": "x"}}]


def row_of(cells: dict[str, object], **speakers: Speaker) -> Row | Reject | Skip:
    return Table(plan_for("export.jsonl", SEEN, {}, speakers), "export.jsonl").row(Record(5, cells))


def test_a_column_of_html_gives_text() -> None:
    row = row_of({"chat": 7, "from": "Customer", "html_body": "<p>Tom &amp; Ana</p>"})
    assert isinstance(row, Row)
    assert (row.conversation_id, row.speaker, row.text, row.line) == ("7", Speaker.CUSTOMER, "Tom & Ana", 5)


def test_a_system_line_is_set_aside() -> None:
    assert row_of({"chat": 7, "from": "System", "html_body": "Opened"}) == Skip("export.jsonl", 5, "system line")


def test_a_word_for_a_speaker_is_shown_and_a_sentence_is_not() -> None:
    word = row_of({"chat": 7, "from": "Mona", "html_body": "Hi"})
    sentence = row_of({"chat": 7, "from": "my parcel is lost", "html_body": "Hi"})
    assert isinstance(word, Reject)
    assert isinstance(sentence, Reject)
    assert "--speaker agent=Mona" in word.fix
    assert "parcel" not in sentence.fix + sentence.reason


def test_many_strangers_are_named_together() -> None:
    table = Table(plan_for("export.jsonl", SEEN, {}, {}), "export.jsonl")
    made = [table.row(Record(n, {"chat": 7, "from": f"Mona{n}", "html_body": "Hi"})) for n in range(8)]
    fixes = [item.fix for item in made if isinstance(item, Reject)]
    assert "--speaker agent=Mona4" in fixes[4]
    assert all("'customer=*'" in fix and "Mona" not in fix for fix in fixes[5:])


def test_a_speaker_that_is_an_object_is_unknown_and_no_fault() -> None:
    assert isinstance(row_of({"chat": 7, "from": {"id": 3}, "html_body": "Hi"}), Reject)


def test_text_within_an_object_is_found() -> None:
    row = row_of({"chat": 7, "from": "agent", "html_body": {"text": "Hi", "lang": "en"}})
    assert isinstance(row, Row)
    assert row.text == "Hi"
