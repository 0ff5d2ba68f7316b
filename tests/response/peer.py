"""A real HTTP server that shows a fault, for what a healthy model server never does."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec


class Said(msgspec.Struct, frozen=True):
    """One answer of the server."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = {}


class Peer:
    """Where it listens, and what reached it: headers and body of each request."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.heard: list[tuple[dict[str, str], bytes]] = []


@contextmanager
def saying(answers: Sequence[Said]) -> Iterator[Peer]:
    """A server that gives these answers in turn, the last one for ever."""
    heard: list[tuple[dict[str, str], bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = answers[min(len(heard), len(answers) - 1)]
            heard.append((dict(self.headers), body))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    peer = Peer(f"http://127.0.0.1:{server.server_port}/v1")
    peer.heard = heard
    try:
        yield peer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
