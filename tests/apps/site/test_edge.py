"""What happens to every request: sub-paths, proxies, the log; nothing of a person in any of them."""

import logging
from collections.abc import Iterator

import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from tests.apps.conftest import Client
from tests.apps.http.test_turns import FRUSTRATED, turn


@pytest.fixture(scope="module")
def proxied(started: Started) -> Iterator[Client]:
    """Behind a proxy that shows us under a sub-path."""
    services = msgspec.structs.replace(started.services, root="/humanely")
    with TestClient(serve(services)) as client:
        yield client


@pytest.mark.parametrize("path", ["/humanely/health", "/health"])
def test_the_sub_path_may_be_stripped_by_the_proxy_or_not(proxied: Client, path: str) -> None:
    assert proxied.get(path).json()["status"] == "alive"


def test_documents_lead_back_to_the_sub_path(proxied: Client) -> None:
    assert proxied.get("/humanely/openapi.json").json()["servers"] == [{"url": "/humanely"}]
    assert 'href="/humanely/openapi.json"' in proxied.get("/humanely/docs").text


def test_what_a_stranger_says_of_a_proxy_is_not_believed(anonymous: Client) -> None:
    answer = anonymous.get("/openapi.json", headers={"x-forwarded-prefix": "/elsewhere"})
    assert answer.json()["servers"] == [{"url": "/"}]


@pytest.fixture
def trusting(started: Started) -> Iterator[Client]:
    """Behind a proxy whose headers are believed."""
    with TestClient(serve(msgspec.structs.replace(started.services, trusts_proxy=True))) as client:
        yield client


def test_the_prefix_of_a_trusted_proxy_is_believed(trusting: Client) -> None:
    answer = trusting.get("/openapi.json", headers={"x-forwarded-prefix": "/elsewhere/"})
    assert answer.json()["servers"] == [{"url": "/elsewhere"}]


def test_a_prefix_that_would_be_another_host_is_not_believed(trusting: Client) -> None:
    answer = trusting.get("/openapi.json", headers={"x-forwarded-prefix": "//evil.example"})
    assert answer.json()["servers"] == [{"url": "/"}]


def test_the_address_a_trusted_proxy_saw_is_logged(trusting: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "humanely.access")
    trusting.get("/health", headers={"x-forwarded-for": "10.9.9.9, 192.0.2.7"})
    assert caplog.messages[0].startswith("192.0.2.7 GET health 200 ")


@pytest.mark.parametrize("path", ["/health", "/v1/turns", "/nowhere", "/docs", "/sign-in", "/account", "/widget.js"])
def test_whatever_is_answered_runs_no_foreign_script_and_stands_in_no_frame(anonymous: Client, path: str) -> None:
    answer = anonymous.get(path, follow_redirects=False)
    (policy,) = answer.headers.get_list("content-security-policy")
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_neither_log_nor_metrics_hold_ids_or_words(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    turn(client, "conversation-of-mrs-x")
    client.get("/v1/conversations/conversation-of-mrs-x?secret=words")
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("humanely"))
    metrics = client.get("/metrics").text
    assert "take_turn 200" in ours
    assert not [one for one in ("mrs-x", "secret", FRUSTRATED[:12]) if one in ours + metrics]


def test_turns_and_decisions_are_counted(client: Client) -> None:
    turn(client, "metrics")
    metrics = client.get("/metrics").text
    assert 'humanely_turns_total{speaker="customer"}' in metrics
    assert 'humanely_requests_total{operation="take_turn",status="200"}' in metrics


def test_who_is_ready_says_with_what(client: Client) -> None:
    told = client.get("/ready").json()
    assert told["status"] == "ready"
    assert told["model"].startswith("humanely-text")
