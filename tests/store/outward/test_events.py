"""Every act that is an event has its name in the list, and the others have none."""

import datetime as dt
from typing import get_args

import pytest

from humanely.context.trajectory import TurnReading
from humanely.credential.life import appeal, lifecycle
from humanely.credential.life.party import staff
from humanely.people.handoff import Step
from humanely.signal.turn import Speaker, Turn
from humanely.store import credential_records
from humanely.store.credential_records import AppealRecord, CredentialRecord, EvidenceRecord
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


HOLDS = {"credential_id": "2222-2222-2222", "person_id": "ada", "by": staff("bo")}


@pytest.mark.parametrize("step", get_args(lifecycle.Step))
def test_the_steps_of_a_credential_are_told_but_those_nobody_outside_waits_for(step: lifecycle.Step) -> None:
    record = CredentialRecord(**HOLDS, step=step)  # type: ignore[arg-type]
    event = event_of(Kept(0, NOW.astimezone(dt.UTC), "credential", "ada", credential_records.encode(record)))
    inside = {"prepared", "submitted", "sent_back", "shared", "unshared"}
    assert (event is None) == (step in inside)
    assert event is None or event in EVENTS


@pytest.mark.parametrize("step", get_args(appeal.Step))
def test_of_an_appeal_is_told_that_it_was_filed_decided_or_is_late(step: appeal.Step) -> None:
    record = AppealRecord(**HOLDS, step=step)  # type: ignore[arg-type]
    event = event_of(Kept(0, NOW.astimezone(dt.UTC), "appeal", "ada", credential_records.encode(record)))
    assert (event is not None) == (step in {"filed", "decided", "overdue"})
    assert event is None or event in EVENTS


def test_a_file_that_was_shown_is_no_event() -> None:
    record = EvidenceRecord(credential_id="x", person_id="ada", name="a.txt", media="text/plain", data=b"x")
    kept = Kept(0, NOW.astimezone(dt.UTC), "appeal", "ada", credential_records.encode(record))
    assert event_of(kept) is None
