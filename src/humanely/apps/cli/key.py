"""`humanely key`: the keys of the API."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put
from humanely.store.scope import Scope

if TYPE_CHECKING:
    from humanely.store.api_key import ApiKey

CREATE_EPILOG = (
    "Examples: humanely key create --data DIR --name shop --scope turns --scope read   ·   "
    "KEY=$(humanely key create --data DIR --name trial --scope turns --days 30)"
)

app = typer.Typer(help="The keys of the API: make, list and revoke them.", no_args_is_help=True)


@app.command("create", epilog=CREATE_EPILOG)
def create(
    folder: Folder,
    name: Annotated[str, typer.Option("--name", help="What to call it: who uses it, and for what.")],
    scope: Annotated[
        list[Scope],
        typer.Option(
            "--scope",
            help="turns: hand in turns and outcomes · read: conversations, handoffs, decisions, events, proofs · "
            "people: export, correct, erase, consent · credentials: design, issue, take back, appeals · "
            "admin: the running of the server. May be repeated.",
        ),
    ],
    days: Annotated[
        int | None, typer.Option("--days", min=1, max=36_500, help="For how long it holds; for good without this.")
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Make a key and print it, this once: only its hash is kept.

    Works while the server runs. The key alone goes to stdout, what it is for to stderr.
    """
    from humanely.store.api_keys import ApiKeys

    at = now()
    with opened(folder, database, checkpoints) as data:
        made, secret = ApiKeys(data.database, data.entropy).create(
            name, scope, at, expires_at=None if days is None else at + dt.timedelta(days=days)
        )
    typer.echo(f"This key is shown once. {in_words(made, at)}", err=True)
    put(f"{secret.text}\n")


@app.command("list", epilog="Example: humanely key list --data DIR")
def list_keys(
    folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None, as_json: AsJson = False
) -> None:
    """List every key there ever was, oldest first; secrets cannot be shown again."""
    import msgspec

    from humanely.store.api_keys import ApiKeys

    with opened(folder, database, checkpoints) as data:
        keys = ApiKeys(data.database, data.entropy).all()
    if as_json:
        put("".join(f"{msgspec.json.encode(key).decode()}\n" for key in keys))
    else:
        at = now()
        put("".join(f"{in_words(key, at)}\n" for key in keys) or "There are no API keys yet.\n")


@app.command("revoke", epilog="Example: humanely key revoke 00112233aabbccdd --data DIR")
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="As humanely key list shows it.")],
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Revoke a key, for good. A server that runs refuses it within five seconds."""
    from humanely.store.api_keys import ApiKeys

    with opened(folder, database, checkpoints) as data:
        revoked = ApiKeys(data.database, data.entropy).revoke(key_id, now())
    put(f"{in_words(revoked, now())}\n")


def in_words(key: "ApiKey", at: dt.datetime) -> str:
    """A key on one line."""
    return f"{key.id}  {key.name}  ({', '.join(key.scopes)})  {_standing(key, at)}"


def _standing(key: "ApiKey", at: dt.datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at:%Y-%m-%d %H:%M} UTC"
    if key.expires_at is None:
        return f"made {key.created_at:%Y-%m-%d}"
    return f"{'expired' if at >= key.expires_at else 'holds until'} {key.expires_at:%Y-%m-%d %H:%M} UTC"
