"""What is recorded outside of a turn: what came of it, corrections, a human who hands back."""

import msgspec
import pytest

from humanely.pipeline.acting import Asked, Gone, NotThere
from humanely.pipeline.afterwards import SCALES, OffScale, correction, found_record, outcome, place_of
from humanely.pipeline.companion import KeyReused
from humanely.pipeline.handoffs.handoff import NotWithHuman, returned
from humanely.pipeline.weigh import met
from humanely.store.records import CorrectionRecord, DecisionRecord, OutcomeRecord, Scale
from tests.apps.recorded import reader
from tests.pipeline.room import Room, action


def by(room: Room, key: str = "", body: bytes = b"1") -> Asked:
    return Asked("console", room.now, key, body * 32)


def decided(room: Room) -> int:
    """Place of the decision on a message."""
    handled = room.say("Where is my parcel?")
    assert handled.decision is not None
    return handled.decision[0]


def test_what_came_of_a_decision_is_kept_with_it(room: Room) -> None:
    place = decided(room)
    kept = outcome(room.conversations, by(room), place, "csat", 4, "went well")
    record = room.records()[-1]
    assert isinstance(record, OutcomeRecord)
    assert (record.decision, record.scale, record.value, record.note) == (place, "csat", 4, "went well")
    assert kept.index == room.state().newest


@pytest.mark.parametrize("scale", SCALES)
def test_a_value_off_its_scale_is_refused(room: Room, scale: Scale) -> None:
    low, high = SCALES[scale]
    place = decided(room)
    with pytest.raises(OffScale, match=f"'{scale}'"):
        outcome(room.conversations, by(room), place, scale, high + 1, "")
    with pytest.raises(OffScale):
        outcome(room.conversations, by(room), place, scale, low + 0.5, "")
    outcome(room.conversations, by(room), place, scale, high, "")


def test_what_is_not_there_is_said_not_to_be(room: Room) -> None:
    turn = room.say("Where is my parcel?").turn[0]
    with pytest.raises(NotThere, match="no decision"):
        outcome(room.conversations, by(room), 99, "csat", 4, "")
    with pytest.raises(NotThere):
        outcome(room.conversations, by(room), turn, "csat", 4, "")


def test_what_was_erased_is_said_to_be_gone(room: Room) -> None:
    place = decided(room)
    room.keys.destroy("ada", room.now)
    with pytest.raises(Gone):
        found_record(room.conversations, place, DecisionRecord, "decision")


@pytest.mark.parametrize("written", ["", "-1", "1.0", "x", "٣", "1" * 19])
def test_what_is_no_place_is_not_there(written: str) -> None:
    with pytest.raises(NotThere):
        place_of(written, "turn")


def test_a_place_is_read() -> None:
    assert place_of("12", "turn") == 12


def test_a_correction_outranks_the_estimate_from_then_on(room: Room) -> None:
    turn = room.say("Great, wonderful, thank you!").turn[0]
    correction(room.conversations, by(room), "ada", turn, "very_bad", "I was being ironic")
    corrected = room.state().readings[0]
    assert (corrected.felt, corrected.said, corrected.valence, corrected.emotions) == (-1.0, -1.0, None, None)
    record = room.records()[-1]
    assert isinstance(record, CorrectionRecord)
    assert record.note == "I was being ironic"


def test_an_estimate_can_be_taken_away_without_another(room: Room) -> None:
    turn = room.say("Great, wonderful, thank you!").turn[0]
    correction(room.conversations, by(room), "ada", turn, None, "")
    taken = room.state().readings[0]
    assert (taken.said, taken.valence, taken.emotions, taken.called_for) == (None, None, None, None)
    assert taken.felt is None


def test_after_a_correction_the_conversation_is_folded_anew(room: Room) -> None:
    turn = room.say("Where is my parcel then?").turn[0]
    before = met(room.state(), reader().estimator).exchanges[0].need.value
    correction(room.conversations, by(room), "ada", turn, "very_bad", "")
    assert met(room.state(), reader().estimator).exchanges[0].need.value > before


def test_nobody_corrects_the_turn_of_another(room: Room) -> None:
    turn = room.say("Great, wonderful, thank you!").turn[0]
    with pytest.raises(NotThere):
        correction(room.conversations, by(room), "bob", turn, "bad", "")


def test_a_human_who_hands_back_lets_the_assistant_speak(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    returned(room.companion, by(room), "c-1")
    assert not room.state().human_present
    assert room.handoffs() == [("joined", ""), ("returned", "")]
    assert action(room.say("Hello")) == "reply"


def test_handing_back_ends_the_wait(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    returned(room.companion, by(room), "c-1")
    assert not room.state().human_awaited
    assert room.waiting() == []


def test_what_no_human_has_cannot_be_handed_back(room: Room) -> None:
    room.say("Where is my parcel?")
    with pytest.raises(NotWithHuman):
        returned(room.companion, by(room), "c-1")
    with pytest.raises(NotThere):
        returned(room.companion, by(room), "c-9")


def test_what_is_sent_twice_is_recorded_once(room: Room) -> None:
    place = decided(room)
    first = outcome(room.conversations, by(room, "k-1"), place, "csat", 4, "")
    again = outcome(room.conversations, by(room, "k-1"), place, "csat", 4, "")
    assert again == msgspec.structs.replace(first, repeated=True)
    assert sum(isinstance(one, OutcomeRecord) for one in room.records()) == 1


def test_one_key_for_two_requests_is_refused(room: Room) -> None:
    place = decided(room)
    outcome(room.conversations, by(room, "k-1"), place, "csat", 4, "")
    with pytest.raises(KeyReused):
        outcome(room.conversations, by(room, "k-1", b"2"), place, "csat", 1, "")


def test_a_record_goes_in_although_another_process_was_faster(room: Room) -> None:
    place = decided(room)
    beside = room.beside()
    outcome(beside.conversations, by(room), place, "csat", 4, "")
    outcome(room.conversations, by(room), place, "resolved", 1, "")
    assert sum(isinstance(one, OutcomeRecord) for one in room.records()) == 2
