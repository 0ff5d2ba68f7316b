"""The data folder, as every command that works on one is told of it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from humanely.store.data_folder import Data

Folder = Annotated[Path, typer.Option("--data", metavar="DIR", help="The data folder, as given to humanely serve.")]
DatabaseUrl = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="postgresql://…, where the database is no file in the data folder."),
]
Checkpoints = Annotated[
    Path | None,
    typer.Option(
        "--checkpoints",
        metavar="DIR",
        help="Where checkpoints are kept, if not in the data folder.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON.")]


@contextmanager
def opened(folder: Path, database: str | None, checkpoints: Path | None) -> Iterator["Data"]:
    """Open the data of a folder in which a server was started before; also beside a server that runs.

    Raises:
        DataFolderMissing: nothing was ever kept there.
        HumanelyError: what `open_data` raises.
    """
    from humanely.store.data_folder import open_data, require_data

    require_data(folder)
    data = open_data(folder, database, checkpoints=checkpoints)
    try:
        yield data
    finally:
        data.close()


def now() -> dt.datetime:
    """The time of the clock on the wall, in UTC."""
    return dt.datetime.now(dt.UTC)
