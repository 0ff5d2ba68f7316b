"""Files that are there whole or not at all, for their owner only, and files that go for good (POSIX)."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def make_folder(path: Path) -> Path:
    """Make a folder that only its owner can enter, and the ones above it; one that is there is closed to others."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path


def publish(path: Path, content: bytes, *, drafts: Path) -> bool:
    """Write a file, unless one of that name is there; on disk when this returns.

    Whoever reads `path`, after a crash or from another process, finds all of the content or no file.

    Args:
        drafts: a folder on the same disk for the unfinished file. One that a crash leaves there is another name for
            the finished file, or was never used.

    Returns:
        False when the name was taken; that file is left as it is.
    """
    handle, draft = tempfile.mkstemp(dir=drafts, prefix="draft-")  # for the owner only, by contract
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # unlike a rename, it never replaces
        except FileExistsError:
            return False
        finally:
            # Also where somebody else was first: what we read of theirs has to be on disk before we use it.
            _sync(path.parent)
        return True
    finally:
        Path(draft).unlink()


def rewrite(path: Path, content: bytes) -> None:
    """Put a file in the place of one that is there, or of none; on disk when this returns.

    Whoever reads `path` finds all of the old content or all of the new. Who may read the file stays as it was.
    """
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix="draft-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            Path(draft).chmod(path.stat().st_mode)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink()
        raise
    _sync(path.parent)


def shred(path: Path) -> bool:
    """Overwrite a file with zeros, then remove it; on disk when this returns.

    Flash storage and copying file systems may keep the old blocks for a while all the same.

    Returns:
        False when there was no such file.
    """
    try:
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return False
    with suppress(FileNotFoundError):  # another process shreds it, too
        path.unlink()
    _sync(path.parent)
    return True


def _sync(folder: Path) -> None:
    """Bring names made and removed in a folder to disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
