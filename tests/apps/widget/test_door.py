"""The way in for the public: whose it is, how much, how often."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.apps.running import running
from tests.apps.widget.conftest import Visiting

NAMES = (
    "say", "human", "decline", "contact", "feeling", "consents", "consent", "behaviour", "typing", "why", "export",
    "erase",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("token", ["", "Bearer made-up", "Bearer hum_abc"])
def test_nobody_gets_in_without_a_token_of_ours(public: httpx.Client, name: str, token: str) -> None:
    told = public.post(f"/widget/{name}", json={}, headers={"authorization": token} if token else {})
    assert told.status_code == 401
    assert told.json()["type"] == "urn:humanely:problem:visitor_unknown"


def test_events_need_a_token_too(public: httpx.Client) -> None:
    assert public.get("/widget/events").status_code == 401


@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"", 422, id="nothing"),
        pytest.param(b"no json", 422, id="no json"),
        pytest.param(b'{"text": ""}', 422, id="empty"),
        pytest.param(b'{"text": 3}', 422, id="a number"),
        pytest.param(b'{"text": "Hello", "person_id": "ada"}', 422, id="a field that is not ours"),
        pytest.param(b'{"text": "' + b"a" * 4_001 + b'"}', 422, id="too long"),
        pytest.param(b'{"text": "' + b"a" * 70_000 + b'"}', 413, id="far too long"),
    ],
)
def test_what_cannot_be_read_is_refused_without_quoting_it(
    public: httpx.Client, visitor: Visiting, content: bytes, status: int
) -> None:
    headers = {"authorization": f"Bearer {visitor.began['token']}", "content-type": "application/json"}
    told = public.post("/widget/say", content=content, headers=headers)
    assert told.status_code == status
    assert "aaaa" not in told.text


def test_a_form_of_another_page_cannot_speak_for_a_visitor(public: httpx.Client, visitor: Visiting) -> None:
    headers = {"authorization": f"Bearer {visitor.began['token']}", "content-type": "text/plain"}
    assert public.post("/widget/say", content=b'{"text": "Hello"}', headers=headers).status_code == 415


def test_the_same_message_sent_twice_is_taken_once(visitor: Visiting) -> None:
    first = visitor.say("Where is my parcel?", key="one")
    again = visitor.say("Where is my parcel?", key="one")
    assert [line["text"] for line in first["lines"]] == [line["text"] for line in again["lines"]]
    assert again["place"] == first["place"]


def test_another_message_under_the_same_key_is_refused(visitor: Visiting) -> None:
    visitor.say("Where is my parcel?", key="one")
    assert visitor.post("say", key="one", text="Something else").status_code == 422


def test_two_visitors_may_use_one_key(visit: Callable[..., Visiting]) -> None:
    one, other = visit(), visit()
    assert one.say("Hello, I am one.", key="k")["lines"][0]["text"] == "Hello, I am one."
    assert other.say("Hello, I am the other.", key="k")["lines"][0]["text"] == "Hello, I am the other."


@pytest.mark.parametrize("key", ["with space", "a" * 101])
def test_a_key_that_cannot_be_used_is_refused(visitor: Visiting, key: str) -> None:
    told = visitor.post("say", headers={"idempotency-key": key}, text="Hello")
    assert told.status_code == 422


def test_who_asks_too_much_is_told_when_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text("[widget]\nenabled = true\nper_minute = 3\n", encoding="utf-8")
    with running(folder) as server, httpx.Client(base_url=server.address, timeout=30) as client:
        one, other = Visiting(client), Visiting(client)
        answers = [one.post("consents") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
        assert int(answers[-1].headers["retry-after"]) > 0
        assert other.post("consents").status_code == 200


def test_where_it_is_off_nothing_answers(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server, httpx.Client(base_url=server.address, timeout=30) as client:
        assert client.get("/widget.js").status_code == 404
        assert client.post("/widget/start", json={}).status_code == 404
        assert client.get("/demo").status_code == 404
