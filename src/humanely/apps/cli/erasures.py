"""`humanely erasures`: the list of erased people, and applying it to a copy that was restored."""

from pathlib import Path
from typing import Annotated

import typer

from humanely.apps.cli.folder import Checkpoints, DatabaseUrl, Folder, opened
from humanely.apps.cli.output import put
from humanely.errors import UsageError

APPLY_EPILOG = (
    "Example, after a backup was restored: "
    "humanely erasures apply kept/elsewhere/erasures.txt --data DIR --checkpoints NEW_DIR"
)

app = typer.Typer(help="People who were erased, and stay so when a backup is restored.", no_args_is_help=True)


@app.command("list", epilog="Example: humanely erasures list --data DIR > kept/elsewhere/erasures.txt")
def list_erasures(folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Print the list of erased people: a pseudonym and a time a line, no ids and nothing that was said.

    Keep a copy apart from the backups of the data folder: a backup older than an erasure knows nothing of it.
    """
    from humanely.trust.erasure import lines_of

    with opened(folder, database, checkpoints) as data:
        put(lines_of(data.keys.erasures()))


@app.command("apply", epilog=APPLY_EPILOG)
def apply(
    file: Annotated[Path, typer.Argument(metavar="LIST", help="A list that humanely erasures list printed.")],
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Erase everybody on a list, as after a backup was restored. Applied again, it changes nothing."""
    from humanely.trust.erasure import erasures_of

    listed = erasures_of(_text(file))
    with opened(folder, database, checkpoints) as data:
        destroyed = data.eraser.apply(listed)
    put(f"On the list: {len(listed)}. Keys that had come back and were destroyed: {destroyed}.\n")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(
            f"The list {str(file)!r} cannot be read: {why}.", fix="Check the path and its permissions."
        ) from None
