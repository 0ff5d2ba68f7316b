"""Rows of held answers: those the acts move, and when a human is called."""

import datetime as dt

from humanely.pipeline.reviews.held import held_after
from humanely.store.records import HandoffRecord
from tests.pipeline.reviews.test_review import held
from tests.pipeline.room import Room


def test_acts_that_touch_no_held_answer_move_no_row(room: Room) -> None:
    room.say("Where is my parcel?")
    joined = HandoffRecord(conversation_id="c-1", state="joined", agent="mia")
    assert held_after(room.state(), [joined], room.companion.house, room.now) == ()


def test_a_human_who_comes_lets_it_lapse(room: Room) -> None:
    place = held(room)
    joined = HandoffRecord(conversation_id="c-1", state="joined", agent="mia")
    (row,) = held_after(room.state(), [joined], room.companion.house, room.now)
    assert (row.place, row.state, row.ended_at, row.due) == (place, "lapsed", room.now, None)


def test_a_human_is_called_as_soon_as_for_anybody_who_waits(room: Room) -> None:
    held(room)
    (row,) = room.ledger.reviews.open()
    assert row.due == row.opened_at + dt.timedelta(minutes=10)


def test_the_row_says_what_the_folded_conversation_says(room: Room) -> None:
    first = held(room)
    second = held(room, text="And can I get the other refund sooner?")
    (row,) = room.ledger.reviews.open()
    review = room.state().review
    assert review is not None
    assert (row.place, row.state, row.wanted) == (review.place, review.state, review.wanted) == (second, "open", 1)
    gone = room.ledger.reviews.at(first)
    assert gone is not None
    assert gone.state == "lapsed"
