"""A real server with the widget on, and visitors of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.apps.running import Running, running
from tests.apps.widget.pages import Site, site

SETTINGS = """
[team]
calls = true
mails = true

[widget]
enabled = true
demo = true
origins = ["{}"]
per_minute = 6000
"""

CONSENT = """
[[text]]
purpose = "estimate"
version = "1"
locale = "en"
text = "May we estimate how your messages may feel?"

[[text]]
purpose = "estimate"
sense = "behaviour"
version = "1"
locale = "en"
text = "May we count clicks and pauses on this page? Never what you type."
"""

TYPING = """
[[text]]
purpose = "estimate"
sense = "typing"
version = "1"
locale = "en"
text = "May we measure the pauses between your keys? Never which keys."
"""


class Visiting:
    """One visitor.

    Args:
        client: of the server.
        body: to start with.
    """

    def __init__(self, client: httpx.Client, **body: Any) -> None:
        self._client = client
        self.began = self.post("start", **body).json()

    def post(self, name: str, *, key: str = "", headers: dict[str, str] | None = None, **body: Any) -> httpx.Response:
        """Ask something."""
        token = getattr(self, "began", {}).get("token", "")
        sent = {**(headers or {}), **({"authorization": f"Bearer {token}"} if token else {})}
        if key:
            sent["idempotency-key"] = key
        return self._client.post(f"/widget/{name}", json=body, headers=sent)

    def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Write something; how the conversation stands then."""
        told: dict[str, Any] = self.post("say", text=text, **more).raise_for_status().json()
        return told


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Site]:
    """Another site, which may use the widget."""
    with site() as made:
        yield made


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, elsewhere: Site) -> Iterator[Running]:
    """A server with the widget on."""
    folder: Path = tmp_path_factory.mktemp("widget")
    (folder / "settings.toml").write_text(SETTINGS.format(elsewhere.address), encoding="utf-8")
    (folder / "consent.toml").write_text(CONSENT, encoding="utf-8")
    with running(folder) as made:
        elsewhere.server = made.address
        yield made


@pytest.fixture(scope="session")
def public(server: Running) -> Iterator[httpx.Client]:
    """Anybody."""
    with httpx.Client(base_url=server.address, timeout=30) as client:
        yield client


@pytest.fixture
def visit(public: httpx.Client) -> Callable[..., Visiting]:
    """Opens the widget for one more visitor."""
    return lambda **body: Visiting(public, **body)


@pytest.fixture
def visitor(visit: Callable[..., Visiting]) -> Visiting:
    """Somebody who has just opened the widget."""
    return visit(locale="en")


@pytest.fixture(scope="module")
def of_typing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Running]]:
    """Starts a server whose only question is about typing, in some setting."""
    with ExitStack() as open_:

        def started(setting: str = "service") -> Running:
            folder = tmp_path_factory.mktemp("typing")
            text = f'setting = "{setting}"\n{SETTINGS.format("https://shop.example")}'
            (folder / "settings.toml").write_text(text, encoding="utf-8")
            (folder / "consent.toml").write_text(TYPING, encoding="utf-8")
            return open_.enter_context(running(folder))

        yield started
