"""Conversations worth reading: how each went, and every turn with its estimates."""

from typing import ClassVar

import msgspec
from markupsafe import Markup

from humanely.audit.page import charts
from humanely.audit.page.findings import anchor, language_tag, side
from humanely.audit.page.marking import marked
from humanely.audit.page.view import Chart, Table, View
from humanely.audit.page.words import count, decimal, language_name
from humanely.audit.report import ConversationView, Report, TurnView

TURN_LIMIT = 2_000
"""Characters of one turn."""


class TurnItem(msgspec.Struct, frozen=True):
    """One turn as it is read: what was said, and what we estimate of it.

    `cues` and `against` have words marked in `text`; `as_a_whole` are those without.
    """

    number: int
    speaker: str
    side: str
    when: str | None
    text: Markup
    estimates: tuple[tuple[str, str], ...]
    against: tuple[str, ...]
    cues: tuple[str, ...]
    as_a_whole: tuple[str, ...]
    kind: str | None


class Conversation(msgspec.Struct, frozen=True):
    """One conversation with its trajectory."""

    anchor: str
    name: str
    why: str | None
    tags: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    chart: Chart
    turns: tuple[TurnItem, ...]
    length: str
    lang: str | None


class Conversations(View, frozen=True):
    """All conversations the report shows."""

    template: ClassVar[str] = "conversations.html.j2"

    conversations: tuple[Conversation, ...]
    lead: str


def links(report: Report) -> dict[str, str]:
    """Where each conversation stands on the page."""
    return {talk.conversation_id: f"talk-{n}" for n, talk in enumerate(report.conversations, 1)}


def _kind(turn: TurnView) -> str | None:
    """How an answer is drawn; None for a customer's turn."""
    return (
        None
        if turn.speaker == "customer"
        else charts.answer_kind(
            turn.gap, turn.shown, gushed="gush" in turn.against or turn.parts.get("feels with") == 2
        )
    )


def _estimates(turn: TurnView) -> tuple[tuple[str, str], ...]:
    named = [
        ("reads as", turn.feeling),
        ("valence", None if turn.valence is None else decimal(turn.valence)),
        ("called for", None if turn.need is None else decimal(turn.need)),
        ("shown", None if turn.shown is None else decimal(turn.shown)),
        ("gap", None if turn.gap is None else decimal(turn.gap)),
    ]
    parts = [(name, f"{level} of 2") for name, level in turn.parts.items() if level]
    return tuple((name, value) for name, value in named if value is not None) + tuple(parts)


def _item(turn: TurnView, kind: str | None) -> TurnItem:
    return TurnItem(
        number=turn.turn,
        speaker=turn.speaker.capitalize(),
        side="customer" if side(turn.speaker) == "message" else "answer",
        when=None if turn.time is None else f"{turn.time:%Y-%m-%d %H:%M}",
        text=marked(turn.text, turn.words, limit=TURN_LIMIT),
        estimates=_estimates(turn),
        against=tuple(name for name in turn.against if name not in turn.as_a_whole),
        cues=tuple(name for name in turn.cues if name not in turn.as_a_whole),
        as_a_whole=turn.as_a_whole,
        kind=None if kind in (None, "not estimated") else kind,
    )


def _chart(n: int, talk: ConversationView, kinds: list[str | None]) -> Chart:
    name = talk.conversation_id
    cold = kinds.count("cold")
    caption = f"Valence turn by turn, and {count(cold, 'cold answer') if cold else 'the answers'} below."
    titles = charts.Titles(f"path-{n}", f"Trajectory of conversation {name}", caption)
    columns = ("Turn", "Speaker", "Valence", "Called for", "Shown", "Gap", "Answer")
    rows = [_row(turn, kind) for turn, kind in zip(talk.turns, kinds, strict=True)]
    table = Table(f"Estimates of {name}", columns, tuple(rows))
    return Chart(charts.trajectory(talk.turns, kinds, titles), caption, table)


def _row(turn: TurnView, kind: str | None) -> tuple[str, ...]:
    levels = (turn.valence, turn.need, turn.shown, turn.gap)
    return (str(turn.turn), turn.speaker.capitalize(), *(_or_dash(level) for level in levels), kind or "–")


def _or_dash(value: float | None) -> str:
    return "–" if value is None else decimal(value)


def _conversation(n: int, talk: ConversationView, titles: dict[str, str]) -> Conversation:
    kinds = [_kind(turn) for turn in talk.turns]
    language = None if talk.language is None else language_name(talk.language)
    seen = [(anchor(code), titles[code]) for code in talk.findings if code in titles]
    # Where the reason is but the findings, their links say it already.
    said = set(talk.why.split("; ")) <= {title for _, title in seen}
    return Conversation(
        anchor=f"talk-{n}",
        name=talk.conversation_id,
        why=None if said else talk.why,
        tags=tuple(tag for tag in (language, talk.channel, talk.journey, talk.group) if tag),
        findings=tuple(seen),
        chart=_chart(n, talk, kinds),
        turns=tuple(_item(turn, kind) for turn, kind in zip(talk.turns, kinds, strict=True)),
        length=count(len(talk.turns), "turn"),
        lang=language_tag(talk.language),
    )


def conversations(report: Report) -> Conversations:
    """Every conversation of the report, in its order; findings on the page are linked."""
    titles = {finding.code: finding.title for finding in report.findings if finding.verdict == "found"}
    talks = [_conversation(n, talk, titles) for n, talk in enumerate(report.conversations, 1)]
    shown, all_of_them = len(report.conversations), report.coverage.conversations
    lead = f"The {shown:,} of {all_of_them:,} conversations in which most went wrong." if shown < all_of_them else ""
    return Conversations(tuple(talks), lead)
