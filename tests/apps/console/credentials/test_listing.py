"""The list: by state, by achievement, and one by its code."""

import pytest

from humanely.credential.design.recipient import Recipient
from humanely.pipeline.credentials import issuing
from humanely.pipeline.credentials.issuing import Wanted
from tests.apps.conftest import Client
from tests.apps.console.credentials.conftest import Office


def test_the_list_names_whom_what_and_where_it_stands(registrar: Client, office: Office) -> None:
    held = office.collected("Listed")
    page = registrar.get("/credentials?state=collected&achievement=first-aid").text
    assert "<bdi>Listed</bdi>" in page
    assert held.id in page
    assert held.id not in registrar.get("/credentials?state=revoked").text
    assert held.id not in registrar.get("/credentials?achievement=fork-lift").text


def test_how_long_one_holds_is_not_said_before_it_is_issued(registrar: Client, office: Office) -> None:
    wanted = Wanted(recipient=Recipient(email="lee@example.org"))
    office.done(lambda desk, asked: issuing.prepare(desk, asked, "fork-lift", wanted))
    office.offered("Mia")
    assert "no end" not in registrar.get("/credentials?state=awaiting_review").text
    assert "no end" in registrar.get("/credentials?state=offered").text


def test_an_appeal_is_seen_in_the_list(registrar: Client, office: Office) -> None:
    office.appealed("Contesting")
    assert "under appeal" in registrar.get("/credentials?state=revoked").text


def test_a_code_opens_its_credential_however_it_is_typed(registrar: Client, office: Office) -> None:
    code = office.offered("Typed").id
    assert registrar.get(f"/credentials?code={code.lower().replace('-', '%20')}").headers["location"].endswith(code)


def test_a_slip_in_a_code_is_said_beside_it(registrar: Client) -> None:
    answer = registrar.get("/credentials?code=2222-2222-2223")
    assert answer.status_code == 422
    assert 'id="code-fault"' in answer.text
    assert 'value="2222-2222-2223"' in answer.text


@pytest.mark.parametrize("after", ["-5", "99999999999999999999"])
def test_a_page_that_is_not_there_is_no_fault_of_ours(registrar: Client, after: str) -> None:
    assert registrar.get(f"/credentials?after={after}").status_code in {200, 422}
