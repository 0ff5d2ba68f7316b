"""The server as another assistant meets it: tools listed and called by the library's own client, over real pipes."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from humanely.apps.mcp.server import INSTRUCTIONS, TOOLS
from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely
from tests.apps.mcp.conftest import PRIVATE, Started
from tests.apps.mcp.talking import Talking

NAMES = ["read_feeling", "suggest_reply", "check_reply", "should_hand_off", "find_helpline", "record_feedback"]


def test_every_tool_is_listed(plain: Talking) -> None:
    assert list(plain.tools()) == NAMES
    assert plain.client.instructions == INSTRUCTIONS


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_says_what_it_takes_and_gives(plain: Talking, name: str) -> None:
    tool = plain.tools()[name]
    assert tool.title
    assert tool.description
    assert tool.input_schema["type"] == "object"
    assert tool.input_schema["additionalProperties"] is False
    assert tool.output_schema is not None
    assert tool.output_schema["type"] == "object"


@pytest.mark.parametrize("name", ["read_feeling", "suggest_reply", "should_hand_off"])
def test_what_rests_on_a_reading_is_called_an_estimate(plain: Talking, name: str) -> None:
    assert "stimate" in (plain.tools()[name].description or "")


def test_only_feedback_records(plain: Talking) -> None:
    hints = {name: tool.annotations and tool.annotations.read_only_hint for name, tool in plain.tools().items()}
    assert hints == dict.fromkeys(NAMES, True) | {"record_feedback": False}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_no_word_of_a_tool_claims_to_know(tool: object) -> None:
    words = repr(tool).lower()
    assert "detect" not in words
    assert "recogni" not in words


def test_a_tool_that_is_not_there_is_an_error_that_names_those_that_are(plain: Talking) -> None:
    assert plain.refused("detect_emotion").endswith(f"The tools are {', '.join(NAMES)}.")


def test_what_is_read_reaches_no_log(started: Started) -> None:
    said = [{"speaker": "customer", "text": PRIVATE}]
    started.tools.call("read_feeling", text=PRIVATE)
    started.tools.call("suggest_reply", messages=said)
    started.tools.call("should_hand_off", messages=[{"speaker": PRIVATE, "text": PRIVATE}])
    started.tools.call(PRIVATE)
    assert started.errors.read_text() == ""


@pytest.mark.parametrize("line", [b"no json at all\n", b'{"jsonrpc": "2.0", "id": 1, "method": "Quokka 7731"}\n'])
def test_input_that_is_no_protocol_is_quoted_nowhere_on_stderr(line: bytes) -> None:
    command = [sys.executable, "-c", "from humanely.apps.cli.main import run; run()", "mcp"]
    told = subprocess.run(command, input=line, capture_output=True, check=False, timeout=120)
    assert (told.returncode, told.stderr) == (0, b"")


def test_a_folder_where_no_server_was_started_is_refused(tmp_path: Path) -> None:
    told = humanely("mcp", "--data", str(tmp_path / "nothing"))
    assert (told.returncode, told.stdout) == (1, "")
    assert "humanely serve --data DIR" in told.stderr


def test_a_policy_that_cannot_be_used_is_refused_at_the_start(tmp_path: Path) -> None:
    with closing(open_data(tmp_path)):
        (tmp_path / "policy.toml").write_text('name = "ours"\nthresholds.failed_attempts = 99\n')
    told = humanely("mcp", "--data", str(tmp_path))
    assert (told.returncode, told.stdout) == (1, "")
    assert "policy.toml" in told.stderr
    assert "outside 1 to 10" in told.stderr


@pytest.mark.parametrize("missing", ["mcp", "sqlalchemy"])
def test_without_its_extras_the_command_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from humanely.apps.cli.main import run; run()"
    told = subprocess.run(
        [sys.executable, "-c", code, "mcp"], input="", capture_output=True, text=True, check=False, timeout=120
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert "pip install 'humanely[" in told.stderr
