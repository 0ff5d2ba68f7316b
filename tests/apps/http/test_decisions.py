"""Why, over HTTP: from the terms that decided."""

from tests.apps.conftest import Client
from tests.apps.http.test_conversations import ASKS
from tests.apps.http.test_turns import turn


def test_staff_see_every_term_of_a_decision(client: Client) -> None:
    decision = turn(client, "why staff", ASKS).json()["decision"]
    told = client.get(f"/v1/decisions/{decision['id']}/why").json()
    terms = [(one["name"], one["weight"], one["says"]) for one in decision["reasons"]]
    assert [(one["name"], one["weight"], one["says"]) for one in told["staff"]["because"]] == terms
    assert told["person"] is None


def test_the_person_is_told_in_plain_words(client: Client) -> None:
    decision = turn(client, "why person", ASKS).json()["decision"]
    told = client.get(f"/v1/decisions/{decision['id']}/why", params={"for": "person", "locale": "en"}).json()
    assert "You asked for a human." in told["person"]["because"]
    assert told["text"].startswith(told["person"]["decided"])
    assert told["staff"] is None


def test_what_is_no_decision_has_no_why(client: Client) -> None:
    assert client.get("/v1/decisions/abc/why").status_code == 404
    assert client.get("/v1/decisions/999999999/why").status_code == 404
    assert client.get("/v1/decisions/1/why", params={"for": "nobody"}).json()["field"] == "for"
