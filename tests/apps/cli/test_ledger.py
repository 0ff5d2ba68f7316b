"""`humanely ledger`: what an operator is told, of an honest ledger and of one that was tampered with."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.data_folder import open_data
from humanely.trust.finding import MEANING, Fault
from tests.apps.cli.data_folders import LONG_AGO, attack, record
from tests.apps.cli.test_main import humanely


def test_an_honest_ledger_is_told_to_be_one(folder: Path) -> None:
    told = humanely("ledger", "verify", "--data", str(folder))
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == [
        "Nothing is wrong: the ledger holds what was recorded.",
        "Read: 9 entries.",
        "Held by a signed checkpoint: the first 7.",
        "The last 2 entries will be held by the next checkpoint.",
    ]


def test_programs_are_told_in_json(folder: Path) -> None:
    told = humanely("ledger", "verify", "--data", str(folder), "--json")
    assert json.loads(told.stdout) == {"findings": [], "entries": 9, "erased": 0, "proven": 7}


@pytest.mark.parametrize(
    ("statement", "fault", "found"),
    [
        (
            "UPDATE entries SET payload = x'00' WHERE \"index\" = 3",
            Fault.PAYLOAD_CHANGED,
            "Entry 3: the payload does not have the hash recorded for it.",
        ),
        (
            'UPDATE entries SET payload = NULL WHERE "index" = 3',
            Fault.PAYLOAD_MISSING,
            "Entry 3: there is no payload, and it is not said to be erased.",
        ),
        (
            "UPDATE entries SET subject = 'somebody else' WHERE \"index\" = 3",
            Fault.ROW_REWRITTEN,
            "Entries 0 to 6: the root put down at size 7 does not come out.",
        ),
        (
            'DELETE FROM entries WHERE "index" > 4',
            Fault.TAIL_DROPPED,
            "Entries 5 to 8: not there, though the log once had them.",
        ),
        (
            "DELETE FROM checkpoints",
            Fault.ROLLED_BACK,
            "Inside the database there is none, outside there is a checkpoint of size 7.",
        ),
        ("DROP TABLE nodes", Fault.TABLE_MISSING, "The table 'nodes' is not in the database."),
        ("DROP TABLE meta", Fault.TABLE_MISSING, "The table 'meta' is not in the database."),
        (
            "DROP TABLE entries",
            Fault.TAIL_DROPPED,
            "Entries 0 to 8: not there, though the log once had them.",
        ),
    ],
)
def test_what_was_done_is_told_with_what_it_means(folder: Path, statement: str, fault: Fault, found: str) -> None:
    attack(folder, statement)
    told = humanely("ledger", "verify", "--data", str(folder))
    assert told.returncode == 1
    assert told.stdout.splitlines()[:2] == [f"1. {found}", f"   {MEANING[fault]}"]


def test_findings_are_told_in_json_too(folder: Path) -> None:
    attack(folder, "UPDATE entries SET payload = x'00' WHERE \"index\" = 3")
    told = humanely("ledger", "verify", "--data", str(folder), "--json")
    (finding,) = json.loads(told.stdout)["findings"]
    assert told.returncode == 1
    assert (finding["fault"], finding["first"], finding["last"]) == ("payload_changed", 3, 3)
    assert finding["means"] == MEANING[Fault.PAYLOAD_CHANGED]


def test_a_restored_old_backup_is_told(folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(folder / "humanely.db", backup)
    with closing(open_data(folder)) as data:
        record(data, 3)
        data.checkpoint(LONG_AGO)
    shutil.copy(backup, folder / "humanely.db")
    told = humanely("ledger", "verify", "--data", str(folder))
    assert told.returncode == 1
    assert "Entries 9 to 11: not there" in told.stdout
    assert "an old backup was restored" in told.stdout


def test_two_copies_that_went_on_apart_are_told(folder: Path, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    shutil.copytree(folder, fork)
    with closing(open_data(fork)) as data:
        record(data, 1)
        data.checkpoint(LONG_AGO)
    kept = tmp_path / "kept"
    with closing(open_data(folder)) as data:
        record(data, 1)
        kept.write_bytes(data.checkpoint(LONG_AGO))
    told = humanely("ledger", "verify", "--data", str(fork), "--checkpoint", str(kept))
    assert told.returncode == 1
    assert "Signed checkpoints lead to two roots at size 10." in told.stdout


def test_a_copy_without_secrets_is_verified_by_the_public_key(folder: Path, tmp_path: Path) -> None:
    key = humanely("ledger", "verifier", "--data", str(folder)).stdout.strip()
    kept = tmp_path / "kept"
    kept.write_text(humanely("ledger", "checkpoint", "--data", str(folder)).stdout, encoding="utf-8")
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(folder / "humanely.db", copy)
    told = humanely("ledger", "verify", "--data", str(copy), "--checkpoint", str(kept), "--verifier", key)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Held by a signed checkpoint: the first 9." in told.stdout


def test_without_checkpoints_from_outside_the_limit_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "checkpoints")
    told = humanely("ledger", "verify", "--data", str(folder))
    assert told.returncode == 0
    assert "No checkpoint from outside the database was given" in told.stdout


def test_a_copy_without_secrets_asks_for_the_public_key(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "humanely.db", tmp_path)
    told = humanely("ledger", "verify", "--data", str(tmp_path))
    assert told.returncode == 2
    assert "There is no key to verify checkpoints with." in told.stderr
    assert "humanely ledger verifier" in told.stderr


def test_a_checkpoint_is_the_same_until_something_is_recorded(folder: Path) -> None:
    first = humanely("ledger", "checkpoint", "--data", str(folder))
    again = humanely("ledger", "checkpoint", "--data", str(folder))
    assert first.returncode == 0
    assert first.stdout == again.stdout
    assert first.stdout.splitlines()[1] == "9"


@pytest.mark.parametrize("command", ["verify", "checkpoint", "verifier"])
def test_a_folder_without_data_is_refused_and_none_is_made(tmp_path: Path, command: str) -> None:
    told = humanely("ledger", command, "--data", str(tmp_path / "nowhere"))
    assert told.returncode == 1
    assert "There is no data of Humanely" in told.stderr
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--checkpoint", "nowhere"], "The checkpoint 'nowhere' cannot be read: No such file or directory."),
        (["--verifier", "nonsense"], "A verifier key cannot be read"),
        (["--database", "mysql://x"], "of no kind known here"),
    ],
)
def test_options_that_cannot_be_used_are_told(folder: Path, options: list[str], words: str) -> None:
    told = humanely("ledger", "verify", "--data", str(folder), *options)
    assert told.returncode in {1, 2}
    assert words in told.stderr


def test_a_file_that_is_no_database_is_told(folder: Path) -> None:
    (folder / "humanely.db").write_bytes(b"no database at all" * 500)
    told = humanely("ledger", "verify", "--data", str(folder))
    assert told.returncode == 1
    assert "is not a database, or it is damaged" in told.stderr
