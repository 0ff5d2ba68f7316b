"""A decision becomes words, and a human is called where it takes one."""

import datetime as dt

import msgspec
import pytest

from humanely.people.calendar import Calendar
from humanely.people.opening_hours import ALWAYS, read_hours
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.respond import Drafted
from humanely.response.channel import LIMITS, ChannelKind
from humanely.response.finding import Verdict
from humanely.store.records import HandoffRecord
from tests.apps.recorded import MINUTE
from tests.pipeline.room import PLAIN, Room, action, kinds, reply, response, with_faq

HELPS = msgspec.structs.replace(PLAIN, help=with_faq())
WRITES = msgspec.structs.replace(PLAIN, generates=True)
NOBODY = msgspec.structs.replace(PLAIN, calendar=Calendar(hours=read_hours("Mon-Sun 00:00-00:01 UTC", "") or ALWAYS))
REFUND = frozenset({"refund"})
HUMAN = "Can I talk to a person, please?"
REFUSED = Drafted(None, Verdict(False, ()), "human", "draft")


def said(handled: Outcome) -> list[str]:
    """Messages behind the lines of an answer."""
    left = response(handled).response.said
    assert left is not None
    return [variant.partition(".")[0] for variant in left.variants]


def test_where_nobody_is_to_write_nothing_is_said_and_everything_decided(room: Room) -> None:
    handled = room.say("Where is my parcel?", writer="nobody")
    assert (response(handled).response.status, kinds(handled)) == ("silent", [])
    assert handled.decision is not None


def test_a_human_is_called_though_nobody_is_to_write(room: Room) -> None:
    assert response(room.say(HUMAN, writer="nobody")).response.status == "silent"
    assert room.handoffs() == [("queued", "asked")]


def test_the_caller_may_write(room: Room) -> None:
    handled = room.say("Where is my parcel?", writer="caller")
    assert handled.response is None
    assert handled.case is not None


def test_what_high_stakes_call_for_a_human_looks_at_first(room: Room) -> None:
    handled = room.say("How long does a refund take?", tags=REFUND)
    held = response(handled).response
    assert (action(handled), held.status, kinds(handled)) == ("review", "held", ["notice", "handoff"])
    assert held.draft
    assert held.draft not in held.text
    assert (response(handled).wanted, room.handoffs()) == (1, [])


