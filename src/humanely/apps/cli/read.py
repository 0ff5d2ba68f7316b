"""`humanely read`: estimate what messages may feel like."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.output import put
from humanely.errors import UsageError

if TYPE_CHECKING:
    from humanely.affect.reading import Reading

EPILOG = (
    "Examples: humanely read 'I have written three times and nobody answers'   ·   "
    "cat messages.txt | humanely read --json | jq .sentiment"
)
BATCH = 64
LONGEST = 2_000_000
"""Bytes of a line that are read; a message is never that long."""


def read(
    text: Annotated[
        str | None, typer.Argument(help="The message. Without it, one message a line is read from stdin.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, also on a terminal.")] = False,
    evidence: Annotated[bool, typer.Option(help="Say which words made the estimate (slower).")] = True,
) -> None:
    """Estimate what a message may feel like: emotions, sentiment, valence, arousal, with evidence.

    Prints a readable card on a terminal and one JSON object a line elsewhere. Personal data are masked
    before the model sees the text. When the estimate is not worth reporting, `confident` is false and
    `reason` says why.
    """
    import msgspec

    from humanely import pipeline

    if text is None and sys.stdin is not None and sys.stdin.isatty():
        typer.echo("Type a message and press Enter; Ctrl-D ends.", err=True)
    cards = not as_json and sys.stdout is not None and sys.stdout.isatty()
    for batch in batches([text] if text is not None else lines()):
        out: list[str] = []
        for message, reading in zip(batch, pipeline.read(batch, evidence=evidence), strict=True):
            if cards:
                print_card(message, reading)
            else:
                out.append(msgspec.json.encode(reading).decode() + "\n")
        if out:
            put("".join(out))


def lines() -> Iterator[str]:
    """The lines of stdin, without their ends; what is not UTF-8 is read with replacement marks."""
    if sys.stdin is None:
        raise UsageError("Nothing is on standard input.", fix="Give a message, or pipe a file: cat messages.txt | …")
    while line := sys.stdin.buffer.readline(LONGEST):
        while len(line) == LONGEST and not line.endswith(b"\n") and (rest := sys.stdin.buffer.readline(LONGEST)):
            typer.echo(f"A line of over {LONGEST:,} bytes was cut there.", err=True)
            if rest.endswith(b"\n"):
                break
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def batches(messages: Iterable[str]) -> Iterator[list[str]]:
    """Group messages for the model; a person typing gets an answer after each line."""
    size = 1 if sys.stdin is not None and sys.stdin.isatty() else BATCH
    batch: list[str] = []
    for message in messages:
        batch.append(message)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def print_card(message: str, reading: "Reading") -> None:
    """Show one estimate to a person at a terminal."""
    from rich.console import Console
    from rich.markup import escape
    from rich.panel import Panel
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column()
    if reading.confident:
        feelings = ", ".join(f"{label} {reading.emotions[label]:.0%}" for label in reading.labels)
        table.add_row("may feel like", feelings or "none of the 28 labels stands out")
    else:
        table.add_row("no estimate", escape(reading.reason or ""))
    table.add_row("sentiment", "  ".join(f"{name} {p:.0%}" for name, p in reading.sentiment.items()))
    table.add_row("valence", f"{reading.valence:+.2f}  (-1 unpleasant … +1 pleasant)")
    arousal = "not given" if reading.arousal is None else f"{reading.arousal:.2f}  (0 calm … 1 excited)"
    table.add_row("arousal", arousal)
    words = ", ".join(f"“{span.text}” → {span.label} {span.weight:+.2f}" for span in reading.evidence)
    table.add_row("because of", escape(words) or "no single word")
    table.add_row("language", reading.language or "too short to say")
    shown = message if len(message) <= 500 else message[:500] + " …"
    Console().print(
        Panel(
            table,
            title=escape(" ".join(shown.split())[:70]) or "(empty)",
            subtitle=f"{reading.model.name} {reading.model.version} · an estimate of a message, not of a person",
            title_align="left",
            subtitle_align="right",
        )
    )
