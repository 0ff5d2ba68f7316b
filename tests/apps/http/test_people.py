"""What a person may ask for, over HTTP."""

from tests.apps.conftest import Client
from tests.apps.http.test_turns import FRUSTRATED, says, turn


def consent(client: Client, person: str, **more: str) -> int:
    body = {"purpose": "estimate", "version": "1", "locale": "en", **more}
    return client.post(f"/v1/people/{person}/consents", json=body).status_code


def standing(client: Client, person: str) -> str:
    told = client.get(f"/v1/people/{person}/consents").json()["consents"]
    return str(next(one["standing"] for one in told if (one["purpose"], one["sense"]) == ("estimate", "text")))


def test_a_person_sees_all_that_is_recorded_of_them(client: Client) -> None:
    says(client, "seen", "granted")
    turn(client, "seen")
    told = client.get("/v1/people/person of seen/export").json()
    assert told["person_id"] == "person of seen"
    happened = told["conversations"][0]["happened"]
    assert [one["what"] for one in happened][:3] == ["message", "decision", "answer"]
    assert happened[0]["text"] == FRUSTRATED
    assert told["consent_history"]


def test_nobody_is_exported_who_was_never_there(client: Client) -> None:
    assert client.get("/v1/people/nobody/export").status_code == 404


def test_what_a_person_answers_holds_and_a_later_no_wins(client: Client) -> None:
    assert standing(client, "anna") == "not_asked"
    assert consent(client, "anna", act="granted") == 200
    assert standing(client, "anna") == "granted"
    assert consent(client, "anna", act="withdrawn") == 200
    assert standing(client, "anna") == "withdrawn"


def test_a_yes_to_a_text_that_is_not_in_use_is_refused(client: Client) -> None:
    assert consent(client, "ben", act="granted", version="0") == 409
    assert standing(client, "ben") == "not_asked"


def test_after_a_withdrawal_nothing_is_estimated(client: Client) -> None:
    consent(client, "person of withdrawn", act="granted")
    assert turn(client, "withdrawn").json()["affect"]["emotions"]
    consent(client, "person of withdrawn", act="withdrawn")
    told = turn(client, "withdrawn").json()["affect"]
    assert (told["emotions"], told["senses"]) == (None, [])


def test_what_a_person_says_they_felt_outranks_the_estimate(client: Client) -> None:
    place = turn(client, "corrected").json()["id"]
    body = {"turn": place, "feeling": "good", "note": "I was joking."}
    answer = client.post("/v1/people/person of corrected/corrections", json=body)
    assert answer.status_code == 200
    last = client.get("/v1/conversations/corrected").json()["acts"][-1]
    assert (last["type"], last["turn"], last["said"]) == ("correction", place, 0.5)


def test_nobody_corrects_the_turn_of_another(client: Client) -> None:
    place = turn(client, "hers").json()["id"]
    answer = client.post("/v1/people/him/corrections", json={"turn": place, "feeling": "good"})
    assert answer.status_code == 404


def test_an_erased_person_is_gone_and_the_receipt_says_what_stays(client: Client) -> None:
    told = turn(client, "erased").json()
    receipt = client.post("/v1/people/person of erased/erase", json={"sent_to": ["the helpdesk"]}).json()
    assert receipt["erased"]["key"] == 1
    assert "the helpdesk" in receipt["words"]
    left = client.get("/v1/people/person of erased/export").json()
    assert (left["conversations"], bool(left["deleted"])) == ([], True)
    assert turn(client, "erased").status_code == 410
    assert client.get(f"/v1/decisions/{told['decision']['id']}/why").status_code == 410
    assert client.get("/v1/ledger/proof", params={"index": told["id"]}).status_code == 200


def test_the_receipt_names_the_webhooks_that_were_told(client: Client) -> None:
    made = client.post("/v1/webhooks", json={"url": "https://crm.example.org/hook", "events": ["turn.decided"]}).json()
    turn(client, "told on")
    receipt = client.post("/v1/people/person of told on/erase", json={}).json()
    client.post(f"/v1/webhooks/{made['webhook']['id']}/disable", json={})
    assert any("crm.example.org" in one for one in receipt["unreached"])


def test_erasing_again_under_the_same_key_is_a_repetition(client: Client) -> None:
    turn(client, "twice")
    headers = {"idempotency-key": "erase"}
    first = client.post("/v1/people/person of twice/erase", json={}, headers=headers)
    second = client.post("/v1/people/person of twice/erase", json={}, headers=headers)
    assert (second.headers["idempotency-replayed"], second.json()) == ("true", first.json())
    other = client.post("/v1/people/person of twice/erase", json={"sent_to": ["x"]}, headers=headers)
    assert other.status_code == 422
