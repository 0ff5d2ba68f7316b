"""The data directory: made once, opened again, and refused where something of it is missing or old."""

import datetime as dt
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from humanely.store.data_folder import Data, open_data, outside_checkpoints, read_signer, require_data
from humanely.store.data_folder_faults import (
    CheckpointsOfAnotherLog,
    DatabaseSetBack,
    DataFolderMissing,
    DataFolderUnusable,
    RootKeyOther,
    SignerMissing,
    SignerOther,
)
from humanely.store.log.verify import verify_database
from humanely.trust.root_key import RootKeyMissing
from humanely.trust.signing_key import Signer
from tests.store.people import NOW, unit

Open = Callable[..., Data]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens data directories and closes them in the end."""
    with ExitStack() as stack:

        def open_one(folder: Path, url: str | None = None, checkpoints: Path | None = None) -> Data:
            data = open_data(folder, url, checkpoints=checkpoints)
            stack.callback(data.close)
            return data

        yield open_one


@pytest.fixture
def used(folder: Path, opened: Open) -> Path:
    """A folder in which something was recorded and signed."""
    data = opened(folder)
    data.ledger.commit([unit(b"Hello")], NOW)
    data.checkpoint(NOW)
    data.close()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_first_start_makes_everything_for_its_owner_only(folder: Path, opened: Open) -> None:
    opened(folder)
    assert sorted(path.name for path in folder.iterdir() if "-" not in path.name) == [
        "checkpoints",
        "humanely.db",
        "keys",
        "secrets",
    ]
    assert mode(folder) == 0o700
    assert mode(folder / "secrets" / "root.key") == 0o600
    assert mode(folder / "secrets" / "signer.key") == 0o600


def test_what_was_recorded_is_there_at_the_next_start(used: Path, opened: Open) -> None:
    (kept,) = opened(used).ledger.conversation("c-1")
    assert kept.payload == b"Hello"


def test_two_processes_share_a_folder(folder: Path, opened: Open) -> None:
    first, second = opened(folder), opened(folder)
    first.ledger.commit([unit(b"Hello")], NOW)
    assert second.ledger.conversation("c-1")[0].payload == b"Hello"
    assert first.signer.encode() == second.signer.encode()


def test_the_database_may_be_elsewhere(folder: Path, opened: Open, postgresql_url: str) -> None:
    opened(folder, postgresql_url).ledger.commit([unit(b"Hello")], NOW)
    assert opened(folder, postgresql_url).ledger.conversation("c-1")[0].payload == b"Hello"
    assert not (folder / "humanely.db").exists()


def test_a_checkpoint_is_written_outside_the_database_too(used: Path, opened: Open, tmp_path: Path) -> None:
    data = opened(used, None, tmp_path / "far away")
    signed = data.checkpoint(NOW)
    assert outside_checkpoints(used / "checkpoints") == (signed,)
    assert outside_checkpoints(tmp_path / "far away") == (signed,)


def test_checkpoints_outside_hold_the_ledger(used: Path, opened: Open) -> None:
    data = opened(used)
    seen = verify_database(data.database, outside_checkpoints(data.checkpoints), [data.signer.verifier])
    assert (seen.findings, seen.proven) == ((), 1)


def test_a_checkpoint_of_an_empty_ledger_stops_nothing(folder: Path, opened: Open) -> None:
    opened(folder).checkpoint(NOW)
    assert opened(folder).ledger.head().size == 0


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
def test_a_database_without_its_root_key_is_refused(folder: Path, opened: Open, url: str) -> None:
    opened(folder, url).close()
    (folder / "secrets" / "root.key").unlink()
    with pytest.raises(RootKeyMissing, match="no root key"):
        open_data(folder, url)


def test_another_root_key_is_refused(used: Path) -> None:
    (used / "secrets" / "root.key").write_text("ab" * 32, encoding="ascii")
    with pytest.raises(RootKeyOther, match="not the one this database was made with"):
        open_data(used)


def test_an_operators_own_root_key_is_taken(folder: Path, opened: Open) -> None:
    (folder / "secrets").mkdir(parents=True)
    (folder / "secrets" / "root.key").write_text("ab" * 32, encoding="ascii")
    opened(folder)
    assert (folder / "secrets" / "root.key").read_text(encoding="ascii") == "ab" * 32


def test_a_signed_ledger_without_its_signing_key_is_refused(used: Path) -> None:
    (used / "secrets" / "signer.key").unlink()
    with pytest.raises(SignerMissing, match="no signing key"):
        open_data(used)


def test_a_signing_key_is_asked_for_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(SignerMissing, match="no signing key"):
        read_signer(tmp_path / "signer.key", "humanely/1")


@pytest.mark.parametrize("held", ["not a key", "é", Signer("humanely/other", bytes(32)).encode()])
def test_a_signing_key_of_another_log_is_refused(used: Path, held: str) -> None:
    (used / "secrets" / "signer.key").write_text(held, encoding="utf-8")
    with pytest.raises(SignerOther, match="does not hold the signing key"):
        open_data(used)


def test_an_old_backup_is_noticed(used: Path, opened: Open, tmp_path: Path) -> None:
    shutil.copy(used / "humanely.db", tmp_path / "backup.db")
    data = opened(used)
    data.ledger.commit([unit(b"And another thing", known=0)], NOW)
    data.checkpoint(NOW)
    data.close()
    shutil.copy(tmp_path / "backup.db", used / "humanely.db")
    with pytest.raises(DatabaseSetBack, match=r"2 entries were signed, the database holds 1\. An old backup"):
        open_data(used)


def test_a_history_that_went_another_way_is_noticed(used: Path, opened: Open, tmp_path: Path) -> None:
    shutil.copy(used / "humanely.db", tmp_path / "backup.db")
    data = opened(used)
    data.ledger.commit([unit(b"And another thing", known=0)], NOW)
    data.checkpoint(NOW)
    data.close()
    shutil.copy(tmp_path / "backup.db", used / "humanely.db")
    other = opened(used, None, tmp_path / "new")
    other.ledger.commit([unit(b"Something else", b"Quite", known=0)], NOW)
    other.close()
    with pytest.raises(DatabaseSetBack, match="2 entries were signed, the database holds 3"):
        open_data(used)


def test_after_a_loss_one_can_go_on_with_a_new_folder_for_checkpoints(used: Path, opened: Open, tmp_path: Path) -> None:
    (used / "humanely.db").unlink()
    (used / "secrets" / "signer.key").unlink()
    assert opened(used, None, tmp_path / "new").ledger.head().size == 0


def test_checkpoints_of_another_log_are_refused(used: Path, folder: Path, opened: Open, tmp_path: Path) -> None:
    opened(tmp_path / "other").close()
    with pytest.raises(CheckpointsOfAnotherLog, match="was not signed with this ledger's key"):
        open_data(tmp_path / "other", checkpoints=used / "checkpoints")


def test_a_restored_key_is_destroyed_again(used: Path, opened: Open, tmp_path: Path) -> None:
    shutil.copytree(used / "keys", tmp_path / "key backup")
    data = opened(used)
    data.eraser.erase("ada", NOW + dt.timedelta(days=1))
    data.close()
    shutil.rmtree(used / "keys")
    shutil.copytree(tmp_path / "key backup", used / "keys")
    again = opened(used)
    assert again.ledger.conversation("c-1")[0].payload is None
    assert again.keys.is_destroyed("ada")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataFolderUnusable, match=r"file.* cannot be used: Not a directory"):
        open_data(tmp_path / "file" / "data")


def test_a_folder_of_checkpoints_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "0.checkpoint").mkdir()
    with pytest.raises(DataFolderUnusable, match="cannot be used"):
        outside_checkpoints(tmp_path)


def test_a_misspelt_folder_is_refused_and_not_made(folder: Path, used: Path) -> None:
    require_data(used)
    with pytest.raises(DataFolderMissing, match="no data of Humanely"):
        require_data(folder / "elsewhere")
    assert not (folder / "elsewhere").exists()
