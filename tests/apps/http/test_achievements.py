"""Achievements over HTTP: designed with every fault at once, in versions, and retired."""

from collections.abc import Callable
from typing import Any

from humanely.people.roles import Role
from tests.apps.conftest import Client

DESIGN: dict[str, Any] = {
    "id": "http-first-aid",
    "name": "First aid",
    "description": "Helps until help comes.",
    "criteria": "Shown on a doll, twice.",
    "meaning": "You can help until help comes.",
    "alternative_text": "A white cross.",
    "language": "en",
    "contact": {"name": "Office", "email": "office@example.org"},
}


def design(client: Client, key: str = "", **changes: object) -> Any:
    """What comes of a design."""
    headers = {"idempotency-key": key} if key else {}
    return client.post("/v1/achievements", json={"achievement": {**DESIGN, **changes}}, headers=headers)


def test_a_design_is_kept_in_versions_and_a_repeated_request_makes_none(client: Client) -> None:
    assert design(client, key="one").json()["version"] == 1
    assert design(client, description="Helps.", key="two").json()["version"] == 2
    again = design(client, description="Helps.", key="two")
    assert (again.json()["version"], again.headers["idempotency-replayed"]) == (2, "true")
    told = client.get("/v1/achievements/http-first-aid").json()
    assert (told["version"], told["achievement"]["description"]) == (2, "Helps.")
    assert "http-first-aid" in {
        one["achievement"]["id"] for one in client.get("/v1/achievements").json()["achievements"]
    }


def test_every_fault_of_a_design_is_told_at_once(client: Client) -> None:
    answer = design(client, id="faulty", meaning="", colour="blue")
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:humanely:problem:achievement_faulty"
    assert "meaning: This is needed." in answer.json()["fix"]
    assert "colour: This is no colour." in answer.json()["fix"]


def test_what_is_retired_is_not_issued(client: Client) -> None:
    design(client, id="http-retired")
    assert client.post("/v1/achievements/http-retired/retire", json={}).json()["retired_at"]
    body = {"achievement_id": "http-retired", "recipient": {"email": "a@example.org"}}
    assert client.post("/v1/credentials", json=body).status_code == 409


def test_only_a_member_who_may_is_named_to_design(client: Client, member: Callable[..., str]) -> None:
    body = {"achievement": {**DESIGN, "id": "http-named"}}
    assert client.post("/v1/achievements", json={**body, "member": "ada"}).status_code == 404
    assert client.post("/v1/achievements", json={**body, "member": member(Role.AGENT)}).status_code == 422
    assert client.post("/v1/achievements", json={**body, "member": member(Role.REGISTRAR)}).status_code == 200
