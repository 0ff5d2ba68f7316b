"""A data folder that cannot be used is told as such by every command."""

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


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    told = humanely("key", "list", "--data", str(tmp_path / "data"))
    assert told.returncode == 1
    assert "There is no data of Humanely in" in told.stderr
