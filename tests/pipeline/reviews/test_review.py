"""Held answers: judged before they are sent, sent as what they are, and nobody is left waiting for a verdict."""

import datetime as dt

import msgspec
import pytest

from humanely.people.review import AlreadyJudged, ReviewOver
from humanely.people.sla import sla
from humanely.pipeline.acting import Asked, Gone, NotThere, Placed
from humanely.pipeline.reviews.review import DraftStale, Looked, VerdictIncomplete, due, judge
from humanely.pipeline.reviews.sendable import DraftBlocked, DraftDoubtful
from humanely.store.records import HandoffRecord, ResponseRecord, ReviewRecord
from tests.pipeline.room import Room, response
from tests.pipeline.test_respond import HELPS

ACCEPT, REJECT = Looked(verdict="accept"), Looked(verdict="reject", reason="It passes over the second charge.")
ONE, TWO = frozenset({"refund"}), frozenset({"appeal"})
LATE = dt.timedelta(minutes=11)


def held(
    room: Room, tags: frozenset[str] = ONE, text: str = "How long does a refund take?", conversation_id: str = "c-1"
) -> int:
    """The place of an answer that is held."""
    room.settle(HELPS)
    handled = room.say(text, tags=tags, conversation_id=conversation_id)
    assert handled.response is not None
    assert response(handled).response.status == "held"
    return handled.response[0]


def give(room: Room, place: int, looked: Looked, reviewer: str = "ada", key: str = "") -> Placed:
    return judge(room.companion, Asked("", room.now, key, agent=reviewer), place, looked)


def rows(room: Room) -> list[tuple[int, str, int]]:
    """What waits: its place, state, and how many verdicts there are."""
    return [(one.place, one.state, one.given) for one in room.ledger.reviews.open()]


def newest(room: Room) -> ResponseRecord:
    return [one for one in room.records() if isinstance(one, ResponseRecord)][-1]


def test_an_accepted_draft_is_sent_and_says_that_a_machine_drafted_and_a_human_sent_it(room: Room) -> None:
    place = held(room)
    draft = newest(room).response.draft
    give(room, place, ACCEPT)
    (message,) = newest(room).response.messages
    assert (message.text, message.author, message.kind) == (draft, "ai_draft_human_sent", "reply")
    assert newest(room).shown is not None
    assert rows(room) == []


def test_an_edit_is_sent_in_place_of_the_draft_and_kept_beside_it(room: Room) -> None:
    place = held(room)
    text = "Three working days, once your parcel has reached us."
    give(room, place, Looked(verdict="edit", text=text))
    (record,) = [one for one in room.records() if isinstance(one, ReviewRecord)]
    assert newest(room).response.text == text
    assert (record.review, record.text, record.decision) == (place, text, place - 1)


def test_what_a_reviewer_writes_anew_is_theirs(room: Room) -> None:
    place = held(room)
    give(room, place, Looked(verdict="edit", text="Good morning! We cancelled it, as you asked."))
    (message,) = newest(room).response.messages
    assert message.author == "human"


def test_a_rejected_draft_calls_a_human_and_the_person_is_told(room: Room) -> None:
    place = held(room)
    give(room, place, REJECT)
    assert room.handoffs() == [("queued", "draft_rejected")]
    (called,) = [one for one in room.records() if isinstance(one, HandoffRecord)]
    assert called.message is not None
    assert REJECT.reason not in called.message.text
    assert (rows(room), [one.state for one in room.ledger.handoffs.open()]) == ([], ["queued"])


@pytest.mark.parametrize("looked", [Looked(verdict="edit"), Looked(verdict="reject", reason=" ")])
def test_an_edit_takes_a_text_and_a_rejection_a_reason(room: Room, looked: Looked) -> None:
    place = held(room)
    with pytest.raises(VerdictIncomplete):
        give(room, place, looked)
    assert rows(room) == [(place, "open", 0)]


def test_a_human_may_send_over_what_the_check_doubts_and_the_record_says_so(room: Room) -> None:
    place, promise = held(room), "I promise you a full refund."
    with pytest.raises(DraftDoubtful, match="has doubts"):
        give(room, place, Looked(verdict="edit", text=promise))
    give(room, place, Looked(verdict="edit", text=promise, overrules=True))
    (record,) = [one for one in room.records() if isinstance(one, ReviewRecord)]
    assert "promise_refund" in record.overruled


@pytest.mark.parametrize("text", ["Ring +49 30 901820, they know more.", "Just write to bob.miller@example.org."])
def test_over_what_may_hurt_somebody_nobody_sends(room: Room, text: str) -> None:
    place = held(room)
    with pytest.raises(DraftBlocked):
        give(room, place, Looked(verdict="edit", text=text, overrules=True))
    assert rows(room) == [(place, "open", 0)]


