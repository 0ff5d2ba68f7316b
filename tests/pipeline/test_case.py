"""What an answer is made from: what it is about, what has to be met, and what it is held against."""

from typing import Any

import msgspec
import pytest

from humanely.pipeline.case import Case, occasion, situation, small_talk_of
from humanely.pipeline.person.consent import Answered, answer
from humanely.response.plan import Occasion
from humanely.trust.consent import Act, Purpose
from tests.apps.recorded import NOON
from tests.pipeline.room import PLAIN, Room, reply, with_faq

WRITES = msgspec.structs.replace(PLAIN, generates=True)
"""A house whose answers are written elsewhere: its cases can be looked at."""


def case(room: Room, *said: str, **about: Any) -> Case:
    """The case of the last of some messages; the model server writes, and never does."""
    room.settle(WRITES)
    handled = [room.say(text, **about) for text in said][-1]
    assert handled.case is not None
    return handled.case


def met(room: Room, *said: str, **about: Any) -> Occasion:
    return occasion(case(room, *said, **about), PLAIN)


def test_what_it_is_about_is_told_by_its_words(room: Room) -> None:
    assert met(room, "When do I get the certificate of my course?").topic == "certificate"


def test_a_tag_knows_better_than_words(room: Room) -> None:
    assert met(room, "When do I get my certificate?", tags=frozenset({"payment"})).topic == "payment"


def test_a_message_that_names_nothing_is_about_what_was_named_before(room: Room) -> None:
    assert "delivery" in reply(room.say("Where is my parcel?"))
    assert met(room, "I do not get what you mean").topic == "delivery"


def test_a_newer_topic_goes_before_an_older_one(room: Room) -> None:
    room.say("Where is my parcel?")
    assert met(room, "How do I change my password?").topic == "access"


def test_what_names_nothing_is_about_something_else(room: Room) -> None:
    assert met(room, "What a lovely day").topic == "other"


def test_the_words_of_the_language_count(room: Room) -> None:
    assert met(room, "Wann bekomme ich denn nun die Erstattung für den Kurs?").topic == "refund"


@pytest.mark.parametrize(("text", "step"), [("Hello", "greet"), ("ok then", "close"), ("Which colour is it?", "none")])
def test_small_talk_has_steps_of_its_own(room: Room, text: str, step: str) -> None:
    assert met(room, text).step == step


def test_in_small_talk_nothing_is_heard_but_thanks(room: Room) -> None:
    heard = met(room, "ok, thank you!")
    assert heard.need == 0
    assert heard.situations == {"grateful"}
    assert heard.cause == "none"


def test_every_waiting_message_has_to_be_small_talk(room: Room) -> None:
    assert small_talk_of(case(room, "Hello", "where is my parcel?").state) is None
    assert small_talk_of(room.state("c-2")) is None


def test_a_greeting_is_answered_in_its_language(room: Room) -> None:
    assert case(room, "hola buenas").locale == "es"
    assert case(room, "Hello", conversation_id="c-2").locale is None
    assert case(room, "Hello", conversation_id="c-3", locale="fr").locale == "fr"


def test_trouble_of_which_nobody_told_the_cause_has_an_unknown_one(room: Room) -> None:
    trouble = "I am so frustrated, this is the third time that my parcel is lost and nobody helps me!!"
    assert met(room, trouble).cause == "unknown"
    assert met(room, trouble, cause="ours", conversation_id="c-2").cause == "ours"
    assert met(room, "When is my appointment?", conversation_id="c-3").cause == "none"


def test_need_is_a_whole_number_of_thirds(room: Room) -> None:
    assert met(room, "When is my appointment?").need == 0
    trouble = "I am so frustrated, this is the third time that my parcel is lost and nobody helps me!!"
    assert met(room, trouble, conversation_id="c-2").need >= 2


def test_where_nothing_may_be_estimated_no_need_is_either(room: Room) -> None:
    answer(Answered(act=Act.REFUSED, purpose=Purpose.ESTIMATE), "ada", room.conversations, PLAIN, room.now)
    unread = case(room, "I am so frustrated, my parcel is lost and nobody helps me!!")
    assert (unread.estimated, unread.need) == (False, 0)


def test_what_the_caller_knows_is_said(room: Room) -> None:
    assert met(room, "Where is my parcel?", facts={"status": "on its way"}).facts == {"status": "on its way"}


def test_an_answer_of_the_faq_is_a_fact_unless_we_ask_back_or_greet(room: Room) -> None:
    asked = msgspec.structs.replace(case(room, "How long does a refund take?"), match=with_faq().best("refund"))
    assert "Three working days" in occasion(asked, PLAIN).facts["answer"]
    greeted = msgspec.structs.replace(case(room, "Hello", conversation_id="c-2"), match=asked.match)
    assert occasion(greeted, PLAIN).facts == {}
    assert greeted.help is None


def test_a_draft_is_held_against_all_that_was_said_and_known(room: Room) -> None:
    room.say("Where is my parcel?")
    against = situation(
        case(room, "It was due on Monday.", facts={"status": "on its way"}, knows=("It left on Monday.",)),
        PLAIN,
    )
    assert against.messages == ("It was due on Monday.",)
    assert against.earlier == ("Where is my parcel?", "It was due on Monday.")
    assert len(against.previous_answers) == 1
    assert {"on its way", "It left on Monday."} <= set(against.facts)
    assert -1 <= against.valence <= 1
    assert not against.crisis


def test_an_empty_case_needs_nothing(room: Room) -> None:
    empty = msgspec.structs.replace(case(room, "Where is my parcel?"), state=room.state("c-2"), now=NOON)
    assert (empty.exchange, empty.need, empty.situations, empty.help) == (None, 0, frozenset(), None)
    assert occasion(empty, PLAIN).topic == "other"
