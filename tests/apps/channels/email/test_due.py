"""Which words go by mail, and when."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.channels.email.due import MOST_ANSWERS, Due, due
from humanely.context.trajectory import TurnReading
from humanely.response.channel import ChannelKind
from humanely.response.response import Message, Response
from humanely.signal.turn import Speaker, Turn
from humanely.store.log.act import Kept
from humanely.store.records import (
    ContactRecord,
    HandoffRecord,
    Record,
    ResponseRecord,
    SentRecord,
    TurnRecord,
    encode,
)

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
AWAY = dt.timedelta(minutes=5)
KINDS = {TurnRecord: "estimate", ResponseRecord: "response", HandoffRecord: "handoff"}


def _turn(speaker: Speaker, channel: ChannelKind = "chat") -> TurnRecord:
    reading = TurnReading(Turn(0, speaker, "Words"), "en", ())
    agent = "grace" if speaker is Speaker.AGENT else ""
    return TurnRecord(conversation_id="c", person_id="ada", text="Words", reading=reading, channel=channel, agent=agent)


def _response(kind: str = "reply") -> ResponseRecord:
    message = Message(kind, "Words", "ai", "en")  # type: ignore[arg-type]  # one of its kinds
    return ResponseRecord(conversation_id="c", response=Response(status="sent", messages=(message,)))


def _step(state: str) -> HandoffRecord:
    message = Message("handoff", "Nobody is free.", "ai", "en")
    return HandoffRecord(conversation_id="c", state=state, message=message)  # type: ignore[arg-type]


def _sent(of: int) -> SentRecord:
    return SentRecord(conversation_id="c", of=of, by="email")


ASKS, MAILS, HUMAN = _turn(Speaker.CUSTOMER), _turn(Speaker.CUSTOMER, "email"), _turn(Speaker.AGENT)
LEFT = ContactRecord(conversation_id="c", person_id="ada", address="ada@example.org")
ENDED = ContactRecord(conversation_id="c", person_id="ada")


def _due(*records: Record, minutes: float = 10) -> Due:
    """What is due of a conversation whose acts were recorded at noon, some minutes later."""
    return due(_acts(records), NOON + dt.timedelta(minutes=minutes), AWAY)


def _acts(records: Sequence[Record]) -> tuple[Kept, ...]:
    return tuple(
        Kept(at, NOON, KINDS.get(type(one), "contact"), "", encode(one))  # type: ignore[arg-type]
        for at, one in enumerate(records)
    )


def _places(found: Due) -> tuple[list[int], list[int], bool]:
    return [one.of for one in found.send], [one.of for one in found.withhold], found.wait


def test_a_humans_answer_goes_once_the_person_is_gone() -> None:
    assert _places(_due(ASKS, LEFT, HUMAN)) == ([2], [], False)
    assert _places(_due(ASKS, LEFT, HUMAN, minutes=1)) == ([], [], True)


def test_that_nobody_came_goes_by_mail() -> None:
    assert _places(_due(ASKS, LEFT, _step("timed_out"))) == ([2], [], False)


def test_other_steps_and_the_assistants_words_do_not() -> None:
    assert _places(_due(ASKS, LEFT, _step("joined"), _response())) == ([], [2, 3], False)


def test_what_was_said_before_the_address_was_left_was_seen() -> None:
    assert _places(_due(ASKS, HUMAN, LEFT)) == ([], [1], False)


def test_what_was_sent_is_not_sent_again() -> None:
    assert _places(_due(ASKS, LEFT, HUMAN, _sent(2))) == ([], [], False)


def test_all_that_answers_a_mail_goes_by_mail_at_once() -> None:
    assert _places(_due(LEFT, MAILS, _response(), _step("queued"), minutes=0)) == ([2, 3], [], False)


def test_a_card_goes_by_mail_however_often_a_machine_has_answered() -> None:
    many = [one for at in range(MOST_ANSWERS) for one in (_response(), _sent(2 + 2 * at))]
    found = _due(LEFT, MAILS, *many, _response("card"), _response())
    last = 2 + len(many)
    assert _places(found) == ([last], [last + 1], False)


def test_whoever_wants_no_more_gets_no_more() -> None:
    assert _due(ASKS, LEFT, HUMAN, ENDED) == Due()


def test_what_nobody_waits_for_any_more_is_not_sent() -> None:
    assert _places(_due(ASKS, LEFT, HUMAN, minutes=60 * 25)) == ([], [], False)


@given(
    st.lists(
        st.sampled_from([ASKS, MAILS, HUMAN, LEFT, ENDED, _response(), _step("timed_out"), _step("joined")]),
        max_size=12,
    )
)
def test_nothing_is_sent_twice_or_without_an_address(records: list[Record]) -> None:
    found = _due(*records)
    after = _due(*records, *(_sent(one.of) for one in (*found.send, *found.withhold)))
    assert found.address or not found.send
    assert (after.send, after.withhold) == ((), ())
