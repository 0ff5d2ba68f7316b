"""What is told holds no word of anybody, unless words were asked for."""

from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.apps.channels.webhooks.message import message
from humanely.pipeline.arrival import Arrival
from humanely.response.response import Message
from humanely.store.data_folder import open_data
from humanely.store.log.ledger import Ledger
from humanely.store.outward.deliveries import Delivery
from humanely.store.outward.events import event_of
from humanely.store.records import ConsentRecord, CorrectionRecord, HandoffRecord
from humanely.trust.consent import Act, How, Purpose, Sense
from tests.apps.channels.webhooks.conftest import House
from tests.apps.recorded import NOON, recorded

WORDS = "I want to talk to a human about Zyxomarkel, this is the third time and I am furious!"


def at(ledger: Ledger, place: int, *, words: bool = False) -> Any:
    """The message of the entry at a place."""
    kept = ledger.entry(place)
    assert kept is not None
    event = event_of(kept) or ""
    body = message(ledger, delivery(event, place), words=words)
    return None if body is None else msgspec.json.decode(body)


def delivery(event: str, place: int) -> Delivery:
    return Delivery(id="msg_1", webhook="hook", place=place, event=event, state="waiting", attempts=0, created_at=NOON)


def test_a_decision_is_told_by_its_reasons_names_and_with_the_words_only_where_they_were_asked_for(
    tmp_path: Path,
) -> None:
    outcomes = recorded(tmp_path, [
        Arrival(conversation_id="c-1", person_id="ada", text="Hello, where is my order?"),
        Arrival(conversation_id="c-2", person_id="bob", text="Good morning"),
        Arrival(conversation_id="c-1", person_id="ada", text=WORDS),
    ])  # fmt: skip
    assert outcomes[2].decision is not None
    place, record = outcomes[2].decision
    with closing(open_data(tmp_path)) as data:
        told, in_words = at(data.ledger, place), at(data.ledger, place, words=True)
    assert told["type"] == "turn.decided"
    assert told["data"]["action"] == "handoff"
    assert told["data"]["reasons"] == [reason.name for reason in record.decision.reasons]
    assert (told["data"]["conversation_id"], told["data"]["handoff"]["plan"]) == ("c-1", "connect")
    assert "Zyxomarkel" not in str(told)
    assert in_words == {**told, "data": {**told["data"], "words": WORDS}}


def test_nothing_that_is_told_of_a_whole_conversation_quotes_it(tmp_path: Path) -> None:
    recorded(tmp_path, [Arrival(conversation_id="c", person_id="ada", text=WORDS, feeling="very_bad")])
    with closing(open_data(tmp_path)) as data:
        events = [(one.index, event_of(one)) for one in data.ledger.after(-1, 99)]
        told = {event: at(data.ledger, place) for place, event in events if event}
    assert {"turn.decided", "feeling.said"} <= set(told)
    assert told["feeling.said"]["data"]["said"] == -1.0
    assert not any(word in str(told) for word in ("Zyxomarkel", "furious", "third time"))


@pytest.mark.parametrize(
    ("record", "event", "words"),
    [
        (
            HandoffRecord(
                conversation_id="c",
                state="timed_out",
                message=Message("handoff", "Nobody is free now.", "ai", "en"),
            ),
            "handoff.timed_out",
            "Nobody is free now.",
        ),
        (HandoffRecord(conversation_id="c", state="joined", agent="m-1"), "handoff.joined", None),
        (CorrectionRecord(conversation_id="c", turn=3, said=-0.5, note="I was sad."), "feeling.said", "I was sad."),
        (
            ConsentRecord(
                person_id="ada",
                act=Act.WITHDRAWN,
                purpose=Purpose.ESTIMATE,
                sense=Sense.TEXT,
                version="1",
                locale="en",
                text_sha256="",
                how=How.WIDGET,
            ),
            "consent.withdrawn",
            None,
        ),
    ],
)
def test_words_come_where_they_were_asked_for_and_only_there(
    house: House, record: Any, event: str, words: str | None
) -> None:
    place = house.happens(record)
    told, in_words = at(house.data.ledger, place), at(house.data.ledger, place, words=True)
    assert told["type"] == event
    assert "words" not in told["data"]
    assert in_words["data"]["words"] == words


def test_of_what_was_erased_there_is_nothing_to_tell(house: House) -> None:
    place = house.waits_for_human()
    house.data.eraser.erase("ada", house.now, [])
    assert message(house.data.ledger, delivery("handoff.queued", place), words=True) is None


def test_of_an_entry_that_is_not_there_there_is_nothing_to_tell(house: House) -> None:
    assert message(house.data.ledger, delivery("handoff.queued", 999), words=False) is None
