"""What credentials point to is fetched from real servers, and from nowhere inside the network."""

import asyncio
import datetime as dt
from ipaddress import ip_network
from pathlib import Path

import pytest

from humanely.apps.serving.fetching import CONTROLLER_BYTES, RETRY, Fetching
from humanely.apps.serving.network import Network
from humanely.credential.verify.known import Absent, Fetched, Known, Needs, Obtained
from tests.apps.channels.webhooks.certificates import certified
from tests.apps.channels.webhooks.receiver import Answer, receiving

HERE: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1"))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
JSON = {"content-type": "application/json"}


def fetched(url: str, *, allowed: tuple[Network, ...] = HERE, within_s: float = 5.0) -> Fetched:
    async def fetch() -> Fetched:
        async with Fetching(allowed, within_s=within_s) as fetching:
            return await fetching.document(url, CONTROLLER_BYTES, NOON)

    return asyncio.run(fetch())


def answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer, *, within_s: float = 5.0) -> Fetched:
    """What comes of an answer of an https server on this machine, which is allowed here."""
    context, authority = certified(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with receiving(answer, tls=context) as server:
        return fetched(server.url, within_s=within_s)


@pytest.mark.parametrize(
    "kind", ["application/json", "application/did+json; charset=utf-8", "application/vc", "application/vc+jwt"]
)
def test_a_document_comes_with_its_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    answer = Answer(200, {"content-type": kind}, b'{"id": "x"}')
    assert answered(tmp_path, monkeypatch, answer) == Obtained(b'{"id": "x"}', NOON)


@pytest.mark.parametrize("status", [301, 302, 307, 401, 403, 404, 410])
def test_what_is_elsewhere_or_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    answer = Answer(status, {**JSON, "location": "https://localhost/elsewhere"}, b"{}")
    assert answered(tmp_path, monkeypatch, answer) == Absent("refused", at=NOON)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_whoever_is_busy_is_asked_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    came = answered(tmp_path, monkeypatch, Answer(status, JSON, b"{}"))
    assert came == Absent("unreachable", at=NOON, next_try=NOON + RETRY)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, {"content-type": "text/html"}, b"<p>Welcome</p>"),
        Answer(200, {}, b"{}"),
        Answer(200, {**JSON, "content-encoding": "gzip"}, b"\x1f\x8b"),
        Answer(200, JSON, b" " * (CONTROLLER_BYTES + 1)),
        Answer(204, JSON),
    ],
    ids=["a page", "of no kind", "packed", "too large", "empty"],
)
def test_what_is_no_small_json_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    assert answered(tmp_path, monkeypatch, answer) == Absent("bad", at=NOON)


def test_whoever_does_not_answer_in_time_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came = answered(tmp_path, monkeypatch, Answer(200, JSON, b"{}", after_s=1.0), within_s=0.2)
    assert came == Absent("unreachable", at=NOON, next_try=NOON + RETRY)


def test_this_machine_is_never_asked_unless_it_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certified(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with receiving(Answer(200, JSON, b"{}"), tls=context) as server:
        assert fetched(server.url, allowed=()) == Absent("refused", at=NOON)
        assert fetched(server.url.replace("localhost", "127.0.0.1"), allowed=()) == Absent("refused", at=NOON)
    assert server.came == []


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "https://10.0.0.7/list",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://somebody:secret@issuer.example/",
        "https://issuer.example:0/",
        "https://issuer.example:99999/",
        "https:///nowhere",
        "https://issuer.example/a b",
        "file:///etc/passwd",
        "did:web:localhost",
        "did:web:127.0.0.1",
        "did:web:issuer.example%3A8443",
        "did:key:z6Mk",
        "",
    ],
)
def test_no_other_way_of_writing_an_address_leads_inside(url: str) -> None:
    assert fetched(url, allowed=()) == Absent("refused", at=NOON)


def test_whoever_cannot_prove_their_name_gives_no_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certified(tmp_path, "elsewhere.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with receiving(Answer(200, JSON, b"{}"), tls=context) as server:
        assert fetched(server.url) == Absent("unreachable", at=NOON, next_try=NOON + RETRY)
    assert server.came == []


def test_only_what_is_missing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certified(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    before = Obtained(b'{"old": true}', NOON - dt.timedelta(hours=1))

    async def known(url: str) -> Known:
        async with Fetching(HERE) as fetching:
            return await fetching.known(
                Needs(("https://had.example",), (url,)), Known({"https://had.example": before}), NOON
            )

    with receiving(Answer(200, JSON, b"{}"), tls=context) as server:
        came = asyncio.run(known(server.url))
    assert came.controllers == {"https://had.example": before}
    assert came.status_lists == {server.url: Obtained(b"{}", NOON)}
    assert len(server.came) == 1


def test_slow_ones_take_nothing_of_the_time_of_those_behind_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, authority = certified(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))

    async def fetch(urls: tuple[str, ...]) -> Known:
        async with Fetching(HERE, within_s=0.5) as fetching:
            return await fetching.known(Needs(status_lists=urls), Known(), NOON)

    slow_ones = [Answer(200, JSON, b"{}", after_s=1.0)] * 8
    with receiving(*slow_ones, tls=context) as slow, receiving(Answer(200, JSON, b"{}"), tls=context) as quick:
        strangers = tuple(f"{slow.url}/{number}" for number in range(8))
        found = asyncio.run(fetch((*strangers, quick.url))).status_lists
    assert found[quick.url] == Obtained(b"{}", NOON)
    assert {found[one] for one in strangers} == {Absent("unreachable", at=NOON, next_try=NOON + RETRY)}
