"""A packet as text: whole where there is room, and where there is little, what matters most."""

import pytest

from humanely.pipeline.handoffs.packet import Packet
from humanely.pipeline.handoffs.packet_text import packet_text
from tests.pipeline.handoffs.test_packet import HUMAN, PARCEL, packed
from tests.pipeline.room import Room
from tests.response.authored import SIX


@pytest.fixture
def told(room: Room) -> Packet:
    """A packet with something in every part."""
    room.say(PARCEL)
    room.say("I already looked there, that did not work.")
    room.say(HUMAN, feeling="bad")
    return packed(room)


def test_with_room_everything_is_told_a_fact_a_line(told: Packet) -> None:
    lines = packet_text(told, locale="en").splitlines()
    assert [one.partition(":")[0] for one in lines[:4]] == ["Why a human", "Urgency", "Due", "Asked for a human"]
    assert f"Problem: (#0) “{PARCEL}”" in lines
    assert "Already given, do not ask again: Name Ada Byron (#0), Number 884213 (#0)" in lines


def test_where_there_is_little_room_the_reason_and_the_problem_are_kept(told: Packet) -> None:
    text = packet_text(told, locale="en", most=200)
    assert "Why a human: The person asked for a human." in text
    assert "Problem: (#0)" in text
    assert "Channel" not in text


def test_in_a_crisis_what_not_to_do_is_kept_and_nothing_that_was_said_is_told(room: Room) -> None:
    room.say("I want to kill myself.")
    text = packet_text(packed(room), locale="en", most=400)
    assert "A life may be at risk" in text
    assert "Please do not" in text
    assert "kill" not in text


@pytest.mark.parametrize("locale", [*SIX, "ja", "pt-BR"])
def test_staff_read_it_in_their_language_and_the_person_in_theirs(told: Packet, locale: str) -> None:
    text = packet_text(told, locale=locale)
    assert told.first_line.text in text
    assert ("Why a human" in text) == (locale in {"en", "ja"})


def test_it_is_never_longer_than_its_place(told: Packet) -> None:
    lengths = {most: len(packet_text(told, locale="en", most=most)) for most in range(1, 1500, 7)}
    assert [most for most, length in lengths.items() if length > most] == []
