"""Facts about the client of model servers: against a real model, and against peers that show a fault."""

import email.utils
import logging
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from humanely.response.generated.completion import ChatMessage, Completion
from humanely.response.generated.local_model import LocalModel
from humanely.response.generated.model_server import ModelServer, connect
from humanely.response.generated.model_server_faults import (
    ModelKeyMissing,
    ModelServerFault,
    ModelServerInvalid,
    ModelServerRefused,
    ModelServerTimedOut,
    ModelServerUnreachable,
    ModelServerUnreadable,
)
from humanely.response.generated.model_server_settings import ServerSettings
from tests.response.peer import Said, saying

ASKED = (ChatMessage("user", "Say hello to Zebulon."),)
KEY = "sk-quokka-4711"
WHOLE = Said(
    body=b'{"model": "m-2", "choices": [{"message": {"content": "Hello."}, "finish_reason": "stop"}],'
    b' "usage": {"prompt_tokens": 1000, "completion_tokens": 500}}'
)
BUSY = Said(status=429)


def settings(base_url: object, **changed: object) -> ServerSettings:
    quick = ServerSettings(base_url=str(base_url), model="m", timeout_s=2.0, deadline_s=5.0, retries=2)
    return msgspec.structs.replace(quick, **changed)


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


# ── a real model ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_real_model_answers_and_is_counted(local_model: LocalModel) -> None:
    completion = local_model.server.complete(ASKED)
    assert completion.text.strip()
    assert completion.usage.tokens_in
    assert completion.usage.tokens_out
    assert (completion.usage.cost, completion.usage.attempts) == (0.0, 1)
    assert completion.usage.model == "SmolLM2-135M-Instruct.Q4_1"


def test_a_stream_gives_pieces_and_last_the_whole(local_model: LocalModel) -> None:
    *pieces, whole = local_model.server.stream(ASKED)
    assert isinstance(whole, Completion)
    assert len(pieces) > 1
    assert "".join(map(str, pieces)) == whole.text
    assert whole.usage.tokens_out


def test_an_answer_out_of_room_says_so(local_model: LocalModel) -> None:
    long = (ChatMessage("user", "Tell me a very long story about a river, with many chapters."),)
    assert local_model.server.complete(long).cut
    assert [*local_model.server.stream(long)][-1].cut  # type: ignore[union-attr]


def test_a_stream_may_be_left_and_the_server_asked_again(local_model: LocalModel) -> None:
    stream = local_model.server.stream(ASKED)
    next(stream)
    del stream
    assert local_model.server.complete(ASKED).text


def test_threads_share_one_server(local_model: LocalModel) -> None:
    with ThreadPoolExecutor(4) as pool:
        came = list(pool.map(lambda _: local_model.server.complete(ASKED).text.strip(), range(4)))
    assert all(came)


def test_a_wrong_key_is_refused_by_a_real_server(local_model: LocalModel) -> None:
    with ModelServer(local_model.server.settings, "wrong") as server, pytest.raises(ModelServerRefused) as refused:
        server.complete(ASKED)
    assert refused.value.answered == 401
    assert "key is right" in refused.value.fix


def test_more_than_the_model_can_read_is_refused(local_model: LocalModel) -> None:
    with pytest.raises(ModelServerRefused, match="status 400"):
        local_model.server.complete([ChatMessage("user", "word " * 9000)])


# ── no answer ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_port_where_nobody_listens_is_tried_again_and_named() -> None:
    port = closed_port()
    with ModelServer(settings(f"http://127.0.0.1:{port}/v1")) as server:
        began = time.monotonic()
        with pytest.raises(ModelServerUnreachable, match=f"127.0.0.1:{port}"):
            server.complete(ASKED)
    assert time.monotonic() - began >= 0.75


def test_a_server_that_never_answers_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with ModelServer(settings(f"http://127.0.0.1:{port}/v1", timeout_s=0.2)) as server:
            with pytest.raises(ModelServerTimedOut, match=r"within 0\.2 s"):
                server.complete(ASKED)
            with pytest.raises(ModelServerTimedOut):
                next(server.stream(ASKED))


def test_a_server_that_dribbles_is_held_to_the_deadline() -> None:
    def dribble(listener: socket.socket) -> None:
        taken, _ = listener.accept()
        with taken:
            taken.recv(65536)
            taken.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            try:
                for _ in range(200):
                    taken.sendall(b"1\r\n \r\n")
                    time.sleep(0.05)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=dribble, args=(listener,))
        thread.start()
        base_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        with ModelServer(settings(base_url, deadline_s=0.4)) as server, pytest.raises(ModelServerTimedOut):
            server.complete(ASKED)
        thread.join()


