"""How a conversation feels: said apart from estimated, with a trend only where there is one."""

import pytest

from humanely.pipeline.handoffs.feeling import Trend, feeling_of
from tests.pipeline.room import Room

HUMAN = "Can I talk to a real person please?"


def test_what_the_person_said_of_their_feeling_stands_apart_from_what_was_estimated(room: Room) -> None:
    room.say("This is so annoying, nothing works and nobody listens!")
    said = room.say(HUMAN, feeling="good")
    feeling = feeling_of(room.state())
    assert feeling.said is not None
    assert feeling.estimated is not None
    assert (feeling.said.valence, feeling.said.place) == (0.5, said.turn[0])
    assert feeling.estimated.valence < 0
    assert feeling.estimated.place != feeling.said.place
    assert feeling.trend == "better"


def test_one_message_alone_has_no_trend(room: Room) -> None:
    room.say(HUMAN)
    assert feeling_of(room.state()).trend == "unknown"


@pytest.mark.parametrize(
    ("first", "then", "trend"),
    [("very_good", "very_bad", "worse"), ("bad", "good", "better"), ("bad", "bad", "steady")],
)
def test_the_trend_runs_from_the_first_message_to_the_newest(room: Room, first: str, then: str, trend: Trend) -> None:
    room.say("Where is my parcel?", feeling=first)
    room.say("Any news of it?", feeling=then)
    assert feeling_of(room.state()).trend == trend


def test_where_nothing_can_be_told_nothing_is(room: Room) -> None:
    room.say("Hello")
    told = feeling_of(room.state())
    assert (told.said, told.change) == (None, None)
