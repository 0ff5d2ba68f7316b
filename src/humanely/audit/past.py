"""Conversations of an export as the moments at which something had to be decided, for a dry run of a policy."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

from humanely.affect.crisis import crisis
from humanely.affect.reading import Crisis
from humanely.audit.exports.spool import Spool
from humanely.audit.intake import Exports, Intake
from humanely.audit.run import TURNS_AT_ONCE, Progress, batches
from humanely.decision.moment import Moment
from humanely.decision.replay import Past, moments
from humanely.estimate import ConversationReader, ReadConversation

UNKNOWN = (
    "What would have come after another decision: every conversation goes on as it did.",
    "What the law and each person allowed: every message is taken as one that may be estimated.",
    "Who was free to help, and what answer or offer was at hand: somebody always is, and none is looked for.",
    "Tags other than the journey the export names.",
)
"""What a dry run over an export cannot know."""


class PastExports:
    """The conversations of exports, kept on disk while they are read; memory does not grow with them.

    Args:
        now: of the dry run, aware; an export says nothing of the hours of a team.
    """

    def __init__(self, exports: Exports, reader: ConversationReader, now: dt.datetime, watcher: Progress) -> None:
        self._exports = exports
        self._reader = reader
        self._now = now
        self._watcher = watcher
        self.rejected = 0
        """Lines that could not be read, once all were."""

    def __iter__(self) -> Iterator[Past]:
        """Read the exports and estimate what is in them, some thousand turns at a time.

        Raises:
            HumanelyError: an export is missing or cannot be read, or nothing in it is a message.
        """
        with Spool() as spool, tempfile.TemporaryDirectory(prefix="humanely-") as folder:
            intake = Intake(Path(folder) / "rejects.jsonl")
            intake.take(self._exports, spool, self._watcher)
            self.rejected = sum(intake.rejects.values())
            self._watcher.estimating(spool.counts().turns)
            for batch in batches(spool.conversations(), TURNS_AT_ONCE):
                for read in self._reader.estimate(batch):
                    yield self._past(read)
                self._watcher.estimated(sum(len(one.turns) for one in batch))
                if self._watcher.stopped():
                    return

    def _past(self, read: ReadConversation) -> Past:
        told = read.conversation
        template = Moment(
            readings=(),
            exchanges=(),
            now=self._now,
            language=read.language,
            language_status=self._reader.estimator.language_status(read.language),
            tags=frozenset((told.journey,) if told.journey else ()),
        )
        found = moments(read.readings, read.exchanges, template, risks=self._risks(read))
        return Past(told.conversation_id, tuple(found))

    def _risks(self, read: ReadConversation) -> dict[int, Crisis]:
        """Whether a life may be at risk, of each message of the customer; they were read a moment ago."""
        asked = [one for one in read.readings if one.turn.is_customer]
        felts = self._reader.memory.read([one.turn.text for one in asked], self._reader.estimator)
        threshold = self._reader.estimator.sheet.calibration.crisis_from
        return {
            one.turn.index: crisis(one.turn.text, one.language, felt.risk, threshold)
            for one, felt in zip(asked, felts, strict=True)
        }
