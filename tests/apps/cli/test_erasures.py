"""`humanely erasures`: who was erased stays erased when a backup comes back."""

import shutil
from contextlib import closing
from pathlib import Path

from humanely.store.data_folder import open_data
from tests.apps.cli.data_folders import LONG_AGO
from tests.apps.cli.test_main import humanely


def test_nobody_was_erased_at_first(folder: Path) -> None:
    assert humanely("erasures", "list", "--data", str(folder)).stdout == "# Humanely: erased people\n"


def test_an_erased_person_stays_erased_in_a_restored_copy(folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    shutil.copytree(folder, backup)
    with closing(open_data(folder)) as data:
        data.eraser.erase("p-1", LONG_AGO)
    listed = tmp_path / "erasures.txt"
    listed.write_text(humanely("erasures", "list", "--data", str(folder)).stdout, encoding="utf-8")
    told = humanely("erasures", "apply", str(listed), "--data", str(backup))
    with closing(open_data(backup)) as data:
        opened = [kept.payload for kept in data.ledger.person("p-1") if kept.kind == "response"]
        assert data.keys.is_destroyed("p-1")
    assert (told.returncode, set(opened)) == (0, {None})
    assert "Keys that had come back and were destroyed: 1." in told.stdout


def test_a_list_applied_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with closing(open_data(folder)) as data:
        data.eraser.erase("p-1", LONG_AGO)
        size = data.ledger.head().size
    listed = tmp_path / "erasures.txt"
    listed.write_text(humanely("erasures", "list", "--data", str(folder)).stdout, encoding="utf-8")
    told = humanely("erasures", "apply", str(listed), "--data", str(folder))
    assert "were destroyed: 0." in told.stdout
    with closing(open_data(folder)) as data:
        assert data.ledger.head().size == size


def test_a_damaged_list_is_not_applied_in_part(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "erasures.txt"
    listed.write_text("# Humanely: erased people\nsomebody\n", encoding="utf-8")
    told = humanely("erasures", "apply", str(listed), "--data", str(folder))
    assert told.returncode == 1
    assert "Line 2 of the erasure list" in told.stderr


def test_a_list_that_is_not_there_is_wrong_use(folder: Path) -> None:
    told = humanely("erasures", "apply", "nowhere", "--data", str(folder))
    assert told.returncode == 2
    assert "The list 'nowhere' cannot be read: No such file or directory." in told.stderr
