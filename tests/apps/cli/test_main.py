"""The command as a person meets it: help, versions, and how it ends."""

import subprocess
import sys
import time
from importlib.metadata import version

import pytest

HUMANELY = [sys.executable, "-c", "from humanely.apps.cli.main import run; run()"]


def humanely(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*HUMANELY, *arguments], input=stdin, capture_output=True, text=True, check=False, timeout=300
    )


def test_help_names_every_command_and_the_exit_codes() -> None:
    told = humanely("--help")
    assert told.returncode == 0
    assert "audit" in told.stdout
    assert "read" in told.stdout
    assert "Exit codes" in told.stdout


@pytest.mark.parametrize("command", ["audit", "read"])
def test_every_command_has_a_manual_with_examples(command: str) -> None:
    told = humanely(command, "--help")
    assert told.returncode == 0
    assert "Examples" in told.stdout


def test_no_command_shows_the_manual_and_is_wrong_use() -> None:
    told = humanely()
    assert told.returncode == 2
    assert "audit" in told.stdout + told.stderr


def test_the_version_is_told() -> None:
    assert humanely("--version").stdout.strip() == f"humanely {version('humanely')}"


def test_an_unknown_command_is_wrong_use() -> None:
    told = humanely("audiit")
    assert told.returncode == 2
    assert "audiit" in told.stderr


def test_there_is_no_colour_when_nobody_watches() -> None:
    assert "\x1b[" not in humanely("--help").stdout


def test_help_loads_no_model_and_no_library_it_does_not_need() -> None:
    code = "import sys; from humanely.apps.cli import main; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("numpy", "onnxruntime", "duckdb", "altair", "jinja2") if f"'{name}'" in loaded]


def test_help_is_quick() -> None:
    spent = []
    for _ in range(3):
        begun = time.perf_counter()
        humanely("--help")
        spent.append(time.perf_counter() - begun)
    # 0.3 s is the aim on a quiet machine; a busy one gets three times that.
    assert min(spent) < 0.9
