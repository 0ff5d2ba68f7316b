"""Turns over HTTP: read, decided, answered, recorded once."""

from typing import Any

import pytest

from tests.apps.conftest import Client

FRUSTRATED = "I have asked three times now and nobody answers. This is awful, I want my money back."


def turn(client: Client, conversation: str, text: str = FRUSTRATED, **more: Any) -> Any:
    body = {"conversation_id": conversation, "person_id": f"person of {conversation}", "text": text, **more}
    return client.post("/v1/turns", json=body)


def says(client: Client, conversation: str, act: str) -> None:
    """The person of a conversation answers what they are asked for consent."""
    said = {"act": act, "purpose": "estimate", "version": "1", "locale": "en"}
    client.post(f"/v1/people/person of {conversation}/consents", json=said).raise_for_status()


def test_a_turn_is_read_decided_and_answered(client: Client) -> None:
    says(client, "read", "granted")
    told = turn(client, "read").json()
    assert told["affect"]["language"] == "en"
    assert told["affect"]["valence"] < -0.3
    assert told["decision"]["reasons"][0]["evidence"]
    assert told["response"]["messages"][0]["author"] == "ai"
    assert int(told["decision"]["id"]) > int(told["id"])


def test_of_who_says_no_no_feeling_is_told_whatever_their_words_are(client: Client) -> None:
    says(client, "not read", "refused")
    affect = turn(client, "not read", "Still no answer. This is the second time I write, I am so angry.").json()[
        "affect"
    ]
    assert (affect["senses"], affect["valence"], affect["emotions"], affect["need"]) == ([], None, None, None)
    assert {cue["name"] for cue in affect["cues"]} == {"attempt_failed", "repeats"}


def test_a_consent_is_asked_with_the_first_answer_and_not_again(client: Client) -> None:
    (asked,) = turn(client, "asked").json()["asks"]
    assert asked["text"] == "May we estimate how your messages may feel?"
    assert turn(client, "asked").json()["asks"] == []


def test_an_answer_may_not_be_kept_by_anybody_on_the_way(client: Client) -> None:
    answer = turn(client, "kept")
    assert answer.headers["cache-control"] == "no-store"
    assert int(answer.headers["ratelimit-remaining"]) >= 0


def test_what_staff_say_is_recorded_and_not_answered(client: Client) -> None:
    told = turn(client, "staff", "Hello, this is Mia. I am looking at your order now.", speaker="agent").json()
    assert (told["decision"], told["response"]) == (None, None)


def test_the_same_request_is_answered_the_same_and_decided_once(client: Client) -> None:
    body = {"conversation_id": "again", "person_id": "p", "text": FRUSTRATED}
    first = client.post("/v1/turns", json=body, headers={"idempotency-key": "one"})
    second = client.post("/v1/turns", json=body, headers={"idempotency-key": "one"})
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert second.json() == first.json()
    acts = client.get("/v1/conversations/again").json()["acts"]
    assert [act["type"] for act in acts].count("turn") == 1


def test_another_request_under_the_same_key_is_refused(client: Client) -> None:
    body = {"conversation_id": "other", "person_id": "p", "text": FRUSTRATED}
    client.post("/v1/turns", json=body, headers={"idempotency-key": "two"})
    answer = client.post("/v1/turns", json={**body, "text": "Something else."}, headers={"idempotency-key": "two"})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:humanely:problem:key_reused")


@pytest.mark.parametrize("key", ["", "a b", "k" * 201])
def test_an_idempotency_key_that_is_none_is_refused(client: Client, key: str) -> None:
    body = {"conversation_id": "c", "person_id": "p", "text": "t"}
    answer = client.post("/v1/turns", json=body, headers={"idempotency-key": key})
    assert (answer.status_code, answer.json()["field"]) == (422, "Idempotency-Key")


def test_a_zone_that_is_none_is_named(client: Client) -> None:
    answer = turn(client, "zone", zone="Europe/Atlantis")
    assert (answer.status_code, answer.json()["field"]) == (422, "zone")


def test_an_outcome_finds_its_decision(client: Client) -> None:
    decision = turn(client, "outcome").json()["decision"]["id"]
    answer = client.post("/v1/outcomes", json={"decision": decision, "scale": "csat", "value": 4})
    assert answer.status_code == 200
    told = client.get("/v1/conversations/outcome").json()["acts"][-1]
    assert (told["type"], told["decision"], told["value"]) == ("outcome", decision, 4)


def test_an_outcome_is_counted_once(client: Client) -> None:
    decision = turn(client, "counted").json()["decision"]["id"]
    body = {"decision": decision, "scale": "helpful", "value": 1}
    first = client.post("/v1/outcomes", json=body, headers={"idempotency-key": "o"})
    second = client.post("/v1/outcomes", json=body, headers={"idempotency-key": "o"})
    assert second.headers["idempotency-replayed"] == "true"
    assert first.json() == second.json()


def test_an_outcome_off_its_scale_is_refused(client: Client) -> None:
    decision = turn(client, "off scale").json()["decision"]["id"]
    answer = client.post("/v1/outcomes", json={"decision": decision, "scale": "csat", "value": 0})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:humanely:problem:off_scale")


def test_an_outcome_of_what_is_no_decision_is_refused(client: Client) -> None:
    place = turn(client, "no decision").json()["id"]
    answer = client.post("/v1/outcomes", json={"decision": place, "scale": "csat", "value": 3})
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:humanely:problem:not_there")
