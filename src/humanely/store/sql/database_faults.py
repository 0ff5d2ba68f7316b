"""What can be wrong with a database, and what to do about it; addresses are shown without their password."""

from collections.abc import Callable

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from humanely.errors import HumanelyError, UsageError


class DatabaseUnknown(UsageError):
    """An address is of no database this program can use."""

    code = "database_unknown"

    def __init__(self) -> None:
        super().__init__(
            "The address of the database is of no kind known here.",
            fix="Write postgresql://USER:PASSWORD@HOST:5432/NAME, or leave --database out for a file in --data.",
        )


class DriverMissing(HumanelyError):
    """PostgreSQL was asked for, and its driver is not installed."""

    code = "driver_missing"
    status = 503

    def __init__(self) -> None:
        super().__init__(
            "The driver for PostgreSQL is not installed.", fix="Install it: pip install 'humanely[serve]'."
        )


class DatabaseNewer(HumanelyError):
    """A newer program has changed the form of the tables."""

    code = "database_newer"
    status = 503

    def __init__(self, url: URL, revision: str) -> None:
        super().__init__(
            f"The database {_shown(url)} was last opened by a newer Humanely (its tables are of form {revision!r}).",
            fix="Start that version or a later one.",
        )


class DatabaseUnprepared(HumanelyError):
    """The tables are not there, or of an older form."""

    code = "database_unprepared"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} holds no ledger of this version.",
            fix="Check the address; a database of an older version is brought up to date by humanely serve.",
        )


class DatabaseMissing(HumanelyError):
    """There is no file, or it cannot be made."""

    code = "database_missing"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} cannot be opened: it is not there, or this user may not enter its folder.",
            fix="Check the path given with --data and who owns the folder.",
        )


class DatabaseForeign(HumanelyError):
    """A file is no database, or is damaged."""

    code = "database_foreign"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The file {_shown(url)} is not a database, or it is damaged.",
            fix="Check the path given with --data, or restore the newest backup.",
        )


class DatabaseUnwritable(HumanelyError):
    """Nothing can be written: no permission, or the disk is read-only or full."""

    code = "database_unwritable"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} cannot be written; nothing of this was recorded.",
            fix="Check the free space of the disk, whether it is mounted read-only, and who owns the folder.",
        )


class DatabaseBusy(HumanelyError):
    """Another writer did not finish in time."""

    code = "database_busy"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} was held by another writer for too long; nothing of this was recorded.",
            fix="Try again; if it happens often, look for a backup tool that locks the file.",
        )


class DatabaseUnreachable(HumanelyError):
    """The server of the database does not answer, or refuses."""

    code = "database_unreachable"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} cannot be reached, or it refused.",
            fix="Check that PostgreSQL runs, and the host, port, user, password and name in --database.",
        )


class DatabaseFailed(HumanelyError):
    """The database refused a statement: tables were changed from outside, or there is a bug here."""

    code = "database_failed"
    status = 503

    def __init__(self, url: URL) -> None:
        super().__init__(
            f"The database {_shown(url)} refused a statement; nothing of this was recorded.",
            fix="Run humanely ledger verify to see whether tables were changed from outside.",
        )


_SQLITE_FAULTS: dict[str, Callable[[URL], HumanelyError]] = {
    "SQLITE_NOTADB": DatabaseForeign,
    "SQLITE_CORRUPT": DatabaseForeign,
    "SQLITE_CANTOPEN": DatabaseMissing,
    "SQLITE_READONLY": DatabaseUnwritable,
    "SQLITE_FULL": DatabaseUnwritable,
    "SQLITE_IOERR": DatabaseUnwritable,
    "SQLITE_BUSY": DatabaseBusy,
    "SQLITE_LOCKED": DatabaseBusy,
}


def fault_of(fault: DBAPIError, url: URL) -> HumanelyError:
    """The error to raise in place of a driver's; what the driver said may hold values, and is not repeated."""
    if url.get_backend_name() == "sqlite":
        name = getattr(fault.orig, "sqlite_errorname", "")
        kinds = (kind for prefix, kind in _SQLITE_FAULTS.items() if name.startswith(prefix))
        return next(kinds, DatabaseFailed)(url)
    lost = fault.connection_invalidated or type(fault.orig).__name__ in {"OperationalError", "ConnectionTimeout"}
    return DatabaseUnreachable(url) if lost else DatabaseFailed(url)


def _shown(url: URL) -> str:
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    return repr(place)
