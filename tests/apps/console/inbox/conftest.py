"""People who wait for a human, and the members who come."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count

import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION, session_of

ASKS = "I want to talk to a human, please."

Waits = Callable[..., str]
Comes = Callable[..., Client]

_NUMBERS = count(1)


@pytest.fixture
def waits(client: Client, started: Started) -> Waits:
    """Somebody writes, and waits for a human; gives the path of their case."""

    def come(*texts: str, person: str = "", language: str = "en") -> str:
        number = next(_NUMBERS)
        before = {row.place for row in started.services.ledger.handoffs.open()}
        for text in texts or (ASKS,):
            turn = {"conversation_id": f"inbox-{number}", "person_id": person or f"inbox-person-{number}"}
            sent = client.post("/v1/turns", json={**turn, "text": text, "locale": language})
            assert sent.status_code == 200, sent.text
        opened = {row.place for row in started.services.ledger.handoffs.open()} - before
        return f"/inbox/{opened.pop()}"

    return come


@pytest.fixture
def comes(started: Started) -> Iterator[Comes]:
    """Gives the browser of a new member."""
    with ExitStack() as stack:

        def come(*roles: Role, locale: str = "en") -> Client:
            client = stack.enter_context(TestClient(serve(started.services), raise_server_exceptions=False))
            client.follow_redirects = False
            client.cookies.set(SESSION, session_of(started, *(roles or (Role.AGENT,)), locale=locale))
            client.headers["accept"] = "text/html"
            return client

        yield come


@pytest.fixture
def agent(comes: Comes) -> Client:
    """The browser of an agent who has just come."""
    return comes()
