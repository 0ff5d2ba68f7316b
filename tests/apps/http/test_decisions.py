"""Why, over HTTP: from the terms that decided."""

from tests.apps.http.conftest import Client
from tests.apps.http.test_conversations import ASKS
from tests.apps.http.test_turns import turn


def test_staff_see_every_term_of_a_decision(client: Client) -> None:
    decision = turn(client, "why staff", ASKS).json()["decision"]
    told = client.get(f"/v1/decisions/{decision['id']}/why").json()
    assert told["decision"] == decision
    assert told["sentences"] == [reason["says"] for reason in decision["reasons"]]


def test_the_person_is_told_in_plain_words(client: Client) -> None:
    decision = turn(client, "why person", ASKS).json()["decision"]
    told = client.get(f"/v1/decisions/{decision['id']}/why", params={"for": "person", "locale": "en"}).json()
    assert told["sentences"]
    assert told["decision"] is None


def test_what_is_no_decision_has_no_why(client: Client) -> None:
    assert client.get("/v1/decisions/abc/why").status_code == 404
    assert client.get("/v1/decisions/999999999/why").status_code == 404
    assert client.get("/v1/decisions/1/why", params={"for": "nobody"}).json()["field"] == "for"
