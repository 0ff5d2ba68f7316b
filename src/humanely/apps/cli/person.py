"""`humanely person`: what a person may ask for: to see what is kept of them, and to be forgotten."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put

if TYPE_CHECKING:
    from humanely.pipeline.person.exported import ConsentGiven, Export, Stands

Person = Annotated[str, typer.Argument(metavar="PERSON", help="The id, as your channel gives it.")]
Locale = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="Language of the words, such as de; else the folder's.", show_default=False),
]

app = typer.Typer(help="What a person may ask for: to see what is kept of them, to be forgotten.", no_args_is_help=True)


@app.command("export", epilog="Example: humanely person export ada --data DIR --locale de > ada.json")
def export(
    person: Person,
    folder: Folder,
    locale: Locale = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Print everything that is recorded of a person as one JSON file, in words they understand (GDPR Art. 15, 20).

    What was said, what was estimated of it, each decision with its why, answers, handoffs, consents, corrections.
    """
    put_json(found(person, folder, locale, database, checkpoints))


@app.command("consents", epilog="Example: humanely person consents ada --data DIR")
def consents(
    person: Person,
    folder: Folder,
    locale: Locale = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Show what a person has allowed: what holds now, and all they were asked and answered."""
    told = found(person, folder, locale, database, checkpoints)
    if as_json:
        put_json({"consents": told.consents, "consent_history": told.consent_history})
        return
    put("".join(f"{line}\n" for line in _lines(told.consents, told.consent_history)))


@app.command("erase", epilog="Example: humanely person erase ada --data DIR --sent-to 'the helpdesk'")
def erase(  # noqa: PLR0913 (the options of a command)
    person: Person,
    folder: Folder,
    sent_to: Annotated[
        list[str] | None,
        typer.Option(
            "--sent-to", metavar="NAME", help="Another system that holds what was said; named on the receipt."
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Erase a person, for good: their key is destroyed, without which nothing of what was said can be read again.

    The ledger still verifies. Prints the receipt, which says what could not be reached. Works while the server runs.
    """
    from humanely.apps.settings import read_settings
    from humanely.pipeline.person.elsewhere import elsewhere
    from humanely.pipeline.person.export import PersonUnknown
    from humanely.response.generated import model_server_settings
    from humanely.store.outward.webhooks import Webhooks
    from humanely.trust.erasure import Beyond, Unreached, in_words

    with opened(folder, database, checkpoints) as data:
        acts = data.ledger.person(person)
        if not acts:
            raise PersonUnknown
        if not yes and not agreed(f"Erase what {len(acts):,} entries say of {person!r}, for good? [y/N] "):
            typer.echo("Nothing was erased.", err=True)
            raise typer.Exit(1)
        named = [Unreached(Beyond.SENT, name) for name in sent_to or ()]
        webhooks = Webhooks(data.database, data.root_key, data.entropy).all()
        host = model_server_settings.elsewhere(read_settings(folder).model_server)
        found = elsewhere(acts, webhooks, host)
        receipt = data.eraser.erase(person, now(), [*named, *found])
    if as_json:
        unreached = [one.why for one in receipt.unreached]
        put_json({"pseudonym": receipt.pseudonym, "at": receipt.at, "erased": receipt.erased, "unreached": unreached})
        return
    put(f"{in_words(receipt)}\n")


def found(person: str, folder: Path, locale: str | None, database: str | None, checkpoints: Path | None) -> "Export":
    """What is recorded of a person.

    Raises:
        PersonUnknown: nothing ever was.
    """
    from humanely.affect.text import shipped
    from humanely.apps.settings import house, read_settings
    from humanely.pipeline.person.export import export
    from humanely.store.conversations import Conversations

    with opened(folder, database, checkpoints) as data:
        rules = house(read_settings(folder), folder, shipped())
        return export(person, Conversations(data.ledger), rules, now(), locale)


def agreed(question: str) -> bool:
    """Ask on stderr, so that stdout holds nothing but the receipt; anything but a yes is a no."""
    typer.echo(question, err=True, nl=False)
    said = sys.stdin.readline() if sys.stdin is not None else ""
    return said.strip().lower() in {"y", "yes"}


def put_json(value: Any) -> None:
    """One JSON object, set out for people to read."""
    import msgspec

    put(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def _lines(stands: "tuple[Stands, ...]", history: "tuple[ConsentGiven, ...]") -> Iterator[str]:
    if not stands and not history:
        yield "Nothing was asked, and nothing answered."
    yield from (f"{one.purpose} · {one.sense}: {one.standing}" for one in stands)
    for one in history:
        shown = f"text {one.version} ({one.locale})" if one.version else "no text"
        yield f"{one.at:%Y-%m-%d %H:%M} UTC  {one.purpose} · {one.sense}: {one.act}, {shown}, {one.how}"
