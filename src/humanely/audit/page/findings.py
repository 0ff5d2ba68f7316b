"""What was found, what is worth copying, what cannot be told, and what was looked for in vain."""

import re
from typing import ClassVar

import msgspec
from markupsafe import Markup

from humanely.audit.page import charts
from humanely.audit.page.marking import marked
from humanely.audit.page.view import Chart, Table, View, cell
from humanely.audit.page.words import LANGUAGES, FigureText, count, decimal, written
from humanely.audit.report import Finding, Quote, Report, Verdict

QUOTE_LIMIT = 600
"""Characters of a quoted message; the whole of it stands in its conversation."""

BEFORE_LIMIT = 280

IN_SIGHT = 2
"""Quotes shown at once; the rest opens on demand."""


class QuoteView(msgspec.Struct, frozen=True):
    """A quoted message with the words behind the estimate marked, and the reasons that have none.

    `lang` is None where the language is not known, `link` where the conversation is not on the page.
    """

    text: Markup
    before: Markup | None
    speaker: str
    place: str
    conversation: str
    lang: str | None
    link: str | None
    reasons: tuple[str, ...]


class FindingView(msgspec.Struct, frozen=True):
    """One finding as it is read."""

    anchor: str
    rank: int
    title: str
    sentence: str
    people: str
    share: FigureText
    depth: str | None
    do_first: str
    quotes: tuple[QuoteView, ...]
    more_quotes: tuple[QuoteView, ...]


class Findings(View, frozen=True):
    """Everything found, good news apart, and the limits of what could be told."""

    template: ClassVar[str] = "findings.html.j2"

    found: tuple[FindingView, ...]
    overview: Chart
    worth_copying: tuple[FindingView, ...]
    cannot_tell: tuple[tuple[str, str], ...]
    not_found: tuple[str, ...]


def anchor(code: str) -> str:
    """Where a finding stands on the page.

    >>> anchor("human_not_given")
    'finding-human-not-given'
    """
    return "finding-" + re.sub(r"[^a-z0-9]+", "-", code.casefold()).strip("-")


def language_tag(code: str | None) -> str | None:
    """The `lang` of a text: only a language we can name, for a wrong tag reads worse than none.

    >>> language_tag("pt-BR"), language_tag("zz"), language_tag(None)
    ('pt-BR', None, None)
    """
    known = code is not None and re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", code) and code[:2] in LANGUAGES
    return code if known else None


def _quote(quote: Quote, links: dict[str, str]) -> QuoteView:
    return QuoteView(
        text=marked(quote.text, quote.words, limit=QUOTE_LIMIT),
        before=None if quote.before is None else marked(quote.before, limit=BEFORE_LIMIT),
        speaker=quote.speaker.capitalize(),
        place=f"turn {quote.turn}",
        conversation=quote.conversation_id,
        lang=language_tag(quote.language),
        link=links.get(quote.conversation_id),
        reasons=_reasons(quote),
    )


def _reasons(quote: Quote) -> tuple[str, ...]:
    """What shows the finding besides marked words."""
    read = f"read from the whole {side(quote.speaker)}: {', '.join(quote.as_a_whole)}"
    return (*((read,) if quote.as_a_whole else ()), *quote.facts)


def side(speaker: str) -> str:
    """What a speaker writes: a ``message`` or an ``answer``."""
    return "message" if speaker == "customer" else "answer"


def _overview(found: list[Finding]) -> Chart:
    lines = [charts.Interval(finding.title, finding.share) for finding in found]
    caption = "Share of the conversations where it could have happened, with 95 % interval."
    titles = charts.Titles("findings", "How many conversations each finding touches", caption)
    drawing = charts.intervals(lines, titles, axis="share of conversations", domain=(0.0, 0.2), share=True)
    columns = ("Finding", "Conversations", "Share (95 % interval)", "Depth, 0 to 1")
    rows = [(f.title, count(f.people), cell(f.share, share=True), decimal(f.depth)) for f in found]
    return Chart(drawing, caption, Table("What was found, ranked by people affected × depth", columns, tuple(rows)))


def findings(report: Report, links: dict[str, str]) -> Findings:
    """All findings in their groups, in the order the report ranks them.

    Args:
        report: what the audit found.
        links: for each conversation on the page, where it stands.
    """

    def view(rank: int, finding: Finding) -> FindingView:
        quotes = tuple(_quote(quote, links) for quote in finding.quotes)
        return FindingView(
            anchor=anchor(finding.code),
            rank=rank,
            title=finding.title,
            sentence=finding.sentence,
            people=count(finding.people, "conversation"),
            share=written(finding.share, share=True),
            depth=None if finding.good_news else decimal(finding.depth),
            do_first=finding.do_first,
            quotes=quotes[:IN_SIGHT],
            more_quotes=quotes[IN_SIGHT:],
        )

    seen = [finding for finding in report.findings if finding.verdict is Verdict.FOUND]
    harms = [finding for finding in seen if not finding.good_news]
    good = [finding for finding in seen if finding.good_news]
    return Findings(
        found=tuple(view(rank, finding) for rank, finding in enumerate(harms, 1)),
        overview=_overview(harms),
        worth_copying=tuple(view(rank, finding) for rank, finding in enumerate(good, 1)),
        cannot_tell=_of(report, Verdict.CANNOT_TELL),
        not_found=tuple(title for title, _ in _of(report, Verdict.NOT_FOUND)),
    )


def _of(report: Report, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    return tuple((f.title, f.sentence) for f in report.findings if f.verdict is verdict)
