"""`humanely hook`: where others hand in turns, and the secret they sign with."""

import json
from pathlib import Path

import pytest

from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely


@pytest.fixture
def data(folder: Path) -> Path:
    """A data folder that is there."""
    open_data(folder).close()
    return folder


def hook(*arguments: str, data: Path) -> str:
    told = humanely("hook", *arguments, "--data", str(data))
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_a_hook_is_made_listed_rotated_and_revoked(data: Path) -> None:
    assert hook("list", data=data) == "There are no hooks yet.\n"
    secret = hook("add", "shop", data=data)
    assert secret.startswith("whsec_")
    assert hook("list", data=data) == "shop  holds\n"
    assert hook("rotate", "shop", data=data) not in {"", secret}
    assert hook("revoke", "shop", data=data) == "The hook 'shop' is revoked.\n"
    assert hook("list", data=data).startswith("shop  revoked 20")
    assert json.loads(hook("list", "--json", data=data))["name"] == "shop"


@pytest.mark.parametrize("command", ["rotate", "revoke"])
def test_a_hook_that_is_not_there_is_said_so(data: Path, command: str) -> None:
    told = humanely("hook", command, "shop", "--data", str(data))
    assert told.returncode == 1
    assert "There is no hook of that name" in told.stderr


def test_a_name_that_cannot_stand_in_an_address_is_wrong_use(data: Path) -> None:
    told = humanely("hook", "add", "My Shop", "--data", str(data))
    assert (told.returncode, told.stdout) == (2, "")
    assert "cannot stand in an address" in told.stderr
