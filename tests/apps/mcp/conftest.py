"""One server with a data folder and one without, for all tests of the tools."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from humanely.pipeline.arrival import Arrival
from tests.apps.mcp.talking import Talking, talking
from tests.apps.recorded import recorded

HELPLINES = {
    "records": [
        {
            "id": "nz-line",
            "country": "NZ",
            "name": "A Line",
            "category": "general_crisis",
            "verified_at": "2026-06-01",
            "contacts": [
                {"method": "phone", "dial": "0800 000 000", "hours": "24/7", "languages": ["en"], "free": True}
            ],
        }
    ]
}
PRIVATE = "Quokka 7731 is furious"
"""Words that must turn up in no log and no error."""


class Started(msgspec.Struct, frozen=True):
    """A server that answers.

    Attributes:
        decision: id of a decision that is recorded there.
        errors: where its stderr goes.
    """

    tools: Talking
    folder: Path
    decision: str
    errors: Path


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talking]:
    """A server with nothing but what comes with Humanely."""
    with talking(errors=tmp_path_factory.mktemp("plain") / "stderr") as tools:
        yield tools


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A server on a data folder with one conversation."""
    place = tmp_path_factory.mktemp("started")
    folder, errors = place / "data", place / "stderr"
    folder.mkdir()
    (folder / "helplines.json").write_bytes(msgspec.json.encode(HELPLINES))
    (folder / "policy.toml").write_text('name = "ours"\n')
    (outcome,) = recorded(folder, [Arrival(conversation_id="c-1", person_id="ada", text="Hello", noticed=True)])
    assert outcome.decision is not None
    with talking("--data", str(folder), errors=errors) as tools:
        yield Started(tools, folder, str(outcome.decision[0]), errors)
