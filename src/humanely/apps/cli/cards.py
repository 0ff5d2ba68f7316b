"""Estimates as cards on a terminal."""

import io
import sys

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from humanely.affect.reading import AnswerReading, Crisis, ModelName, Reading
from humanely.signal.cleaning import clean

NEEDS = ("none", "light", "clear", "strong")
DEGREES = ("no", "somewhat", "yes")
STATUS = {
    "measured": "measured: see the model card",
    "transferred": "transferred: not measured in this language",
    "off": "off: not estimated in this language",
    "unknown": "too short to say",
}
_LONGEST = 500
_TITLE = 70
_MOST = 3
"""Words of risk that are quoted."""


def in_words(name: str) -> str:
    """A label as people write it.

    >>> in_words("asks_for_human")
    'asks for human'
    """
    return name.replace("_", " ")


def print_reading(message: str, reading: Reading) -> None:
    """Show what one message may feel like."""
    table = rows()
    if reading.crisis.fired:
        table.add_row("[bold]crisis[/bold]", f"[bold]{crisis_line(reading.crisis)}[/bold]")
    if reading.confident:
        feelings = ", ".join(f"{label} {reading.emotions[label]:.0%}" for label in reading.labels)
        table.add_row("may feel like", feelings or "none of the 28 labels stands out")
    else:
        table.add_row("may feel like", f"not said: {safe(reading.reason or '')}")
    situations = ", ".join(f"{in_words(name)} {reading.situation[name]:.0%}" for name in reading.situations)
    table.add_row("situation", situations or "nothing particular")
    need = (
        "not given"
        if reading.need is None
        else f"{reading.need:.1f}  ({NEEDS[round(reading.need)]}; 0 none … 3 strong)"
    )
    table.add_row("need", need)
    table.add_row("sentiment", "  ".join(f"{name} {p:.0%}" for name, p in reading.sentiment.items()))
    table.add_row("valence", f"{reading.valence:+.2f}  (-1 unpleasant … +1 pleasant)")
    arousal = "not given" if reading.arousal is None else f"{reading.arousal:.2f}  (0 calm … 1 excited)"
    table.add_row("arousal", arousal)
    words = ", ".join(f"“{safe(span.text)}” → {span.label} {span.weight:+.2f}" for span in reading.evidence)
    table.add_row("because of", words or "no single word")
    table.add_row("language", language_line(reading.language, reading.language_status))
    print_panel(message, table, reading.model, "an estimate of a message, not of a person")


def print_answer(text: str, reading: AnswerReading) -> None:
    """Show what one answer shows."""
    table = rows()
    for name, degree in (
        ("feels with", reading.feels_with),
        ("understands", reading.understands),
        ("asks", reading.asks),
        ("acts", reading.acts),
    ):
        table.add_row(name, "not given" if degree is None else f"{degree}  ({DEGREES[degree]})")
    against = ", ".join(map(in_words, reading.against)) or "nothing"
    table.add_row("against", "not given" if reading.reason else against)
    table.add_row("shown", "not given" if reading.shown is None else f"{reading.shown:.2f}  (0 none … 1 full)")
    table.add_row("politeness", share(reading.politeness))
    table.add_row("promises something", share(reading.promise))
    if reading.reason:
        table.add_row("no estimate", reading.reason)
    table.add_row("language", language_line(reading.language, reading.language_status))
    print_panel(text, table, reading.model, "an estimate of an answer, not of who wrote it")


def safe(text: str) -> str:
    """A text of somebody's for a terminal: no controls, which could move its cursor, and no markup of ours.

    >>> safe("no[b]w\x1b[2J")
    'no\\\\[b]w[2J'
    """
    return escape(clean(text))


def share(probability: float | None) -> str:
    return "not given" if probability is None else f"{probability:.0%}"


def crisis_line(crisis: Crisis) -> str:
    """What to do, and why it is said."""
    words = "its words" + (f" {', '.join(f'“{safe(word)}”' for word in crisis.words[:_MOST])}" if crisis.words else "")
    layers = {"words": words, "model": "the model", "both": f"{words} and the model"}[crisis.layer or "model"]
    return f"A life may be at risk: bring in a person now. ({layers}; model {crisis.probability:.0%})"


def language_line(language: str | None, status: str) -> str:
    return STATUS[status] if language is None else f"{language}  ({STATUS[status]})"


def rows() -> Table:
    """A grid of names and values."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column()
    return table


def print_panel(text: str, table: Table, model: ModelName, what: str) -> None:
    """Print a grid under the text it is about."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that cannot write a frame or an emoji still gets the rest
    shown = " ".join(clean(text[:_LONGEST]).split())
    title = shown if len(shown) <= _TITLE else f"{shown[:_TITLE].rstrip()} …"
    Console().print(
        Panel(
            table,
            title=escape(title) or "(empty)",
            subtitle=f"{model.name} {model.version} · {what}",
            title_align="left",
            subtitle_align="right",
        )
    )
