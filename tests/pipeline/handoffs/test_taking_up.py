"""A ledger from before there were rows of handoffs: an upgrade loses nobody who waits."""

import pytest
from sqlalchemy import delete, insert

from humanely.pipeline.handoffs.taking_up import take_up
from humanely.store.handoffs import OLDER
from humanely.store.sql.people_tables import handoffs
from humanely.store.sql.tables import meta
from tests.pipeline.room import PLAIN, Room


@pytest.fixture
def older(room: Room) -> Room:
    """One who waits, one who was helped, one who never asked; and no rows."""
    room.say("Can I talk to a person, please?")
    room.say("Can I talk to a person, please?", conversation_id="c-2")
    room.agent("Hi, this is Ben.")
    room.say("Where is my parcel?", conversation_id="c-3")
    with room.database.writing() as connection:
        connection.execute(delete(handoffs))
        connection.execute(insert(meta).values(name=OLDER, value="yes"))
    room.settle(PLAIN)
    return room


def test_whoever_waits_or_is_helped_has_a_row_again(older: Room) -> None:
    assert take_up(older.conversations, PLAIN, older.now) == 2
    assert sorted(row.state for row in older.ledger.handoffs.open()) == ["joined", "queued"]
    assert older.state("c-2").human_awaited


def test_it_is_done_once(older: Room) -> None:
    take_up(older.conversations, PLAIN, older.now)
    assert take_up(older.conversations, PLAIN, older.now) == 0


def test_a_ledger_that_has_its_rows_is_left_alone(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    assert take_up(room.conversations, PLAIN, room.now) == 0
    assert len(room.waiting()) == 1
