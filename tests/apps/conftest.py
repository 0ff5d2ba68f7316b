"""One real server for all tests of the edge: data in a folder of its own, model, engine, application."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started, Where, start
from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys

CONSENT = """
[[text]]
purpose = "estimate"
version = "1"
locale = "en"
text = "May we estimate how your messages may feel?"
"""

Client = TestClient[ASGIApp]


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """Everything a server works with."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "consent.toml").write_text(CONSENT, encoding="utf-8")
    (folder / "settings.toml").write_text("noticed = true\n", encoding="utf-8")
    opened = start(Where(folder=folder))
    yield opened
    opened.services.engine.stop()
    opened.data.close()


@pytest.fixture(scope="session")
def key_for(started: Started) -> Callable[..., str]:
    """Makes a key with some scopes."""
    keys = ApiKeys(started.data.database, started.data.entropy)
    return lambda *scopes: keys.create("tests", scopes, dt.datetime.now(dt.UTC))[1].text


@pytest.fixture(scope="session")
def anonymous(started: Started) -> Iterator[Client]:
    """Somebody without a key."""
    with TestClient(serve(started.services), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def client(started: Started, key_for: Callable[..., str]) -> Iterator[Client]:
    """Somebody with a key for everything."""
    with TestClient(serve(started.services), raise_server_exceptions=False) as client:
        client.headers["authorization"] = f"Bearer {key_for(*Scope)}"
        yield client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"
