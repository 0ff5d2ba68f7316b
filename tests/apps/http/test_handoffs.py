"""Handoffs over HTTP: listed with their deadlines, read with their packet, and every step taken once."""

import datetime as dt
from collections.abc import Callable

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.api_key import Scope
from tests.apps.conftest import Client
from tests.apps.http.test_turns import turn

ASKS = "Please let me talk to a real person."


def called(client: Client, conversation: str) -> str:
    """The id of the handoff that somebody asked for."""
    turn(client, f"handed-{conversation}", ASKS)
    inbox = client.get("/v1/handoffs").json()
    (mine,) = [one["id"] for one in inbox["waiting"] if one["conversation_id"] == f"handed-{conversation}"]
    return str(mine)


def step(client: Client, handoff: str, name: str, **body: str) -> tuple[int, str]:
    """Status of a step, and the kind of problem where it is one."""
    answer = client.post(f"/v1/handoffs/{handoff}/{name}", json=body)
    return answer.status_code, answer.json().get("type", "").rpartition(":")[2]


def test_a_handoff_stands_in_the_inbox_with_its_deadlines_and_moves_with_its_steps(client: Client) -> None:
    handoff = called(client, "moves")
    told = client.get(f"/v1/handoffs/{handoff}").json()
    assert (told["handoff"]["state"], told["packet"]["why"]["code"]) == ("queued", "asked")
    assert told["handoff"]["deadlines"]["timeout"] < told["handoff"]["deadlines"]["answer"]
    assert step(client, handoff, "claim") == (200, "")
    assert handoff in [one["id"] for one in client.get("/v1/handoffs").json()["joined"]]
    assert step(client, handoff, "answer", text="Hello, I am Mia.") == (200, "")
    assert step(client, handoff, "note", text="The parcel is next door.") == (200, "")
    assert step(client, handoff, "transfer", skill="billing") == (200, "")
    assert step(client, handoff, "claim") == (200, "")
    assert step(client, handoff, "resolve") == (200, "")
    inbox = client.get("/v1/handoffs").json()
    assert handoff not in [one["id"] for one in (*inbox["waiting"], *inbox["joined"])]


def test_a_handoff_is_claimed_once(client: Client) -> None:
    handoff = called(client, "twice")
    assert step(client, handoff, "claim") == (200, "")
    assert step(client, handoff, "claim") == (409, "move_impossible")


def test_whoever_has_not_claimed_it_does_not_answer(client: Client) -> None:
    handoff = called(client, "unclaimed")
    assert step(client, handoff, "answer", text="Hello?") == (409, "not_yours")
    assert step(client, handoff, "release") == (409, "move_impossible")


def test_only_a_member_of_the_team_can_be_named(client: Client) -> None:
    handoff = called(client, "unknown")
    assert step(client, handoff, "claim", agent="nobody")[0] == 404
    assert step(client, handoff, "claim") == (200, "")
    assert step(client, handoff, "transfer", to="nobody")[0] == 404


def test_to_whoever_may_not_answer_nothing_is_passed_on(client: Client, member: Callable[..., str]) -> None:
    handoff = called(client, "mentor")
    assert step(client, handoff, "claim") == (200, "")
    assert step(client, handoff, "transfer", to=member(Role.MENTOR)) == (422, "member_cannot_help")
    assert client.get(f"/v1/handoffs/{handoff}").json()["handoff"]["state"] == "joined"
    ben = member(Role.AGENT)
    assert step(client, handoff, "transfer", to=ben) == (200, "")
    assert client.get(f"/v1/handoffs/{handoff}").json()["handoff"]["agent"] == ben


def test_a_member_who_was_disabled_takes_nothing(client: Client, member: Callable[..., str], started: Started) -> None:
    handoff, ben = called(client, "disabled"), member(Role.AGENT)
    started.services.staff.disable(ben, dt.datetime.now(dt.UTC))
    assert step(client, handoff, "claim", agent=ben) == (422, "member_cannot_help")
    assert step(client, handoff, "claim") == (200, "")
    assert step(client, handoff, "transfer", to=ben) == (422, "member_cannot_help")


def test_a_person_who_no_longer_wants_a_human_is_heard(client: Client) -> None:
    handoff = called(client, "declines")
    assert step(client, handoff, "decline") == (200, "")
    assert client.get(f"/v1/handoffs/{handoff}").json()["handoff"]["state"] == "declined"


@pytest.mark.parametrize("name", ["release", "return"])
def test_who_leaves_says_so_to_the_person(client: Client, name: str) -> None:
    handoff = called(client, f"{name}s")
    step(client, handoff, "claim")
    assert step(client, handoff, name) == (200, "")
    last = client.get(f"/v1/conversations/handed-{name}s").json()["acts"][-1]
    assert last["message"]["text"]


def test_a_step_that_comes_again_is_taken_once(client: Client) -> None:
    handoff = called(client, "again")
    key = {"idempotency-key": "claim-once"}
    first = client.post(f"/v1/handoffs/{handoff}/claim", json={}, headers=key)
    second = client.post(f"/v1/handoffs/{handoff}/claim", json={}, headers=key)
    assert (first.json(), second.headers["idempotency-replayed"]) == (second.json(), "true")
    answer = {"text": "Hello, I am Mia."}
    said = [
        client.post(f"/v1/handoffs/{handoff}/answer", json=answer, headers={"idempotency-key": "say-once"}).json()["id"]
        for _ in range(2)
    ]
    assert said[0] == said[1]


def test_what_is_no_handoff_is_not_there(client: Client) -> None:
    assert client.get("/v1/handoffs/999999").status_code == 404
    assert client.get("/v1/handoffs/x").status_code == 404
    assert step(client, "999999", "claim")[0] == 404


def test_acting_needs_a_scope_of_its_own(client: Client, anonymous: Client, key_for: Callable[..., str]) -> None:
    handoff = called(client, "scope")
    reader = {"authorization": f"Bearer {key_for(Scope.READ, Scope.TURNS)}"}
    assert anonymous.get(f"/v1/handoffs/{handoff}", headers=reader).status_code == 200
    assert anonymous.post(f"/v1/handoffs/{handoff}/claim", json={}, headers=reader).status_code == 403
