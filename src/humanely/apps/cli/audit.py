"""`humanely audit`: from a conversation export to a report."""

import datetime as dt
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.output import put
from humanely.errors import HumanelyError, UsageError
from humanely.signal.turn import Speaker

if TYPE_CHECKING:
    from humanely.apps.cli.bars import Bars
    from humanely.audit.report import Report

EPILOG = (
    "Examples: humanely audit export.csv   ·   humanely audit chats/ --out july.html --rows july.parquet   ·   "
    "zcat big.jsonl.gz | humanely audit - --sample 5000   ·   "
    "humanely audit calls.csv --map conversation_id=Case,speaker=From,text=Body,time=Sent --speaker agent=Staff"
)
MOST = 10**12
FIELDS = (
    "conversation_id, speaker, text, time, position, message_id, group, language, channel, journey, csat, resolved, "
    "returned; dates=day-first or dates=month-first settles 03/04/2026"
)


def audit(  # noqa: PLR0913 (the options of a command)
    exports: Annotated[
        list[str],
        typer.Argument(
            metavar="EXPORT...",
            help="Files, folders or patterns: CSV, JSONL, JSON or Parquet, each also gzipped; - for standard input. "
            "Exports of Chatwoot, Zendesk and Intercom are known by their shape.",
        ),
    ],
    out: Annotated[Path, typer.Option(help="Where the report goes: one HTML file.")] = Path("report.html"),
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN,...", help=f"What the columns mean. Fields: {FIELDS}."),
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE=NAME,...",
            help="What the export calls each speaker, as in agent=staff,crew or assistant=bot; customer=* is everybody "
            "else.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=MOST, help="Only the first N conversations.")] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, max=MOST, help="N conversations chosen by chance, the same ones each time.")
    ] = None,
    rows: Annotated[
        Path | None, typer.Option(help="Also write the estimates of every turn, a row each: .parquet, .csv or .jsonl.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Also print the findings as JSON on stdout.")] = False,
    encoding: Annotated[
        str | None,
        typer.Option(help="Encoding of text files, as in cp1252; else UTF-8 or what the file declares."),
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the report.")] = "Empathy Audit",
) -> None:
    """Show where people were let down in a conversation export, and what to do first.

    Writes one HTML file that needs no network. Personal data are masked before any model or page sees a text.
    Lines that cannot be read are counted and written to rejects.jsonl beside the report, each with its reason.
    Ctrl-C ends early and still leaves a valid report of what was done.
    """
    from humanely.apps.cli.bars import Bars
    from humanely.audit.intake import Exports
    from humanely.audit.page.render import render
    from humanely.audit.run import Options, run
    from humanely.estimate import ConversationReader

    options = Options(
        Exports(tuple(exports), pairs("--map", columns or []), roles(speaker or []), encoding),
        rejects=out.parent / "rejects.jsonl",
        limit=limit,
        sample=sample,
        rows=rows,
        title=title,
    )
    for file in (out, rows):
        if file is not None:
            writable(file)
            refuse_input(file, exports)
    if rows is not None and rows.resolve() == out.resolve():
        raise UsageError("--rows and --out name the same file.", fix="Name two.")
    refuse_input(options.rejects, exports)
    try:
        with Bars() as bars, stops_gently(bars):
            report = run(options, ConversationReader(), now=dt.datetime.now(dt.UTC), progress=bars)
    except KeyboardInterrupt:
        say("Broken off. No report was written.")
        raise typer.Exit(1) from None
    write(out, render(report))
    if as_json:
        print_json(report)
    tell(report, out, options.rejects, rows)
    if bars.pressed and report.partial:
        raise typer.Exit(1)


class ReportUnwritable(HumanelyError):
    """The report was made and could not be put down."""

    code = "report_unwritable"


