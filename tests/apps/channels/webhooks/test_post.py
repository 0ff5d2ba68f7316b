"""One message over a real socket: signed as the standard says, sent once, and nothing of the answer kept."""

import asyncio
import datetime as dt
import json
from ipaddress import ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.channels.webhooks.post import Post, retry_after_s, signed
from humanely.apps.channels.webhooks.schedule import Tried
from humanely.apps.serving.network import Network
from tests.apps.channels.webhooks.certificates import certified
from tests.apps.channels.webhooks.receiver import Answer, receiving

HERE: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1"))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of the public vector


def posted(url: str, *, allowed: tuple[Network, ...] = HERE, within_s: float = 5.0) -> Tried:
    async def post() -> Tried:
        now = dt.datetime.now(dt.UTC)
        headers = signed("msg_1", b'{"type":"webhook.test"}', [SECRET], now)
        async with Post(allowed, within_s=within_s) as office:
            return await office.post(url, headers, b'{"type":"webhook.test"}', now)

    return asyncio.run(post())


@pytest.mark.public_data
def test_the_public_vector_is_signed_as_it_says() -> None:
    file = Path(__file__).parents[5] / "shared" / "data" / "platform" / "standard-webhooks" / "vectors.json"
    if not file.exists():
        pytest.skip("needs the public data beside the project")
    (vector,) = json.loads(file.read_text(encoding="utf-8"))["valid"]
    at = dt.datetime.fromtimestamp(int(vector["webhook-timestamp"]), dt.UTC)
    headers = signed(vector["webhook-id"], vector["body"].encode(), [vector["secret"]], at)
    assert {name: headers[name] for name in vector if name.startswith("webhook-")} == {
        name: value for name, value in vector.items() if name.startswith("webhook-")
    }


def test_the_official_library_takes_what_is_sent() -> None:
    with receiving() as receiver:
        assert posted(receiver.url) == Tried(status=204)
    (came,) = receiver.came
    assert came.signed_by(SECRET)
    assert (came.path, came.headers["content-type"], came.headers["user-agent"]) == (
        "/hook",
        "application/json",
        "Humanely",
    )


def test_every_secret_signs() -> None:
    other = "whsec_" + "QUJD" * 8
    headers = signed("msg_1", b"{}", [SECRET, other], NOON)
    first, second = headers["webhook-signature"].split()
    assert first == signed("msg_1", b"{}", [SECRET], NOON)["webhook-signature"]
    assert second == signed("msg_1", b"{}", [other], NOON)["webhook-signature"]


def test_a_redirect_is_not_followed() -> None:
    with receiving() as elsewhere, receiving(Answer(302, {"location": elsewhere.url})) as receiver:
        assert posted(receiver.url) == Tried(status=302, fault="redirected")
    assert (len(receiver.came), elsewhere.came) == (1, [])


@pytest.mark.parametrize("status", [400, 404, 410, 429, 500, 503])
def test_an_answer_that_is_no_yes_is_told_by_its_status(status: int) -> None:
    with receiving(Answer(status, {"retry-after": "7"}, b"words of somebody else")) as receiver:
        assert posted(receiver.url) == Tried(status=status, fault=f"answered {status}", retry_after_s=7.0)


def test_whoever_does_not_answer_in_time_is_left() -> None:
    with receiving(Answer(after_s=1.0)) as receiver:
        assert posted(receiver.url, within_s=0.2) == Tried(fault="timeout")


def test_a_large_answer_is_not_read() -> None:
    with receiving(Answer(200, body=b"x" * 50_000_000)) as receiver:
        assert posted(receiver.url) == Tried(status=200)


def test_nobody_there_is_no_connection() -> None:
    with receiving() as receiver:
        url = receiver.url
    assert posted(url) == Tried(fault="no connection")


def test_this_machine_is_reached_only_where_the_operator_says_so() -> None:
    with receiving() as receiver:
        assert posted(receiver.url, allowed=()) == Tried(fault="address refused")
    assert receiver.came == []


def test_what_is_not_encrypted_goes_nowhere_else() -> None:
    everywhere = (ip_network("0.0.0.0/0"),)
    assert posted("http://198.51.100.7/hook", allowed=everywhere) == Tried(fault="address refused")


def test_a_name_that_leads_nowhere_is_said_so() -> None:
    assert posted("https://nobody.invalid/") == Tried(fault="name unknown")


def test_an_encrypted_receiver_is_told_under_the_name_it_has_a_certificate_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, authority = certified(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with receiving(tls=context) as receiver:
        assert posted(receiver.url) == Tried(status=204)


@pytest.mark.parametrize(("name", "trusted"), [("localhost", "another.pem"), ("elsewhere.example", "authority.pem")])
def test_a_receiver_that_cannot_prove_its_name_is_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: str
) -> None:
    certified(tmp_path, "somebody.example")[1].rename(tmp_path / "another.pem")
    context, _ = certified(tmp_path, name)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / trusted))
    with receiving(tls=context) as receiver:
        assert posted(receiver.url) == Tried(fault="no connection")
    assert receiver.came == []


@given(header=st.text(max_size=40))
def test_whatever_stands_in_retry_after_is_a_wait_and_never_a_fault(header: str) -> None:
    assert retry_after_s(header, NOON) >= 0.0


@pytest.mark.parametrize(
    ("header", "wait_s"),
    [
        ("", 0.0),
        ("0", 0.0),
        ("-5", 0.0),
        ("1.5", 0.0),
        ("99999999999999", 0.0),
        ("Sun, 22 Nov 2026 13:00:00 GMT", 3600.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2026 13:00:00", 3600.0),
        ("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", 0.0),
        ("Mon, 01 Jan 2026 00:00:00 +9999999999999", 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, wait_s: float) -> None:
    assert retry_after_s(header, NOON) == wait_s