def test_a_server_that_hangs_up_is_tried_again() -> None:
    def hang_up(listener: socket.socket) -> None:
        for _ in range(3):
            taken, _ = listener.accept()
            taken.recv(65536)
            taken.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=hang_up, args=(listener,))
        thread.start()
        base_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        with ModelServer(settings(base_url)) as server, pytest.raises(ModelServerUnreachable):
            server.complete(ASKED)
        thread.join(timeout=5)
        assert not thread.is_alive()


def test_no_time_left_is_a_time_out_without_a_call() -> None:
    with saying([WHOLE]) as peer, ModelServer(settings(peer.base_url)) as server:
        with pytest.raises(ModelServerTimedOut):
            server.complete(ASKED, within_s=0.0)
        assert peer.heard == []


# ── busy and failing ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fault", [BUSY, Said(status=500), Said(status=503, headers={"Retry-After": "0"})])
def test_a_server_that_recovers_is_asked_again(fault: Said) -> None:
    with saying([fault, WHOLE]) as peer, ModelServer(settings(peer.base_url)) as server:
        completion = server.complete(ASKED)
    assert (completion.text, completion.usage.attempts, len(peer.heard)) == ("Hello.", 2, 2)


def test_a_server_is_left_alone_as_long_as_it_asks() -> None:
    with (
        saying([Said(status=429, headers={"Retry-After": "1"}), WHOLE]) as peer,
        ModelServer(settings(peer.base_url)) as server,
    ):
        assert server.complete(ASKED).usage.latency_s >= 1


def test_a_date_to_come_back_at_counts_too() -> None:
    later = email.utils.formatdate(time.time() + 3600, usegmt=True)
    with (
        saying([Said(status=429, headers={"Retry-After": later})]) as peer,
        ModelServer(settings(peer.base_url)) as server,
        pytest.raises(ModelServerRefused) as refused,
    ):
        server.complete(ASKED)
    assert refused.value.retry_after_s == pytest.approx(3600, abs=30)
    assert len(peer.heard) == 1


def test_a_wait_that_says_nothing_readable_is_none() -> None:
    with (
        saying([Said(status=429, headers={"Retry-After": "soon"}), WHOLE]) as peer,
        ModelServer(settings(peer.base_url)) as server,
    ):
        assert server.complete(ASKED).text == "Hello."


def test_a_server_that_stays_busy_is_given_up() -> None:
    with saying([BUSY]) as peer, ModelServer(settings(peer.base_url)) as server:
        with pytest.raises(ModelServerRefused, match=r"status 429\. Wait"):
            server.complete(ASKED)
        assert len(peer.heard) == 3


@pytest.mark.parametrize("status", [301, 400, 403, 404])
def test_what_asking_again_does_not_change_is_asked_once(status: int) -> None:
    with (
        saying([Said(status=status, headers={"Location": "http://127.0.0.1:9/"})]) as peer,
        ModelServer(settings(peer.base_url)) as server,
        pytest.raises(ModelServerRefused, match=str(status)),
    ):
        server.complete(ASKED)
    assert len(peer.heard) == 1


# ── nonsense ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>It works!</html>",
        b'{"choices": [{"mess',
        b'{"choices": []}',
        b'{"choices": [{"index": 0}]}',
        b'{"error": {"message": "Zebulon"}}',
        b'{"choices": [{"message": {"content": 7}}]}',
        b"\xff\xfe",
    ],
)
def test_an_answer_that_is_no_completion_is_unreadable(body: bytes) -> None:
    with (
        saying([Said(body=body)]) as peer,
        ModelServer(settings(peer.base_url)) as server,
        pytest.raises(ModelServerUnreadable) as fault,
    ):
        server.complete(ASKED)
    assert "Zebulon" not in str(fault.value)


def test_broken_compression_is_unreadable() -> None:
    with (
        saying([Said(body=b"no gzip", headers={"Content-Encoding": "gzip"})]) as peer,
        ModelServer(settings(peer.base_url)) as server,
        pytest.raises(ModelServerUnreadable, match="compression"),
    ):
        server.complete(ASKED)


def test_an_answer_without_end_is_given_up() -> None:
    with saying([Said(body=b" " * (5 << 20))]) as peer, ModelServer(settings(peer.base_url)) as server:
        with pytest.raises(ModelServerUnreadable, match="does not end"):
            server.complete(ASKED)
        with pytest.raises(ModelServerUnreadable, match="does not end"):
            list(server.stream(ASKED))


def test_a_stream_that_breaks_off_is_no_answer() -> None:
    begun = b'data: {"choices": [{"delta": {"content": "Hel"}}]}\n\n'
    with saying([Said(body=begun)]) as peer, ModelServer(settings(peer.base_url)) as server:
        stream = server.stream(ASKED)
        assert next(stream) == "Hel"
        with pytest.raises(ModelServerUnreachable):
            next(stream)
        assert len(peer.heard) == 1


