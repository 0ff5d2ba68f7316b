"""What people say, who they are, the keys of clients: in no log, no error, no metric, and no file in the clear."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from tests.apps.running import humanely, running

MARK = "Zyxomarkel"
"""A word that stands in all that is sent."""

NUMBER = "+4930901820"
"""Under which they ask to be called."""

TEXTS = (
    f"Hello, my parcel {MARK} has not come and nobody answers me!",
    f"I want to talk to a human about {MARK}. Call +49 170 {MARK} 1234567 or {MARK}@example.org.",
    f"I can't go on. I want to end my life, {MARK}.",
    f"{MARK} " * 4_000,
    f"\U0001f600 {MARK} \u202e\u0000 %s {{}} \r\nX-{MARK}: 1",
)
TURN = {"conversation_id": f"c {MARK}/1", "person_id": f"p {MARK}", "text": TEXTS[0]}
LEFT = (
    {"kind": "phone", "address": NUMBER, "wish": f"After five, {MARK}."},
    {"kind": "email", "address": f"{MARK}@example.org"},
)
UNUSABLE = ({"kind": "phone", "address": f"{NUMBER} {MARK}"}, {"kind": "email", "address": f"{MARK} {NUMBER}"})
BAD_BODIES: tuple[Any, ...] = (
    MARK.encode(),
    b'{"text": "' + MARK.encode(),
    b"\xff" + MARK.encode(),
    {**TURN, "text": [MARK]},
    {**TURN, "zone": MARK},
    {**TURN, "speaker": MARK},
    {**TURN, "channel": MARK},
    {**TURN, MARK: MARK},
    {**TURN, "locale": MARK * 100},
    {**TURN, "conversation_id": MARK * 100},
    {**TURN, "tags": [MARK, {MARK: MARK}]},
    {**TURN, "text": MARK * 200_000},
)
PATHS = (
    f"/{MARK}",
    f"/v1/conversations/{MARK}",
    f"/v1/conversations/{MARK * 50}",
    f"/v1/conversations/%ff{MARK}",
    f"/v1/people/{MARK}/{MARK}",
    f"/v1/decisions/{MARK}/why",
    f"/v1/ledger/proof?index={MARK}",
    f"/v1/ledger/proof?{MARK}={MARK}",
    f"/v1/events?after={MARK}",
)


class Heard(msgspec.Struct, frozen=True):
    """All that got out of a server besides its answers to those who were right.

    Attributes:
        answers: status and body of each request.
        output: stderr and stdout, from start to end.
        files: of the data folder, by name.
        secret: the key that was used.
    """

    answers: list[tuple[int, str]]
    metrics: str
    output: str
    files: dict[str, bytes]
    secret: str


def requests(client: httpx.Client) -> Iterator[httpx.Response]:
    """Good and bad, with the mark wherever something can stand."""
    for text in TEXTS:
        yield client.post("/v1/turns", json={**TURN, "text": text}, headers={"idempotency-key": f"{MARK}{len(text)}"})
    for body in BAD_BODIES:
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        yield client.post("/v1/turns", content=content, headers={"content-type": "application/json"})
    for where in (*LEFT, *UNUSABLE):
        yield client.post(f"/v1/conversations/c%20{MARK}%2F1/contact", json=where)
    for path in PATHS:
        yield client.get(path)
        yield client.post(path, json={MARK: MARK})
        yield client.request(MARK.upper(), path)
    yield client.get("/v1/events", headers={"last-event-id": MARK})
    yield client.post("/v1/turns", json=TURN, headers={"idempotency-key": f"{MARK} {MARK}"})
    yield client.post("/v1/turns", content=b"{}", headers={"content-type": f"text/{MARK}"})
    yield client.post("/v1/turns", json=TURN, headers={"authorization": f"Bearer hum_{MARK}"})
    yield client.post("/v1/turns", json=TURN, headers={"authorization": f"{MARK} {MARK}"})
    yield client.post("/v1/outcomes", json={"decision": "0", "scale": "csat", "value": 1, "note": MARK})
    yield client.post("/v1/chat/completions", json={"model": MARK, "user": MARK, "messages": [{"role": MARK}]})
    yield client.post(f"/v1/people/{MARK}/consents", json={"act": MARK, "purpose": MARK, "note": MARK})
    yield client.post(f"/v1/people/p%20{MARK}/erase", json={})
    yield client.post("/v1/turns", json=TURN)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    folder = tmp_path_factory.mktemp("secrecy") / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text("[team]\ncalls = true\nmails = true\n", encoding="utf-8")
    with running(folder, "--access-log") as server, server.client("turns", "read", "people") as client:
        secret = client.headers["authorization"].removeprefix("Bearer ")
        answers = [(answer.status_code, answer.text) for answer in requests(client)]
        metrics = client.get("/metrics").text
        wrong = humanely("serve", "--data", str(folder), "--port", str(client.base_url.port))
        before = files_of(folder)
        _, said = server.stop()
    output = server.said + said + wrong.stdout + wrong.stderr
    return Heard(answers, metrics, output, before | files_of(folder), secret)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_of_it_was_sent(heard: Heard) -> None:
    statuses = [status for status, _ in heard.answers]
    assert statuses.count(200) >= len(TEXTS)
    assert statuses[len(TEXTS) : len(TEXTS) + len(BAD_BODIES)] == [422] * (len(BAD_BODIES) - 1) + [413]
    assert statuses[(sent := len(TEXTS) + len(BAD_BODIES)) : sent + 4] == [200, 200, 422, 422]
    assert max(statuses) < 500


def test_no_error_repeats_what_was_sent(heard: Heard) -> None:
    assert [body for status, body in heard.answers if status >= 400 and NUMBER in body] == []
    assert [body for status, body in heard.answers if status >= 400 and MARK.lower() in body.lower()] == []


def test_every_request_is_logged_without_what_was_sent(heard: Heard) -> None:
    assert heard.output.count("humanely.access") >= len(heard.answers)
    assert MARK.lower() not in heard.output.lower()
    assert NUMBER not in heard.output
    assert heard.secret not in heard.output


def test_metrics_count_and_name_nobody(heard: Heard) -> None:
    assert "humanely_turns_total" in heard.metrics
    assert MARK.lower() not in heard.metrics.lower()


def test_no_file_holds_what_was_sent_nor_the_key_of_a_client(heard: Heard) -> None:
    assert "humanely.db" in heard.files
    assert [name for name, content in heard.files.items() if MARK.lower().encode() in content.lower()] == []
    assert [name for name, content in heard.files.items() if NUMBER.encode() in content] == []
    assert [name for name, content in heard.files.items() if heard.secret.encode() in content] == []
