"""How it goes from the start of a conversation to its end, and for whom it goes worse."""

from typing import ClassVar

import msgspec

from humanely.audit.page import charts
from humanely.audit.page.view import Chart, Table, View, cell
from humanely.audit.page.words import count, decimal, language_name
from humanely.audit.report import Breakdown, JourneyPoint, Outcome, Report, Slice, Verdict

STEP = "journey"
"""The breakdown that belongs to the journey, not to the groups."""

DRAWN = 15
"""Slices drawn: an export may have hundreds."""

NAMED = 6
"""Refused slices named."""

SCORE = "satisfaction"
"""The outcome on the export's own scale; all others are shares."""

DIFFERENCE: dict[Verdict, str] = {
    Verdict.FOUND: "a difference",
    Verdict.NOT_FOUND: "no clear difference",
    Verdict.CANNOT_TELL: "cannot tell",
}

PARTS: dict[str, str] = {
    "feels with": "names or meets the feeling",
    "understands": "reflects what happened, in its own words",
    "asks": "asks an open, useful question",
    "acts": "owns its part and takes a concrete step",
}


class BreakdownView(msgspec.Struct, frozen=True):
    """One column of the export; `refused` names the slices without a figure and says why."""

    heading: str
    verdict: str
    sentence: str
    chart: Chart
    refused: tuple[str, ...]


class Journey(View, frozen=True):
    """Valence, called for and shown over the place in the conversation, and by journey step."""

    template: ClassVar[str] = "journey.html.j2"

    valence: Chart
    need_and_shown: Chart
    parts: Chart
    outcomes: Table
    came_of_it: tuple[str, ...]
    steps: tuple[BreakdownView, ...]


class Groups(View, frozen=True):
    """The gap by group, language, channel: all breakdowns but the journey."""

    template: ClassVar[str] = "groups.html.j2"

    breakdowns: tuple[BreakdownView, ...]


def _valence(points: tuple[JourneyPoint, ...]) -> Chart:
    told = [point for point in points if point.valence.value is not None]
    lowest = min(told, key=lambda point: point.valence.value or 0.0, default=None)
    low = f" Lowest: {lowest.place}, {decimal(lowest.valence.value or 0.0)}." if lowest else ""
    caption = f"How customers' messages read, from −1 (negative) to +1 (positive), with 95 % interval.{low}"
    drawing = charts.valence_by_place(points, charts.Titles("valence", "Valence over the conversation", caption))
    rows = [(point.place, cell(point.valence), count(point.valence.n)) for point in points]
    columns = ("Place in the conversation", "Valence (95 % interval)", "Conversations")
    return Chart(drawing, caption, Table("Valence of customers' messages", columns, tuple(rows)))


def _need_and_shown(points: tuple[JourneyPoint, ...]) -> Chart:
    told = [point for point in points if point.gap.value is not None]
    widest = max(told, key=lambda point: point.gap.value or 0.0, default=None)
    wide = f" Widest: {widest.place}, {decimal(widest.gap.value or 0.0)}." if widest else ""
    caption = f"Empathy called for (solid, circles) and shown (dashed, squares). The shaded space is the gap.{wide}"
    titles = charts.Titles("need", "Called for and shown over the conversation", caption)
    rows = [(p.place, cell(p.need), cell(p.shown), cell(p.gap), count(p.gap.n)) for p in points]
    columns = ("Place in the conversation", "Called for", "Shown", "Gap", "Conversations")
    table = Table("Called for, shown and gap, each with its 95 % interval", columns, tuple(rows))
    return Chart(charts.need_and_shown_by_place(points, titles), caption, table)


def _parts(report: Report) -> Chart:
    caption = "What answers show, each kind from 0 (not) to 2 (specific to this person), with 95 % interval."
    titles = charts.Titles("parts", "The four kinds of empathy shown", caption)
    lines = [charts.Interval(name, figure) for name, figure in report.parts.items()]
    drawing = charts.intervals(lines, titles, axis="mean, 0 to 2", domain=(0.0, 2.0))
    rows = [(name, PARTS.get(name, ""), cell(figure)) for name, figure in report.parts.items()]
    table = Table("The four kinds of empathy shown", ("Kind", "What it is", "Mean (95 % interval)"), tuple(rows))
    return Chart(drawing, caption, table)


def _outcomes(outcomes: tuple[Outcome, ...]) -> Table:
    columns = ("Outcome", "With a cold moment", "Without", "Difference (95 % interval)")
    rows = [
        (one.name, *(cell(each, share=one.name != SCORE) for each in (one.with_cold, one.without_cold, one.difference)))
        for one in outcomes
    ]
    return Table("What came of conversations with and without a cold moment", columns, tuple(rows))


def journey(report: Report) -> Journey:
    """The journey view of the report."""
    steps = [cut for cut in report.breakdowns if cut.by == STEP]
    return Journey(
        valence=_valence(report.journey),
        need_and_shown=_need_and_shown(report.journey),
        parts=_parts(report),
        outcomes=_outcomes(report.outcomes),
        came_of_it=tuple(outcome.sentence for outcome in report.outcomes),
        steps=tuple(_breakdown(n, cut, report) for n, cut in enumerate(steps)),
    )


def groups(report: Report) -> Groups:
    """All breakdowns that are not the journey."""
    cuts = [(n, cut) for n, cut in enumerate(report.breakdowns) if cut.by != STEP]
    return Groups(tuple(_breakdown(n, cut, report) for n, cut in cuts))


def _slice_name(cut: Breakdown, piece: Slice) -> str:
    return language_name(piece.name) if cut.by == "language" else piece.name


def _breakdown(n: int, cut: Breakdown, report: Report) -> BreakdownView:
    told = [piece for piece in cut.slices if piece.gap.value is not None]
    lines = [charts.Interval(_slice_name(cut, piece), piece.gap) for piece in told[:DRAWN]]
    caption = "Mean gap with 95 % interval; the dashed line is the gap of the whole export."
    if len(told) > DRAWN:
        caption += f" Drawn are the first {DRAWN}; the table has all {len(told)}."
    titles = charts.Titles(f"by-{n}", f"Empathy gap by {cut.by}", caption)
    drawing = charts.intervals(lines, titles, axis="empathy gap", domain=(0.0, 0.5), reference=report.gap.value)
    columns = (cut.by.capitalize(), "Conversations", "Called for", "Shown", "Gap (95 % interval)", "With a cold moment")
    rows = [
        (_slice_name(cut, s), count(s.conversations), _mean(s.need.value), _mean(s.shown.value), cell(s.gap),
         cell(s.cold_share, share=True))
        for s in told
    ]  # fmt: skip
    refused = [piece for piece in cut.slices if piece.gap.value is None]
    named = [_refusal(cut, piece) for piece in refused[:NAMED]]
    if len(refused) > NAMED:
        named.append(f"and {len(refused) - NAMED} more")
    return BreakdownView(
        heading=f"By {cut.by}",
        verdict=DIFFERENCE[cut.verdict],
        sentence=cut.sentence,
        chart=Chart(drawing, caption, Table(f"The gap and its parts by {cut.by}", columns, tuple(rows))),
        refused=tuple(named),
    )


def _refusal(cut: Breakdown, piece: Slice) -> str:
    conversations = count(piece.conversations, "conversation")
    return f"{_slice_name(cut, piece)} ({conversations}): {piece.gap.refused or 'nothing to count'}"


def _mean(value: float | None) -> str:
    return "not given" if value is None else decimal(value)
