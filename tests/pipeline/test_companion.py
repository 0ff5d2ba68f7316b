"""A turn from arrival to answer, on a real ledger with the real model."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from humanely.pipeline.acting import Asked
from humanely.pipeline.companion import TRIES, KeyReused, Overtaken, Superseded, Unrecorded
from humanely.pipeline.handoffs.handoff import returned
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.respond import Drafted
from humanely.response.finding import Verdict
from humanely.store.conversation import ConversationState
from humanely.store.log.erase import Eraser
from humanely.store.records import DecisionRecord, ResponseRecord, TurnRecord
from humanely.trust.keys import KeyDestroyed
from tests.apps.recorded import MINUTE
from tests.pipeline.room import PLAIN, Room, action, arrival, kinds, reply, response, turns
from tests.store.people import ROOT

NEW = msgspec.structs.replace(PLAIN, noticed=False)
"""A house whose channel tells people nothing."""
WRITES = msgspec.structs.replace(PLAIN, generates=True)
"""A house whose answers a model server writes."""
WRITTEN = Drafted("Your course opens again as soon as you sign in.", Verdict(True, ()), "scripted", "generated")


def test_a_turn_is_recorded_with_its_decision_and_its_answer(room: Room) -> None:
    handled = room.say("Where is my parcel?")
    assert [type(record) for record in room.records()] == [TurnRecord, DecisionRecord, ResponseRecord]
    assert handled.turn[0] < (handled.decision or (0,))[0] < (handled.response or (0,))[0]
    assert handled.turn[1].text == "Where is my parcel?"


def test_the_first_answer_says_what_answers_and_what_is_estimated(room: Room) -> None:
    room.settle(NEW)
    first = room.say("Where is my parcel?")
    assert kinds(first) == ["notice", "notice", "reply"]
    assert response(first).noticed == ("ai", "estimates")
    assert kinds(room.say("Thanks, that is all.")) == ["reply"]


def test_nothing_is_estimated_before_the_person_was_told(room: Room) -> None:
    room.settle(NEW)
    first, second = room.say("This is so frustrating!"), room.say("I am really sad about it.")
    assert first.turn[1].reading.valence is None
    assert first.turn[1].senses == ()
    assert second.turn[1].reading.valence is not None
    assert second.turn[1].senses == ("text",)


def test_where_the_channel_told_them_the_first_message_is_estimated(room: Room) -> None:
    room.settle(NEW)
    first = room.say("This is so frustrating!", noticed=True)
    assert first.turn[1].reading.valence is not None
    assert response(first).noticed == ("ai",)


def test_who_asks_for_a_human_waits_for_one(room: Room) -> None:
    handled = room.say("Can I talk to a person, please?")
    assert action(handled) == "handoff"
    assert kinds(handled) == ["notice", "handoff"]
    assert room.handoffs() == [("queued", "asked")]
    assert len(room.waiting()) == 1


@pytest.mark.parametrize("text", ["Representative!", "live agent", "Kundenservice", "Оператор!", "상담원", "转人工"])
def test_who_only_names_a_human_waits_for_one(room: Room, text: str) -> None:
    handled = room.say(text)
    assert action(handled) == "handoff"
    assert room.handoffs() == [("queued", "asked")]


def test_who_only_names_a_human_is_answered_in_the_language_of_the_name(room: Room) -> None:
    assert "Mensch" in response(room.say("Kundenservice")).response.text


def test_while_a_human_speaks_the_assistant_is_silent(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    room.agent("Hi, this is Ben. I am looking at your order.")
    handled = room.say("Thank you, Ben, I need it by Friday!")
    assert (action(handled), response(handled).response.status, kinds(handled)) == ("none", "silent", [])
    assert room.handoffs() == [("queued", "asked"), ("joined", "")]
    assert room.waiting() == []


def test_after_a_human_hands_back_the_assistant_says_again_what_it_is(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    room.agent("Hi, this is Ben. It is on its way.")
    returned(room.companion, Asked("ben", room.now), "c-1")
    handled = room.say("Can I also change my address?")
    assert action(handled) != "handoff"
    assert kinds(handled) == ["notice", "reply"]
    assert response(handled).noticed == ("ai",)
    assert kinds(room.say("Thank you!")) == ["reply"]


def test_a_life_at_risk_is_met_with_the_card_before_anything_else(room: Room) -> None:
    room.settle(NEW)
    handled = room.say("I want to kill myself", place="DE")
    assert kinds(handled)[0] == "card"
    assert "112" in response(handled).response.messages[0].text
    assert room.handoffs() == [("queued", "crisis")]
    assert room.waiting() == [1.0]


def test_to_a_life_at_risk_nobody_says_sorry(room: Room) -> None:
    handled = room.say("I want to kill myself")
    assert "sorry" not in response(handled).response.text.casefold()
    said = response(handled).response.said
    assert said is None or not said.apologised


def test_what_was_said_in_a_crisis_is_sealed_apart(room: Room) -> None:
    room.say("Where is my parcel?")
    room.say("I want to kill myself")
    room.keys.destroy("ada\x1fcrisis", room.now)
    assert [turn.text for turn in turns(room.records())] == ["Where is my parcel?"]


def test_what_comes_again_is_answered_alike_and_decided_once(room: Room) -> None:
    first = room.say("Where is my parcel?", repeat_key="k-1", fingerprint=b"1" * 32)
    again = room.say("Where is my parcel?", repeat_key="k-1", fingerprint=b"1" * 32)
    assert again.repeated
    assert msgspec.structs.replace(again, repeated=False) == first
    assert len(turns(room.records())) == 1


def test_what_comes_again_is_answered_alike_after_a_restart_and_later_turns(room: Room) -> None:
    first = room.say("Where is my parcel?", repeat_key="k-1", fingerprint=b"1" * 32)
    room.say("It was due on Monday.")
    room.settle(PLAIN)
    again = room.say("Where is my parcel?", repeat_key="k-1", fingerprint=b"1" * 32)
    assert msgspec.structs.replace(again, repeated=False) == first
    assert len(turns(room.records())) == 2


def test_a_key_that_comes_with_another_request_is_refused(room: Room) -> None:
    room.say("Where is my parcel?", repeat_key="k-1", fingerprint=b"1" * 32)
    assert isinstance(room.refused("Where is my refund?", repeat_key="k-1", fingerprint=b"2" * 32), KeyReused)
    assert len(turns(room.records())) == 1


def test_what_another_process_recorded_is_seen(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    room.beside().handle([arrival("Never mind, where is my parcel?")], room.now + MINUTE)
    room.now += MINUTE
    room.say("Still there?")
    assert [turn.text for turn in turns(room.records())][1:] == ["Never mind, where is my parcel?", "Still there?"]


def test_processes_that_overtake_each_other_lose_and_double_nothing(room: Room) -> None:
    said = [f"And what about order {number}?" for number in range(8)]
    processes = [room.companion, room.beside()]
    with ThreadPoolExecutor(2) as pool:
        handled = pool.map(lambda at: processes[at % 2].handle([arrival(said[at])], room.now)[0], range(len(said)))
        assert all(isinstance(one, Outcome) for one in handled)
    assert sorted(turn.text for turn in turns(room.records())) == sorted(said)
    assert sum(isinstance(record, DecisionRecord) for record in room.records()) == len(said)


def test_where_others_never_cease_a_turn_is_given_up_and_nothing_of_it_is_recorded(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.say("Where is my parcel?")
    beside, standing = room.beside(), room.conversations.at

    def overtaken(conversation_id: str, newest: int) -> ConversationState:
        """The conversation as it stands, before another process writes into it."""
        stood = standing(conversation_id, newest)
        assert isinstance(beside.handle([arrival("It was due on Monday.")], room.now)[0], Outcome)
        return stood

    monkeypatch.setattr(room.conversations, "at", overtaken)
    assert isinstance(room.refused("And my refund?"), Overtaken)
    assert [turn.text for turn in turns(room.records())][1:] == ["It was due on Monday."] * TRIES


def test_an_erased_person_is_refused_and_nothing_is_recorded(room: Room) -> None:
    room.say("Where is my parcel?")
    room.keys.destroy("ada", room.now)
    size = room.ledger.head().size
    assert isinstance(room.refused("It is me again", conversation_id="c-2"), KeyDestroyed)
    assert room.ledger.head().size == size


def test_in_one_round_one_refusal_does_not_hold_up_the_others(room: Room) -> None:
    room.say("Hello")
    room.keys.destroy("ada", room.now)
    lost, kept = room.arrive(
        arrival("Where is it?", conversation_id="c-2"), arrival("Hi", conversation_id="c-3", person_id="bob")
    )
    assert isinstance(lost, KeyDestroyed)
    assert isinstance(kept, Outcome)


def test_turns_of_one_round_are_answered_in_order(room: Room) -> None:
    english, german = room.arrive(
        arrival("Can I talk to a person, please?", conversation_id="c-2", person_id="bob"),
        arrival("Wo ist mein Paket geblieben?", conversation_id="c-3", person_id="eva"),
    )
    assert isinstance(english, Outcome)
    assert isinstance(german, Outcome)
    assert action(english) == "handoff"
    assert german.turn[1].language == "de"


def test_no_arrivals_are_no_work(room: Room) -> None:
    assert room.arrive() == []


def test_an_answer_written_elsewhere_is_waited_for_and_then_sent(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How do I get into my course again?")
    assert pending.response is None
    assert pending.case is not None
    finished = room.companion.finish(pending, WRITTEN, room.now)
    assert isinstance(finished, Outcome)
    assert reply(finished) == WRITTEN.text
    assert response(finished).response.source == "generated"
    assert room.state().response is not None


@pytest.mark.parametrize(
    ("asks", "offer", "yes"),
    [
        ("Where is my parcel?", "That is odd. Shall I bring in a person from our team?", "Yes, please!"),
        ("Wo ist mein Paket?", "Das ist seltsam. Soll ich einen Menschen aus dem Team holen?", "Ja, gerne."),
        ("Où est mon colis ?", "C'est étrange. Voulez-vous parler à une personne de l'équipe ?", "oui"),
        ("¿Dónde está mi paquete?", "Es raro. ¿Quiere que avise a una persona del equipo?", "Sí, por favor"),
        ("Dov'è il mio pacco?", "È strano. Vuole parlare con una persona del team?", "sì, grazie"),
        ("Onde está a minha encomenda?", "É estranho. Quer falar com uma pessoa da equipe?", "sim"),
    ],
)
def test_a_yes_to_a_human_whom_a_model_offered_is_a_wish_for_one(room: Room, asks: str, offer: str, yes: str) -> None:
    room.settle(WRITES)
    pending = room.say(asks)
    room.companion.finish(pending, msgspec.structs.replace(WRITTEN, text=offer), room.now)
    handled = room.say(yes)
    assert handled.decision is not None
    assert (action(handled), handled.decision[1].decision.reasons[0].name) == ("handoff", "asked")


def test_what_a_model_says_of_humans_without_asking_is_no_offer(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How do I get into my course again?")
    told = "You can speak to a person at any time. Does it open now?"
    room.companion.finish(pending, msgspec.structs.replace(WRITTEN, text=told), room.now)
    assert room.handoffs() == []


def test_where_nobody_could_write_authored_lines_answer(room: Room) -> None:
    room.settle(WRITES)
    finished = room.companion.finish(room.say("Hello"), None, room.now)
    assert isinstance(finished, Outcome)
    assert response(finished).response.source == "composed"


def test_where_nobody_could_write_and_authored_lines_would_not_answer_a_human_does(room: Room) -> None:
    room.settle(WRITES)
    finished = room.companion.finish(room.say("How do I get into my course again?"), None, room.now)
    assert isinstance(finished, Outcome)
    assert kinds(finished) == ["notice", "handoff"]
    assert room.handoffs() == [("queued", "no_words")]


def test_an_answer_that_comes_after_the_next_message_is_not_sent(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How do I get into my course again?")
    room.say("Ah, and where is my certificate?")
    assert isinstance(room.companion.finish(pending, WRITTEN, room.now), Superseded)
    assert not any(isinstance(record, ResponseRecord) for record in room.records())


def test_an_answer_that_comes_after_a_human_spoke_is_not_sent(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How do I get into my course again?")
    room.agent("Hi, this is Ben. I have opened it for you.")
    assert isinstance(room.companion.finish(pending, WRITTEN, room.now), Superseded)


def test_an_answer_is_sent_once(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How do I get into my course again?")
    room.companion.finish(pending, WRITTEN, room.now)
    assert isinstance(room.companion.finish(pending, WRITTEN, room.now), Superseded)


def test_an_answer_still_to_be_written_can_be_found_again(room: Room) -> None:
    room.settle(WRITES)
    asked = room.say("How do I get into my course again?")
    room.settle(WRITES)
    found = room.companion.pending("c-1", room.now)
    assert found is not None
    assert (found.turn, found.decision) == (asked.turn, asked.decision)
    room.companion.finish(found, WRITTEN, room.now)
    assert room.companion.pending("c-1", room.now) is None


def test_a_turn_that_was_never_answered_can_be_gone_on_from_when_it_comes_again(room: Room) -> None:
    room.settle(WRITES)
    room.say("How do I get into my course again?", repeat_key="k-1", fingerprint=b"1" * 32)
    room.settle(WRITES)
    again = room.say("How do I get into my course again?", repeat_key="k-1", fingerprint=b"1" * 32)
    assert again.repeated
    assert isinstance(room.companion.finish(again, WRITTEN, room.now), Outcome)


def test_a_turn_of_the_past_is_read_and_neither_decided_nor_answered(room: Room) -> None:
    handled = room.say("Where is my parcel?", writer="past")
    assert (handled.decision, handled.response) == (None, None)
    assert [type(record) for record in room.records()] == [TurnRecord]


def test_who_writes_german_is_answered_in_german(room: Room) -> None:
    handled = room.say("Wo ist denn mein Paket geblieben, ich warte seit Wochen darauf?")
    assert {message.locale for message in response(handled).response.messages} == {"de"}
    assert "Lieferung" in reply(handled)


def test_who_writes_spanish_is_answered_in_spanish(room: Room) -> None:
    handled = room.say("¿Dónde está mi reembolso? Llevo semanas esperando.")
    assert {message.locale for message in response(handled).response.messages} == {"es"}
    assert "reembolso" in reply(handled)


def test_where_there_are_no_words_in_the_language_a_human_answers(room: Room) -> None:
    handled = room.say("Missä minun pakettini on? Odotan sitä vielä, voitteko auttaa minua?")
    assert handled.turn[1].language == "fi"
    assert room.handoffs() == [("queued", "no_words")]
    assert kinds(handled) == ["notice", "handoff"]


@pytest.mark.parametrize("table", ["conversations", "head"])
def test_where_nothing_can_be_recorded_a_life_at_risk_still_gets_the_card(
    room: Room, tmp_path: Path, table: str
) -> None:
    with closing(sqlite3.connect(tmp_path / "humanely.db")) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert room.refused("Where is my parcel?").status == 503
    refused = room.refused("I do not want to live any more")
    assert isinstance(refused, Unrecorded)
    assert "findahelpline.com" in refused.card


def test_who_was_erased_and_writes_again_with_their_life_at_risk_gets_the_card_and_nothing_is_recorded(
    room: Room,
) -> None:
    room.say("Where is my parcel?")
    Eraser(room.database, room.keys, ROOT, os.urandom).erase("ada", room.now)
    size = room.ledger.head().size
    refused = room.refused("I want to kill myself", conversation_id="c-2")
    assert isinstance(refused, Unrecorded)
    assert refused.status == KeyDestroyed.status
    assert "findahelpline.com" in refused.card
    assert room.ledger.head().size == size
