"""`humanely replay`: what another policy would have decided on past conversations."""

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.audit import FIELDS, pairs, roles, say
from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, opened
from humanely.apps.cli.output import put
from humanely.errors import HumanelyError, UsageError

if TYPE_CHECKING:
    from humanely.audit.intake import Exports
    from humanely.decision.policy import Policy
    from humanely.decision.replay import Difference

EPILOG = (
    "Examples: humanely replay --policy new.toml --data DIR   ·   humanely replay --policy new.toml examples/export   "
    "·   humanely replay --policy new.toml export.csv --json | jq .changes"
)

_QUOTED = re.compile(r"['`]([^'`]+)['`]|\b[a-z_]+\.([a-z_]+)\b")
_TOML_LINE = re.compile(r"\(?at line (\d+)")


class PolicyFaulty(HumanelyError):
    """The policy to try cannot be used as it is written."""

    code = "policy_faulty"

    def __init__(self, file: Path, line: int | None, happened: str, *, fix: str) -> None:
        where = f"{str(file)!r}" if line is None else f"{str(file)!r}, line {line}"
        super().__init__(f"In {where}: {happened}", fix=fix)


def replay(  # noqa: PLR0913 (the options of a command)
    policy: Annotated[
        Path, typer.Option("--policy", metavar="FILE", help="The policy to try: TOML, only what differs and a name.")
    ],
    exports: Annotated[
        list[str] | None,
        typer.Argument(metavar="EXPORT...", help="Conversation exports, as for humanely audit.", show_default=False),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--data", metavar="DIR", help="A data folder: the conversations recorded there, against its own policy."
        ),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN,...", help=f"What the columns of exports mean. Fields: {FIELDS}."),
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE=NAME,...", help="What the exports call each speaker, as in agent=staff."),
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Run a policy over past conversations and show what would change. Nothing is recorded, nobody is answered.

    A data folder is replayed as it was read at the time and compared with its own policy; exports are read anew and
    compared with the policy that comes with Humanely.
    """
    new = tried(policy)
    if bool(exports) == bool(folder):
        raise UsageError(
            "Name either a data folder or exports.", fix="As in: humanely replay --policy new.toml --data DIR"
        )
    if folder is not None:
        difference, unknown = of_folder(folder, new, database, checkpoints)
    else:
        from humanely.audit.intake import Exports

        read = Exports(tuple(exports or ()), pairs("--map", columns or []), roles(speaker or []))
        difference, unknown = of_exports(read, new)
    if as_json:
        put_json(difference, unknown)
        return
    from humanely.apps.cli.changes import print_changes

    print_changes(difference, unknown)


def tried(file: Path) -> "Policy":
    """The policy of a file, laid over the shipped one.

    Raises:
        PolicyFaulty: it cannot be used as it is written; says in which line, where that can be told.
    """
    from humanely.decision.policy import policy

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(
            f"The policy {str(file)!r} cannot be read: {why}.", fix="Check the path and its permissions."
        ) from None
    try:
        return policy(text)
    except HumanelyError as error:
        raise PolicyFaulty(file, line_of(text, error.happened), error.happened, fix=error.fix) from None


def line_of(text: str, happened: str) -> int | None:
    """The line of a policy that an error speaks of: the last that holds one of the names it quotes, None for none.

    >>> text = 'name = "a"\\nthresholds.failed_attempts = 30\\n'
    >>> line_of(text, "thresholds.failed_attempts is 30, outside 1 to 10."), line_of(text, "The policy has no name.")
    (2, None)
    """
    if told := _TOML_LINE.search(happened):
        return int(told[1])
    names = [quoted or dotted for quoted, dotted in _QUOTED.findall(happened)]
    lines = text.splitlines()
    found = [next((at for at, line in enumerate(lines, 1) if name in line), 0) for name in names]
    return max(found, default=0) or None


def of_exports(exports: "Exports", new: "Policy") -> "tuple[Difference, tuple[str, ...]]":
    """What would change in exports, against the shipped policy."""
    from humanely.apps.cli.audit import stops_gently
    from humanely.apps.cli.bars import Bars
    from humanely.audit.past import UNKNOWN, PastExports
    from humanely.decision.policy import shipped
    from humanely.decision.replay import replay as run
    from humanely.estimate import ConversationReader

    with Bars() as bars, stops_gently(bars):
        pasts = PastExports(exports, ConversationReader(), dt.datetime.now(dt.UTC), bars)
        difference = run(pasts, shipped(), new)
    if pasts.rejected:
        say(f"{pasts.rejected:,} lines could not be read; humanely audit lists each with its reason.")
    if bars.pressed:
        say("Stopped by hand: this covers what was read until then.")
    return difference, UNKNOWN


def of_folder(
    folder: Path, new: "Policy", database: str | None, checkpoints: Path | None
) -> "tuple[Difference, tuple[str, ...]]":
    """What would change in the conversations of a data folder, against its own policy."""
    from humanely.affect.text import shipped
    from humanely.apps.settings import house, read_settings
    from humanely.decision.replay import replay as run
    from humanely.pipeline.past import UNKNOWN, past

    with opened(folder, database, checkpoints) as data:
        estimator = shipped()
        rules = house(read_settings(folder), folder, estimator)
        found = (past(acts, rules, estimator) for acts in data.ledger.conversations())
        return run((one for one in found if one is not None), rules.policy, new), UNKNOWN


def put_json(difference: "Difference", unknown: tuple[str, ...]) -> None:
    """The whole difference as one JSON object on stdout, with how many decisions change and what is not known."""
    import msgspec

    told = {**msgspec.to_builtins(difference), "changed": difference.changed, "unknown": unknown}
    put(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
