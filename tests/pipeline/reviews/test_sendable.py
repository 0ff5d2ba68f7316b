"""What a human is about to send: what nobody may, and what is theirs to say."""

import pytest

from humanely.pipeline.reviews.sendable import DraftBlocked, DraftDoubtful, NothingToAnswer, draft_of, require_sendable
from tests.pipeline.room import Room

ASKS = "Where is my parcel?"


def test_a_plain_answer_passes_and_nothing_is_overruled(room: Room) -> None:
    room.say(ASKS)
    draft = draft_of(room.companion, room.state(), "It leaves our house today.", room.now)
    assert require_sendable(draft, overrules=False) == ()


def test_a_doubt_is_told_and_may_be_overruled(room: Room) -> None:
    room.say(ASKS)
    draft = draft_of(room.companion, room.state(), "It leaves on 12 March, as I said.", room.now)
    with pytest.raises(DraftDoubtful):
        require_sendable(draft, overrules=False)
    assert "invented_date" in require_sendable(draft, overrules=True)


def test_what_was_drafted_from_facts_that_are_gone_is_no_invention(room: Room) -> None:
    room.say(ASKS)
    text = "It leaves on 12 March."
    draft = draft_of(room.companion, room.state(), text, room.now, known=text)
    assert require_sendable(draft, overrules=False) == ()


@pytest.mark.parametrize("text", ["", "Ring +49 30 901820.", "Ask bob.miller@example.org."])
def test_over_some_things_nobody_sends(room: Room, text: str) -> None:
    room.say(ASKS)
    with pytest.raises(DraftBlocked):
        require_sendable(draft_of(room.companion, room.state(), text, room.now), overrules=True)


def test_a_number_the_person_gave_themselves_is_no_stranger(room: Room) -> None:
    room.say("Where is it? You can reach me at ada@example.org.")
    draft = draft_of(room.companion, room.state(), "I write to ada@example.org today.", room.now)
    assert draft.blocked == ()


def test_where_nobody_asked_there_is_nothing_to_answer(room: Room) -> None:
    with pytest.raises(NothingToAnswer):
        draft_of(room.companion, room.state(), "Hello.", room.now)
