"""Where a person may be written to."""

import os

import pytest

from humanely.pipeline.acting import NotThere
from humanely.pipeline.person import contact
from humanely.pipeline.person.export import export
from humanely.pipeline.person.exported import Contact
from humanely.store.log.erase import Eraser
from humanely.store.records import SentRecord
from tests.pipeline.room import Room
from tests.store.people import ROOT


def _address(room: Room) -> str:
    return contact.address_of(room.ledger.conversation("c-1"))


def test_the_newest_address_holds_and_an_empty_one_ends_it(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.companion, "c-1", "ada@example.org", room.now)
    contact.left(room.companion, "c-1", " ada@example.net ", room.now)
    assert _address(room) == "ada@example.net"
    contact.left(room.companion, "c-1", "", room.now)
    assert _address(room) == ""


def test_an_address_is_in_the_persons_export(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.companion, "c-1", "ada@example.org", room.now)
    told = export("ada", room.conversations, room.companion.house, room.now).conversations[0].happened
    assert [one.address for one in told if isinstance(one, Contact)] == ["ada@example.org"]


@pytest.mark.parametrize(
    "address",
    [
        *("quokka", "quokka@", "@example.org", "quokka@localhost", "a quokka@example.org", "Ada <quokka@example.org>"),
        *("quökka@example.org", "quokka@example.org\nBcc: eve@example.net", f"{'quokka' * 50}@example.org"),
    ],
)
def test_what_no_mail_can_be_sent_to_is_refused(room: Room, address: str) -> None:
    room.say("Hello!")
    with pytest.raises(contact.AddressUnusable) as refused:
        contact.left(room.companion, "c-1", address, room.now)
    assert "quokka" not in str(refused.value)


def test_a_conversation_nobody_had_has_no_address(room: Room) -> None:
    with pytest.raises(NotThere):
        contact.left(room.companion, "c-9", "ada@example.org", room.now)


def test_what_was_sent_changes_nothing_of_the_conversation(room: Room) -> None:
    room.say("Hello!")
    before = room.state()
    place = contact.sent(room.companion, SentRecord(conversation_id="c-1", of=2, by="email"), room.now)
    after = room.state()
    assert (after.newest, after.readings, after.response) == (place, before.readings, before.response)


def test_of_a_mail_that_was_on_its_way_when_its_person_was_erased_nothing_is_recorded(room: Room) -> None:
    room.say("Hello!")
    Eraser(room.database, room.keys, ROOT, os.urandom).erase("ada", room.now)
    size = room.ledger.head().size
    with pytest.raises(NotThere):
        contact.sent(room.companion, SentRecord(conversation_id="c-1", of=2, by="email"), room.now)
    assert room.ledger.head().size == size


def test_another_process_in_between_is_no_matter(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.beside(), "c-1", "ada@example.org", room.now)
    contact.left(room.companion, "c-1", "ada@example.net", room.now)
    assert _address(room) == "ada@example.net"
