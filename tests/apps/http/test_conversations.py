"""Conversations over HTTP: read whole, waiting for a human, handed back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Where, start
from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys
from tests.apps.conftest import Client
from tests.apps.http.test_turns import says, turn

ASKS = "Please let me talk to a real person."
ODD = "order/12 & 50 % of 'ünïcode' ?#"


@pytest.fixture
def calling(tmp_path: Path) -> Iterator[Client]:
    """A server whose team calls people back."""
    (tmp_path / "settings.toml").write_text("noticed = true\n[team]\ncalls = true\n", encoding="utf-8")
    opened = start(Where(folder=tmp_path))
    key = ApiKeys(opened.data.database, opened.data.entropy).create("tests", tuple(Scope), dt.datetime.now(dt.UTC))[1]
    with TestClient(serve(opened.services), raise_server_exceptions=False) as client:
        client.headers["authorization"] = f"Bearer {key.text}"
        yield client
    opened.services.engine.stop()
    opened.close()


def test_a_conversation_is_told_in_order(client: Client) -> None:
    says(client, "told", "granted")
    turn(client, "told")
    told = client.get("/v1/conversations/told").json()
    kinds = [act["type"] for act in told["acts"]]
    assert kinds[:3] == ["turn", "decision", "response"]
    assert told["acts"][0]["text"].startswith("I have asked three times")
    assert told["person_id"] == "person of told"


def test_an_id_in_a_path_may_be_anything_encoded(client: Client) -> None:
    turn(client, ODD)
    told = client.get(f"/v1/conversations/{quote(ODD, safe='')}").json()
    assert told["conversation_id"] == ODD


def test_an_id_that_is_no_text_or_too_long_is_refused(client: Client) -> None:
    assert client.get("/v1/conversations/%ff").json()["field"] == "conversation_id"
    assert client.get(f"/v1/conversations/{'a' * 201}").status_code == 422


def test_an_unknown_conversation_is_not_there(client: Client) -> None:
    assert client.get("/v1/conversations/never").status_code == 404
    assert client.post("/v1/conversations/never/return", json={}).status_code == 404


def test_who_asked_for_a_human_waits_until_they_are_handed_back(client: Client) -> None:
    told = turn(client, "waits", ASKS).json()
    assert told["decision"]["action"] == "handoff"
    inbox = client.get("/v1/handoffs").json()["waiting"]
    (mine,) = [one for one in inbox if one["conversation_id"] == "waits"]
    assert mine["newest"][0]["text"] == ASKS
    assert [one["priority"] for one in inbox] == sorted((one["priority"] for one in inbox), reverse=True)
    assert client.get("/v1/conversations/waits").json()["human_awaited"] is True
    assert client.post("/v1/conversations/waits/return", json={}).status_code == 200
    assert client.get("/v1/conversations/waits").json()["human_awaited"] is False
    assert "waits" not in [one["conversation_id"] for one in client.get("/v1/handoffs").json()["waiting"]]


def test_a_conversation_no_human_has_cannot_be_handed_back(client: Client) -> None:
    turn(client, "ours", "Thank you, that helped a lot!")
    answer = client.post("/v1/conversations/ours/return", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:humanely:problem:not_with_human")


def test_while_a_human_has_it_the_assistant_is_silent(client: Client) -> None:
    turn(client, "silent", ASKS)
    turn(client, "silent", "Hello, I am Mia. How can I help?", speaker="agent")
    told = turn(client, "silent", "My parcel never came.").json()
    assert told["response"]["messages"] == []
    client.post("/v1/conversations/silent/return", json={})
    assert turn(client, "silent", "One more thing: where is my invoice?").json()["response"]["messages"]


def test_where_nobody_calls_no_number_is_kept(client: Client) -> None:
    turn(client, "far", ASKS)
    told = client.post("/v1/conversations/far/contact", json={"kind": "phone", "address": "+4930901820"})
    assert (told.status_code, told.json()["type"]) == (409, "urn:humanely:problem:way_not_offered")
    assert "contact" not in [act["type"] for act in client.get("/v1/conversations/far").json()["acts"]]


def test_where_somebody_calls_a_number_is_left_told_and_taken_back(calling: Client) -> None:
    turn(calling, "near", ASKS, place="GB")
    left = {"kind": "phone", "address": "020 7946 0958", "wish": "After five."}
    told = calling.post("/v1/conversations/near/contact", json=left)
    act = calling.get("/v1/conversations/near").json()["acts"][-1]
    assert (act["id"], act["kind"], act["address"]) == (told.json()["id"], "phone", "+442079460958")
    (case,) = calling.get("/v1/handoffs").json()["waiting"]
    (reach,) = calling.get(f"/v1/handoffs/{case['id']}").json()["packet"]["reach"]
    assert (reach["address"], reach["wish"], reach["called_at"]) == ("+442079460958", "After five.", None)
    assert calling.post("/v1/conversations/near/contact", json={"kind": "phone", "address": ""}).status_code == 200
    assert calling.get(f"/v1/handoffs/{case['id']}").json()["packet"]["reach"] == []


def test_what_is_no_number_is_refused_unquoted(calling: Client) -> None:
    turn(calling, "wrong", ASKS)
    told = calling.post("/v1/conversations/wrong/contact", json={"kind": "phone", "address": "0207 quokka"})
    assert (told.status_code, told.json()["type"]) == (422, "urn:humanely:problem:number_unusable_for_calls")
    assert "quokka" not in told.text
    left = {"kind": "phone", "address": "+4930901820"}
    assert calling.post("/v1/conversations/never/contact", json=left).status_code == 404
