"""How the report was made: what was read and left out, whether the gap holds here, and its limits."""

from typing import ClassVar

from humanely.affect.reading import LanguageStatus
from humanely.audit.page import charts
from humanely.audit.page.view import Chart, Table, View, cell
from humanely.audit.page.words import count, language_name
from humanely.audit.report import Coverage, Report

SOURCES = 12
"""Files named; a directory may hold thousands."""

STATUS: dict[LanguageStatus, str] = {
    "measured": "measured: its figures stand in the model card",
    "transferred": "transferred: read by a model that learned from other languages; accuracy not measured",
    "off": "off: what was measured is of no use, so the model reads nothing",
    "unknown": "unknown: too little was said to name the language",
}


MASKED: dict[str, str] = {
    "email": "e-mail addresses",
    "phone": "phone numbers",
    "card": "card numbers",
    "iban": "bank accounts (IBAN)",
    "ip": "network addresses",
    "url_token": "secrets in links",
    "name": "names in greetings and signatures",
}

ANSWERS: dict[bool, str] = {True: "yes", False: "no: none came, or none could be read"}


class Method(View, frozen=True):
    """What the figures rest on."""

    template: ClassVar[str] = "method.html.j2"

    model: str
    version: str
    check: Chart
    check_sentence: str
    coverage: Table
    left_out: Table
    masked: Table
    languages: Table
    sources: tuple[str, ...]
    more_sources: str | None


def _check(report: Report) -> Chart:
    check = report.check
    caption = (
        "Change of the customer's valence to the next message for one unit of gap, within conversation. "
        "Left of the dashed line: a smaller gap goes with a better next message."
    )
    lines = [charts.Interval("this data", check.slope), charts.Interval("answers shuffled", check.shuffled)]
    titles = charts.Titles("check", "Does a smaller gap go with a better next message?", caption)
    axis = "change of valence per unit of gap"
    drawing = charts.intervals(lines, titles, axis=axis, domain=(-0.2, 0.2), reference=0.0)
    rows = [("This data", cell(check.slope)), ("Answers shuffled: what chance alone gives", cell(check.shuffled))]
    table = Table("The gap checked against this data", ("Slope", "Value (95 % interval)"), tuple(rows))
    return Chart(drawing, caption, table)


def _coverage(coverage: Coverage) -> Table:
    numbers = [
        ("Rows", coverage.rows), ("Turns", coverage.turns), ("Conversations", coverage.conversations),
        ("Customers' turns", coverage.customer_turns), ("Texts read by the model", coverage.distinct_texts),
        ("Turns we abstained on, being unsure", coverage.abstained_turns),
    ]  # fmt: skip
    return Table("What was read", ("What", "Count"), tuple((name, count(n)) for name, n in numbers))


def _masked(coverage: Coverage) -> Table:
    ranked = sorted(coverage.masked.items(), key=lambda kind: -kind[1])
    rows = [(MASKED.get(kind, kind), count(n)) for kind, n in ranked]
    return Table("Personal data masked before any estimate", ("Kind", "Count"), tuple(rows))


def _left_out(coverage: Coverage) -> Table:
    rejected = [(reason, "rejected", count(n)) for reason, n in coverage.rejects.items()]
    skipped = [(reason, "skipped", count(n)) for reason, n in coverage.skipped.items()]
    mended = [(reason, "set right and kept", count(n)) for reason, n in coverage.mended.items()]
    columns = ("Reason", "How", "Count")
    return Table("What was left out or set right, and why", columns, tuple(rejected + skipped + mended))


def _languages(coverage: Coverage) -> Table:
    ranked = sorted(coverage.languages, key=lambda share: -share.turns)
    rows = [
        (language_name(one.language), count(one.turns), STATUS[one.status], ANSWERS[one.answers_read]) for one in ranked
    ]
    return Table("Languages, and how well they are read", ("Language", "Turns", "Feeling", "Answers read"), tuple(rows))


def method(report: Report) -> Method:
    """Everything a reader needs to judge the report."""
    coverage = report.coverage
    more = len(coverage.sources) - SOURCES
    return Method(
        model=report.model,
        version=report.version,
        check=_check(report),
        check_sentence=report.check.sentence,
        coverage=_coverage(coverage),
        left_out=_left_out(coverage),
        masked=_masked(coverage),
        languages=_languages(coverage),
        sources=coverage.sources[:SOURCES],
        more_sources=count(more, "more file") if more > 0 else None,
    )
