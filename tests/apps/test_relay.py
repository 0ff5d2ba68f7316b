"""What a bot's own model wrote: tools go back to the bot, what may not be sent is written anew, faults are met.

The peer gives answers no small local model can be made to give on demand; `tests/apps/http/test_completions.py` asks a
real one.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from litestar.testing import TestClient
from litestar.types import ASGIApp

from humanely.apps.site.app import serve
from humanely.apps.site.start import Where, start
from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys
from tests.response.peer import Peer, Said, saying

Client = TestClient[ASGIApp]


def wrote(content: str | None, **more: Any) -> Said:
    """A completion as model servers send it."""
    message = {"role": "assistant", "content": content, **more}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if more else "stop"}
    usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
    body = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Said(body=msgspec.json.encode(body))


CALLS = {"id": "call_1", "type": "function", "function": {"name": "look_up", "arguments": '{"parcel": "12"}'}}


@contextmanager
def relaying(folder: Path, *answers: Said) -> Iterator[tuple[Client, Peer]]:
    """A server whose model server gives these answers."""
    with saying(answers) as peer:
        settings = f'noticed = true\n[model_server]\nbase_url = "{peer.base_url}"\nmodel = "m"\nretries = 0\n'
        folder.mkdir(exist_ok=True)
        (folder / "settings.toml").write_text(settings, encoding="utf-8")
        opened = start(Where(folder=folder))
        key = (
            ApiKeys(opened.data.database, opened.data.entropy).create("t", list(Scope), dt.datetime.now(dt.UTC))[1].text
        )
        with TestClient(serve(opened.services)) as client:
            client.headers["authorization"] = f"Bearer {key}"
            yield client, peer
        opened.services.engine.stop()
        opened.close()


def ask(client: Client, messages: Sequence[Any]) -> dict[str, Any]:
    """One chat completion of one conversation."""
    headers = {"x-humanely-conversation": "c"}
    answer = client.post("/v1/chat/completions", json={"messages": messages, "tools": [CALLS]}, headers=headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


QUESTION = {"role": "user", "content": "Where is parcel 12?"}


def test_a_call_of_a_tool_goes_back_as_it_came_and_what_follows_is_answered(tmp_path: Path) -> None:
    with relaying(tmp_path, wrote(None, tool_calls=[CALLS]), wrote("It arrives on Friday.")) as (client, peer):
        first = ask(client, [QUESTION])
        said = {"role": "assistant", "content": None, "tool_calls": [CALLS]}
        found = {"role": "tool", "tool_call_id": "call_1", "content": "Parcel 12 arrives on Friday."}
        second = ask(client, [QUESTION, said, found])
    assert first["choices"][0]["message"]["tool_calls"] == [CALLS]
    assert first["empathy"]["response"] is None
    assert second["choices"][0]["message"]["content"].endswith("It arrives on Friday.")
    assert second["empathy"]["id"] == first["empathy"]["id"]
    assert b"Parcel 12 arrives" in peer.heard[1][1]


def test_the_bot_model_is_told_what_the_moment_calls_for(tmp_path: Path) -> None:
    with relaying(tmp_path, wrote("It is being looked into now.")) as (client, peer):
        ask(client, [{"role": "system", "content": "You are Kite."}, QUESTION])
    sent = msgspec.json.decode(peer.heard[0][1])
    assert sent["messages"][0]["content"] == "You are Kite."
    assert sent["messages"][-1]["role"] == "system"
    assert sent["tools"] == [CALLS]


def test_what_may_not_be_promised_is_written_anew(tmp_path: Path) -> None:
    promised, plain = wrote("I promise you a full refund today!"), wrote("A colleague can look into the refund.")
    with relaying(tmp_path, promised, plain) as (client, peer):
        answer = ask(client, [{"role": "user", "content": "Will I get my money back?"}])
    assert answer["choices"][0]["message"]["content"].endswith("A colleague can look into the refund.")
    assert answer["empathy"]["response"]["source"] == "draft"
    assert len(peer.heard) == 2


def test_what_may_not_be_sent_twice_goes_to_a_human(tmp_path: Path) -> None:
    with relaying(tmp_path, wrote("I promise you a full refund today!")) as (client, peer):
        answer = ask(client, [{"role": "user", "content": "Will I get my money back?"}])
    assert "promise" not in answer["choices"][0]["message"]["content"]
    assert "human" in answer["choices"][0]["message"]["content"]
    assert answer["empathy"]["response"]["source"] == "scripted"
    assert not answer["empathy"]["response"]["check"]["passed"]
    assert len(peer.heard) == 2


def test_a_model_server_that_fails_leaves_nobody_without_an_answer(tmp_path: Path) -> None:
    with relaying(tmp_path, Said(status=500)) as (client, _):
        answer = ask(client, [QUESTION])
    assert "human" in answer["choices"][0]["message"]["content"]
    assert answer["empathy"]["response"]["source"] == "scripted"
