"""How a page is used is recorded after a yes to it, and only that it was dropped without one."""

from typing import Any

import msgspec
import pytest

from humanely.pipeline.arrival import Arrival
from humanely.pipeline.person import behaviour, consent
from humanely.pipeline.person.behaviour import Counts, Rhythm
from humanely.pipeline.person.consent import Answered
from humanely.store.records import BehaviourRecord, LawRecord, TypingRecord
from humanely.trust.consent import Act, ConsentText, Purpose, Sense
from tests.pipeline.room import ASKS, PLAIN, Room

ABOUT = Arrival(conversation_id="c", person_id="ada", text="")
COUNTS = Counts(window_s=60, clicks=9, rage_clicks=1, dead_clicks=2, idle_s=12)
CLICKS = ConsentText(Purpose.ESTIMATE, "1", "en", "May we count clicks?", Sense.BEHAVIOUR)
RHYTHM = Rhythm(window_s=60, pause_ms=180, spread_ms=60, corrections=7)
KEYS = ConsentText(Purpose.ESTIMATE, "1", "en", "May we measure pauses between keys?", Sense.TYPING)
HOUSE = msgspec.structs.replace(PLAIN, consent_texts=(ASKS, CLICKS, KEYS))


def answered(room: Room, act: Act, sense: Sense = Sense.BEHAVIOUR) -> None:
    given = Answered(act=act, purpose=Purpose.ESTIMATE, sense=sense, version="1", locale="en")
    consent.answer(given, "ada", room.companion.conversations, room.companion.house, room.now)


def counted(room: Room) -> list[Any]:
    behaviour.counted(room.companion, ABOUT, COUNTS, room.now)
    return room.records("c")


def test_without_a_yes_only_that_it_was_dropped_is_recorded(room: Room) -> None:
    room.settle(HOUSE)
    (record,) = counted(room)
    assert isinstance(record, LawRecord)
    assert (record.sense, record.ruling.effect) == ("behaviour", "notice")


def test_after_a_yes_the_counts_are_recorded(room: Room) -> None:
    room.settle(HOUSE)
    answered(room, Act.GRANTED)
    assert counted(room) == [BehaviourRecord(conversation_id="c", **msgspec.structs.asdict(COUNTS))]


@pytest.mark.parametrize("act", [Act.REFUSED, Act.WITHDRAWN])
def test_a_no_takes_a_yes_back(room: Room, act: Act) -> None:
    room.settle(HOUSE)
    answered(room, Act.GRANTED)
    answered(room, act)
    (record,) = counted(room)
    assert isinstance(record, LawRecord)
    assert record.ruling.effect == "forbidden"


def test_a_yes_to_the_estimate_of_words_is_none_to_counting(room: Room) -> None:
    room.settle(HOUSE)
    answered(room, Act.GRANTED, Sense.TEXT)
    assert isinstance(counted(room)[0], LawRecord)


def test_where_nobody_could_be_asked_nothing_is_counted(room: Room) -> None:
    room.settle(PLAIN)
    assert isinstance(counted(room)[0], LawRecord)


def typed(room: Room) -> list[Any]:
    behaviour.counted(room.companion, ABOUT, RHYTHM, room.now)
    return room.records("c")


def test_a_yes_to_counting_is_none_to_how_somebody_types(room: Room) -> None:
    room.settle(HOUSE)
    answered(room, Act.GRANTED)
    (record,) = typed(room)
    assert isinstance(record, LawRecord)
    assert record.sense == "typing"


def test_after_a_yes_of_its_own_the_rhythm_is_recorded(room: Room) -> None:
    room.settle(HOUSE)
    answered(room, Act.GRANTED, Sense.TYPING)
    assert typed(room) == [TypingRecord(conversation_id="c", **msgspec.structs.asdict(RHYTHM))]


@pytest.mark.parametrize("setting", ["education", "workplace"])
def test_at_work_and_in_education_typing_is_refused_whatever_was_said(room: Room, setting: Any) -> None:
    room.settle(msgspec.structs.replace(HOUSE, setting=setting))
    answered(room, Act.GRANTED, Sense.TYPING)
    (record,) = typed(room)
    assert isinstance(record, LawRecord)
    assert record.ruling.effect == "forbidden"
    assert "Art. 5(1)(f)" in record.ruling.reasons[0].article


@pytest.mark.parametrize("wrong", [{"pause_ms": 3_001}, {"corrections": 101}, {"window_s": 0}, {"keys": "abc"}])
def test_a_rhythm_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.structs.asdict(RHYTHM), **wrong}, Rhythm)
