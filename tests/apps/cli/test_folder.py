"""A data folder that cannot be used is told as such by every command."""

import os
from pathlib import Path

import pytest

from tests.apps.cli.test_main import humanely

COMMANDS = [["key", "list"], ["ledger", "checkpoint"], ["erasures", "list"], ["retention", "run"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_misspelt_folder_is_refused_and_not_made(tmp_path: Path, command: list[str]) -> None:
    told = humanely(*command, "--data", str(tmp_path / "dta"))
    assert told.returncode == 1
    assert "There is no data of Humanely in" in told.stderr
    assert not (tmp_path / "dta").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_without_its_root_key_is_refused(folder: Path, command: list[str]) -> None:
    (folder / "secrets" / "root.key").unlink()
    told = humanely(*command, "--data", str(folder))
    assert told.returncode == 1
    assert "There is no root key at" in told.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_manual_with_an_example(command: list[str]) -> None:
    told = humanely(*command, "--help")
    assert told.returncode == 0
    assert "Example" in told.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_to_us_is_told(folder: Path) -> None:
    folder.chmod(0)
    told = humanely("key", "list", "--data", str(folder))
    folder.chmod(0o700)
    assert told.returncode == 1
    assert "Check who owns" in told.stderr
