"""The top of the page: what was read, and what a director takes away in a minute."""

from typing import ClassVar

import msgspec

from humanely.audit.page import charts
from humanely.audit.page.findings import anchor
from humanely.audit.page.view import Chart, Table, View, cell
from humanely.audit.page.words import FigureText, count, day, in_words, language_name, period, written
from humanely.audit.report import Figure, Finding, GapCheck, Report, Verdict

DO_FIRST = 3
"""More than three things to do first are none."""


class Header(View, frozen=True):
    """Title, period and base of the report; `partial` says why it covers only a part."""

    template: ClassVar[str] = "header.html.j2"

    title: str
    read: tuple[tuple[str, str], ...]
    partial: str | None


class Action(msgspec.Struct, frozen=True):
    """One thing to do first, and the finding it answers."""

    what: str
    because: str
    people: str
    anchor: str


class Trust(msgspec.Struct, frozen=True):
    """What the gap check came to, as a heading, a tone (``good``, ``warn`` or ``open``) and a sentence."""

    heading: str
    tone: str
    sentence: str


class Summary(View, frozen=True):
    """The page a director reads in a minute."""

    template: ClassVar[str] = "summary.html.j2"

    gap: FigureText
    in_words: str | None
    tone: str
    scale: Chart
    need: FigureText
    shown: FigureText
    cold: FigureText
    exchanges: str
    sentences: tuple[str, ...]
    actions: tuple[Action, ...]
    trust: Trust


def header(report: Report) -> Header:
    """What was read, from when to when."""
    coverage = report.coverage
    read = [
        ("Period", period(coverage.first_time, coverage.last_time) or "the export has no times"),
        ("Conversations", count(coverage.conversations)),
        ("Turns", count(coverage.turns)),
        ("Languages", _languages(report)),
        ("Written", day(report.generated_at)),
    ]
    return Header(report.title, tuple(read), report.partial)


def _languages(report: Report, most: int = 3) -> str:
    ranked = sorted(report.coverage.languages, key=lambda share: -share.turns)
    names = [language_name(share.language) for share in ranked]
    if not names:
        return "none told"
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def trust(check: GapCheck) -> Trust:
    """How to hold the gap in these data: borne out, not borne out, or not to be told."""
    heading, tone = {
        "associated": ("The gap means something in this data", "good"),
        "no evidence": ("Read the gap with care: this data does not bear it out", "warn"),
    }.get(check.verdict, ("Whether the gap matters here, this data cannot tell", "open"))
    return Trust(heading, tone, check.sentence)


def actions(findings: tuple[Finding, ...]) -> tuple[Action, ...]:
    """The first things to do: of the findings that were found, in the order they are ranked."""
    harms = [finding for finding in findings if finding.verdict is Verdict.FOUND and not finding.good_news]
    return tuple(
        Action(finding.do_first, finding.title, count(finding.people, "conversation"), anchor(finding.code))
        for finding in harms[:DO_FIRST]
    )


def tone(gap: Figure) -> str:
    """How the headline is coloured: ``good`` about right, ``short`` from clearly short on, else ``plain``.

    >>> tone(Figure(0.02, -0.02, 0.06, 90)), tone(Figure(0.31, 0.27, 0.35, 90)), tone(Figure(-0.3, -0.4, -0.2, 90))
    ('good', 'short', 'plain')
    """
    if gap.value is None:
        return "plain"
    return "good" if abs(gap.value) < 0.1 else "short" if gap.value >= 0.25 else "plain"


def _scale(report: Report) -> Chart:
    gap = report.gap
    title = "The empathy gap on a scale from too much to far too little"
    said = cell(gap) if gap.value is None else f"{cell(gap)}: {in_words(gap.value)}"
    rows = [("Empathy gap", cell(gap)), ("Called for", cell(report.need)), ("Shown", cell(report.shown))]
    caption = "The gap is what a moment called for minus what the answer showed; the bar is its 95 % interval."
    table = Table("The headline figures, each from 0 to 1", ("Figure", "Mean (95 % interval)"), tuple(rows))
    return Chart(charts.scale(gap, charts.Titles("scale", title, f"Empathy gap {said}.")), caption, table)


def summary(report: Report) -> Summary:
    """The headline, what it rests on, and what to do first."""
    return Summary(
        gap=written(report.gap),
        in_words=None if report.gap.value is None else in_words(report.gap.value),
        tone=tone(report.gap),
        scale=_scale(report),
        need=written(report.need),
        shown=written(report.shown),
        cold=written(report.cold_share, share=True),
        exchanges=count(report.exchanges, "answered exchange"),
        sentences=report.summary,
        actions=actions(report.findings),
        trust=trust(report.check),
    )
