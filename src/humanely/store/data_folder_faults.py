"""What can be wrong with a data directory, and what to do about it."""

from pathlib import Path

from humanely.errors import HumanelyError


class DataFolderMissing(HumanelyError):
    """Nothing was ever kept in this folder."""

    code = "data_folder_missing"
    status = 503

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no data of Humanely in {str(folder)!r}.",
            fix="Check the path given with --data; a new one is made by: humanely serve --data DIR.",
        )


class DataFolderUnusable(HumanelyError):
    """A folder or a file in it cannot be made, read or written."""

    code = "data_folder_unusable"
    status = 503

    def __init__(self, folder: Path, fault: str) -> None:
        super().__init__(
            f"The folder {str(folder)!r} cannot be used: {fault}.",
            fix="Check who owns it, the free space of the disk, and whether it is mounted read-only.",
        )


class RootKeyOther(HumanelyError):
    """The root key is not the one the database was made with."""

    code = "root_key_other"
    status = 503

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The root key at {str(path)!r} is not the one this database was made with; under it nothing opens.",
            fix="Put back the one that belongs to this database, or check --data and --database.",
        )


class SignerMissing(HumanelyError):
    """The ledger was signed, and the key it was signed with is not there."""

    code = "signer_missing"
    status = 503

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no signing key at {str(path)!r}, though checkpoints of this ledger were signed.",
            fix="Put it back from your backup of the secrets.",
        )


class SignerOther(HumanelyError):
    """The signing key is damaged, or belongs to another log."""

    code = "signer_other"
    status = 503

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {str(path)!r} does not hold the signing key of this ledger.",
            fix="Put back the one that belongs to this database, or check --data and --database.",
        )


class CheckpointsOfAnotherLog(HumanelyError):
    """A checkpoint kept outside was not signed for this log."""

    code = "checkpoints_of_another_log"
    status = 503

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The newest checkpoint outside the database, {str(path)!r}, was not signed with this ledger's key, or "
            "was changed.",
            fix="Check --data, --database and --checkpoints; to find out more: humanely ledger verify --data DIR.",
        )


class DatabaseSetBack(HumanelyError):
    """A checkpoint kept outside knows more than the database, or otherwise."""

    code = "database_set_back"
    status = 503

    def __init__(self, folder: Path, signed: int, kept: int) -> None:
        super().__init__(
            f"The database does not agree with the newest checkpoint in {str(folder)!r}: {signed} entries were signed, "
            f"the database holds {kept}. An old backup was restored, or the ledger was rewritten.",
            fix="See what is missing with humanely ledger verify --data DIR, then restore the newest backup; to go on "
            "without what is lost, start with a new folder: --checkpoints NEW_DIR.",
        )
