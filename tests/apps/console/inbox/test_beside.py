"""The packet in words."""

import pytest

from humanely.apps.console.inbox.beside import BRIEF, Beside, beside
from humanely.pipeline.handoffs.packet import packet
from tests.pipeline.conftest import room
from tests.pipeline.handoffs.test_inbox import ASKS, RISK
from tests.pipeline.room import Room

__all__ = ["room"]


def drawn(room: Room, locale: str = "en", *, begun: bool = False) -> Beside:
    """What stands beside Ada's conversation."""
    told = packet(room.state(), room.ledger.conversation("c-1"), room.companion.house)
    assert told is not None
    return beside(told, locale, room.now, begun=begun)


def points(shown: Beside, title: str) -> list[str]:
    """What stands under a title."""
    return [point.text for one in shown.sections if one.title == title for point in one.points]


def test_what_they_gave_and_asked_for_stands_in_it(room: Room) -> None:
    room.say("My order 884213 has not arrived.")
    room.say(ASKS)
    shown = drawn(room)
    assert points(shown, "Why a human")[0] == "The person asked for a human"
    assert points(shown, "Already given, do not ask again") == ["884213"]
    assert points(shown, "Problem") == ["My order 884213 has not arrived."]
    assert shown.limits == "Chat, at most 700 characters"


def test_in_brief_there_is_one_point_of_each_and_no_long_one(room: Room) -> None:
    room.say("My order 884213 has not arrived, and I do not know what to do. " + "It was to be a present. " * 20)
    room.say(ASKS)
    brief = drawn(room).brief
    assert [(one.title, len(one.points)) for one in brief] == [("Problem", 1), ("Already given, do not ask again", 1)]
    assert max(len(point.text) for one in brief for point in one.points) <= BRIEF


def test_in_brief_what_not_to_do_comes_first_where_a_life_may_be_at_risk(room: Room) -> None:
    room.say(RISK)
    (first, *_) = drawn(room).brief
    assert (first.title, first.tone) == (next(one.title for one in drawn(room).sections if one.tone), "grave")


def test_nothing_empty_is_shown(room: Room) -> None:
    room.say(ASKS)
    assert all(one.points for one in drawn(room).sections)


def test_a_first_line_is_for_the_beginning(room: Room) -> None:
    room.say(ASKS)
    assert drawn(room).first_line
    assert drawn(room, begun=True).first_line == ""


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr"])
def test_where_a_life_may_be_at_risk_it_is_what_helps(room: Room, locale: str) -> None:
    room.say(RISK)
    shown = drawn(room, locale)
    assert shown.crisis
    assert shown.care
    assert [one.tone for one in shown.sections].count("grave") == 2
    assert RISK not in str(shown.sections)
