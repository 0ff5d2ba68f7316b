"""Which addresses and events a webhook may have."""

import datetime as dt

import pytest

from humanely.store.outward.webhook import EVENTS, Webhook, WebhookUnfit, require_fit

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/hooks?to=us",
        "https://[2001:db8::1]:8443/",
        "http://127.0.0.1:8080/",
        "http://localhost/x",
        "http://[::1]/",
    ],
)
def test_an_encrypted_address_is_fit_and_a_plain_one_on_this_machine(url: str) -> None:
    assert require_fit(url, ["turn.decided", "turn.decided"]) == ("turn.decided",)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        pytest.param("http://example.org/", "not encrypted", id="plain"),
        pytest.param("http://127.0.0.1.example.org/", "not encrypted", id="plain under a name like this machine's"),
        pytest.param("http://192.168.0.1/", "not encrypted", id="plain in the house"),
        pytest.param("ftp://example.org/", "no web address", id="another scheme"),
        pytest.param("https://", "no web address", id="no host"),
        pytest.param("https://example.org:x/", "no web address", id="no port"),
        pytest.param("https://[::1", "no web address", id="half a bracket"),
        pytest.param("https://me:secret@example.org/", "what is not sent", id="password"),
        pytest.param("https://example.org/#part", "what is not sent", id="fragment"),
        pytest.param("https://exämple.org/", "cannot be sent", id="beyond ASCII"),
        pytest.param("https://example.org/\r\nx: y", "cannot be sent", id="two lines"),
        pytest.param(f"https://example.org/{'x' * 2_000}", "cannot be sent", id="too long"),
        pytest.param("", "cannot be sent", id="nothing"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_and_not_quoted(url: str, fault: str) -> None:
    with pytest.raises(WebhookUnfit, match=fault) as refused:
        require_fit(url, [])
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("event", ["turn.taken", "turn", "*.decided", "handoff.", "", "a b"])
def test_an_event_that_there_is_not_is_refused(event: str) -> None:
    with pytest.raises(WebhookUnfit, match="an event that there is not"):
        require_fit("https://example.org/", ["turn.decided", event])


def test_none_asked_for_is_all() -> None:
    events = require_fit("https://example.org/", [])
    hook = Webhook(id="1", url="https://example.org/", events=events, words=False, created_at=NOON)
    assert [event for event in EVENTS if not hook.wants(event)] == []


def test_a_group_is_all_of_its_events_and_nothing_else() -> None:
    hook = Webhook(id="1", url="", events=("consent.*",), words=False, created_at=NOON)
    assert [one for one in EVENTS if hook.wants(one)] == ["consent.given", "consent.refused", "consent.withdrawn"]
