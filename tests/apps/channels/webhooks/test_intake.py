"""Turns that are signed: taken once, refused where anything about the signature is wrong."""

import datetime as dt
import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook as Signer

from humanely.apps.channels.webhooks.intake import fits
from humanely.apps.site.start import Started
from tests.apps.conftest import Client

TURN = {"conversation_id": "signed-1", "person_id": "ada", "text": "Where is my order?"}
PUBLIC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MINUTES_5 = dt.timedelta(minutes=5)
SECOND = dt.timedelta(seconds=1)


def hook(started: Started) -> tuple[str, str]:
    """A hook of its own: name and secret."""
    name = f"shop-{uuid4().hex}"
    return name, started.services.webhooks.hooks.add(name, dt.datetime.now(dt.UTC))


def signed(secret: str, body: bytes, message_id: str, age: dt.timedelta = dt.timedelta()) -> dict[str, str]:
    at = dt.datetime.now(dt.UTC) - age
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Signer(secret).sign(message_id, at, body.decode()),
    }


def posted(client: Client, name: str, secret: str, message_id: str = "msg_1", **turn: Any) -> Any:
    body = json.dumps({**TURN, **turn}).encode()
    return client.post(f"/v1/hooks/{name}", content=body, headers=signed(secret, body, message_id))


def test_a_signed_turn_is_answered_as_any_other_and_needs_no_key(started: Started, anonymous: Client) -> None:
    answer = posted(anonymous, *hook(started), conversation_id=uuid4().hex, text="I want to talk to a human")
    assert answer.status_code == 200
    assert answer.json()["decision"]["action"] == "handoff"
    assert answer.headers["cache-control"] == "no-store"


def test_a_message_that_comes_again_is_answered_the_same_and_decided_once(started: Started, anonymous: Client) -> None:
    name, secret = hook(started)
    conversation = uuid4().hex
    first = posted(anonymous, name, secret, conversation_id=conversation)
    again = posted(anonymous, name, secret, conversation_id=conversation)
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    kinds = [act.kind for act in started.services.ledger.conversation(conversation)]
    assert kinds.count("estimate") == 1


def test_another_turn_under_the_same_id_is_refused(started: Started, anonymous: Client) -> None:
    name, secret = hook(started)
    posted(anonymous, name, secret)
    assert posted(anonymous, name, secret, text="Something else").status_code == 422


def test_one_id_at_two_hooks_is_two_turns(started: Started, anonymous: Client) -> None:
    answers = [posted(anonymous, *hook(started), text=text) for text in ("One", "Two")]
    assert [answer.status_code for answer in answers] == [200, 200]


def test_after_a_rotation_both_secrets_are_taken(started: Started, anonymous: Client) -> None:
    name, old = hook(started)
    new = started.services.webhooks.hooks.rotate(name, dt.datetime.now(dt.UTC))
    assert posted(anonymous, name, old, "msg_1").status_code == 200
    assert posted(anonymous, name, new, "msg_2").status_code == 200


def refused(answer: Any) -> str:
    assert answer.status_code == 401
    told: str = answer.json()["type"]
    return told


def test_a_hook_that_is_not_there_answers_as_a_wrong_signature_does(started: Started, anonymous: Client) -> None:
    name, secret = hook(started)
    started.services.webhooks.hooks.revoke(name, dt.datetime.now(dt.UTC))
    wrong = posted(anonymous, hook(started)[0], PUBLIC)
    assert refused(wrong) == "urn:humanely:problem:signature_refused"
    assert posted(anonymous, "nowhere", secret).content == posted(anonymous, name, secret).content == wrong.content


@pytest.mark.parametrize("age", [MINUTES_5 + 2 * SECOND, -MINUTES_5 - 2 * SECOND])
def test_a_message_too_old_or_of_the_future_is_refused(started: Started, anonymous: Client, age: dt.timedelta) -> None:
    name, secret = hook(started)
    body = json.dumps(TURN).encode()
    refused(anonymous.post(f"/v1/hooks/{name}", content=body, headers=signed(secret, body, "msg_1", age)))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("webhook-id", ""),
        ("webhook-id", "msg_2"),
        ("webhook-id", "x" * 201),
        ("webhook-timestamp", ""),
        ("webhook-timestamp", "now"),
        ("webhook-timestamp", "nan"),
        ("webhook-timestamp", "1e400"),
        ("webhook-signature", ""),
        ("webhook-signature", "v1"),
        ("webhook-signature", "v1,"),
        ("webhook-signature", "v1,not base64"),
        ("webhook-signature", "v1,a,b"),
        ("webhook-signature", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
    ],
)
def test_a_header_that_is_wrong_is_refused(started: Started, anonymous: Client, header: str, value: str) -> None:
    name, secret = hook(started)
    body = json.dumps(TURN).encode()
    headers = {**signed(secret, body, "msg_1"), header: value}
    refused(anonymous.post(f"/v1/hooks/{name}", content=body, headers=headers))


def test_a_body_that_was_changed_is_refused_before_it_is_read(started: Started, anonymous: Client) -> None:
    name, secret = hook(started)
    headers = signed(secret, b"{}", "msg_1")
    refused(anonymous.post(f"/v1/hooks/{name}", content=b"\xff", headers=headers))


def test_a_signed_body_that_is_no_turn_is_told_what_is_wrong(started: Started, anonymous: Client) -> None:
    name, secret = hook(started)
    answer = posted(anonymous, name, secret, text="")
    assert (answer.status_code, answer.json()["field"]) == (422, "text")


def test_one_valid_signature_among_others_is_enough() -> None:
    body = b"{}"
    headers = signed(PUBLIC, body, "msg_1")
    others = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v2,x"
    headers["webhook-signature"] = f"{others} {headers['webhook-signature']}"
    assert fits([PUBLIC], headers, body)


@given(
    signature=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
    timestamp=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
    body=st.binary(max_size=40),
)
def test_nothing_made_up_fits_and_nothing_makes_it_fail(signature: str, timestamp: str, body: bytes) -> None:
    headers = {"webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": signature}
    assert not fits([PUBLIC], headers, body)
    now = str(int(dt.datetime.now(dt.UTC).timestamp()))
    assert not fits([PUBLIC], {**headers, "webhook-timestamp": now, "webhook-signature": f"v1,{signature}"}, body)
