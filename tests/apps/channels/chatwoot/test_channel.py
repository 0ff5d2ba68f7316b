"""Chatwoot and a server in a process of its own, over real sockets."""

import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.apps.channels.chatwoot.bot import PATH
from tests.apps.channels.chatwoot.standin import BOT_TOKEN, USER_TOKEN, Chatwoot, chatwoot
from tests.apps.running import Running, humanely, running

WITHIN_S = 20.0
SIGNS = "signing-secret-for-tests"


def _prepared(folder: Path, there: Chatwoot) -> Path:
    """A data folder with the files of an operator who has a Chatwoot."""
    folder.mkdir(exist_ok=True)
    for name, secret in {"bot": BOT_TOKEN, "reader": USER_TOKEN, "path": PATH, "signs": SIGNS}.items():
        (folder / name).write_text(f"{secret}\n", encoding="utf-8")
    (folder / "settings.toml").write_text(
        f'noticed = true\n[chatwoot]\nurl = "{there.address}"\naccount = {there.account}\nbot_token_file = "bot"\n'
        'reader_token_file = "reader"\nsecret_file = "path"\nsignature_file = "signs"\npoll_s = 600\n',
        encoding="utf-8",
    )
    there.signing_secret = SIGNS
    return folder


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that listens to a Chatwoot which has nothing to say."""
    with chatwoot() as there, running(_prepared(tmp_path_factory.mktemp("listening"), there)) as server:
        yield server


def _address(server: Running) -> str:
    return f"{server.address}/v1/channels/chatwoot/{PATH}"


def _held(reached: threading.Event, held: threading.Event) -> None:
    reached.set()
    held.wait(WITHIN_S)


def _quiet(there: Chatwoot) -> bool:
    """Nothing is asked of Chatwoot any more for a while."""

    def silent() -> bool:
        asked = len(there.asked)
        time.sleep(1.2)
        return len(there.asked) == asked

    return _until(silent)


def _until(true: Callable[[], object]) -> bool:
    until = time.monotonic() + WITHIN_S
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_conversation_from_the_first_word_to_a_human_and_back(folder: Path, there: Chatwoot) -> None:
    with running(_prepared(folder, there)) as server:
        there.webhook = _address(server)
        number = there.begin("Hello, where is my order?")
        assert _until(lambda: len(there.said(number)) == 1)
        there.customer(number, "That does not help. Let me talk to a person, please!")
        assert _until(lambda: there.conversations[number]["status"] == "open")
        there.agent(number, "Hello Ada, it will be there tomorrow.")
        there.customer(number, "Thank you very much!")
        assert _quiet(there)
        there.turn(number, "resolved")
        assert _quiet(there)
        there.customer(number, "Hello, can I change my address?")
        assert _until(lambda: len(there.said(number)) >= 3)
        assert _quiet(there)  # a loop would go on
        assert (there.conversations[number]["status"], len(there.notes(number))) == ("pending", 1)
        assert len(there.said(number)) == 3
        assert {status for _, status in there.told} == {200}


def test_a_webhook_that_was_taken_survives_the_end_of_the_process(folder: Path, there: Chatwoot) -> None:
    reached, held = threading.Event(), threading.Event()
    with running(_prepared(folder, there)) as server:
        there.webhook = _address(server)
        there.before_answer = lambda method, path: _held(reached, held)
        number = there.begin("Hello, where is my order?")
        assert reached.wait(WITHIN_S)
        assert _until(lambda: there.told == [("message_created", 200)])
        server.process.kill()
        server.process.wait()
    there.webhook = None
    held.set()
    assert there.said(number) == []
    with running(folder):
        assert _until(lambda: len(there.said(number)) == 1)


def test_a_secret_that_is_missing_is_told_at_the_start(folder: Path, there: Chatwoot) -> None:
    (_prepared(folder, there) / "bot").unlink()
    ended = humanely("serve", "--data", str(folder), "--port", "0")
    assert ended.returncode == 1
    assert "bot' holds no secret that can be used: No such file or directory." in " ".join(ended.stderr.split())


@pytest.mark.parametrize(
    ("path", "secret", "age_s", "body", "status"),
    [
        (PATH, SIGNS, 0, {"event": "webwidget_triggered"}, 200),
        ("another-secret-of-some-length", SIGNS, 0, {"event": "webwidget_triggered"}, 401),
        (PATH, "another", 0, {"event": "webwidget_triggered"}, 401),
        (PATH, SIGNS, 3600, {"event": "webwidget_triggered"}, 401),
        (PATH, SIGNS, 0, {"event": "message_created", "account": {"id": 9999}}, 401),
        (PATH, SIGNS, 0, {"no": "event"}, 422),
    ],
)
def test_only_our_chatwoot_is_listened_to(
    listening: Running, path: str, secret: str, age_s: int, body: object, status: int
) -> None:
    sent, at = json.dumps(body).encode(), str(int(time.time()) - age_s)
    signed = hmac.digest(secret.encode(), at.encode() + b"." + sent, "sha256").hex()
    headers = {"x-chatwoot-timestamp": at, "x-chatwoot-signature": f"sha256={signed}"}
    answer = httpx.post(f"{listening.address}/v1/channels/chatwoot/{path}", content=sent, headers=headers)
    assert answer.status_code == status
    assert PATH not in answer.text


def test_a_time_without_end_is_no_time(listening: Running) -> None:
    headers = {"x-chatwoot-timestamp": "9" * 5_000, "x-chatwoot-signature": "sha256=00"}
    assert httpx.post(_address(listening), content=b"{}", headers=headers).status_code == 401


def test_json_without_end_is_no_webhook(listening: Running) -> None:
    sent, at = b'{"event": ' + b"[" * 100_000, str(int(time.time()))
    signed = hmac.digest(SIGNS.encode(), at.encode() + b"." + sent, "sha256").hex()
    headers = {"x-chatwoot-timestamp": at, "x-chatwoot-signature": f"sha256={signed}"}
    assert httpx.post(_address(listening), content=sent, headers=headers).status_code == 422
