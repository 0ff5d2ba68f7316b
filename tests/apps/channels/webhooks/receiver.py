"""A system that is told: a real HTTP server on this machine, which answers as it is told to and remembers what came."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import Any

import msgspec
from standardwebhooks import Webhook as Signer


class Came(msgspec.Struct, frozen=True):
    """One request that came."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def told(self) -> Any:
        return msgspec.json.decode(self.body)

    def signed_by(self, secret: str) -> bool:
        """As the official library says, which raises where it is not."""
        Signer(secret).verify(self.body, dict(self.headers), json_parse=False)
        return True


class Answer(msgspec.Struct, frozen=True):
    """What is answered, and after how long."""

    status: int = 204
    headers: Mapping[str, str] = {}
    body: bytes = b""
    after_s: float = 0.0


class Receiver:
    """What came, and what will be answered: each answer once, then 204.

    Attributes:
        most: requests that were in its hands at the same time.
    """

    def __init__(self, *answers: Answer) -> None:
        self.came: list[Came] = []
        self.answers = [*answers]
        self.most = 0
        self.url = ""
        self._now = 0
        self._lock = threading.Lock()

    def take(self, came: Came) -> Answer:
        with self._lock:
            self.came.append(came)
            self._now += 1
            self.most = max(self.most, self._now)
            return self.answers.pop(0) if self.answers else Answer()

    def left(self) -> None:
        with self._lock:
            self._now -= 1

    def waits_for(self, count: int, within_s: float = 30.0) -> None:
        """Until so many different messages have come."""
        until = time.monotonic() + within_s
        while len({one.id for one in self.came}) < count and time.monotonic() < until:
            time.sleep(0.02)


@contextmanager
def receiving(*answers: Answer, tls: SSLContext | None = None, port: int = 0) -> Iterator[Receiver]:
    """A receiver that listens for as long as the block."""
    receiver = Receiver(*answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = receiver.take(Came(self.path, headers, body))
            time.sleep(answer.after_s)
            receiver.left()
            self.send_response(answer.status)
            for name, value in {"content-length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST  # noqa: N815 - the library looks for this name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        # Of more connections at once than wait in its line, the system lets some wait for seconds, or for ever.
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            """Whoever hangs up is no fault of ours."""

    with Server(("127.0.0.1", port), Handler) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True) if tls else server.socket
        receiver.url = f"{'https' if tls else 'http'}://localhost:{server.server_port}/hook"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
