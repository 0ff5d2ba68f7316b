"""The Empathy Audit from exports to report: read, estimate, add up, assemble."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import msgspec

from humanely.audit.assemble import Heading, assemble
from humanely.audit.exports.columns import Guess
from humanely.audit.exports.rows import CUT_REASONS
from humanely.audit.exports.spool import Spool
from humanely.audit.intake import Exports, Intake, Reader
from humanely.audit.report import Coverage, LanguageShare, Report
from humanely.audit.table import Table
from humanely.audit.tally import Tally
from humanely.estimate import ConversationReader
from humanely.signal.turn import Conversation, Speaker

TURNS_AT_ONCE = 2_000
"""Turns given to the model together: enough to fill it, few enough that a stop comes within seconds."""


class Options(msgspec.Struct, frozen=True):
    """What to audit, and how.

    Attributes:
        rejects: where to write the lines that could not be read.
        limit: at most this many conversations, the first ones; None for all.
        sample: this many conversations, chosen by chance but the same each time; None for all.
        rows: where to write the estimates of every turn; None for nowhere.
    """

    exports: Exports
    rejects: Path
    limit: int | None = None
    sample: int | None = None
    rows: Path | None = None
    title: str = "Empathy Audit"


class Progress(Reader, Protocol):
    """Who watches the audit; the command line shows bars, a program may count."""

    def estimating(self, turns: int) -> None:
        """Reading is done; so many turns are to be estimated."""

    def estimated(self, turns: int) -> None:
        """So many turns more were estimated."""


class Silent:
    """Nobody watches, and nobody stops."""

    def reading(self, size: int | None) -> None:
        """Ignore it."""

    def read(self, size: int) -> None:
        """Ignore it."""

    def guessed(self, guess: Guess) -> None:
        """Ignore it."""

    def estimating(self, turns: int) -> None:
        """Ignore it."""

    def estimated(self, turns: int) -> None:
        """Ignore it."""

    def stopped(self) -> bool:
        """Go on."""
        return False


def run(options: Options, reader: ConversationReader, *, now: dt.datetime, progress: Progress | None = None) -> Report:
    """Audit exports.

    Lines that cannot be read go to `options.rejects` with their reason; a stop leaves a valid report of what
    was done so far, which says that it is partial.

    Raises:
        HumanelyError: an export is missing or cannot be read, nothing in it is a message, or a file cannot be
            written.
    """
    watcher = progress or Silent()
    intake, tally = Intake(options.rejects), Tally()
    with Spool() as spool, Table(options.rows) if options.rows else nullcontext() as table:
        intake.take(options.exports, spool, watcher)
        found = spool.counts()
        watcher.estimating(spool.counts(limit=options.limit, sample=options.sample).turns)
        stopped = estimate(spool, options, reader, tally, table, watcher)
        if spool.notes.reordered:
            intake.mended["conversation put in the order of its times"] += spool.notes.reordered
        if spool.notes.duplicates:
            intake.skips["duplicate"] += spool.notes.duplicates
        if spool.notes.cut:
            intake.skips["beyond 5,000 turns of one conversation"] += spool.notes.cut
    heading = Heading(
        options.title,
        now,
        version("humanely"),
        f"{reader.estimator.name} {reader.estimator.version}",
        partial_reason(intake, stopped, tally.conversations, found.conversations, options),
    )
    return assemble(tally, coverage(tally, intake, reader), heading)


def estimate(
    spool: Spool, options: Options, reader: ConversationReader, tally: Tally, table: Table | None, watcher: Progress
) -> bool:
    """Estimate and add up the conversations in the spool; True when stopped before the end."""
    wanted = spool.conversations(limit=options.limit, sample=options.sample)
    for batch in batches(wanted, TURNS_AT_ONCE):
        read = reader.estimate(batch)
        for one in read:
            tally.add(one)
        if table is not None:
            table.add(read)
        watcher.estimated(sum(len(one.turns) for one in batch))
        if watcher.stopped():
            return True
    return False


def batches(conversations: Iterable[Conversation], turns: int) -> Iterator[list[Conversation]]:
    """Group whole conversations until a batch holds at least `turns` turns."""
    batch: list[Conversation] = []
    held = 0
    for conversation in conversations:
        batch.append(conversation)
        held += len(conversation.turns)
        if held >= turns:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def partial_reason(intake: Intake, stopped: bool, done: int, found: int, options: Options) -> str | None:
    """Why the report covers only a part, in words; None when it covers all."""
    reasons = [chosen_part(intake.cut_short, stopped, done, found, options), damaged_part(intake)]
    return " ".join(filter(None, reasons)) or None


def damaged_part(intake: Intake) -> str | None:
    """What is missing because a file ends early or could not be read to its end."""
    damaged = any(reason in CUT_REASONS for reason in intake.rejects)
    if not damaged and not intake.set_aside:
        return None
    return (
        "A part of the export could not be read and is missing here: a file ends early, holds something that could "
        "not be read past, or is no export at all. What and where stands in rejects.jsonl."
    )


def chosen_part(cut_short: bool, stopped: bool, done: int, found: int, options: Options) -> str | None:
    """Which part was audited, where a person chose or stopped."""
    if cut_short:
        return (
            f"Stopped by hand while reading the export: this report covers the {done:,} conversations read until "
            "then, the last of which may be incomplete."
        )
    if stopped and done < found:
        return f"Stopped by hand after {done:,} of {found:,} conversations: this report covers those only."
    if options.sample and done < found:
        return f"A sample of {done:,} of the {found:,} conversations, chosen by chance."
    if options.limit and done < found:
        return f"The first {done:,} of {found:,} conversations."
    return None


def coverage(tally: Tally, intake: Intake, reader: ConversationReader) -> Coverage:
    """What was read, left out and refused."""
    return Coverage(
        sources=tuple(Path(source).name for source in intake.sources),
        rows=intake.rows,
        turns=sum(tally.turns.values()),
        conversations=tally.conversations,
        customer_turns=tally.turns[Speaker.CUSTOMER],
        distinct_texts=reader.memory.distinct,
        abstained_turns=tally.abstained,
        rejects=dict(intake.rejects),
        skipped=dict(intake.skips),
        masked=dict(tally.masked),
        languages=tuple(language_shares(tally, reader)),
        first_time=tally.times.first,
        last_time=tally.times.last,
        mended=dict(intake.mended),
    )


def language_shares(tally: Tally, reader: ConversationReader) -> Iterator[LanguageShare]:
    """How many customer messages are in each language, and how well each is read."""
    for language, turns in tally.languages.most_common(30):
        status = reader.estimator.language_status(language or None)
        yield LanguageShare(language or "not told", turns, status, language in tally.answers_read)
