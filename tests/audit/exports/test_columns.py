from collections.abc import Mapping

import pytest

from humanely.audit.exports.columns import Guess, plan_for
from humanely.audit.exports.faults import ColumnsUnknown, DatesAmbiguous, MappingWrong
from humanely.audit.exports.rows import Record, Row
from humanely.audit.exports.table import Table
from humanely.signal.turn import Speaker

PLAIN = [
    {"conversation_id": "1", "speaker": "customer", "text": "Hello?"},
    {"conversation_id": "1", "speaker": "agent", "text": "Yes?"},
]


def columns(*seen: Mapping[str, object], **mapping: str) -> dict[str, str]:
    return dict(plan_for("export.csv", seen, mapping, {}).columns)


def test_names_in_several_languages_are_known() -> None:
    german = {"Gesprächs-ID": "1", "Absender": "Kunde", "Nachricht": "Hallo", "Zeitpunkt": "2024-03-01"}
    spanish = {"ID conversación": "1", "Remitente": "cliente", "Mensaje": "Hola", "Fecha": "2024-03-01"}
    assert list(columns(german).values()) == list(german)
    assert list(columns(spanish).values()) == list(spanish)


def test_the_role_goes_before_the_name_of_the_person() -> None:
    seen = [
        {"ticket_id": "1", "sender": "Ana", "sender_type": "customer", "body": "Hello?"},
        {"ticket_id": "1", "sender": "Ben", "sender_type": "agent", "body": "Yes?"},
    ]
    assert columns(*seen)["speaker"] == "sender_type"


def test_a_column_of_roles_is_found_by_its_values() -> None:
    seen = [{"thread": "1", "x": "client", "text": "Hello?"}, {"thread": "1", "x": "staff", "text": "Yes?"}]
    assert columns(*seen)["speaker"] == "x"


def test_a_flag_for_the_customer_serves_as_speaker() -> None:
    seen = [{"thread": "1", "inbound": "True", "text": "Hello?"}, {"thread": "1", "inbound": "False", "text": "Yes?"}]
    plan = plan_for("export.csv", seen, {}, {})
    assert plan.columns["speaker"] == "inbound"
    assert (plan.words["true"], plan.words["false"]) == (Speaker.CUSTOMER, Speaker.AGENT)


def test_where_contacts_write_a_user_is_of_the_house() -> None:
    seen = [{"thread": "1", "from": "Contact", "text": "Hello?"}, {"thread": "1", "from": "User", "text": "Yes?"}]
    assert plan_for("export.csv", seen, {}, {}).words["user"] is Speaker.AGENT
    assert plan_for("export.csv", PLAIN, {}, {}).words["user"] is Speaker.CUSTOMER


def test_an_id_that_comes_again_is_the_conversation_and_one_that_does_not_is_the_message() -> None:
    again = [{"id": "7", "role": "user", "text": "a"}, {"id": "7", "role": "agent", "text": "b"}]
    assert columns(*again)["conversation_id"] == "id"
    once = [{"chat": "1", **each, "id": number} for number, each in enumerate(again)]
    assert columns(*once)["message_id"] == "id"


def test_the_id_of_a_person_is_not_taken_for_the_message() -> None:
    seen = [{"chat": "1", "id": "u1", "role": "user", "text": str(number)} for number in range(5)]
    assert "message_id" not in columns(*seen)


def test_the_number_of_an_order_is_not_taken_for_a_place() -> None:
    seen = [{"chat": "1", "order": 7001 + number, "role": "user", "text": "a"} for number in range(5)]
    assert "position" not in columns(*seen)


def test_objects_within_are_reached_by_a_dot() -> None:
    seen = [{"chat": "1", "author": {"role": "user", "name": "Ana"}, "text": "Hello?"}]
    assert columns(*seen)["speaker"] == "author.role"


def test_what_the_person_says_goes_before_every_guess() -> None:
    seen = [{**each, "subject": "hi", "body": "long"} for each in PLAIN]
    assert columns(*seen, text="body")["text"] == "body"


def test_optional_columns_are_found() -> None:
    seen = [{**each, "lang": "de", "topic": "bill", "csat": "4", "status": "solved", "segment": "A"} for each in PLAIN]
    found = columns(*seen)
    assert [found[field] for field in ("language", "journey", "csat", "resolved", "group")] == [
        "lang",
        "topic",
        "csat",
        "status",
        "segment",
    ]


def test_missing_columns_are_named_with_a_line_to_paste() -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        columns({"who": "agent", "words": "hi"})
    assert "columns seen: who, words" in str(caught.value)
    assert "--map conversation_id=COLUMN,speaker=who,text=COLUMN" in str(caught.value)


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(MappingWrong, match="no column 'nope' to be text"):
        columns(*PLAIN, text="nope")


def test_dates_that_may_be_read_both_ways_are_asked_about() -> None:
    seen = [{**each, "date": "03/04/2024"} for each in PLAIN]
    with pytest.raises(DatesAmbiguous, match="dates=day-first"):
        columns(*seen)
    settled = [*seen, {**PLAIN[0], "date": "03/14/2024"}]
    assert plan_for("export.csv", settled, {}, {}).day_first is False


def test_a_guess_is_told_in_words() -> None:
    plan = plan_for("export.csv", [{"no": "1", "from": "agent", "text": "hi"}], {"conversation_id": "no"}, {})
    assert str(plan.guess) == "export.csv: I read `from` as speaker; say --map to change."
    assert str(Guess("export.csv", None, {}, ())) == "export.csv: read as named."


def test_one_nested_speaker_does_not_move_the_column() -> None:
    plain = [{"conversation_id": "1", "speaker": "customer", "text": "Hi"}] * 5
    nested = {"conversation_id": "1", "speaker": {"role": "agent"}, "text": "Yes?"}
    plan = plan_for("export.jsonl", [nested, *plain, {"conversation_id": "1", "speaker": 5, "text": "Hi"}], {}, {})
    assert plan.columns["speaker"] == "speaker"
    row = Table(plan, "export.jsonl").row(Record(1, nested))
    assert isinstance(row, Row)
    assert row.speaker is Speaker.AGENT
