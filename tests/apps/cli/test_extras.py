"""A library of an extra that is missing is named by its extra."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from humanely.apps.cli.extras import EXTRAS, extras_named
from humanely.errors import ExtraMissing

PROJECT = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BLOCKED = """
import sys
for name in sys.argv.pop(1).split(","):
    sys.modules[name] = None
from humanely.apps.cli.main import run
sys.argv[0] = "humanely"
run()
"""


def humanely(*args: str, without: str) -> subprocess.CompletedProcess[str]:
    """Run a command where some libraries cannot be imported."""
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, without, *args], capture_output=True, text=True, check=False, timeout=120
    )


def _imported(library: str) -> str:
    """The module a library is imported by."""
    return {"argon2-cffi": "argon2"}.get(library, library.replace("-", "_"))


ALL = ",".join(sorted(set().union(*EXTRAS.values())))


def test_the_modules_are_those_of_the_libraries_each_extra_brings() -> None:
    brought = {
        extra: {_imported(re.split(r"[<>=\[.]", library)[0]) for library in libraries}
        for extra, libraries in PROJECT["optional-dependencies"].items()
    }
    assert {extra: modules - {"humanely"} for extra, modules in brought.items()} == EXTRAS


@pytest.mark.parametrize("module", ["cryptography", "sqlalchemy"])
@pytest.mark.parametrize("command", ["key create --name shop --scope turns", "ledger verifier", "erasures list"])
def test_a_command_of_the_server_names_the_extra_it_needs(module: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "humanely.db").touch()
    (tmp_path / "secrets").mkdir()
    ended = humanely(*command.split(), "--data", str(tmp_path), without=module)
    assert ended.returncode == 1
    assert ended.stderr == (
        "This needs the extra 'serve', which is not installed.\nRun: pip install 'humanely[serve]'\n"
    )


def test_the_server_names_the_extra_it_needs(tmp_path: Path) -> None:
    ended = humanely("serve", "--data", str(tmp_path), "--port", "0", without="litestar")
    assert ended.returncode == 1
    assert "pip install 'humanely[serve]'" in ended.stderr


@pytest.mark.parametrize("command", ["--help", "--version", "audit --help", "serve --help", "key --help"])
def test_help_needs_no_extra(command: str) -> None:
    ended = humanely(*command.split(), without=ALL)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_reading_needs_no_extra() -> None:
    ended = humanely("read", "Where is my parcel?", "--json", without=ALL)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_another_missing_module_is_a_fault_of_ours() -> None:
    with pytest.raises(ModuleNotFoundError, match="numpy"), extras_named():
        raise ModuleNotFoundError("No module named 'numpy'", name="numpy")


def test_the_library_that_is_missing_is_kept_as_the_cause() -> None:
    with pytest.raises(ExtraMissing) as caught, extras_named():
        raise ModuleNotFoundError(name="cryptography.hazmat")
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    assert caught.value.code == "extra_missing"
