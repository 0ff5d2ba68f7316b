"""Pages of another site, on a real server of their own, as strict and as hostile as sites are."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


class Site:
    """A site.

    Attributes:
        server: address of the widget's server, once it is known.
        shown: pass of whoever is signed in; empty for nobody.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.server = ""
        self.language = "en"
        self.shown = ""

    def file(self, name: str) -> bytes:
        """A file of the site, filled in."""
        text = (ASSETS / name).read_text(encoding="utf-8")
        for word, value in (("SERVER", self.server), ("LANG", self.language), ("PASS", self.shown)):
            text = text.replace(word, value)
        return text.encode()

    @property
    def policy(self) -> str:
        """The two sources that docs/widget.md tells to add, and nothing else."""
        return (
            f"default-src 'none'; style-src 'self'; script-src 'self' {self.server}; connect-src {self.server}; "
            "require-trusted-types-for 'script'; trusted-types 'none'"
        )


@contextmanager
def site() -> Iterator[Site]:
    """A site that answers until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.partition("?")[0].strip("/")
            known = (ASSETS / name).is_file()
            body = made.file(name) if known else b""
            self.send_response(200 if known else 404)
            self.send_header("content-type", _KINDS.get(Path(name).suffix, "text/plain"))
            self.send_header("content-security-policy", made.policy)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