def pairs(option: str, values: list[str]) -> dict[str, str]:
    """Read ``a=b,c=d`` given once or several times.

    >>> pairs("--map", ["text=body,time=sent at", "speaker=from"])
    {'text': 'body', 'time': 'sent at', 'speaker': 'from'}
    """
    found: dict[str, str] = {}
    for part in (part for value in values for part in value.split(",")):
        name, equals, value = part.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise UsageError(f"{option} {part!r} is not of the form name=value.", fix=f"Write {option} a=b,c=d.")
        if name.strip() in found:
            raise UsageError(f"{option} names {name.strip()} twice.", fix="Keep one of the two.")
        found[name.strip()] = value.strip()
    return found


def roles(values: list[str]) -> dict[str, Speaker]:
    """Read ``agent=staff,crew``: a role, then the names the export has for it.

    >>> roles(["agent=staff,crew", "assistant=bot"])["crew"]
    <Speaker.AGENT: 'agent'>
    """
    found: dict[str, Speaker] = {}
    for value in values:
        role: Speaker | None = None
        for part in value.split(","):
            name, equals, rest = part.partition("=")
            if equals:
                role = _role(name.strip())
                part = rest
            if role is None or not part.strip():
                raise UsageError(
                    f"--speaker {value!r} is not of the form role=name,name.",
                    fix="Write --speaker agent=staff,crew.",
                )
            found[part.strip()] = role
    return found


def _role(name: str) -> Speaker:
    try:
        return Speaker(name)
    except ValueError:
        raise UsageError(
            f"--speaker names the role {name!r}.",
            fix=f"The roles are {', '.join(role.value for role in Speaker)}.",
        ) from None


def writable(out: Path) -> None:
    """Fail before the work, not after it, when the report could not be written."""
    try:
        if out.is_dir():
            raise UsageError(f"{out} is a folder.", fix=f"Name a file in it, such as {out / 'report.html'}")
        out.parent.mkdir(parents=True, exist_ok=True)
        existed = out.exists()
        with out.open("a", encoding="utf-8"):
            pass
        if not existed:
            out.unlink()
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", fix="Name a place you may write to.") from error


def refuse_input(file: Path, exports: list[str]) -> None:
    """Never write over what is to be read."""
    if any(Path(export).exists() and Path(export).resolve() == file.resolve() for export in exports):
        raise UsageError(f"{file} would be read and written over.", fix="Name another file or folder for --out.")


def write(out: Path, page: str) -> None:
    """Put the report down.

    Raises:
        ReportUnwritable: the disk is full, or the place went away meanwhile.
    """
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ReportUnwritable(
            f"The report could not be written to {out}: {error.strerror}.", fix="Free some space and run it again."
        ) from error


@contextmanager
def stops_gently(bars: "Bars") -> Iterator[None]:
    """Turn the first Ctrl-C into a wish to stop; a second one that finds it unheard breaks off at once."""

    def press(_signal: int, _frame: FrameType | None) -> None:
        bars.press()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def print_json(report: "Report") -> None:
    """The whole report as JSON, without the conversations, on stdout."""
    import msgspec

    found = msgspec.to_builtins(report)
    found.pop("conversations")
    put(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")


def say(line: str) -> None:
    """One line to the person, apart from what a program reads."""
    typer.echo(line, err=True)


def tell(report: "Report", out: Path, rejects: Path, rows: Path | None) -> None:
    """Say on stderr what came out and where it lies."""
    covered = report.coverage
    say(f"{covered.turns:,} turns in {covered.conversations:,} conversations audited.")
    if report.partial:
        say(report.partial)
    for sentence in report.summary[:3]:
        say(f"  {sentence}")
    if report.findings and report.findings[0].verdict == "found" and not report.findings[0].good_news:
        say(f"  Do first: {report.findings[0].do_first}")
    if refused := sum(covered.rejects.values()):
        say(f"{refused:,} {'line' if refused == 1 else 'lines'} could not be read; the reasons are in {rejects}")
    for how, counts in (("Left out", covered.skipped), ("Set right", covered.mended)):
        if counts:
            say(f"{how}: {', '.join(f'{count:,} {reason}' for reason, count in counts.items())}.")
    if rows:
        say(f"Estimates of every turn: {rows}")
    say(f"Report: {out}")
