"""Webhooks over HTTP: what an administrator's key may do with them."""

from typing import Any

import msgspec
import pytest

from humanely.apps.site.start import Started
from tests.apps.conftest import Client

URL = "https://example.org/hooks"


def added(client: Client, **fields: Any) -> Any:
    answer = client.post("/v1/webhooks", json={"url": URL, **fields})
    assert answer.status_code == 200
    return answer.json()


def test_a_webhook_is_made_and_its_secret_shown_once(client: Client) -> None:
    made = added(client, events=["handoff.*"], words=True)
    assert made["secret"].startswith("whsec_")
    listed = client.get("/v1/webhooks")
    assert made["webhook"] in listed.json()["webhooks"]
    assert made["secret"] not in listed.text


def test_who_made_it_stands_in_the_ledger(client: Client, started: Started) -> None:
    before = started.services.ledger.head().size
    made = added(client)
    (act,) = [one for one in started.services.ledger.after(before - 1, 99) if one.kind == "webhook"]
    assert act.payload is not None
    told = msgspec.json.decode(act.payload)
    assert (told["act"], told["id"], told["by"]) == ("added", made["webhook"]["id"], "tests")


def test_a_secret_is_rotated(client: Client) -> None:
    made = added(client)
    rotated = client.post(f"/v1/webhooks/{made['webhook']['id']}/rotate", json={})
    assert rotated.json()["secret"] not in {"", made["secret"]}


def test_a_webhook_is_tested_disabled_its_letters_seen_and_replayed(client: Client) -> None:
    address = f"/v1/webhooks/{added(client)['webhook']['id']}"
    letter = client.post(f"{address}/test", json={}).json()
    assert (letter["event"], letter["state"], letter["attempts"]) == ("webhook.test", "waiting", 0)
    assert client.post(f"{address}/disable", json={}).json()["disabled_because"] == "asked"
    dead = client.get(f"{address}/dead").json()["dead"]
    assert [(one["id"], one["fault"]) for one in dead] == [(letter["id"], "disabled")]
    assert client.post(f"{address}/replay", json={}).json()["type"].endswith(":webhook_disabled")
    assert client.post(f"{address}/enable", json={}).json()["disabled_at"] is None
    assert client.post(f"{address}/replay", json={"delivery": letter["id"]}).json() == {"count": 1}
    again = client.post(f"{address}/replay", json={"delivery": letter["id"]})
    assert (again.status_code, again.json()["type"]) == (404, "urn:humanely:problem:delivery_missing")


def test_how_its_deliveries_stand_is_listed(client: Client) -> None:
    made = added(client)["webhook"]
    client.post(f"/v1/webhooks/{made['id']}/test", json={})
    listed = client.get("/v1/webhooks").json()["webhooks"]
    assert [one["deliveries"] for one in listed if one["id"] == made["id"]] == [{"waiting": 1}]


@pytest.mark.parametrize(
    "fields", [{"url": "http://example.org/"}, {"url": "https://u:p@example.org/"}, {"events": ["turn.taken"]}]
)
def test_what_cannot_be_made_is_said_so(client: Client, fields: dict[str, Any]) -> None:
    answer = client.post("/v1/webhooks", json={"url": URL, **fields})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:humanely:problem:webhook_unfit")


@pytest.mark.parametrize("step", ["rotate", "disable", "enable", "replay", "test"])
def test_a_webhook_that_is_not_there_is_said_so(client: Client, step: str) -> None:
    answer = client.post(f"/v1/webhooks/0000/{step}", json={})
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:humanely:problem:webhook_missing")


def test_there_are_no_letters_of_a_webhook_that_is_not_there(client: Client) -> None:
    assert client.get("/v1/webhooks/0000/dead").status_code == 404
