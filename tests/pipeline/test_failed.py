"""A turn in which the assistant fails is kept as it came, and a human is called; nobody is met with silence."""

import msgspec

from humanely.affect.word_vectors import WordReader
from humanely.apps.engine import Engine
from humanely.people.calendar import calendar
from humanely.people.opening_hours import read_hours
from humanely.pipeline.acting import Asked
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.failed import turn_failed
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.outcome import Outcome
from humanely.response.faq import parse
from humanely.response.help import Help
from tests.apps.recorded import reader
from tests.pipeline.room import FAQ, PLAIN, Room, arrival, kinds, reply, turns

NEVER_FREE = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon 03:00-04:00 UTC", "")))


def breaking() -> Help:
    """Answers that are read once, and whose words are gone when somebody asks."""
    reads = iter([WordReader(reader().estimator.encoder)])
    return Help(parse(FAQ), lambda texts: next(reads)(texts))


BROKEN = msgspec.structs.replace(PLAIN, help=breaking())


def failed(room: Room, one: Arrival) -> Outcome:
    """What comes of a turn in which something fails."""
    engine = Engine(room.companion, clock=lambda: room.now)
    try:
        return engine.submit(one).result(30)
    finally:
        engine.stop()


def test_the_person_is_told_and_a_human_is_called(room: Room) -> None:
    room.settle(BROKEN)
    told = failed(room, arrival("Where is my parcel? My number is 4711."))
    assert kinds(told) == ["notice", "handoff"]
    assert "human" in reply(told)
    assert room.handoffs() == [("queued", "bot_failed")]
    assert [one.text for one in turns(room.records())] == ["Where is my parcel? My number is 4711."]
    assert len(room.waiting()) == 1


def test_nothing_is_estimated_of_it_and_the_talk_goes_on_afterwards(room: Room) -> None:
    room.settle(BROKEN)
    told = failed(room, arrival("I am so angry!"))
    assert (told.turn[1].senses, told.turn[1].reading.valence, told.decision) == ((), None, None)
    room.settle(PLAIN)
    assert reply(room.say("Hello?"))


def test_one_failure_takes_no_other_turn_with_it_and_is_decided_once(room: Room) -> None:
    room.settle(BROKEN)
    one = arrival("Where is it?", repeat_key="k-1", fingerprint=b"1" * 32)
    first = failed(room, one)
    again = failed(room, one)
    assert (again.turn, again.repeated) == (first.turn, True)
    assert len(turns(room.records())) == 1


def test_a_life_at_risk_gets_its_card_all_the_same(room: Room) -> None:
    room.settle(BROKEN)
    told = failed(room, arrival("I want to end my life.", place="DE"))
    assert kinds(told) == ["card"]
    assert "112" in reply(told)
    assert room.handoffs() == [("queued", "crisis")]
    room.keys.destroy("ada\x1fcrisis", room.now)
    assert turns(room.records()) == []


def test_a_life_at_risk_is_told_to_the_human_who_is_there(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    room.settle(BROKEN)
    told = room.companion.failed(arrival("I want to end my life."), room.now)
    assert isinstance(told, Outcome)
    assert kinds(told) == ["card"]
    assert room.handoffs()[-1] == ("alerted", "crisis")


def test_what_cannot_be_read_at_all_is_kept_and_given_to_a_human(room: Room) -> None:
    room.companion.reader = None  # type: ignore[assignment]
    assert kinds(failed(room, arrival("Where is it?"))) == ["notice", "handoff"]


def test_while_a_human_is_there_they_see_it_themselves(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    state = room.state()
    written = turn_failed(arrival("Where is it?"), state, PLAIN, room.now)
    assert len(written.records) == 1


def test_where_nobody_is_free_it_says_by_when_somebody_answers(room: Room) -> None:
    written = turn_failed(arrival("Where is it?"), room.state(), NEVER_FREE, room.now)
    assert "somebody will have answered" in str(written.records[1])


def test_what_nobody_writes_an_answer_to_says_nothing_and_calls_a_human(room: Room) -> None:
    room.settle(BROKEN)
    told = failed(room, arrival("Where is it?", writer="nobody"))
    assert kinds(told) == []
    assert room.handoffs() == [("queued", "bot_failed")]


def test_it_ends_like_any_other_handoff(room: Room) -> None:
    room.settle(BROKEN)
    failed(room, arrival("Where is it?"))
    held = room.state().handoff
    assert held is not None
    handoff.claim(room.companion, Asked("", room.now, agent="ada"), held.place)
    handoff.give_back(room.companion, Asked("", room.now, agent="ada"), held.place)
    room.settle(PLAIN)
    assert kinds(room.say("Thank you!"))[0] == "notice"
