"""Credentials over HTTP: issued once, approved by another, changed, put right."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.pipeline.credentials import holder
from humanely.store.api_key import Scope
from tests.apps.conftest import Client
from tests.apps.http.test_achievements import design


@pytest.fixture(autouse=True)
def designed(client: Client) -> None:
    """What is issued here."""
    design(client, id="http-course")
    design(client, id="http-licence", stakes="licence")


Named = Callable[..., str]


def issue(client: Client, name: str, of: str = "http-course", key: str = "", member: str = "") -> Any:
    """Ask for a credential."""
    headers = {"idempotency-key": key} if key else {}
    recipient = {"email": f"{name}@http.example.org", "name": name}
    return client.post(
        "/v1/credentials", json={"achievement_id": of, "recipient": recipient, "member": member}, headers=headers
    )


def change(client: Client, code: str, step: str, **fields: object) -> Any:
    """Take a step."""
    return client.post(f"/v1/credentials/{code}/{step}", json=fields)


def problem(answer: Any) -> tuple[int, str]:
    """What is wrong."""
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_a_credential_is_issued_once_however_often_it_is_asked_for(client: Client) -> None:
    first, again = issue(client, "Once", key="once"), issue(client, "Once", key="once")
    told = first.json()
    assert (told["state"], told["person_id"]) == ("offered", "once@http.example.org")
    assert told["credential"]["credentialSubject"]["name"] == "Once"
    assert told["credential"]["id"] == told["url"]
    assert (again.json()["id"], again.headers["idempotency-replayed"]) == (told["id"], "true")
    assert issue(client, "Other", key="once").json()["type"] == "urn:humanely:problem:key_reused"
    assert client.get(f"/v1/credentials/{told['id']}").json() == told


def test_what_we_issue_we_verify(client: Client, anonymous: Client) -> None:
    credential = issue(client, "Verified").json()["credential"]
    assert anonymous.post("/v1/credentials/verify", json={"credential": credential}).json()["verdict"] == "valid"


def test_a_faulty_recipient_is_told_field_by_field(client: Client) -> None:
    body = {"achievement_id": "http-course", "recipient": {"email": "nobody", "language": "Klingon"}}
    answer = client.post("/v1/credentials", json=body)
    assert answer.status_code == 422
    assert "email: This is no e-mail address." in answer.json()["fix"]
    assert "language: " in answer.json()["fix"]


def test_where_a_licence_depends_on_it_another_member_approves(client: Client, member: Named) -> None:
    grace, hedy = member(Role.REGISTRAR), member(Role.REGISTRAR)
    told = issue(client, "Lee", of="http-licence", member=grace).json()
    assert (told["state"], told["credential"]) == ("awaiting_review", None)
    assert problem(change(client, told["id"], "approve", member=grace)) == (409, "four_eyes")
    assert change(client, told["id"], "approve", member=hedy).json()["state"] == "offered"


def test_who_is_nobody_or_may_not_does_not_approve(client: Client, member: Named, started: Started) -> None:
    code = issue(client, "Lou", of="http-licence", member=member(Role.REGISTRAR)).json()["id"]
    assert problem(change(client, code, "approve", member="hedy")) == (404, "member_missing")
    assert problem(change(client, code, "approve")) == (422, "member_needed")
    assert problem(change(client, code, "approve", member=member(Role.AGENT))) == (422, "member_cannot_act")
    gone = member(Role.REGISTRAR)
    started.services.staff.disable(gone, dt.datetime.now(dt.UTC))
    assert problem(change(client, code, "approve", member=gone)) == (422, "member_cannot_act")
    assert client.get(f"/v1/credentials/{code}").json()["state"] == "awaiting_review"


def test_what_another_has_to_approve_nobody_prepares_without_a_name(client: Client, member: Named) -> None:
    assert problem(issue(client, "Noa", of="http-licence")) == (422, "member_needed")
    code = issue(client, "Noa", of="http-licence", member=member(Role.REGISTRAR)).json()["id"]
    change(client, code, "approve", member=member(Role.REGISTRAR))
    recipient = {"email": "noa@http.example.org", "name": "Noah"}
    assert problem(change(client, code, "correct", recipient=recipient)) == (422, "member_needed")


@pytest.mark.parametrize("step", ["suspend", "restore", "cancel", "correct", "revoke"])
def test_only_a_member_who_may_is_named_for_a_change(client: Client, member: Named, step: str) -> None:
    code, needed = issue(client, "Nia").json()["id"], {"correct": {"recipient": {"email": "nia@http.example.org"}}}
    fields = needed.get(step, {"reason": "misconduct"} if step == "revoke" else {})
    assert problem(change(client, code, step, member="anybody", **fields)) == (404, "member_missing")
    assert problem(change(client, code, step, member=member(Role.AUDITOR), **fields)) == (422, "member_cannot_act")
    assert client.get(f"/v1/credentials/{code}").json()["state"] == "offered"


def test_only_a_member_who_may_is_named_to_issue(client: Client, member: Named) -> None:
    assert problem(issue(client, "Una", member="anybody")) == (404, "member_missing")
    assert problem(issue(client, "Una", member=member(Role.AGENT))) == (422, "member_cannot_act")


def test_it_is_paused_restored_and_taken_back_for_a_reason(client: Client) -> None:
    code = issue(client, "Pia").json()["id"]
    assert change(client, code, "suspend").json()["state"] == "suspended"
    assert change(client, code, "restore").json()["state"] == "offered"
    assert change(client, code, "revoke").status_code == 422
    told = change(client, code, "revoke", reason="issued_in_error", note="Another Pia.").json()
    assert (told["state"], told["reason"]) == ("revoked", "issued_in_error")
    assert change(client, code, "restore").status_code == 409


def test_it_is_cancelled_before_it_is_collected_only(client: Client, started: Started) -> None:
    code, taken = issue(client, "Cal").json()["id"], issue(client, "Cora").json()["id"]
    assert change(client, code, "cancel").json()["state"] == "cancelled"
    link = client.post(f"/v1/credentials/{taken}/link", json={"days": 3}).json()
    ticket, services = link["path"].removeprefix("/mine/"), started.services
    services.engine.call(lambda _, now: holder.collect(services.desk, ticket, now)).result()
    assert change(client, taken, "cancel").status_code == 409


def test_a_corrected_one_takes_its_place_once(client: Client) -> None:
    old = issue(client, "Mispelt").json()["id"]
    body = {"recipient": {"email": "mispelt@http.example.org", "name": "Misspelt"}}
    sent = [
        client.post(f"/v1/credentials/{old}/correct", json=body, headers={"idempotency-key": "put-right"}).json()
        for _ in range(2)
    ]
    assert sent[0]["id"] == sent[1]["id"]
    assert sent[0]["supersedes"] == old
    assert client.get(f"/v1/credentials/{old}").json()["superseded_by"] == sent[0]["id"]


def test_the_list_has_no_names(client: Client) -> None:
    code = issue(client, "Unnamed").json()["id"]
    answer = client.get("/v1/credentials", params={"achievement_id": "http-course", "state": "offered"})
    assert code in {one["id"] for one in answer.json()["credentials"]}
    assert "Unnamed" not in answer.text
    assert answer.json()["counts"]["offered"] > 0


def test_it_takes_a_key_of_its_own_scope(key_for: Callable[..., str], anonymous: Client) -> None:
    headers = {"authorization": f"Bearer {key_for(*set(Scope) - {Scope.CREDENTIALS})}"}
    assert anonymous.get("/v1/credentials", headers=headers).status_code == 403
    assert anonymous.get("/v1/credentials").status_code == 401


def test_a_code_that_is_not_there_is_missing(client: Client) -> None:
    assert client.get("/v1/credentials/2222-2222-2222").status_code == 404


@pytest.mark.parametrize("step", ["suspend", "revoke", "cancel"])
def test_what_the_holder_is_told_comes_with_the_change(client: Client, started: Started, step: str) -> None:
    code = issue(client, "Tove").json()["id"]
    given = {"reason": "misconduct"} if step == "revoke" else {}
    assert change(client, code, step, told="x" * 501, **given).status_code == 422
    answer = change(client, code, step, told="Day two has no signature.", **given)
    assert answer.status_code == 200
    services = started.services
    held = services.engine.call(lambda _, __: services.desk.at(code)).result()
    assert held.words == "Day two has no signature."
    assert "signature" not in client.get(f"/c/{code}").text


def test_only_what_is_taken_from_somebody_is_explained_to_them(client: Client) -> None:
    code = issue(client, "Rune").json()["id"]
    assert change(client, code, "suspend").status_code == 200
    assert change(client, code, "restore", told="Why not?").status_code == 422
