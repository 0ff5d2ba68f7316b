"""The packet: borne out by the acts, said apart from estimated, minimal where a life may be at risk."""

import datetime as dt
from typing import Any

import pytest

from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs.handoff import ask, claim, note, resolve
from humanely.pipeline.handoffs.packet import AVOIDED, Packet, packet
from humanely.pipeline.handoffs.packet_text import packet_text
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.pipeline.reviews.review import due
from humanely.store.records import ResponseRecord, TurnRecord, decode
from tests.pipeline.reviews.test_review import LATE, REJECT, TWO, give, held
from tests.pipeline.room import Room, arrival

HUMAN = "Can I talk to a real person please?"
PARCEL = "I'm Ada Byron. My parcel 884213 says delivered but nothing is here. Where is it?"


def packed(room: Room, **how: Any) -> Packet:
    """The packet of the newest handoff."""
    found = packet(room.state(), room.ledger.conversation("c-1"), room.companion.house, **how)
    assert found is not None
    return found


def test_where_no_human_was_called_there_is_none(room: Room) -> None:
    room.say(PARCEL)
    assert packet(room.state(), room.ledger.conversation("c-1"), room.companion.house) is None


def test_it_says_why_with_the_decision_the_policy_and_what_speaks_for_it(room: Room) -> None:
    room.say(PARCEL)
    handled = room.say(HUMAN)
    assert handled.decision is not None
    why = packed(room).why
    assert (why.code, why.decision) == ("asked", handled.decision[0])
    assert why.policy_version == room.companion.house.policy.version
    assert [(one.kind, one.value, one.place) for one in why.grounds[0].evidence] == [
        ("words", "talk to a real person please", handled.turn[0])
    ]


def test_every_place_in_it_is_an_act_that_holds_what_it_says(room: Room) -> None:
    room.say(PARCEL)
    room.say("I already looked there, that did not work.")
    room.say(HUMAN)
    told = packed(room)
    acts = {one.index: decode(one.payload) for one in room.ledger.conversation("c-1") if one.payload}
    texts = {
        at: record.text if isinstance(record, TurnRecord) else record.response.text
        for at, record in acts.items()
        if isinstance(record, TurnRecord | ResponseRecord)
    }
    summed = told.summary
    points = [one for one in (summed.problem, summed.open_question, *summed.tried, *summed.promised) if one]
    assert len(points) >= 3
    assert [one.text in texts[one.place] for one in points] == [True] * len(points)
    assert [one.value in texts[one.place] for one in told.given] == [True] * len(told.given)
    assert [one.words in texts[one.place] for one in told.asked] == [True]


def test_where_a_life_may_be_at_risk_it_holds_no_word_that_was_said_of_it(room: Room) -> None:
    room.say(PARCEL)
    room.say("I want to kill myself.")
    told = packed(room)
    assert (told.care, told.avoid, told.urgency.priority) == ("crisis", AVOIDED, 1.0)
    assert told.card is not None
    assert (told.summary.problem, told.feeling.estimated, [one.kind for one in told.given]) == (None, None, ["name"])
    assert "kill" not in repr(told)


def test_a_handoff_after_another_is_about_what_came_since(room: Room) -> None:
    room.say("My invoice 20417 has the wrong address.")
    room.say(HUMAN)
    opened = packed(room).handoff
    claim(room.companion, Asked("", room.now, agent="mia"), opened)
    resolve(room.companion, Asked("", room.now, agent="mia"), opened)
    room.say("My parcel 884213 never came.")
    room.say(HUMAN)
    told = packed(room)
    assert told.handoff > opened
    assert told.summary.problem is not None
    assert told.summary.problem.text == "My parcel 884213 never came."
    assert ([one.value for one in told.given], len(told.asked)) == (["884213"], 1)


def test_who_pressed_the_button_asked_without_a_word(room: Room) -> None:
    room.say(PARCEL)
    ask(room.companion, Asked("", room.now), arrival(""))
    told = packed(room)
    assert [(one.words, one.place) for one in told.asked] == [("", told.handoff)]
    assert (told.why.code, told.why.decision) == ("asked", None)


def test_the_deadlines_are_those_that_run_the_next_one_first(room: Room) -> None:
    room.say(HUMAN)
    told = packed(room)
    assert [one.clock for one in told.deadlines] == ["timeout", "answer", "resolve"]
    assert told.deadlines[0].at - room.now == dt.timedelta(minutes=5)
    assert told.urgency.level == "urgent"


@pytest.mark.parametrize(
    ("text", "locale"),
    [(HUMAN, "en"), ("Ich möchte bitte mit einem Menschen sprechen.", "de"), ("Quiero hablar con una persona", "es")],
)
def test_the_first_line_is_in_the_language_of_the_person(room: Room, text: str, locale: str) -> None:
    room.say(text)
    assert packed(room).first_line.locale == locale


def test_masked_it_holds_no_personal_data(room: Room) -> None:
    room.say("I'm Ada Byron, write to ada@example.org, my parcel is lost.")
    room.say(HUMAN)
    told = repr(packed(room, masked=True))
    assert "ada@example.org" not in told
    assert "Byron" not in told


def test_the_limits_are_those_of_the_persons_channel(room: Room) -> None:
    room.say(HUMAN, channel="sms")
    limits = packed(room).limits
    assert (limits.channel, limits.characters, limits.shows_links) == ("sms", 160, True)


def test_an_erased_conversation_has_no_packet(room: Room) -> None:
    room.say(HUMAN)
    room.keys.destroy("ada", room.now)
    room.conversations.forget_all()
    assert packet(room.state(), room.ledger.conversation("c-1"), room.companion.house) is None


def test_whoever_takes_over_reads_why_a_reviewer_let_no_draft_go(room: Room) -> None:
    place = held(room)
    give(room, place, REJECT)
    told = packed(room)
    assert told.why.code == "draft_rejected"
    assert told.reviewed is not None
    assert (told.reviewed.text, told.reviewed.customer) == (REJECT.reason, False)
    assert f"A reviewer says: (#{told.reviewed.place}) “{REJECT.reason}”" in packet_text(told, locale="en")


def test_a_verdict_that_is_blind_yet_stands_in_no_packet(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, REJECT)
    room.now += LATE
    assert due(room.companion, room.now) == 1
    assert packed(room).reviewed is None
    give(room, place, REJECT, "bo")
    assert packed(room).reviewed is not None


@pytest.mark.parametrize("first", ["I want to kill myself.", HUMAN])
def test_where_they_are_called_back_is_in_it_a_life_at_risk_or_not_and_that_somebody_called(
    room: Room, first: str
) -> None:
    room.say(first)
    place = contact.left(room.companion, "c-1", Where(kind="phone", address="+4930901820", wish="late"), room.now)
    (reach,) = packed(room).reach
    assert (reach.kind, reach.address, reach.wish, reach.place) == ("phone", "+4930901820", "late", place)
    assert packed(room, masked=True).reach[0].address == "[phone]"
    assert "Call back: +4930901820; They ask: late" in packet_text(packed(room), locale="en")
    called = note(room.companion, Asked("", room.now, agent="ada"), packed(room).handoff, "Called.", called=place)
    assert packed(room).reach[0].called_at == called.at
