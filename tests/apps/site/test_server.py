"""The server over a real socket: it streams, it resumes, it stops in order."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from humanely.apps.site.server import AddressUnusable, reserve
from humanely.trust.checkpoint import Checkpoint, parse
from tests.apps.running import Running, humanely, running

TURN = {"conversation_id": "c", "person_id": "p", "text": "Where is my parcel? I have waited for weeks."}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("served") / "data") as started:
        yield started


def events(lines: Iterator[str], count: int) -> list[dict[str, Any]]:
    data = (json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: "))
    return [event for event, _ in zip(data, range(count), strict=False)]


def test_it_says_at_start_where_it_answers_and_what_is_missing(server: Running) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    assert "No consent text is set" in server.said
    assert str(server.folder) in server.said
    assert httpx.get(f"{server.address}/health").json()["status"] == "alive"


def test_a_key_made_while_it_runs_opens_at_once(server: Running) -> None:
    with server.client("turns") as client:
        assert client.post("/v1/turns", json=TURN).status_code == 200


def test_a_listener_hears_what_is_recorded(server: Running) -> None:
    with server.client("turns", "read") as client, client.stream("GET", "/v1/events") as heard:
        assert heard.headers["content-type"].startswith("text/event-stream")
        lines = heard.iter_lines()
        assert next(lines) == ": humanely"
        client.post("/v1/turns", json={**TURN, "conversation_id": "heard"})
        told = events(lines, 1)
    assert (told[0]["type"], told[0]["conversation_id"]) == ("turn", "heard")


def test_a_listener_that_was_cut_off_goes_on_where_it_was(server: Running) -> None:
    with server.client("turns", "read") as client:
        place = int(client.post("/v1/turns", json={**TURN, "conversation_id": "cut off"}).json()["id"])
        with client.stream("GET", "/v1/events", headers={"last-event-id": str(place)}) as heard:
            first = events(heard.iter_lines(), 1)[0]
    assert int(first["id"]) == place + 1


def test_a_last_event_that_is_none_is_refused(server: Running) -> None:
    with server.client("read") as client:
        answer = client.get("/v1/events", headers={"last-event-id": "yesterday"})
    assert (answer.status_code, answer.json()["field"]) == (422, "Last-Event-ID")


def newest(folder: Path) -> Checkpoint:
    file = max((folder / "checkpoints").glob("*.checkpoint"))
    return parse(file.read_text(encoding="utf-8").split("\n\n")[0] + "\n")


def test_it_stops_in_order_though_somebody_listens(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server, server.client("turns", "read") as client:
        answers: list[int] = []
        lines: list[str] = []

        def ask_late() -> None:
            long = {**TURN, "conversation_id": "late", "text": "Nobody answers me. " * 900}
            # What the server had not yet read when its connections closed, it never had.
            with contextlib.suppress(httpx.RemoteProtocolError, httpx.ConnectError, httpx.ReadError):
                answers.append(client.post("/v1/turns", json=long).status_code)

        with client.stream("GET", "/v1/events") as heard:
            client.post("/v1/turns", json=TURN)
            asking = threading.Thread(target=ask_late)
            asking.start()
            lines.append(next(heard.iter_lines()))
            status, said = server.stop()
            asking.join()
        verified = humanely("ledger", "verify", "--data", str(server.folder))
    assert (status, lines) == (0, [": humanely"])
    assert "Stopped." in said
    assert answers in ([200], [503], [])
    assert newest(server.folder).size >= 4
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_a_taken_port_is_said_so() -> None:
    with reserve("127.0.0.1", 0) as first:
        first.listen(1)
        with pytest.raises(AddressUnusable, match="the port is taken"):
            reserve("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_is_said_so() -> None:
    with pytest.raises(AddressUnusable, match="not one of this machine"):
        reserve("192.0.2.1", 8000)
    with pytest.raises(AddressUnusable, match="no such address"):
        reserve("no such host", 8000)


def test_any_free_port_is_a_port_of_its_own() -> None:
    with reserve("127.0.0.1", 0) as one, reserve("127.0.0.1", 0) as other:
        ports = {held.getsockname()[1] for held in (one, other)}
    assert len(ports) == 2
    assert isinstance(one, socket.socket)


def test_what_has_been_kept_long_enough_goes_at_the_next_start(folder: Path) -> None:
    with running(folder) as first, first.client("turns") as client:
        client.post("/v1/turns", json={"conversation_id": "old", "person_id": "p", "text": "Where is my order?"})
        first.stop()
    (folder / "retention.toml").write_text('[message]\ndays = 0\nreason = "Nothing is kept here."\n', encoding="utf-8")
    with running(folder) as second, second.client("read") as client:
        assert first_act_within(client, "old", "gone", seconds=10)
    assert humanely("ledger", "verify", "--data", str(folder)).returncode == 0


def first_act_within(client: httpx.Client, conversation: str, kind: str, *, seconds: float) -> bool:
    """Whether the first act of a conversation is of a kind in time; the run goes beside the first requests."""
    until = time.monotonic() + seconds
    while client.get(f"/v1/conversations/{conversation}").json()["acts"][0]["type"] != kind:
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