def test_where_the_person_wrote_again_the_answer_goes_out_only_once_somebody_says_that_it_still_fits(
    room: Room,
) -> None:
    place = held(room)
    # The assistant is asked to say nothing meanwhile, so that no newer answer is held.
    room.say("I mean the blue lamp.", writer="nobody")
    with pytest.raises(DraftStale):
        give(room, place, ACCEPT)
    give(room, place, Looked(verdict="accept", still_fits=True))
    (record,) = [one for one in room.records() if isinstance(one, ReviewRecord)]
    assert (record.stale, newest(room).response.status) == (True, "sent")


def test_once_a_human_has_come_no_draft_is_sent(room: Room) -> None:
    place = held(room)
    room.agent("Hello, I am Mia.")
    with pytest.raises(ReviewOver):
        give(room, place, ACCEPT)
    assert rows(room) == []


def test_once_a_life_may_be_at_risk_no_draft_is_sent(room: Room) -> None:
    place = held(room)
    room.say("I want to kill myself.")
    with pytest.raises(ReviewOver):
        give(room, place, ACCEPT)


def test_a_newer_held_answer_takes_the_place_of_the_one_before(room: Room) -> None:
    first, second = held(room), held(room, text="And can I get the other refund sooner?")
    assert rows(room) == [(second, "open", 0)]
    with pytest.raises(ReviewOver):
        give(room, first, ACCEPT)


def test_of_high_stakes_two_people_judge_and_the_second_settles_it(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, ACCEPT)
    assert (newest(room).response.status, rows(room)) == ("held", [(place, "open", 1)])
    with pytest.raises(AlreadyJudged):
        give(room, place, ACCEPT)
    give(room, place, ACCEPT, "bo")
    assert (newest(room).response.status, rows(room)) == ("sent", [])


def test_where_the_two_differ_a_third_decides(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, ACCEPT)
    give(room, place, REJECT, "bo")
    assert (newest(room).response.status, room.handoffs()) == ("held", [])
    give(room, place, REJECT, "cy")
    assert (newest(room).response.status, room.handoffs()) == ("held", [("queued", "draft_rejected")])


def test_where_nobody_looks_in_time_a_human_is_called_once_and_the_draft_may_still_be_judged(room: Room) -> None:
    place = held(room)
    assert due(room.companion, room.now) == 0
    room.now += LATE
    assert (due(room.companion, room.now), due(room.companion, room.now)) == (1, 0)
    assert room.handoffs() == [("queued", "review_overdue")]
    give(room, place, REJECT)
    assert room.handoffs() == [("queued", "review_overdue")]


def test_where_the_house_gives_more_time_by_now_the_clock_is_set_anew(room: Room) -> None:
    held(room)
    room.settle(msgspec.structs.replace(HELPS, sla=sla("normal.timeout_minutes = 30")))
    room.now += LATE
    assert due(room.companion, room.now) == 0
    (row,) = room.ledger.reviews.open()
    assert row.due == row.opened_at + dt.timedelta(minutes=30)


def test_the_clock_survives_the_process(room: Room) -> None:
    held(room)
    room.settle(HELPS)
    room.now += LATE
    assert due(room.companion, room.now) == 1


def test_a_verdict_that_is_sent_twice_counts_once(room: Room) -> None:
    place = held(room)
    first, again = give(room, place, ACCEPT, key="k"), give(room, place, ACCEPT, key="k")
    assert (first.repeated, again.repeated, again.index) == (False, True, first.index)


def test_two_processes_settle_it_once(room: Room) -> None:
    place, beside = held(room), room.beside()
    give(room, place, ACCEPT)
    with pytest.raises(ReviewOver):
        judge(beside, Asked("", room.now, agent="bo"), place, REJECT)


@pytest.mark.parametrize("place", [-1, 0, 999])
def test_what_was_never_held_is_not_judged(room: Room, place: int) -> None:
    held(room)
    with pytest.raises(NotThere):
        give(room, place, ACCEPT)


def test_of_an_erased_answer_nothing_is_judged_and_nothing_stays_due(room: Room) -> None:
    place = held(room)
    room.keys.destroy("ada", room.now)
    room.conversations.forget_all()
    with pytest.raises(Gone):
        give(room, place, ACCEPT)
    room.now += LATE
    assert due(room.companion, room.now) == 0
    assert (rows(room), room.ledger.reviews.due(room.now, 1)) == ([], ())
