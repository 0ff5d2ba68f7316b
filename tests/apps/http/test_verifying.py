"""Verifying over HTTP: no key, the JSON of the command, and a problem where nothing can be read."""

import base64
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from tests.apps.conftest import Client
from tests.apps.running import humanely

MUSEUM = Path(__file__).parents[2] / "credential" / "verify" / "assets"
ADDRESS = "/v1/credentials/verify"


def in_base64(name: str) -> str:
    return base64.b64encode((MUSEUM / name).read_bytes()).decode()


def without_moments(told: Any) -> Any:
    """A report without what depends on when it was made."""
    if isinstance(told, dict):
        return {name: without_moments(one) for name, one in told.items() if name not in {"at", "last_good"}}
    return [without_moments(one) for one in told] if isinstance(told, list) else told


@pytest.mark.parametrize("name", ["sound.json", "one-letter-changed.json", "expired.json", "baked.png", "sound.jwt"])
def test_the_answer_is_that_of_the_command(anonymous: Client, name: str) -> None:
    told = anonymous.post(ADDRESS, json={"file": in_base64(name), "locale": "de"})
    command = json.loads(humanely("verify", str(MUSEUM / name), "--json", "--locale", "de").stdout)
    assert told.status_code == 200
    assert without_moments(told.json()) == without_moments(command)


def test_a_credential_may_stand_in_the_body_as_it_is(anonymous: Client) -> None:
    body = b'{"credential": ' + (MUSEUM / "sound.json").read_bytes() + b"}"
    told = anonymous.post(ADDRESS, content=body, headers={"content-type": "application/json"})
    assert told.json()["verdict"] == "valid"


def test_a_jwt_stands_in_it_as_a_string(anonymous: Client) -> None:
    told = anonymous.post(ADDRESS, json={"credential": (MUSEUM / "sound.jwt").read_text(encoding="utf-8").strip()})
    assert told.json()["verdict"] == "valid"


def test_a_name_that_stands_twice_is_not_smoothed_over(anonymous: Client) -> None:
    body = b'{"credential": ' + (MUSEUM / "duplicate-keys.json").read_bytes() + b"}"
    told = anonymous.post(ADDRESS, content=body, headers={"content-type": "application/json"})
    assert told.json()["checks"][0]["cause"] == "duplicate-key"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, ""),
        ({"credential": {}, "file": "e30="}, ""),
        ({"file": "no base64!"}, "file"),
        ({"file": 3}, "file"),
        ({"credential": {}, "locale": "?"}, "locale"),
        ({"certificate": {}}, "certificate"),
    ],
)
def test_what_cannot_be_read_is_a_problem(anonymous: Client, body: dict[str, Any], field: str) -> None:
    told = anonymous.post(ADDRESS, json=body)
    assert (told.status_code, told.headers["content-type"]) == (422, "application/problem+json")
    assert told.json()["type"] == "urn:humanely:problem:request_unreadable"
    assert told.json().get("field", "") in {field, ""}


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "https://localhost/", "https://[::1]/", "file:///etc/passwd", "x"]
)
def test_an_address_that_may_not_be_asked_is_a_problem(anonymous: Client, url: str) -> None:
    told = anonymous.post(ADDRESS, json={"url": url})
    assert (told.status_code, told.json()["type"]) == (422, "urn:humanely:problem:nothing_fetched")


def test_who_asks_too_much_is_told_to_wait(started: Started) -> None:
    services = msgspec.structs.replace(started.services, public_limit=RateLimit(0.01, 2))
    with TestClient(serve(services), raise_server_exceptions=False) as client:
        told = [client.post(ADDRESS, json={"credential": {}}) for _ in range(3)]
    assert [one.status_code for one in told] == [200, 200, 429]
    assert int(told[-1].headers["retry-after"]) > 0
