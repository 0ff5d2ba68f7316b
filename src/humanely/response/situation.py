"""What a draft is held against: who wrote what, how it may feel, what is known, who speaks and where."""

from typing import Literal

import msgspec

Author = Literal["ai", "human", "ai_draft_human_sent"]

PAIN_BELOW = -0.3
"""A valence at or below this may be pain or anger: cheer does not fit."""

NEED_FROM = 0.67
"""Empathy called for is clear from here on."""


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a draft stands.

    Attributes:
        messages: the person's turns since the last answer, oldest first; two in a row are both in it.
        language: ISO 639-1 of the last message, None where it does not say.
        earlier: what the person wrote before, oldest first.
        valence: [-1, 1], an estimate. need: [0, 1], empathy called for.
        crisis: the crisis layers fired. vulnerable, sarcastic: as the messages may be read.
        previous_answers: ours, last one last.
        facts: all that the drafter was given: numbers, dates, names, links, as text.
        persona: the name under which the assistant speaks.
        author: who is named as the author.
        channel: as in the rules: ``chat``, ``email``, ``sms``, ``watch``, ``voice``.
        max_characters: the limit of this very channel, > 0; None takes that of the rules.
        human_speaking: a human has taken the conversation over.
        handoff_decided: the decision is a handoff.
    """

    messages: tuple[str, ...] = ()
    language: str | None = None
    earlier: tuple[str, ...] = ()
    valence: float = 0.0
    need: float = 0.0
    crisis: bool = False
    vulnerable: bool = False
    sarcastic: bool = False
    previous_answers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    persona: str = ""
    author: Author = "ai"
    channel: str = "chat"
    max_characters: int | None = None
    human_speaking: bool = False
    handoff_decided: bool = False

    @property
    def hurting(self) -> bool:
        """The messages may come from pain or anger.

        >>> Situation(valence=-0.5).hurting, Situation().hurting
        (True, False)
        """
        felt = self.valence <= PAIN_BELOW or (self.need >= NEED_FROM and self.valence <= 0)
        return felt or self.crisis or self.vulnerable or self.sarcastic

    @property
    def said(self) -> tuple[str, ...]:
        """All that the person wrote, oldest first."""
        return (*self.earlier, *self.messages)

    @property
    def given(self) -> tuple[str, ...]:
        """All that a draft may draw its particulars from."""
        return (*self.facts, *self.said)
