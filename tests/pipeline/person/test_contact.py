"""Where a person may be written to."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.pipeline.acting import NotThere
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.pipeline.person.export import export
from humanely.pipeline.person.exported import Contact
from humanely.store.log.erase import Eraser
from humanely.store.records import ContactRecord, SentRecord, decode
from tests.pipeline.room import Room
from tests.store.people import ROOT


def _address(room: Room) -> str:
    return contact.address_of(room.ledger.conversation("c-1"))


def test_the_newest_address_holds_and_an_empty_one_ends_it(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.companion, "c-1", Where(address="ada@example.org"), room.now)
    contact.left(room.companion, "c-1", Where(address=" ada@example.net "), room.now)
    assert _address(room) == "ada@example.net"
    contact.left(room.companion, "c-1", Where(address=""), room.now)
    assert _address(room) == ""


def test_an_address_is_in_the_persons_export(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.companion, "c-1", Where(address="ada@example.org"), room.now)
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
        contact.left(room.companion, "c-1", Where(address=address), room.now)
    assert "quokka" not in str(refused.value)


def test_a_conversation_nobody_had_has_no_address(room: Room) -> None:
    with pytest.raises(NotThere):
        contact.left(room.companion, "c-9", Where(address="ada@example.org"), room.now)


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
    contact.left(room.beside(), "c-1", Where(address="ada@example.org"), room.now)
    contact.left(room.companion, "c-1", Where(address="ada@example.net"), room.now)
    assert _address(room) == "ada@example.net"


def _reach(room: Room) -> list[tuple[str, str, str]]:
    acts = [(one.index, one.at, decode(one.payload or b"")) for one in room.ledger.conversation("c-1")]
    return [(one.kind, one.address, one.wish) for one in contact.reached(acts)]


def test_a_number_is_kept_in_e_164_beside_an_address(room: Room) -> None:
    room.say("Hello!", place="DE-BE")
    contact.left(room.companion, "c-1", Where(address="ada@example.org"), room.now)
    contact.left(room.companion, "c-1", Where(kind="phone", address="030 901820", wish=" after\nfive "), room.now)
    assert _reach(room) == [("email", "ada@example.org", ""), ("phone", "+4930901820", "after five")]
    assert _address(room) == "ada@example.org"
    contact.left(room.companion, "c-1", Where(kind="phone"), room.now)
    assert _reach(room) == [("email", "ada@example.org", "")]
    assert room.state().reached == {"email"}


@pytest.mark.parametrize(
    ("number", "place", "kept"),
    [
        ("020 7946 0958", "GB", "+442079460958"),
        ("+1 (201) 555-0123", "GB", "+12015550123"),
        ("+49 30 901820", None, "+4930901820"),
        ("＋４９ 30 901820", None, "+4930901820"),
    ],
)
def test_the_country_a_number_names_comes_before_where_the_person_is(
    room: Room, number: str, place: str | None, kept: str
) -> None:
    room.say("Hello!", place="DE")
    contact.left(room.companion, "c-1", Where(kind="phone", address=number, place=place), room.now)
    assert _reach(room) == [("phone", kept, "")]


@pytest.mark.parametrize("number", ["quokka", "030 901820", "12345", "+49 1", "call 0800 quokka", "+999 123456789"])
def test_what_nobody_can_be_called_under_is_refused(room: Room, number: str) -> None:
    room.say("Hello!")
    with pytest.raises(contact.NumberUnusable) as refused:
        contact.left(room.companion, "c-1", Where(kind="phone", address=number), room.now)
    assert number not in str(refused.value)
    assert _reach(room) == []


def test_an_act_from_before_there_were_calls_is_of_mail() -> None:
    old = b'{"type":"contact","conversation_id":"c","person_id":"ada","channel":"email","address":"ada@example.org"}'
    assert decode(old) == ContactRecord(conversation_id="c", person_id="ada", address="ada@example.org")


def test_what_the_house_has_not_set_up_is_not_kept_but_may_be_taken_back(room: Room) -> None:
    with pytest.raises(contact.WayNotOffered):
        contact.require_offered(room.companion.house, "phone", "+4930901820")
    contact.require_offered(room.companion.house, "phone", " ")


@given(st.text(max_size=40))
def test_whatever_is_written_is_a_number_or_a_clear_error(written: str) -> None:
    try:
        kept = contact.dialled(written, ["DE"])
    except contact.NumberUnusable:
        return
    assert contact.dialled(kept, []) == kept
    assert contact.dialled(contact.readable(kept), []) == kept


def test_a_number_goes_with_the_person(room: Room) -> None:
    room.say("Hello!")
    contact.left(room.companion, "c-1", Where(kind="phone", address="+4930901820", wish="late"), room.now)
    told = export("ada", room.conversations, room.companion.house, room.now).conversations[0].happened
    assert [(one.way, one.address, one.wish) for one in told if isinstance(one, Contact)] == [
        ("Telephone", "+4930901820", "late")
    ]
    Eraser(room.database, room.keys, ROOT, os.urandom).erase("ada", room.now)
    assert [one.payload for one in room.ledger.conversation("c-1")] == [None] * 4
