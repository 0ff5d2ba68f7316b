"""Appeals over HTTP: read as they were typed, decided by two, counted."""

from typing import Any

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.pipeline.credentials import appeals, holder
from humanely.pipeline.credentials.evidence import File
from tests.apps.conftest import Client
from tests.apps.http.test_credentials import Named, change, issue, problem
from tests.apps.http.test_credentials import designed as designed


@pytest.fixture
def grace(member: Named) -> str:
    """The id of a member who both issues and hears appeals."""
    return member(Role.REGISTRAR, Role.ADJUDICATOR)


@pytest.fixture
def appealed(client: Client, started: Started, grace: str) -> str:
    """The code of a credential that Grace took back, against which its holder appeals."""
    code: str = issue(client, "Tess", member=grace).json()["id"]
    change(client, code, "revoke", reason="requirements_not_met", member=grace)
    services, grounds = started.services, appeals.Grounds(statement="I was there,\nall day.", wish="Look again.")

    def file(desk: Any, now: Any) -> None:
        appeals.file(desk, holder.link(desk, code, now), grounds, [File("list.txt", b"Tess, 3 March")], now)

    services.engine.call(lambda _, now: file(services.desk, now)).result()
    return code


def step(client: Client, code: str, taken: str, **fields: object) -> Any:
    """Take a step."""
    return client.post(f"/v1/appeals/{code}/{taken}", json=fields)


def test_an_appeal_is_read_as_it_was_typed_with_its_files(client: Client, appealed: str) -> None:
    told = client.get(f"/v1/appeals/{appealed}").json()
    assert (told["state"], told["said"][0]["statement"]) == ("filed", "I was there,\nall day.")
    answer = client.get(f"/v1/appeals/{appealed}/files/{told['files'][0]['id']}")
    assert (answer.content, answer.headers["content-type"]) == (b"Tess, 3 March", "application/octet-stream")
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert client.get(f"/v1/appeals/{appealed}/files/0").status_code == 404
    assert appealed in {one["credential_id"] for one in client.get("/v1/appeals").json()["waiting"]}


def test_two_members_decide_and_what_is_overturned_counts_again(
    client: Client, appealed: str, grace: str, member: Named
) -> None:
    ida, joan = member(Role.ADJUDICATOR), member(Role.ADJUDICATOR)
    asked = step(client, appealed, "ask", what="The list.", member=ida).json()
    assert (asked["state"], asked["wanted"]) == ("evidence_wanted", "The list.")
    proposal = {"decision": "overturned", "reasons": "It was found.", "member": ida}
    assert step(client, appealed, "propose", **proposal).json()["state"] == "proposed"
    assert step(client, appealed, "decide", name="Ida", member=ida).status_code == 409
    assert step(client, appealed, "decide", name="Grace", member=grace).status_code == 409
    assert step(client, appealed, "return", why="The second list, too?", member=joan).json()["state"] == "filed"
    step(client, appealed, "propose", **proposal)
    told = step(client, appealed, "decide", name="Joan of the office", member=joan).json()
    assert (told["state"], told["name"], told["decider"]) == ("decided", "Joan of the office", joan)
    assert client.get(f"/v1/credentials/{appealed}").json()["state"] == "offered"


STEPS: dict[str, dict[str, str]] = {
    "propose": {"decision": "upheld", "reasons": "It was looked into."},
    "decide": {"name": "Joan"},
    "return": {"why": "Once more."},
}


@pytest.mark.parametrize("taken", STEPS)
def test_who_is_nobody_or_may_not_decides_nothing(client: Client, appealed: str, member: Named, taken: str) -> None:
    step(client, appealed, "propose", **STEPS["propose"], member=member(Role.ADJUDICATOR))
    before = client.get(f"/v1/appeals/{appealed}").json()
    assert problem(step(client, appealed, taken, **STEPS[taken])) == (422, "member_needed")
    assert problem(step(client, appealed, taken, **STEPS[taken], member="joan")) == (404, "member_missing")
    registrar = member(Role.REGISTRAR)
    assert problem(step(client, appealed, taken, **STEPS[taken], member=registrar)) == (422, "member_cannot_act")
    assert client.get(f"/v1/appeals/{appealed}").json() == before


def test_only_a_member_who_may_is_named_to_ask(client: Client, appealed: str, member: Named) -> None:
    assert problem(step(client, appealed, "ask", what="The list.", member="ida")) == (404, "member_missing")
    agent = member(Role.AGENT)
    assert problem(step(client, appealed, "ask", what="The list.", member=agent)) == (422, "member_cannot_act")
    assert step(client, appealed, "ask", what="The list.").json()["state"] == "evidence_wanted"


def test_figures_give_no_share_of_a_few(client: Client, appealed: str) -> None:
    told = client.get("/v1/appeals/figures", params={"days": 30}).json()
    assert told["all"]["filed"] >= 1
    assert told["by_achievement"]["http-course"]["overturned_share"] is None


def test_of_what_nobody_appealed_there_is_no_appeal(client: Client) -> None:
    assert client.get(f"/v1/appeals/{issue(client, 'Quiet').json()['id']}").status_code == 404
