"""`humanely read`: estimate what messages may feel like, or what answers show."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from humanely.apps.cli.output import put
from humanely.errors import UsageError

EPILOG = (
    "Examples: humanely read 'I have written three times and nobody answers'   ·   "
    "cat messages.txt | humanely read --json | jq .sentiment   ·   "
    "humanely read --answer 'I have sent a new one.' --to 'My parcel came broken.'"
)
BATCH = 64
LONGEST = 2_000_000
"""Bytes of a line that are read; a message is never that long."""


def read(
    text: Annotated[
        str | None,
        typer.Argument(
            help="The message, in quotes; after -- where it begins with a dash. Without it, one message a line is read "
            "from stdin."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, also on a terminal.")] = False,
    evidence: Annotated[bool, typer.Option(help="Say which words made the estimate (slower).")] = True,
    answer: Annotated[
        bool, typer.Option("--answer", help="The texts are answers: estimate the empathy they show.")
    ] = False,
    to: Annotated[str | None, typer.Option("--to", help="With --answer: the message that is answered.")] = None,
) -> None:
    """Estimate what a message may feel like: emotions, situation, need, sentiment, crisis risk, with evidence.

    Prints a readable card on a terminal and one JSON object a line elsewhere. Personal data are masked
    before the model sees the text. When the estimate is not worth reporting, `confident` is false and
    `reason` says why. With --answer the texts are answers: how far they feel with the person, understand, ask, act.
    """
    if to is not None and not answer:
        raise UsageError("--to names the message that an answer answers.", fix="Add --answer, or leave --to out.")
    if text is None and sys.stdin is not None and sys.stdin.isatty():
        typer.echo("Type a message and press Enter; Ctrl-D ends.", err=True)
    cards = not as_json and sys.stdout is not None and sys.stdout.isatty()
    for batch in batches([text] if text is not None else lines()):
        if answer:
            show_answers(batch, to, cards=cards)
        else:
            show_readings(batch, evidence=evidence, cards=cards)


def show_readings(batch: list[str], *, evidence: bool, cards: bool) -> None:
    """Read messages and print what they may feel like."""
    from humanely import estimate

    readings = estimate.read(batch, evidence=evidence)
    if not cards:
        put_json(readings)
        return
    from humanely.apps.cli.cards import print_reading

    for message, reading in zip(batch, readings, strict=True):
        print_reading(message, reading)


def show_answers(batch: list[str], to: str | None, *, cards: bool) -> None:
    """Read answers and print what they show."""
    from humanely import estimate

    readings = estimate.read_answers(batch, None if to is None else [to] * len(batch))
    if not cards:
        put_json(readings)
        return
    from humanely.apps.cli.cards import print_answer

    for text, reading in zip(batch, readings, strict=True):
        print_answer(text, reading)


def put_json(values: Iterable[object]) -> None:
    """One JSON object a line."""
    import msgspec

    out = "".join(msgspec.json.encode(value).decode() + "\n" for value in values)
    if out:
        put(out)


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
