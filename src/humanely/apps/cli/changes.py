"""What a policy would change, as tables on a terminal."""

import io
import sys
from collections.abc import Iterable, Mapping

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from humanely.apps.cli.cards import in_words
from humanely.decision.replay import Change, Difference

_COUNTS = frozenset(("how often", "today", "with it", "more or less"))
MOST = 20
"""Kinds of change shown; all of them are in the JSON."""


def print_changes(difference: Difference, unknown: Iterable[str]) -> None:
    """Show what would change, and what a dry run cannot know."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    Console().print(Group(*_parts(difference), *_unknown(unknown)))


def _parts(difference: Difference) -> Iterable[RenderableType]:
    yield Text(f"{difference.old_version} → {difference.new_version}", style="bold")
    yield Text(summary(difference))
    if difference.decisions:
        yield actions(difference.old_actions, difference.new_actions)
    if difference.changes:
        yield changes(difference.changes[:MOST])
    if len(difference.changes) > MOST:
        yield Text(f"And {len(difference.changes) - MOST:,} more kinds of change; --json shows all.")


def _unknown(unknown: Iterable[str]) -> Iterable[RenderableType]:
    yield Text("What this cannot know:", style="bold")
    listed = Table.grid(padding=(0, 1))
    for one in unknown:
        listed.add_row("-", one)
    yield listed


def summary(difference: Difference) -> str:
    """How much would change, in a sentence.

    >>> summary(Difference("a", "b", 2, 8, {}, {}, (Change("reply", "message", "handoff", "asked", 2, ("c",)),)))
    '2 of 8 decisions in 2 conversations would change (25%): 2 to another action, 0 only in their reason.'
    """
    if not difference.decisions:
        return "There is nothing to decide again."
    told = f"{difference.decisions:,} decisions in {difference.conversations:,} conversations"
    if not difference.changed:
        return f"None of {told} would change."
    share = difference.changed / difference.decisions
    acts = sum(one.count for one in difference.changes if one.old_action != one.new_action)
    how = f"{acts:,} to another action, {difference.changed - acts:,} only in their reason"
    return f"{difference.changed:,} of {told} would change ({share:.0%}): {how}."


def actions(old: Mapping[str, int], new: Mapping[str, int]) -> Table:
    """How often each action is taken, before and after."""
    table = _table("action", "today", "with it", "more or less")
    for name in sorted({*old, *new}, key=lambda name: (-old.get(name, 0), name)):
        was, would = old.get(name, 0), new.get(name, 0)
        table.add_row(name, f"{was:,}", f"{would:,}", f"{would - was:+,}" if would != was else "")
    return table


def changes(found: Iterable[Change]) -> Table:
    """Each kind of change, with conversations to look at."""
    table = _table("how often", "decided now", "decided with it", "for example")
    for one in found:
        table.add_row(
            f"{one.count:,}",
            f"{one.old_action} ({in_words(one.old_reason)})",
            f"{one.new_action} ({in_words(one.new_reason)})",
            escape(", ".join(one.examples)),
        )
    return table


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in heads:
        table.add_column(head, justify="right" if head in _COUNTS else "left")
    return table
