"""The pages about the server: what they show is run against a real one, in the order in which they show it."""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.apps.running import Running, running

ROOT = Path(__file__).parents[3]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELIDED = "…"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("documents") / "data"
    shutil.copytree(ROOT / "examples" / "companion", folder)
    with running(folder) as started:
        yield started


@pytest.fixture(scope="module")
def told(server: Running) -> dict[str, str]:
    """What each command of api.md printed, in order; ids go on from one to the next, as the page says."""
    known = {"HUMANELY": server.address, "KEY": server.key("turns", "read", "people"), "PATH": os.environ["PATH"]}
    return {command: _run(command, known) for kind, command in BLOCK.findall(API) if kind == "sh"}


def _run(command: str, known: dict[str, str]) -> str:
    done = subprocess.run(["bash", "-ec", command], env=known, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, (command, done.stderr)
    if taken := re.match(r'\{"id":"(\d+)".*"decision":\{"id":"(\d+)"', done.stdout):
        known |= {"TURN": taken[1], "DECISION": taken[2]}
    return done.stdout


def _pairs() -> list[tuple[str, str]]:
    """Each command with the answer shown right after it."""
    blocks = BLOCK.findall(API)
    return [(one[1], other[1]) for one, other in itertools.pairwise(blocks) if (one[0], other[0]) == ("sh", "json")]


def agrees(shown: Any, real: Any) -> bool:
    """Whether what a page shows may stand for what came: every field is there, of its kind; words and names the same.

    Figures may differ; `…` stands for any text, and of a list the page shows some.
    """
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(name in real and agrees(one, real[name]) for name, one in shown.items())
    if isinstance(shown, list):
        return isinstance(real, list) and all(any(agrees(one, other) for other in real) for one in shown)
    if isinstance(shown, str) and shown == ELIDED:
        return isinstance(real, str) and bool(real)
    if isinstance(shown, float | int) and not isinstance(shown, bool):
        return isinstance(real, float | int) and not isinstance(real, bool)
    return bool(shown == real)


@pytest.mark.parametrize(("command", "shown"), _pairs(), ids=lambda part: part.split("$HUMANELY")[-1][:32])
def test_what_the_api_page_shows_is_what_comes(command: str, shown: str, told: dict[str, str]) -> None:
    assert agrees(json.loads(shown), json.loads(told[command])), told[command]


def test_the_api_page_has_an_example_of_every_area(told: dict[str, str]) -> None:
    assert len(_pairs()) >= 12
    paths = "\n".join(told)
    parts = ("turns", "handoffs", "why", "consents", "corrections", "export", "erase", "outcomes", "proof", "events")
    assert [part for part in parts if part not in paths] == []


def test_the_checkpoint_of_the_api_page_is_signed_and_its_events_begin_with_the_first_act(told: dict[str, str]) -> None:
    checkpoint = next(out for command, out in told.items() if "checkpoint" in command)
    events = next(out for command, out in told.items() if "/v1/events" in command)
    assert re.match(r"humanely/[0-9a-f]{16}\n\d+\n\S+\n\n— humanely/", checkpoint)
    assert re.search(r"^id: 1\ndata: \{", events, re.MULTILINE)


def test_the_python_of_the_api_page_runs_with_the_official_client(
    server: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    source = next(code for kind, code in BLOCK.findall(API) if kind == "python")
    code = source.replace("http://127.0.0.1:8000", server.address)
    exec(compile(code, "docs/api.md", "exec"), {"KEY": server.key("turns")})  # noqa: S102 - our own page
    assert capsys.readouterr().out.splitlines()[-1] == "handoff"


def test_every_status_of_the_api_page_is_one_the_server_documents() -> None:
    from humanely.apps.http.openapi import PROBLEMS

    table = API.split("| status | means |")[1].split("\n\n")[0]
    assert set(re.findall(r"\b[45]\d\d\b", table)) <= set(PROBLEMS)


def test_the_session_of_the_readme_runs(server: Running) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    starts, session = [code for kind, code in BLOCK.findall(text) if kind == "sh"]
    assert starts.startswith("humanely serve --data mydata ")
    command = f"'{sys.executable}' -c 'from humanely.apps.cli.main import run; run()'"
    real = re.sub(r"\bhumanely (?=key|ledger)", lambda _: f"{command} ", session)
    real = real.replace("mydata", str(server.folder)).replace("http://127.0.0.1:8000", server.address)
    done = subprocess.run(["bash", "-ec", real], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert '"action":"handoff","approach":"human_in_the_loop","reasons":[{"name":"asked"' in done.stdout
    assert '{"waiting":[{"conversation_id":"' in done.stdout
    assert "Nothing is wrong: the ledger holds what was recorded." in done.stdout
