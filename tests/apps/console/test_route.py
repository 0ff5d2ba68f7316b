"""What somebody thought out to break a page is refused like any slip of the pen, and is no fault of ours."""

import json
import resource

import pytest

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send

DEEP = "[" * 100_000
DOTTED = "a" + ".a" * 20_000 + " = 1"
"""The library takes more than a gigabyte for it."""
GIVEN = {
    "kind": "inclusion",
    "entry": {"index": 2**62, "at": "0001-01-01T00:00:00+23:00", "kind": "k", "subject": "s", "payload_hash": "AAAA"},
    "head": {"size": 2**62 + 1, "root": "AAAA"},
    "hashes": ["AAAA"],
}


@pytest.fixture
def everybody(signed_in: SignedIn) -> Client:
    """Somebody with all roles."""
    return signed_in(*Role)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/decisions?before=99999999999999999999999", 422),
        ("/decisions?before=-1", 422),
        ("/ledger?before=9223372036854775808", 422),
        ("/ledger?place=%00", 200),
        ("/people/%00", 404),
        ("/team/%00", 404),
        ("/settings/..%2Fsecrets%2Froot.key", 404),
        ("/settings/settings.toml%00", 404),
        ("/static/..%2Fconsole.py", 404),
        ("/inbox/99999999999999999999", 404),
    ],
)
def test_an_address_that_leads_nowhere_is_told_so(everybody: Client, address: str, status: int) -> None:
    assert everybody.get(address).status_code == status


@pytest.mark.parametrize(
    ("page", "action", "fields", "status"),
    [
        ("/keys", "/keys", {"name": "x", "scope": "read", "days": "9" * 5_000}, 422),
        ("/keys", "/replay", {"text": f"a = {DEEP}"}, 422),
        ("/keys", "/settings/policy.toml", {"text": f"a = {DEEP}", "seen": ""}, 422),
        ("/keys", "/settings/settings.toml", {"text": f"a = {DEEP}", "seen": ""}, 422),
        ("/keys", "/settings/helplines.json", {"text": DEEP, "seen": ""}, 422),
        ("/keys", "/people/ada/correct", {"turn": "9" * 30}, 422),
        ("/keys", "/ledger/proof", {"proof": f'{{"x": {DEEP}'}, 200),
        ("/keys", "/ledger/proof", {"proof": json.dumps(GIVEN)}, 200),
    ],
)
def test_a_form_that_was_thought_out_is_refused(
    everybody: Client, page: str, action: str, fields: dict[str, str], status: int
) -> None:
    assert send(everybody, page, action, **fields).status_code == status


@pytest.mark.parametrize("action", ["/replay", "/settings/policy.toml"])
def test_dots_without_end_take_no_memory(everybody: Client, action: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "more than 100 dots" in send(everybody, "/keys", action, text=DOTTED, seen="").text
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_an_origin_that_is_none_is_another_site(everybody: Client) -> None:
    assert everybody.post("/people", data={"id": "ada"}, headers={"origin": "http://["}).status_code == 403


@pytest.mark.parametrize("key", ["sign-in-tries-fix", "no-such-words", '"><script>'])
def test_a_made_up_cookie_says_nothing_and_breaks_nothing(anonymous: Client, key: str) -> None:
    page = anonymous.get("/sign-in", headers={"accept": "text/html", "cookie": f"humanely-flash={key}"})
    assert page.status_code == 200
    assert 'class="flash"' not in page.text


def test_a_form_of_more_fields_than_any_has_is_not_taken_apart(anonymous: Client) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    fields = "&".join(f"a{number}=1" for number in range(1_000))
    assert anonymous.post("/verify", content=fields, headers=kind).status_code == 422
    assert anonymous.post("/verify", content=f"{fields}&b=1", headers=kind).status_code == 400
