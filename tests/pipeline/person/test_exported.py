"""What an export holds of a person beside their words: where, on which channel, with which marks; what humans read."""

import pytest

from humanely.pipeline.person.export import export
from humanely.pipeline.person.exported import Event, LookedAt, Message
from humanely.pipeline.record import of_conversation
from humanely.store.log.act import Unit
from humanely.store.records import Rated, ReviewRecord
from tests.pipeline.room import Room

READ = Rated(need=3, feels_with=1, understands=1, asks=0, acts=0)


def happened(room: Room, locale: str = "en") -> tuple[Event, ...]:
    """What Ada's only conversation holds."""
    (told,) = export("ada", room.conversations, room.companion.house, room.now, locale).conversations
    return told.happened


@pytest.mark.parametrize(
    ("locale", "channel"),
    [("en", "E-mail"), ("de", "E-Mail"), ("fr", "E-mail"), ("es", "Correo electrónico"), ("it", "E-mail"),
     ("pt", "E-mail")],
)  # fmt: skip
def test_where_and_how_they_wrote_is_there_in_their_language(room: Room, locale: str, channel: str) -> None:
    room.say("Hello", channel="email", place="DE", zone="Europe/Berlin", tags=frozenset({"refund", "decision:refund"}))
    said = happened(room, locale)[0]
    assert isinstance(said, Message)
    assert (said.channel, said.place, said.zone) == (channel, "DE", "Europe/Berlin")
    assert said.tags == ("decision:refund", "refund")


def test_what_a_human_read_in_their_moment_is_there(room: Room) -> None:
    handled = room.say("Where is my parcel?")
    assert handled.decision is not None
    record = ReviewRecord(conversation_id="c-1", review=2, decision=handled.decision[0], verdict="accept", rated=READ)
    state = room.state()
    unit = Unit(acts=(of_conversation(record, state),), conversation="c-1", known=state.newest)
    room.conversations.record([unit], room.now)
    looked = happened(room)[-1]
    assert isinstance(looked, LookedAt)
    assert looked.need == "Strong empathy called for"
