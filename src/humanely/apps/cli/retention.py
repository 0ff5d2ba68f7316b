"""`humanely retention`: erase what has been kept for as long as it may be."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put

if TYPE_CHECKING:
    from humanely.trust.retention import Kind, Schedule

RUN_EPILOG = (
    "Examples: humanely retention run --data DIR --dry-run   ·   "
    "once a night, by cron: 0 3 * * * humanely retention run --data DIR"
)

app = typer.Typer(help="How long things are kept.", no_args_is_help=True)


@app.command("run", epilog=RUN_EPILOG)
def run(
    folder: Folder,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is due; nothing is erased.")] = False,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Erase payloads whose time has passed, and record in the ledger which went by which rule.

    The schedule is the shipped one with the changes in retention.toml of the data folder. Works while the server
    runs. The entries stay, with their hashes, so the ledger still verifies.
    """
    import msgspec

    from humanely.apps import settings
    from humanely.store.log import retire

    schedule = settings.schedule(folder)
    with opened(folder, database, checkpoints) as data:
        if dry_run:
            counts = retire.due(data.database, schedule, now())
        else:
            counts = retire.retire(data.database, schedule, now(), data.entropy)
    if as_json:
        put(msgspec.json.encode(counts).decode() + "\n")
    else:
        put(in_words(counts, schedule, done=not dry_run))


def in_words(counts: "Mapping[Kind, int]", schedule: "Schedule", *, done: bool) -> str:
    """What went, or what is due, a kind a line."""
    if not counts:
        return "Nothing is due.\n"
    lines = [
        f"{kind.value}: {count}, kept for {schedule.rules[kind].days} days. {schedule.rules[kind].reason}"
        for kind, count in counts.items()
    ]
    return "".join(f"{line}\n" for line in ("Erased:" if done else "Due:", *lines))