def test_where_there_is_nothing_to_look_at_a_human_writes(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How long does a refund take?", tags=REFUND)
    handled = room.companion.finish(pending, REFUSED, room.now)
    assert isinstance(handled, Outcome)
    assert (response(handled).response.status, response(handled).wanted) == ("sent", 0)
    assert room.handoffs() == [("queued", "high_stakes")]


def test_who_was_only_tagged_as_vulnerable_is_not_told_that_it_sounds_like_a_lot(room: Room) -> None:
    handled = room.say("Where is my parcel?", tags=frozenset({"vulnerable"}))
    assert room.handoffs() == [("queued", "vulnerable")]
    assert said(handled) == ["handoff-connect", "kept-handed"]


def test_who_says_that_they_are_vulnerable_is_met_in_it(room: Room) -> None:
    handled = room.say("I am in a wheelchair and live alone, where is my parcel?", tags=frozenset({"vulnerable"}))
    assert room.handoffs() == [("queued", "vulnerable")]
    assert said(handled) == ["because-distress", "handoff-connect", "kept-handed"]


def test_what_was_written_elsewhere_is_held_for_a_human_as_well(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("How long does a refund take?", tags=REFUND)
    written = Drafted("It is booked as soon as your parcel is here.", Verdict(True, ()), "scripted", "generated")
    handled = room.companion.finish(pending, written, room.now)
    assert isinstance(handled, Outcome)
    assert (response(handled).response.status, response(handled).response.draft) == ("held", written.text)


def test_where_nothing_fit_to_send_was_written_a_human_answers(room: Room) -> None:
    room.settle(WRITES)
    handled = room.companion.finish(room.say("Where is my parcel?"), REFUSED, room.now)
    assert isinstance(handled, Outcome)
    assert kinds(handled) == ["notice", "handoff"]
    assert response(handled).response.check == REFUSED.verdict
    assert room.handoffs() == [("queued", "no_words")]


def test_who_waits_is_told_so_shortly_and_queued_once(room: Room) -> None:
    room.say(HUMAN)
    waiting = [room.say(text) for text in ("Which colour has the moon?", "Do you sell lamps?", "Or chairs perhaps?")]
    assert [said(handled) for handled in waiting] == [["handoff-waiting"]] * 3
    assert room.handoffs() == [("queued", "asked")]


def test_who_waits_never_reads_the_same_words_twice_in_a_row(room: Room) -> None:
    room.say(HUMAN)
    replies = [reply(room.say(text)) for text in ("Which colour has the moon?", "Do you sell lamps?", "Or chairs?")]
    assert len(set(replies)) == 3


def test_who_waits_while_nobody_is_there_hears_that_the_case_is_kept(room: Room) -> None:
    room.settle(NOBODY)
    assert "handoff-plan_b" in said(room.say(HUMAN))
    assert said(room.say("Which colour has the moon?")) == ["handoff-waiting_plan_b"]


def test_an_all_right_of_who_waits_needs_no_answer(room: Room) -> None:
    room.say(HUMAN)
    handled = room.say("ok, thanks")
    assert (response(handled).response.status, kinds(handled)) == ("silent", [])


def test_who_waits_is_told_what_the_faq_knows(room: Room) -> None:
    room.settle(HELPS)
    room.say(HUMAN)
    handled = room.say("How long does a refund take?")
    assert action(handled) == "handoff"
    assert kinds(handled) == ["reply", "handoff"]
    assert "Three working days" in reply(handled)
    assert said(handled)[-1] == "handoff-waiting"
    assert said(room.say("I want a human now, how long does a refund take?")) == ["handoff-waiting"]


def test_a_life_at_risk_moves_who_waits_to_the_front(room: Room) -> None:
    room.say(HUMAN)
    assert kinds(room.say("I want to kill myself")) == ["card"]
    room.say("please")
    assert room.handoffs() == [("queued", "asked"), ("queued", "crisis")]
    assert room.waiting() == [1.0]


def test_who_asks_whether_a_machine_answers_is_told_so(room: Room) -> None:
    room.say("Which colour has the moon?")
    handled = room.say("Are you a real person?")
    assert (action(handled), kinds(handled)) == ("reply", ["notice", "reply"])


def test_who_waits_and_asks_whether_a_machine_answers_is_told_so(room: Room) -> None:
    room.say(HUMAN)
    assert kinds(room.say("Bist du ein Mensch?")) == ["notice", "handoff"]


def test_who_was_at_risk_and_waits_is_pointed_to_the_help_of_the_card(room: Room) -> None:
    room.say("I want to kill myself")
    assert said(room.say("hello?")) == ["handoff-waiting", "handoff-crisis_plan_b"]


def test_who_waits_and_tells_of_a_death_is_heard(room: Room) -> None:
    room.say(HUMAN)
    assert said(room.say("My mother died on Monday.")) == ["because-distress", "handoff-waiting"]


def test_the_human_who_is_there_is_alerted(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    handled = room.say("I want to kill myself")
    assert kinds(handled)[0] == "card"
    assert room.handoffs() == [("joined", ""), ("alerted", "crisis")]
    assert room.state().human_present
    assert [(row.state, row.priority) for row in room.ledger.handoffs.open()] == [("joined", 1.0)]


def test_an_alert_ends_when_the_human_writes(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    room.say("I want to kill myself")
    assert [row.update_due is None for row in room.ledger.handoffs.open()] == [False]
    room.agent("I am here with you.")
    assert [row.update_due is None for row in room.ledger.handoffs.open()] == [True]
    assert room.handoffs() == [("joined", ""), ("alerted", "crisis")]


def test_an_alert_is_recorded_with_its_priority(room: Room) -> None:
    room.agent("Hi, this is Ben.")
    alerted = room.say("I want to kill myself").handoff
    assert alerted == HandoffRecord(conversation_id="c-1", state="alerted", reason="crisis", priority=1.0)


def test_where_the_law_asks_for_it_the_person_is_reminded(room: Room) -> None:
    room.settle(msgspec.structs.replace(PLAIN, setting="companion", place="US-NY"))
    assert kinds(room.say("Hello")) == ["notice", "reply"]
    assert kinds(room.say("Thank you!")) == ["reply"]
    room.now += dt.timedelta(hours=3)
    assert kinds(room.say("Thank you again!")) == ["notice", "reply"]


@pytest.mark.parametrize("channel", ["sms", "watch", "voice"])
def test_short_channels_get_short_words(room: Room, channel: ChannelKind) -> None:
    handled = room.say("I am so frustrated, where is my parcel?", channel=channel)
    assert 0 < len(reply(handled)) <= LIMITS[channel]


def test_a_familiar_house_speaks_so(room: Room) -> None:
    room.settle(msgspec.structs.replace(PLAIN, address="familiar"))
    assert not {"usted", "le", "su"} & set(reply(room.say("hola buenas")).casefold().split())


def test_the_same_turn_is_answered_in_the_same_words(room: Room) -> None:
    first = reply(room.say("I am so frustrated, where is my parcel?"))
    room.now -= MINUTE
    again = room.beside()
    state = room.state()
    assert state.response is not None
    assert again.conversations.standing(["c-1"])[0].response == state.response
    assert first == state.response[1].reply


def test_no_answer_shares_its_lines_with_the_one_before(room: Room) -> None:
    room.settle(HELPS)
    first, second = room.say("Hello"), room.say("Which colour has the moon?")
    left, later = response(first).response.said, response(second).response.said
    assert left is not None
    assert later is not None
    assert set(left.variants).isdisjoint(later.variants)
    assert left.opening != later.opening
