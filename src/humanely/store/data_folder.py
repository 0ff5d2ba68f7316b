"""The data directory: the database, people's keys, the two secrets, and checkpoints written outside the database.

    DIR/humanely.db           unless another database is given
    DIR/keys/                 people's keys, each wrapped under the root key
    DIR/secrets/root.key      names people and wraps their keys
    DIR/secrets/signer.key    signs checkpoints
    DIR/checkpoints/          one file for each signed checkpoint; may be another folder, on another machine's disk

The secrets are made at the very first start and never again: a database without its root key is an error.
"""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from humanely.store.data_folder_faults import (
    CheckpointsOfAnotherLog,
    DatabaseSetBack,
    DataFolderMissing,
    DataFolderUnusable,
    RootKeyOther,
    SignerMissing,
    SignerOther,
)
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.sql.database import Database, open_database, sqlite_url
from humanely.store.sql.tables import checkpoints as checkpoints_table
from humanely.store.sql.tables import meta
from humanely.trust.checkpoint import Checkpoint, CheckpointMalformed, CheckpointUnproven, open_signed
from humanely.trust.durable import make_folder, publish
from humanely.trust.file_keys import FileKeys
from humanely.trust.root_key import RootKey, RootKeyMissing, read_root_key
from humanely.trust.seal import KEY_BYTES, Entropy
from humanely.trust.signing_key import KeyMalformed, Signer

DATABASE = "humanely.db"

ROOT_KEY_FILE, SIGNER_FILE = "root.key", "signer.key"
_ROOT_KEY = "root key"
_PROBE = "\x1froot key"
"""Its pseudonym is kept in the database, so that no other root key is taken for the one the database was made with."""


class Data:
    """Everything that is kept, open.

    Attributes:
        database: where the tables are.
        keys: people's keys.
        root_key: names people.
        signer: signs checkpoints, under the name of the log.
        ledger: what was done.
        eraser: takes people out.
        checkpoints: folder to which signed checkpoints are written, too.
    """

    def __init__(
        self, database: Database, keys: FileKeys, root_key: RootKey, signer: Signer, checkpoints: Path
    ) -> None:
        self.database = database
        self.keys = keys
        self.root_key = root_key
        self.signer = signer
        self.checkpoints = checkpoints
        self.entropy: Entropy = os.urandom
        self.ledger = Ledger(database, keys, root_key, self.entropy)
        self.eraser = Eraser(database, keys, root_key, self.entropy)

    def checkpoint(self, now: dt.datetime) -> bytes:
        """Sign the ledger as it is now, in the database and as a file outside.

        Raises:
            DataFolderUnusable: the file cannot be written; the database has it.
        """
        signed = self.ledger.checkpoint(self.signer, now)
        size = open_signed(signed, [self.signer.verifier]).size
        with _usable(self.checkpoints):
            publish(self.checkpoints / _file_name(size), signed, drafts=self.checkpoints)
        return signed

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def open_data(folder: Path, database_url: str | None = None, *, checkpoints: Path | None = None) -> Data:
    """Open a data directory, made if there is none, and finish erasures that were left half done.

    Args:
        database_url: None for the SQLite file in the folder.
        checkpoints: where checkpoints are written outside the database; None for a folder beside it.

    Raises:
        DataFolderUnusable: it cannot be made or written.
        RootKeyMissing: the database is there and its root key is not.
        RootKeyOther: the root key is that of another database.
        SignerMissing: the ledger was signed and its key is not there.
        DatabaseSetBack: a checkpoint outside knows more, or otherwise, than the database.
        HumanelyError: one of `database_faults`.
    """
    outside = checkpoints or folder / "checkpoints"
    with _usable(folder):
        secrets = make_folder(make_folder(folder) / "secrets")
    with _usable(outside):
        make_folder(outside)
    database = open_database(database_url or sqlite_url(folder / DATABASE), os.urandom)
    try:
        root_key = _root_key(database, secrets)
        signer = _signer(database, secrets)
        with _usable(folder):
            data = Data(database, FileKeys(folder / "keys", root_key, os.urandom), root_key, signer, outside)
        _require_not_set_back(data)
        data.eraser.finish()
    except BaseException:
        database.close()
        raise
    return data


def require_data(folder: Path) -> None:
    """Refuse a folder in which no server was ever started, so that a misspelt path makes nothing.

    Raises:
        DataFolderMissing: it is not there, or holds no secrets.
    """
    if not (folder / "secrets").is_dir():
        raise DataFolderMissing(folder)


def outside_checkpoints(folder: Path) -> tuple[bytes, ...]:
    """The checkpoints in a folder, as they were signed, smallest size first.

    Raises:
        DataFolderUnusable: it cannot be read.
    """
    with _usable(folder):
        return tuple(path.read_bytes() for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.checkpoint"))


def _file_name(size: int) -> str:
    return f"{size:018d}.checkpoint"


def _root_key(database: Database, secrets: Path) -> RootKey:
    path = secrets / ROOT_KEY_FILE
    asked = select(meta.c.value).where(meta.c.name == _ROOT_KEY)
    with database.writing() as connection, _usable(secrets):
        known = connection.scalar(asked)
        if not path.exists():
            if known is not None:
                raise RootKeyMissing(path)
            publish(path, f"{os.urandom(KEY_BYTES).hex()}\n".encode(), drafts=secrets)
        root_key = read_root_key(path)
        probe = root_key.pseudonym(_PROBE)
        if known is None:
            connection.execute(insert(meta).values(name=_ROOT_KEY, value=probe))
        elif known != probe:
            raise RootKeyOther(path)
    return root_key


def _signer(database: Database, secrets: Path) -> Signer:
    path = secrets / SIGNER_FILE
    with database.writing() as connection, _usable(secrets):
        if not path.exists():
            if _was_signed(connection):
                raise SignerMissing(path)
            made = Signer(database.origin, os.urandom(KEY_BYTES))
            publish(path, f"{made.encode()}\n".encode(), drafts=secrets)
        return read_signer(path, database.origin)


def read_signer(path: Path, origin: str) -> Signer:
    """Read the key that signs the checkpoints of a log.

    Args:
        origin: the log's name; empty where it is lost, and then any log's key will do.

    Raises:
        SignerMissing: there is no such file.
        SignerOther: it holds no signing key, or that of another log.
    """
    try:
        signer = Signer.parse(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        raise SignerMissing(path) from None
    except (KeyMalformed, UnicodeDecodeError):
        raise SignerOther(path) from None
    if origin and signer.name != origin:
        raise SignerOther(path)
    return signer


def _was_signed(connection: Connection) -> bool:
    return bool(connection.scalar(select(func.count()).select_from(checkpoints_table)))


def _require_not_set_back(data: Data) -> None:
    newest = _newest_outside(data)
    if newest is None or newest.size == 0:
        return
    head = data.ledger.head()
    if newest.size > head.size or data.ledger.consistency(newest.size, head.size).old != newest.head:
        raise DatabaseSetBack(data.checkpoints, newest.size, head.size)


def _newest_outside(data: Data) -> Checkpoint | None:
    with _usable(data.checkpoints):
        newest = next(reversed(_files(data.checkpoints)), None)
        signed = None if newest is None else newest.read_bytes()
    if newest is None or signed is None:
        return None
    try:
        return open_signed(signed, [data.signer.verifier])
    except (CheckpointUnproven, CheckpointMalformed):
        raise CheckpointsOfAnotherLog(newest) from None


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise DataFolderUnusable(folder, fault.strerror or type(fault).__name__) from fault
