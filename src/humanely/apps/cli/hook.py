"""`humanely hook`: where other systems hand in turns under a signature."""

from typing import Annotated

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put
from humanely.apps.cli.webhook import BY, webhooks_of

app = typer.Typer(help="Where other systems hand in turns, signed.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Stands in the address: /v1/hooks/NAME.")]


@app.command("add", epilog="Example: SECRET=$(humanely hook add shop --data DIR)")
def add(name: Name, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Make a hook and print its secret, this once. Whoever has it may hand in turns of anybody."""
    with opened(folder, database, checkpoints) as data:
        secret = webhooks_of(data).hooks.add(name, now(), by=BY)
    typer.echo(f"This secret is shown once. Turns go to /v1/hooks/{name}", err=True)
    put(f"{secret}\n")


@app.command("list", epilog="Example: humanely hook list --data DIR")
def list_hooks(
    folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None, as_json: AsJson = False
) -> None:
    """List every hook there ever was, oldest first."""
    import msgspec

    with opened(folder, database, checkpoints) as data:
        found = webhooks_of(data).hooks.all()
    if as_json:
        put("".join(f"{msgspec.json.encode(one).decode()}\n" for one in found))
        return
    ends = (f"revoked {one.revoked_at:%Y-%m-%d %H:%M} UTC" if one.revoked_at else "holds" for one in found)
    lines = (f"{one.name}  {end}\n" for one, end in zip(found, ends, strict=True))
    put("".join(lines) or "There are no hooks yet.\n")


@app.command("rotate", epilog="Example: humanely hook rotate shop --data DIR")
def rotate(name: Name, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Print a new secret, this once. The old one is taken for 24 hours more."""
    with opened(folder, database, checkpoints) as data:
        put(f"{webhooks_of(data).hooks.rotate(name, now(), by=BY)}\n")


@app.command("revoke", epilog="Example: humanely hook revoke shop --data DIR")
def revoke(name: Name, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Take a hook away, for good and at once."""
    with opened(folder, database, checkpoints) as data:
        webhooks_of(data).hooks.revoke(name, now(), by=BY)
    put(f"The hook {name!r} is revoked.\n")
