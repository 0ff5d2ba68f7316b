"""`humanely webhook`: other systems that are told what happens."""

from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from humanely.store.data_folder import Data
    from humanely.store.outward.deliveries import Delivery, State
    from humanely.store.outward.webhook import Webhook
    from humanely.store.outward.webhooks import Webhooks

BY = "command"
ADD_EPILOG = (
    "Examples: humanely webhook add https://example.org/hooks --event 'handoff.*' --data DIR   ·   "
    "SECRET=$(humanely webhook add https://example.org/hooks --data DIR)"
)

app = typer.Typer(help="Other systems that are told what happens, by signed webhooks.", no_args_is_help=True)

WebhookId = Annotated[str, typer.Argument(metavar="ID", help="As humanely webhook list shows it.")]


@app.command("add", epilog=ADD_EPILOG)
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to post; https, or http on this machine.")],
    folder: Folder,
    event: Annotated[
        list[str] | None,
        typer.Option(
            "--event", help="turn.decided, handoff.*, feeling.said, consent.* …; may be repeated. All, if left out."
        ),
    ] = None,
    words: Annotated[bool, typer.Option("--words", help="Send what was said, too.")] = False,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Tell another system what happens from now on, and print the secret that signs the messages, this once.

    Works while the server runs. The secret alone goes to stdout, the rest to stderr.
    """
    with opened(folder, database, checkpoints) as data:
        made, secret = webhooks_of(data).add(url, event or (), now(), words=words, by=BY)
    typer.echo(f"This secret is shown once. {in_words(made)}", err=True)
    put(f"{secret}\n")


@app.command("list", epilog="Example: humanely webhook list --data DIR")
def list_webhooks(
    folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None, as_json: AsJson = False
) -> None:
    """List every webhook there ever was, oldest first, with what waits for it and what never arrived."""
    import msgspec

    with opened(folder, database, checkpoints) as data:
        webhooks = webhooks_of(data)
        found, counts, faults = webhooks.all(), webhooks.deliveries.counts(), webhooks.deliveries.faults()
    stands = [(one, counts.get(one.id, {}), faults.get(one.id, "")) for one in found]
    if as_json:
        told = ({**msgspec.structs.asdict(one), "deliveries": count, "fault": fault} for one, count, fault in stands)
        put("".join(f"{msgspec.json.encode(one).decode()}\n" for one in told))
    else:
        lines = (f"{in_words(one)}  {_counted(count, fault)}".rstrip() + "\n" for one, count, fault in stands)
        put("".join(lines) or "There are no webhooks yet.\n")


@app.command("rotate", epilog="Example: humanely webhook rotate 00112233aabbccdd --data DIR")
def rotate(
    webhook_id: WebhookId, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None
) -> None:
    """Print a new secret, this once. For 24 hours the old one signs along, so that the receiver can change over."""
    with opened(folder, database, checkpoints) as data:
        put(f"{webhooks_of(data).rotate(webhook_id, now(), by=BY)}\n")


@app.command("disable", epilog="Example: humanely webhook disable 00112233aabbccdd --data DIR")
def disable(
    webhook_id: WebhookId, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None
) -> None:
    """Tell it nothing more; what waits becomes dead letters."""
    with opened(folder, database, checkpoints) as data:
        put(f"{in_words(webhooks_of(data).disable(webhook_id, now(), by=BY))}\n")


@app.command("enable", epilog="Example: humanely webhook enable 00112233aabbccdd --data DIR")
def enable(
    webhook_id: WebhookId, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None
) -> None:
    """Tell it again, of what happens from now on."""
    with opened(folder, database, checkpoints) as data:
        put(f"{in_words(webhooks_of(data).enable(webhook_id, now(), by=BY))}\n")


@app.command("dead", epilog="Example: humanely webhook dead 00112233aabbccdd --data DIR")
def dead(
    webhook_id: WebhookId,
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """List what never arrived, newest first, 200 at most; dead letters are kept for 30 days."""
    import msgspec

    with opened(folder, database, checkpoints) as data:
        webhooks_of(data).one(webhook_id)
        found = webhooks_of(data).deliveries.dead(webhook_id)
    if as_json:
        put("".join(f"{msgspec.json.encode(one).decode()}\n" for one in found))
    else:
        put("".join(f"{_letter(one)}\n" for one in found) or "Everything arrived, or is still tried.\n")


@app.command("replay", epilog="Example: humanely webhook replay 00112233aabbccdd --data DIR")
def replay(
    webhook_id: WebhookId,
    folder: Folder,
    delivery: Annotated[
        str | None, typer.Option("--delivery", metavar="MSG", help="One dead letter; all of them without this.")
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Send dead letters again, under the same ids and from the first try. The server does so as soon as it runs."""
    with opened(folder, database, checkpoints) as data:
        count = webhooks_of(data).replayed(webhook_id, delivery, now(), by=BY)
    put(f"{count} sent again.\n")


@app.command("test", epilog="Example: humanely webhook test 00112233aabbccdd --data DIR")
def send_test(
    webhook_id: WebhookId, folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None
) -> None:
    """Send a message of the type webhook.test, which tells of nothing. The server does so as soon as it runs."""
    with opened(folder, database, checkpoints) as data:
        made = webhooks_of(data).deliveries.test(webhook_id, now())
    put(f"{made.id} is on its way; humanely webhook list --data DIR shows whether it arrives.\n")


def webhooks_of(data: "Data") -> "Webhooks":
    """The webhooks of a data folder."""
    from humanely.store.outward.webhooks import Webhooks

    return Webhooks(data.database, data.root_key, data.entropy)


def in_words(webhook: "Webhook") -> str:
    """A webhook on one line."""
    words = ", with words" if webhook.words else ""
    because = {"asked": "", "gone": ": the receiver is gone (410)", "": ""}[webhook.disabled_because]
    stands = f"disabled {webhook.disabled_at:%Y-%m-%d %H:%M} UTC{because}" if webhook.disabled_at else "told"
    return f"{webhook.id}  {webhook.url}  ({', '.join(webhook.events)}{words})  {stands}"


def _counted(counts: "Mapping[State, int]", fault: str) -> str:
    counted = " · ".join(f"{number} {state}" for state, number in sorted(counts.items()))
    return f"{counted} (last: {fault})" if fault else counted


def _letter(one: "Delivery") -> str:
    return f"{one.id}  {one.event}  {one.created_at:%Y-%m-%d %H:%M} UTC  {one.attempts} tries  {one.fault}"