def test_a_stream_of_nonsense_is_unreadable() -> None:
    with (
        saying([Said(body=b"data: {]\n\n")]) as peer,
        ModelServer(settings(peer.base_url)) as server,
        pytest.raises(ModelServerUnreadable),
    ):
        list(server.stream(ASKED))


def test_a_message_without_words_is_empty() -> None:
    with (
        saying([Said(body=b'{"choices": [{"message": {"content": null}}]}')]) as peer,
        ModelServer(settings(peer.base_url)) as server,
    ):
        completion = server.complete(ASKED)
    assert (completion.text, completion.usage.tokens_in, completion.usage.cost) == ("", None, None)


# ── what is sent, counted and logged ────────────────────────────────────────────────────────────────────────────────


def test_the_request_holds_what_the_settings_say_and_the_key() -> None:
    with saying([WHOLE]) as peer:
        asked = settings(peer.base_url, key_env="K", send={"max_tokens": 7})
        with connect(asked, {"K": f" {KEY}\n"}) as server:
            server.complete(ASKED)
    headers, body = peer.heard[0]
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert msgspec.json.decode(body) == {
        "model": "m",
        "max_tokens": 7,
        "stream": False,
        "messages": [{"role": "user", "content": "Say hello to Zebulon."}],
    }


def test_cost_is_tokens_by_price() -> None:
    with saying([WHOLE]) as peer:
        priced = settings(peer.base_url, price_per_million_in=2.0, price_per_million_out=8.0, currency="USD")
        with ModelServer(priced) as server:
            usage = server.complete(ASKED).usage
    assert usage.cost == pytest.approx(0.006)
    assert (usage.currency, usage.model) == ("USD", "m-2")


def test_neither_key_nor_words_stand_in_logs_or_errors(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with (
        saying([Said(status=401, body=b"Incorrect API key: " + KEY.encode())]) as peer,
        ModelServer(settings(peer.base_url), KEY) as server,
        pytest.raises(ModelServerFault) as fault,
    ):
        server.complete(ASKED)
    shown = caplog.text + str(fault.value) + repr(fault.value.__dict__)
    assert caplog.text
    assert KEY not in shown
    assert "Zebulon" not in shown


@pytest.mark.parametrize("environment", [{}, {"K": ""}, {"K": "  "}, {"K": "schlüssel"}, {"K": "one\ntwo"}])
def test_a_key_that_is_missing_or_cannot_be_sent_is_named_and_not_shown(environment: dict[str, str]) -> None:
    with pytest.raises(ModelKeyMissing, match="'K' holds no usable key") as missing:
        connect(settings("https://example.org/v1", key_env="K"), environment)
    assert "schl" not in str(missing.value)


def test_a_server_that_asks_for_no_key_needs_none() -> None:
    with saying([WHOLE]) as peer, connect(settings(peer.base_url), {}) as server:
        server.complete(ASKED)
    assert "Authorization" not in peer.heard[0][0]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"base_url": ""}, "no plain address"),
        ({"base_url": "example.org/v1"}, "no plain address"),
        ({"base_url": "ftp://example.org"}, "no plain address"),
        ({"base_url": "https://me:pass@example.org/v1"}, "no plain address"),
        ({"base_url": "https://example.org/v1?key=1"}, "no plain address"),
        ({"base_url": "https://exa mple:port/"}, "no plain address"),
        ({"model": " "}, "model is empty"),
        ({"timeout_s": 0.0}, "timeout_s is 0.0"),
        ({"deadline_s": float("nan")}, "deadline_s is nan"),
        ({"retries": -1}, "retries is -1"),
        ({"send": {"stream": True}}, "sets 'stream'"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(ModelServerInvalid, match=message) as fault:
        connect(settings(**({"base_url": "https://example.org/v1"} | changed)), {})
    assert "pass" not in str(fault.value)


def test_a_server_on_this_machine_is_asked_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    with saying([WHOLE]) as peer, ModelServer(settings(peer.base_url)) as server:
        assert server.complete(ASKED).text == "Hello."


def test_any_other_server_is_asked_through_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with saying([WHOLE]) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.base_url.removesuffix("/v1"))
        with ModelServer(settings("http://model.invalid/v1")) as server:
            assert server.complete(ASKED).text == "Hello."
    assert proxy.heard[0][0]["Host"] == "model.invalid"


def test_a_proxy_that_cannot_be_used_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://me:hunter2@127.0.0.1")
    with pytest.raises(ModelServerInvalid, match="proxy") as fault:
        connect(settings("https://example.org/v1"), {})
    assert "hunter2" not in str(fault.value)
