"""What another policy would have decided, tried on what is recorded, without a name of anybody."""

import pytest

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.records.conftest import Wrote

STRICTER = """name = "stricter"
[thresholds]
failed_attempts = 1
felt_from = 0.1
comfort_from = 0.1
"""


@pytest.fixture
def admin(signed_in: SignedIn) -> Client:
    return signed_in(Role.ADMIN)


def test_a_policy_is_tried_and_nothing_is_recorded(admin: Client, wrote: Wrote, client: Client) -> None:
    wrote("replayed-ada")
    before = client.get("/v1/ledger/checkpoint").text.splitlines()[1]
    page = send(admin, "/replay", "/replay", text=STRICTER)
    assert page.status_code == 200
    assert "stricter-" in page.text
    assert "conversations would change" in page.text
    assert client.get("/v1/ledger/checkpoint").text.splitlines()[1] == before


def test_what_is_shown_names_nobody(admin: Client, wrote: Wrote) -> None:
    wrote("replayed-bo")
    assert "replayed-bo" not in send(admin, "/replay", "/replay", text=STRICTER).text


def test_a_text_that_is_no_policy_is_shown_again_with_what_is_wrong(admin: Client) -> None:
    page = send(admin, "/replay", "/replay", text='name = "x"\n[thresholds]\nlow = 7\n')
    assert page.status_code == 422
    assert "low is 7" in page.text
    assert "low = 7" in page.text
