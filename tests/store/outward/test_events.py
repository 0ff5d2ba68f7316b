"""Every act that is an event has its name in the list, and the others have none."""

import datetime as dt
from typing import get_args

import pytest

from humanely.context.trajectory import TurnReading
from humanely.people.handoff import Step
from humanely.signal.turn import Speaker, Turn
from humanely.store.log.act import Kept
from humanely.store.outward.events import event_of
from humanely.store.outward.webhook import EVENTS
from humanely.store.records import ConsentRecord, CorrectionRecord, HandoffRecord, Record, TurnRecord, encode
from humanely.trust.consent import Act, How, Purpose, Sense
from humanely.trust.entry import Kind
from tests.store.people import NOW


def kept(kind: Kind, record: Record) -> Kept:
    return Kept(0, NOW.astimezone(dt.UTC), kind, "ada", encode(record))


def consent(act: Act) -> ConsentRecord:
    return ConsentRecord(
        person_id="ada",
        act=act,
        purpose=Purpose.ESTIMATE,
        sense=Sense.TEXT,
        version="1",
        locale="en",
        text_sha256="",
        how=How.WIDGET,
    )


def said(valence: float | None) -> TurnRecord:
    reading = TurnReading(Turn(0, Speaker.CUSTOMER, "Hello"), said=valence)
    return TurnRecord(conversation_id="c", person_id="ada", text="Hello", reading=reading)


@pytest.mark.parametrize("step", get_args(Step))
def test_every_step_of_a_handoff_is_an_event(step: Step) -> None:
    event = event_of(kept("handoff", HandoffRecord(conversation_id="c", state=step)))
    assert event == f"handoff.{step}"
    assert event in EVENTS


@pytest.mark.parametrize(
    ("kind", "record", "event"),
    [
        ("consent", consent(Act.GRANTED), "consent.given"),
        ("consent", consent(Act.REFUSED), "consent.refused"),
        ("consent", consent(Act.WITHDRAWN), "consent.withdrawn"),
        ("consent", consent(Act.ASKED), None),
        ("correction", CorrectionRecord(conversation_id="c", turn=1, said=-1.0), "feeling.said"),
        ("correction", CorrectionRecord(conversation_id="c", turn=1, said=None), None),
        ("estimate", said(0.5), "feeling.said"),
        ("estimate", said(None), None),
    ],
)
def test_an_act_is_the_event_it_is_called(kind: Kind, record: Record, event: str | None) -> None:
    assert event_of(kept(kind, record)) == event
    assert event is None or event in EVENTS


def test_what_was_erased_and_what_is_about_nobody_is_no_event() -> None:
    assert event_of(Kept(0, NOW, "handoff", "ada", None)) is None
    assert event_of(Kept(0, NOW, "key", "", b'{"act":"created"}')) is None
