"""Keys in files: what is on the disk, what a restore brings back, and several processes at once."""

import datetime as dt
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from humanely.trust.erasure import Erasure, Pseudonym, erasures_of, lines_of
from humanely.trust.file_keys import FileKeys, KeysUnusable, MarkDamaged
from humanely.trust.keys import KeyDestroyed, KeyUnknown
from humanely.trust.root_key import KeyUnreadable, RootKey
from humanely.trust.seal import Entropy

SECRET = bytes(range(32))
ROOT = RootKey(SECRET)
ADA = ROOT.pseudonym("ada@example.org")
AT = dt.datetime(2026, 11, 22, 4, 3, 8, tzinfo=dt.UTC)
MAKE_MANY_KEYS = """
import os, pathlib, sys
from humanely.trust.file_keys import FileKeys
from humanely.trust.root_key import RootKey
keys = FileKeys(pathlib.Path(sys.argv[1]), RootKey(bytes(range(32))), os.urandom)
print("ready", flush=True)
sys.stdin.readline()
print(" ".join(keys.key_of(f"person {number}").hex() for number in range(60)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "people"


def opened(folder: Path, entropy: Entropy = os.urandom) -> FileKeys:
    return FileKeys(folder, ROOT, entropy)


def once(act: Callable[[], object]) -> Entropy:
    """Entropy during whose first use something else happens: another process that is quicker."""
    acts = iter([act])

    def entropy(count: int) -> bytes:
        for quicker in acts:
            quicker()
        return os.urandom(count)

    return entropy


def test_a_key_outlives_the_process(folder: Path) -> None:
    key = opened(folder).key_of("ada@example.org")
    assert opened(folder).key_of("ada@example.org") == key


def test_no_id_and_no_key_is_on_the_disk(folder: Path) -> None:
    keys = opened(folder)
    key = keys.key_of("ada@example.org")
    keys.key_of("bob")
    keys.destroy("bob", AT)
    files = [path for path in folder.rglob("*") if path.is_file()]
    held = b"".join(str(path).encode() + path.read_bytes() for path in files)
    assert len(files) == 2
    assert b"ada" not in held
    assert key not in held
    assert key.hex().encode() not in held


def test_only_the_owner_can_read(folder: Path) -> None:
    folder.joinpath("keys").mkdir(parents=True, mode=0o755)
    keys = opened(folder)
    keys.key_of("ada@example.org")
    keys.destroy("bob", AT)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
    assert modes == {"keys": 0o700, "erased": 0o700, ADA: 0o600, ROOT.pseudonym("bob"): 0o600}


def test_another_root_key_finds_no_key_of_the_first(folder: Path) -> None:
    key = opened(folder).key_of("ada@example.org")
    assert FileKeys(folder, RootKey(bytes(32)), os.urandom).key_of("ada@example.org") != key


@pytest.mark.parametrize("content", [b"", bytes(61), b"Where is my parcel?"], ids=["empty", "zeros", "other"])
def test_a_damaged_key_is_said_to_be_and_never_replaced(folder: Path, content: bytes) -> None:
    opened(folder).key_of("ada@example.org")
    (folder / "keys" / ADA).write_bytes(content)
    with pytest.raises(KeyUnreadable, match=ADA[:12]):
        opened(folder).key_of("ada@example.org")
    assert (folder / "keys" / ADA).read_bytes() == content


def test_a_key_that_is_held_in_memory_goes_when_another_process_erases(folder: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    opened(folder).destroy("ada@example.org", AT)
    with pytest.raises(KeyDestroyed):
        keys.key_of("ada@example.org")
    with pytest.raises(KeyDestroyed):
        keys.named(ADA)


def test_a_name_that_is_a_path_finds_nothing(folder: Path) -> None:
    keys = opened(folder)
    (folder / "root.key").write_bytes(b"not for you")
    with pytest.raises(KeyUnknown, match="not in the key store"):
        keys.named(Pseudonym("../root.key"))


def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    keys = opened(folder)
    (folder / "keys").rmdir()
    (folder / "keys").touch()
    with pytest.raises(KeysUnusable, match="cannot be used: Not a directory"):
        keys.key_of("ada@example.org")
    (folder / "erased").rmdir()
    (folder / "erased").touch()
    with pytest.raises(KeysUnusable, match="cannot be used: Not a directory"):
        keys.destroy("ada@example.org", AT)


def test_no_more_keys_are_held_than_fit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humanely.trust.file_keys.MOST_HELD", 1)
    keys = opened(folder)
    ada, bob = keys.key_of("ada@example.org"), keys.key_of("bob")
    assert (keys.key_of("ada@example.org"), keys.key_of("bob")) == (ada, bob)


def test_a_destroyed_key_is_overwritten_before_its_name_goes(folder: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    other_name = folder / "undeleted"
    os.link(folder / "keys" / ADA, other_name)
    keys.destroy("ada@example.org", AT)
    assert not (folder / "keys" / ADA).exists()
    assert other_name.read_bytes() == bytes(61)


def test_nothing_unfinished_is_left(folder: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    keys.destroy("ada@example.org", AT)
    assert {path.name for path in folder.iterdir()} == {"keys", "erased"}


def test_an_old_copy_of_the_keys_is_put_right_at_the_next_start(folder: Path, tmp_path: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    shutil.copytree(folder / "keys", tmp_path / "backup")
    keys.destroy("ada@example.org", AT)
    shutil.copytree(tmp_path / "backup", folder / "keys", dirs_exist_ok=True)
    assert (folder / "keys" / ADA).exists()
    opened(folder)
    assert not (folder / "keys" / ADA).exists()


def test_an_old_key_that_comes_back_while_running_is_never_given_out(folder: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    wrapped = (folder / "keys" / ADA).read_bytes()
    keys.destroy("ada@example.org", AT)
    (folder / "keys" / ADA).write_bytes(wrapped)
    with pytest.raises(KeyDestroyed):
        keys.key_of("ada@example.org")
    assert not (folder / "keys" / ADA).exists()


def test_an_old_copy_of_everything_is_put_right_by_a_list_kept_elsewhere(folder: Path, tmp_path: Path) -> None:
    keys = opened(folder)
    keys.key_of("ada@example.org")
    shutil.copytree(folder, tmp_path / "backup")
    keys.destroy("ada@example.org", AT)
    kept = lines_of(keys.erasures())
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)

    restored = opened(folder)
    assert not restored.is_destroyed("ada@example.org")
    assert [each.had_key for each in restored.apply_erasures(erasures_of(kept))] == [True]
    with pytest.raises(KeyDestroyed):
        restored.key_of("ada@example.org")


def test_an_erasure_cut_short_after_its_mark_is_finished_at_the_next_start(folder: Path) -> None:
    opened(folder).key_of("ada@example.org")
    (folder / "erased" / ADA).write_text(lines_of([Erasure(ADA, AT)]), encoding="utf-8")
    opened(folder)
    assert not (folder / "keys" / ADA).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"2026-11-22",
        b"\xff\xfe",
        lines_of([Erasure(ROOT.pseudonym("bob"), AT)]).encode(),
        lines_of([Erasure(ADA, AT), Erasure(ROOT.pseudonym("bob"), AT)]).encode(),
    ],
    ids=["empty", "time_only", "no_text", "of_somebody_else", "of_two"],
)
def test_a_damaged_mark_is_said_to_be_and_still_counts(folder: Path, content: bytes) -> None:
    keys = opened(folder)
    keys.destroy("ada@example.org", AT)
    (folder / "erased" / ADA).write_bytes(content)
    assert keys.is_destroyed("ada@example.org")
    with pytest.raises(MarkDamaged, match=f"{ADA}' is damaged"):
        opened(folder)


def test_who_is_second_takes_the_key_of_the_first(folder: Path) -> None:
    first = opened(folder)
    second = opened(folder, once(lambda: first.key_of("ada@example.org")))
    assert second.key_of("ada@example.org") == first.key_of("ada@example.org")


def test_a_person_erased_while_their_key_is_made_has_none(folder: Path) -> None:
    other = opened(folder)
    slow = opened(folder, once(lambda: other.destroy("ada@example.org", AT)))
    with pytest.raises(KeyDestroyed):
        slow.key_of("ada@example.org")
    assert list((folder / "keys").iterdir()) == []


def test_processes_at_once_give_each_person_one_key(folder: Path) -> None:
    command = [sys.executable, "-c", MAKE_MANY_KEYS, str(folder)]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    ready = [process.stdout.readline() for process in running if process.stdout]
    for process in running:
        if process.stdin:
            process.stdin.write("go\n")
            process.stdin.flush()
    made = [process.communicate(timeout=60)[0].split() for process in running]
    assert ready == ["ready\n", "ready\n"]
    assert made[0] == made[1]
    assert len(set(made[0])) == 60
