"""Fold a conversation into exchanges: what the customer said, what came back, and the gap between."""

import msgspec

from humanely.affect.answer import Shown
from humanely.context.need import Need

COLD_GAP = 0.4
COLD_NEED = 0.5
COUNTS_NEED = 0.25


class Exchange(msgspec.Struct, frozen=True):
    """A run of customer turns and the run of answers that follows.

    Attributes:
        customer: places of the customer's turns in the conversation's readings.
        answers: places of the answers; empty where nobody answered.
        need: empathy called for, of the customer's turns together.
        shown: empathy shown, of the answers together; None without answers or where we cannot tell.
        gap: need − shown, [-1, 1]; None as `shown`.
    """

    customer: tuple[int, ...]
    answers: tuple[int, ...]
    need: Need
    shown: Shown | None
    gap: float | None

    @property
    def is_answered(self) -> bool:
        """Somebody answered."""
        return bool(self.answers)

    @property
    def counts(self) -> bool:
        """Answered, with a need of at least 0.25: part of every mean gap."""
        return self.is_answered and self.need.value >= COUNTS_NEED

    @property
    def is_cold(self) -> bool:
        """A cold moment: a clear need, and far less shown than it called for."""
        return self.gap is not None and self.gap >= COLD_GAP and self.need.value >= COLD_NEED
