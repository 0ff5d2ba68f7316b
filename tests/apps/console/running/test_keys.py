"""Keys of the API: shown once, revoked for good, and on record with who did it."""

import json
import re

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send


@pytest.fixture
def admin(signed_in: SignedIn) -> Client:
    return signed_in(Role.ADMIN)


def test_a_key_is_shown_once_and_opens_what_it_is_for(admin: Client, anonymous: Client) -> None:
    page = send(admin, "/keys", "/keys", name="a shop", scope=["turns"], days="3")
    secret = re.findall(r"hum_[0-9a-f]{16}_[\w-]{43}", page.text)[0]
    turn = {"conversation_id": "by key", "person_id": "key-ada", "text": "Hello"}
    assert anonymous.post("/v1/turns", json=turn, headers={"x-api-key": secret}).status_code == 200
    assert secret not in admin.get("/keys").text
    assert "a shop" in admin.get("/keys").text


def test_who_made_and_who_revoked_a_key_is_on_record(admin: Client, started: Started) -> None:
    secret = re.findall("hum_([0-9a-f]{16})_", send(admin, "/keys", "/keys", name="b", scope=["read"]).text)[0]
    done = send(admin, "/keys", f"/keys/{secret}/revoke")
    assert (done.status_code, done.headers["location"]) == (303, "/keys")
    entries = started.services.recent.entries(2, kind="key")
    kept = (started.services.ledger.entry(one.index) for one in entries)
    told = [json.loads(one.payload or b"") for one in kept if one is not None]
    assert [(one["act"], one["id"]) for one in told] == [("revoked", secret), ("created", secret)]
    assert told[0]["by"] == told[1]["by"]
    assert "revoked" in admin.get("/keys").text


@pytest.mark.parametrize(
    ("filled", "says"),
    [
        ({"name": "", "scope": ["read"]}, "it has no name that can be shown"),
        ({"name": "c", "scope": []}, "it would be good for nothing"),
        ({"name": "c", "scope": ["read"], "days": "soon"}, "The days are no number that can be."),
        ({"name": "c", "scope": ["read"], "days": "0"}, "The days are no number that can be."),
    ],
    ids=str,
)
def test_what_cannot_be_made_is_shown_again_with_what_is_wrong(
    admin: Client, filled: dict[str, str | list[str]], says: str
) -> None:
    page = send(admin, "/keys", "/keys", **filled)
    assert page.status_code == 422
    assert says in page.text
