"""`humanely key`: a key is printed once, alone on stdout, and can be taken back."""

import datetime as dt
import json
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.api_key import ApiKeyRefused, Scope, Secret
from humanely.store.api_keys import ApiKeys
from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely


def made(folder: Path, *options: str) -> str:
    told = humanely("key", "create", "--data", str(folder), "--name", "the shop", "--scope", "turns", *options)
    assert told.returncode == 0
    return told.stdout.strip()


def test_a_key_that_is_printed_is_good_while_the_data_are_in_use(folder: Path) -> None:
    with closing(open_data(folder)) as data:
        secret = Secret.parse(made(folder, "--scope", "read"))
        key = ApiKeys(data.database, data.entropy).find(secret, dt.datetime.now(dt.UTC))
    assert (key.name, key.scopes) == ("the shop", (Scope.TURNS, Scope.READ))


def test_what_it_is_for_goes_to_stderr(folder: Path) -> None:
    told = humanely("key", "create", "--data", str(folder), "--name", "the shop", "--scope", "read", "--days", "30")
    assert "shown once" in told.stderr
    assert "the shop  (read)  holds until" in told.stderr
    assert len(told.stdout) == 65


def test_keys_are_listed_without_their_secrets(folder: Path) -> None:
    assert humanely("key", "list", "--data", str(folder)).stdout == "There are no API keys yet.\n"
    secret = made(folder)
    told = humanely("key", "list", "--data", str(folder))
    assert "the shop  (turns)  made" in told.stdout
    assert secret[21:] not in told.stdout


def test_keys_are_listed_for_programs(folder: Path) -> None:
    secret = made(folder)
    (line,) = humanely("key", "list", "--data", str(folder), "--json").stdout.splitlines()
    listed = json.loads(line)
    assert (listed["id"], listed["scopes"], listed["revoked_at"]) == (secret[4:20], ["turns"], None)


def test_a_revoked_key_is_good_no_more(folder: Path) -> None:
    secret = Secret.parse(made(folder))
    told = humanely("key", "revoke", secret.id, "--data", str(folder))
    assert told.returncode == 0
    assert "the shop  (turns)  revoked" in told.stdout
    with closing(open_data(folder)) as data, pytest.raises(ApiKeyRefused, match="revoked"):
        ApiKeys(data.database, data.entropy).find(secret, dt.datetime.now(dt.UTC))


def test_a_key_that_is_not_there_cannot_be_revoked(folder: Path) -> None:
    told = humanely("key", "revoke", "0000", "--data", str(folder))
    assert told.returncode == 1
    assert "There is no API key with the id '0000'." in told.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--name", "shop"], "Missing option '--scope'"),
        (["--name", "shop", "--scope", "all"], "'all' is not one of"),
        (["--name", " ", "--scope", "read"], "it has no name that can be shown"),
        (["--name", "shop", "--scope", "read", "--days", "0"], "Invalid value for '--days'"),
    ],
)
def test_a_key_that_makes_no_sense_is_wrong_use(folder: Path, options: list[str], words: str) -> None:
    told = humanely("key", "create", "--data", str(folder), *options)
    assert (told.returncode, told.stdout) == (2, "")
    assert words in " ".join(told.stderr.replace("│", "").split())


def test_no_key_is_made_where_no_server_was_started(tmp_path: Path) -> None:
    told = humanely("key", "create", "--data", str(tmp_path), "--name", "shop", "--scope", "read")
    assert told.returncode == 1
    assert "humanely serve --data DIR" in told.stderr
