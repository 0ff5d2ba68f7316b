"""A conversation as the team reads it."""

from humanely.apps.console.inbox.transcript import Line, transcript
from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs.handoff import answer, claim, give_back, note, transfer
from tests.pipeline.conftest import room
from tests.pipeline.handoffs.test_inbox import ADA, ASKS
from tests.pipeline.room import Room

__all__ = ["room"]

NAMES = {ADA.id: "Ada"}


def drawn(room: Room, locale: str = "en") -> tuple[Line, ...]:
    """Ada's conversation with the assistant and Ada of the team."""
    state = room.state()
    readings = dict(zip(state.places, state.readings, strict=True))
    return transcript(room.ledger.conversation("c-1"), readings, NAMES, locale)


def helped(room: Room) -> int:
    """Somebody asks for a human, and Ada comes; the id of the handoff."""
    room.say(ASKS)
    handoff = room.state().handoff
    assert handoff is not None
    claim(room.companion, Asked("", room.now, agent=ADA.id), handoff.place)
    return handoff.place


def test_everybody_is_named_and_the_steps_stand_between(room: Room) -> None:
    place = helped(room)
    answer(room.companion, Asked("", room.now, agent=ADA.id), place, "Hello, Ada here.")
    give_back(room.companion, Asked("", room.now, agent=ADA.id), place)
    steps = [one.text for one in drawn(room) if one.kind == "step"]
    assert steps == ["A human was called", "Ada came", "Given back to the assistant"]
    assert [one.who for one in drawn(room) if one.kind == "human"] == ["Ada"]
    assert {one.who for one in drawn(room) if one.kind == "assistant"} == {"Assistant"}


def test_whoever_waits_is_called_for_once(room: Room) -> None:
    room.say(ASKS)
    room.say("Hello? I have to talk to a human, I am so angry!")
    assert [one.text for one in drawn(room) if one.kind == "step"] == ["A human was called"]


def test_a_note_is_marked_as_one_of_the_team(room: Room) -> None:
    place = helped(room)
    note(room.companion, Asked("", room.now, agent=ADA.id), place, "Look into the warehouse.")
    told = [one for one in drawn(room) if one.kind == "note"]
    assert [(one.who, one.text) for one in told] == [("Note for the team, Ada", "Look into the warehouse.")]


def test_to_whom_it_was_passed_on_is_told(room: Room) -> None:
    transfer(room.companion, Asked("", room.now, agent=ADA.id), helped(room), skill="billing")
    assert [one.text for one in drawn(room, "de") if one.kind == "step"][-1] == "Weitergegeben an: billing"


def test_every_line_has_an_id_of_its_own(room: Room) -> None:
    helped(room)
    ids = [one.id for one in drawn(room)]
    assert len(ids) == len(set(ids))


def test_what_was_erased_is_not_shown(room: Room) -> None:
    helped(room)
    room.keys.destroy("ada", room.now)
    assert transcript(room.ledger.conversation("c-1"), {}, NAMES, "en") == ()


def test_where_no_feeling_is_to_be_shown_none_is(room: Room) -> None:
    room.say("This is the third time. I am really angry.")
    lines = transcript(room.ledger.conversation("c-1"), {}, NAMES, "en")
    assert {(one.said, one.estimated) for one in lines} == {("", "")}
    assert any(one.estimated for one in drawn(room))
