"""What comes in is read as far as it may be, and what did not run is recorded."""

import msgspec

from humanely.estimate import WANTED
from humanely.pipeline.person.consent import Answered, answer
from humanely.store.records import LawRecord
from humanely.trust.consent import Act, Purpose
from tests.pipeline.room import ASKS, PLAIN, Room, kinds, response, turns

ASKING = msgspec.structs.replace(PLAIN, consent_texts=(ASKS,))
YES = Answered(act=Act.GRANTED, purpose=Purpose.ESTIMATE, version="1", locale="en")


def says_no(room: Room) -> None:
    """Ada does not want to be estimated."""
    answer(Answered(act=Act.REFUSED, purpose=Purpose.ESTIMATE), "ada", room.conversations, PLAIN, room.now)


def test_who_says_no_is_not_estimated_and_still_answered(room: Room) -> None:
    says_no(room)
    handled = room.say("I am so sad and angry about this, where is my parcel?")
    reading = handled.turn[1].reading
    assert (reading.valence, reading.emotions, reading.called_for, reading.vector) == (None, None, None, b"")
    assert handled.turn[1].senses == ()
    assert kinds(handled) == ["notice", "reply"]


def test_who_says_no_is_heard_asking_for_a_human(room: Room) -> None:
    says_no(room)
    handled = room.say("I am so angry, can I talk to a person, please?")
    assert room.handoffs() == [("queued", "asked")]
    assert {cue.name for cue in handled.turn[1].reading.cues} <= WANTED


def test_who_was_not_told_yet_is_heard_asking_for_a_human(room: Room) -> None:
    room.settle(msgspec.structs.replace(PLAIN, noticed=False))
    room.say("Can I talk to a person, please?")
    assert room.handoffs() == [("queued", "asked")]


def test_where_nothing_is_estimated_no_need_and_no_gap_is_recorded(room: Room) -> None:
    says_no(room)
    recorded = response(room.say("I am so sad and angry about this, where is my parcel?"))
    assert (recorded.need, recorded.gap) == (None, None)


def test_what_did_not_run_is_recorded_with_its_law(room: Room) -> None:
    says_no(room)
    room.say("I am so sad and angry about this, where is my parcel?")
    laws = [record for record in room.records() if isinstance(record, LawRecord)]
    assert [(law.purpose, law.sense, law.ruling.effect) for law in laws] == [("estimate", "text", "forbidden")]
    assert laws[0].ruling.reasons[0].article


def test_who_says_no_is_still_read_for_a_risk_to_life(room: Room) -> None:
    says_no(room)
    assert kinds(room.say("I want to kill myself"))[0] == "card"


def test_no_is_heard_by_every_process(room: Room) -> None:
    room.say("Where is my parcel?")
    beside = room.beside()
    answer(Answered(act=Act.REFUSED, purpose=Purpose.ESTIMATE), "ada", beside.conversations, PLAIN, room.now)
    assert room.say("I am so angry!").turn[1].reading.valence is None


def test_the_person_is_asked_once(room: Room) -> None:
    room.settle(ASKING)
    first, second = room.say("Where is my parcel?"), room.say("It was due on Monday")
    assert [ask.purpose for ask in first.asks] == [Purpose.ESTIMATE]
    assert second.asks == ()
    asked = room.ledger.person("ada")
    assert sum(act.kind == "consent" for act in asked) == 1


def test_who_is_asked_is_not_estimated_before_they_say_yes(room: Room) -> None:
    room.settle(ASKING)
    first = room.say("I am so sad and angry about this, where is my parcel?").turn[1]
    answer(YES, "ada", room.conversations, ASKING, room.now)
    second = room.say("I am so sad and angry about this, where is my parcel?").turn[1]
    assert (first.senses, first.reading.emotions) == ((), None)
    assert second.senses == ("text",)


def test_a_yes_to_an_older_text_is_none_under_the_new_one(room: Room) -> None:
    room.settle(ASKING)
    answer(YES, "ada", room.conversations, ASKING, room.now)
    room.settle(msgspec.structs.replace(ASKING, consent_texts=(msgspec.structs.replace(ASKS, version="2"),)))
    assert room.say("I am so sad and angry about this, where is my parcel?").turn[1].senses == ()


def test_a_feeling_the_person_names_counts_before_they_are_asked(room: Room) -> None:
    room.settle(ASKING)
    assert room.say("Where is my parcel?", feeling="bad").turn[1].senses == ("self_report",)


def test_what_the_person_says_outranks_the_estimate(room: Room) -> None:
    handled = room.say("Well, wonderful, thank you so much!", feeling="very_bad")
    reading = handled.turn[1].reading
    assert (reading.said, reading.felt) == (-1.0, -1.0)
    assert reading.valence is not None
    assert reading.valence > 0
    assert handled.turn[1].senses == ("text", "self_report")


def test_personal_data_are_hidden_from_the_model_and_kept_as_said(room: Room) -> None:
    turn = room.say("My mail is ada@example.org, where is my parcel?").turn[1]
    assert turn.text == "My mail is ada@example.org, where is my parcel?"
    assert "ada@example.org" not in turn.reading.turn.text


def test_the_language_of_the_person_holds_where_a_message_does_not_tell_it(room: Room) -> None:
    room.say("Wo ist denn mein Paket geblieben?")
    assert room.say("12345").turn[1].language == "de"


def test_the_locale_of_the_channel_is_the_language_until_somebody_says_more(room: Room) -> None:
    assert room.say("12345", locale="pt-BR").turn[1].language == "pt"


def test_an_agent_is_read_and_does_not_change_the_language(room: Room) -> None:
    room.say("Wo ist denn mein Paket geblieben?")
    handled = room.agent("I am sorry that you had to wait. I will look for it now.")
    assert handled.turn[1].language == "de"
    assert handled.turn[1].reading.language == "en"
    assert handled.turn[1].reading.vector
    assert handled.turn[1].reading.valence is None
    assert handled.turn[1].crisis is None


def test_marks_stay_with_the_conversation(room: Room) -> None:
    room.say("Where is my parcel?", tags=frozenset({"delivery"}))
    room.say("Hello?", tags=frozenset({"peer_question"}))
    assert room.state().tags == {"delivery", "peer_question"}
    assert [turn.tags for turn in turns(room.records())] == [{"delivery"}, {"peer_question"}]


def test_the_record_says_which_model_read_it(room: Room) -> None:
    turn = room.say("Where is my parcel?").turn[1]
    assert turn.model.startswith(room.companion.reader.estimator.name)
    assert response(room.say("And my refund?")).reading is not None
