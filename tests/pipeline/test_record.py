"""What is recorded of a turn, in which order, and under which key."""

import pytest
from sqlalchemy import select

from humanely.pipeline.acting import Asked
from humanely.pipeline.afterwards import correction, outcome
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.record import act, read_answers
from humanely.pipeline.weigh import met
from humanely.signal.turn import Speaker
from humanely.store.log.erase import CRISIS
from humanely.store.records import (
    ConsentRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    LawRecord,
    OutcomeRecord,
    Record,
    ResponseRecord,
    TurnRecord,
    decode,
)
from humanely.store.sql.tables import entries
from humanely.trust.consent import Act as Consented
from humanely.trust.consent import How, Purpose, Sense
from humanely.trust.retention import Kind as Keep
from tests.apps.recorded import reader
from tests.pipeline.room import PLAIN, Room, response
from tests.store.people import ROOT


def test_an_agent_who_begins_to_speak_takes_over_and_is_recorded_as_such(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    room.agent("I am looking at it.")
    assert [type(record) for record in room.records()] == [HandoffRecord, TurnRecord, TurnRecord]
    assert room.handoffs() == [("joined", "")]


def test_another_machine_takes_nothing_over(room: Room) -> None:
    room.say("We are open from nine.", speaker=Speaker.ASSISTANT)
    assert room.handoffs() == []
    assert not room.state().human_present


def test_an_answer_of_an_agent_is_held_against_what_was_called_for(room: Room) -> None:
    room.say("I am in tears, my parcel with the ring for my wedding is lost.", writer="nobody")
    room.agent("That must be awful so shortly before your wedding. I am calling the courier now and write back today.")
    warm = met(room.state(), reader().estimator).exchanges[-1]
    room.say("I am in tears, my parcel with the ring is lost.", writer="nobody", conversation_id="c-2", person_id="bob")
    room.say("Please be patient.", speaker=Speaker.AGENT, conversation_id="c-2", person_id="bob")
    cold = met(room.state("c-2"), reader().estimator).exchanges[-1]
    assert warm.gap is not None
    assert cold.gap is not None
    assert warm.gap < cold.gap


def test_our_own_answer_is_read_like_any_other(room: Room) -> None:
    recorded = response(room.say("I am so frustrated, where is my parcel?"))
    assert recorded.reading is not None
    assert recorded.need is not None
    assert recorded.shown is not None
    assert recorded.gap == pytest.approx(recorded.need - recorded.shown)


def test_silence_has_no_reading(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    recorded = response(room.say("Hello Ben"))
    assert (recorded.reading, recorded.shown, recorded.gap) == (None, None, None)
    assert read_answers([], [], reader(), room.now) == []


def test_the_acts_of_a_turn_stand_side_by_side(room: Room) -> None:
    handled = room.say("Can I talk to a person, please?")
    assert handled.decision is not None
    assert handled.response is not None
    assert (handled.turn[0], handled.decision[0], handled.response[0]) == (0, 1, 2)
    assert [kept.kind for kept in room.ledger.after(-1, 10)] == ["estimate", "decision", "response", "handoff"]


def test_ids_stand_sealed_and_nowhere_in_the_clear(room: Room) -> None:
    room.say("Where is my parcel?")
    assert {kept.subject for kept in room.ledger.after(-1, 10)}.isdisjoint({"ada", "c-1", ""})


RECORDS: dict[Keep, Record] = {
    Keep.MESSAGE: CorrectionRecord(conversation_id="c-1", turn=0, said=None),
    Keep.HANDOFF: HandoffRecord(conversation_id="c-1", state="left"),
    Keep.OUTCOME: OutcomeRecord(conversation_id="c-1", decision=1, scale="csat", value=5),
}


@pytest.mark.parametrize("keep", RECORDS)
def test_each_record_has_its_time_to_be_kept(keep: Keep) -> None:
    made = act(RECORDS[keep], "ada", "c-1")
    assert (made.keep, made.person, made.conversation) == (keep, "ada", "c-1")
    assert decode(made.payload) == RECORDS[keep]


def test_in_a_crisis_everything_is_kept_as_shortly() -> None:
    made = act(RECORDS[Keep.HANDOFF], "ada", "c-1", in_crisis=True)
    assert (made.keep, made.in_crisis) == (Keep.CRISIS, True)


def test_the_proof_of_a_consent_is_kept_as_long_as_ever_in_a_crisis_too() -> None:
    text = {"version": "1", "locale": "en", "text_sha256": "", "how": How.WIDGET}
    said = ConsentRecord(
        person_id="ada",
        act=Consented.REFUSED,
        purpose=Purpose.ESTIMATE,
        sense=Sense.TEXT,
        **text,  # type: ignore[arg-type]
    )
    made = act(said, "ada", None, in_crisis=True)
    assert (made.keep, made.in_crisis) == (Keep.CONSENT, False)


def kept_as(room: Room) -> list[tuple[str, str, bool]]:
    """Of each act its kind, its rule, and whether it is sealed under the key for times of crisis."""
    apart = ROOT.pseudonym("ada" + CRISIS)
    asked = select(entries.c.kind, entries.c.keep, entries.c.sealed_for).order_by(entries.c.index)
    with room.database.reading() as connection:
        return [(row.kind, row.keep, row.sealed_for == apart) for row in connection.execute(asked)]


def by_mia(room: Room) -> Asked:
    return Asked("", room.now, agent="mia")


def test_all_that_people_do_and_say_while_a_life_may_be_at_risk_is_sealed_apart_and_kept_shortly(room: Room) -> None:
    handled = room.say("I want to kill myself")
    state = room.state()
    assert state.handoff is not None
    assert handled.decision is not None
    handoff.claim(room.companion, by_mia(room), state.handoff.place)
    handoff.note(room.companion, by_mia(room), state.handoff.place, "She has called her sister.")
    handoff.answer(room.companion, by_mia(room), state.handoff.place, "I am here. I am Mia.")
    room.say("My sister is on her way.")
    outcome(room.conversations, by_mia(room), handled.decision[0], "helpful", 1, "It helped to talk.")
    correction(room.conversations, by_mia(room), "ada", handled.turn[0], "very_bad", "I was not well.")
    handoff.resolve(room.companion, by_mia(room), state.handoff.place)
    handoff.note(room.companion, by_mia(room), state.handoff.place, "Her sister is with her.")
    assert {(keep, apart) for _, keep, apart in kept_as(room)} == {("crisis", True)}
    assert {"handoff", "note", "estimate", "outcome", "correction", "response"} <= {one for one, *_ in kept_as(room)}


def test_what_comes_after_a_crisis_has_ended_is_kept_like_anything(room: Room) -> None:
    room.say("I want to kill myself")
    state = room.state()
    assert state.handoff is not None
    handoff.claim(room.companion, by_mia(room), state.handoff.place)
    handoff.resolve(room.companion, by_mia(room), state.handoff.place)
    before = len(kept_as(room))
    room.say("Where is my parcel?")
    assert kept_as(room)[before:][0] == ("estimate", "message", False)


def test_an_imported_message_that_speaks_of_risk_is_sealed_apart(room: Room) -> None:
    room.say("I want to kill myself", writer="past")
    assert kept_as(room) == [("estimate", "crisis", True)]


def test_a_note_about_an_ordinary_case_is_kept_like_a_message(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    state = room.state()
    assert state.handoff is not None
    handoff.note(room.companion, by_mia(room), state.handoff.place, "Is on the phone.")
    assert kept_as(room)[-1] == ("note", "message", False)


def test_a_restart_changes_nothing(room: Room) -> None:
    room.say("Where is my parcel?")
    room.agent("Hi, this is Ben.")
    held = room.state()
    room.settle(PLAIN)
    assert room.state().places == held.places
    assert room.state().human_present
    assert (room.state().messages, room.state().said) == (held.messages, held.said)


def test_refused_estimates_decisions_and_answers_are_told_apart(room: Room) -> None:
    room.say("Where is my parcel?")
    kinds = {DecisionRecord: 1, ResponseRecord: 1, TurnRecord: 1, LawRecord: 0}
    assert {kind: sum(isinstance(one, kind) for one in room.records()) for kind in kinds} == kinds
