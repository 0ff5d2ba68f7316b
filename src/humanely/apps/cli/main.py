"""The command `humanely`: what it can do, and how it ends."""

import sys
from typing import Annotated

import typer

from humanely.apps.cli import (
    audit,
    credential,
    erasures,
    hook,
    key,
    ledger,
    mcp,
    person,
    read,
    replay,
    retention,
    serve,
    staff,
    verify,
    webhook,
)
from humanely.apps.cli.extras import extras_named
from humanely.errors import HumanelyError

MANUAL = """The open, self-hosted empathy layer for digital interactions.

Humanely estimates what a message may feel like and what it calls for, and what an answer shows.
The difference is the empathy gap. An estimate describes a message, never a person.

Nothing leaves this machine: no account, no outside call; only `verify` asks issuers for their keys and lists.
"""

EPILOG = "Exit codes: 0 fine · 1 could not be done, the reason is on stderr · 2 the command was put together wrongly."

app = typer.Typer(
    name="humanely",
    help=MANUAL,
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("audit", epilog=audit.EPILOG)(audit.audit)
app.command("read", epilog=read.EPILOG)(read.read)
app.command("mcp", epilog=mcp.EPILOG)(mcp.mcp)
app.command("replay", epilog=replay.EPILOG)(replay.replay)
app.command("serve", epilog=serve.EPILOG)(serve.serve)
app.command("verify", epilog=verify.EPILOG)(verify.verify)
app.add_typer(key.app, name="key")
app.add_typer(staff.app, name="staff")
app.add_typer(credential.app, name="credential")
app.add_typer(ledger.app, name="ledger")
app.add_typer(erasures.app, name="erasures")
app.add_typer(retention.app, name="retention")
app.add_typer(person.app, name="person")
app.add_typer(webhook.app, name="webhook")
app.add_typer(hook.app, name="hook")


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"humanely {version('humanely')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that go before every command."""


def run() -> None:
    """Run the command; every way to end is one or two sentences and an exit code."""
    try:
        with extras_named():
            app()
    except HumanelyError as error:
        typer.echo(f"{error.happened}\n{error.fix}", err=True)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        typer.echo("Broken off before it was done.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has closed it (as `head` does): not a failure, nothing to say.
        sys.stdout = None
        sys.exit(0)
    except Exception as error:
        typer.echo(
            f"A fault in Humanely itself: {type(error).__name__} in {_place(error)}.\n"
            "Your files are untouched. Please report this line; it holds nothing that a customer wrote.",
            err=True,
        )
        sys.exit(1)


def _place(error: BaseException) -> str:
    """Where in our code it happened: module and line, without any value."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("humanely."):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
