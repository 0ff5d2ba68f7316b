"""What is known at the moment of deciding."""

import datetime as dt
from typing import Literal

import msgspec

from humanely.affect.reading import Crisis, LanguageStatus
from humanely.context.exchange import Exchange
from humanely.context.trajectory import TurnReading

Sense = Literal["text", "self_report", "record", "behaviour", "typing", "voice", "face"]
Setting = Literal["service", "education", "workplace", "health", "companion", "marketing"]

HUMAN_DECISION = "human_decision"
"""The duty to let a human decide what is significant for a person. Source: GDPR Art. 22."""


class Bound(msgspec.Struct, frozen=True):
    """Something the law bounds here.

    Attributes:
        name: a sense that may not run, or a duty.
        article: where it stands.
    """

    name: str
    article: str


class Rulings(msgspec.Struct, frozen=True):
    """What the law says of this conversation, as far as a decision needs it.

    Attributes:
        refused: senses that may not run for this person, here and now.
        duties: what has to be done, by name; see `HUMAN_DECISION`.
    """

    refused: tuple[Bound, ...] = ()
    duties: tuple[Bound, ...] = ()

    def refuses(self, sense: Sense) -> bool:
        """The sense may not run."""
        return any(bound.name == sense for bound in self.refused)


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """All a decision may use; the same moment is always decided alike.

    Attributes:
        readings: of the conversation so far, in order.
        exchanges: the same, folded.
        now: aware, in UTC.
        language: of the customer, ISO 639-1; None when too little was said to tell.
        language_status: how far estimates in it can be relied on.
        crisis: of the newest message; None where it was not looked for.
        crisis_before: an earlier message of this conversation fired.
        rulings: what the law bounds.
        setting: where this runs.
        tags: journeys and marks of the conversation, such as ``refund`` or ``vulnerable``.
        senses: those that ran for the newest message.
        offers: what the journey would propose, by name.
        since: place of the first turn that counts: the first after the last handoff ended. What was asked for and
            what failed before then is settled, so that a reopened conversation does not loop.
        human_present: a human has spoken and has not given the conversation back.
        human_awaited: a human was asked for, and none has come yet.
        humans_free: somebody could take the conversation now.
        accepts_human: a human was offered, and the person says yes to it.
        settled_before: a human had settled the matter, and nothing of ours was said since.
        failed_before: failed attempts at the same matter known from elsewhere, such as an earlier conversation, >= 0.
        asked_back: times in a row the assistant asked back just now, >= 0.
        small_talk: what waits for an answer only greets, or only closes the talk: there is nothing to be unsure of.
        told_out: times the answer to this very question was told, where there is nothing more to tell; else 0.
        answer_fit: how well the best answer at hand fits the question, [0, 1]; None where none was looked for.
    """

    readings: tuple[TurnReading, ...]
    exchanges: tuple[Exchange, ...]
    now: dt.datetime
    language: str | None = None
    language_status: LanguageStatus = "unknown"
    crisis: Crisis | None = None
    crisis_before: bool = False
    rulings: Rulings = Rulings()
    setting: Setting = "service"
    tags: frozenset[str] = frozenset()
    senses: frozenset[Sense] = frozenset(("text",))
    offers: tuple[str, ...] = ()
    since: int = 0
    human_present: bool = False
    human_awaited: bool = False
    humans_free: bool = True
    accepts_human: bool = False
    settled_before: bool = False
    failed_before: int = 0
    asked_back: int = 0
    small_talk: bool = False
    told_out: int = 0
    answer_fit: float | None = None

    @property
    def newest(self) -> Exchange | None:
        """The exchange that waits for an answer; None where the person said nothing new."""
        last = self.exchanges[-1] if self.exchanges else None
        return last if last is not None and not last.is_answered else None

    @property
    def earlier(self) -> tuple[Exchange, ...]:
        """Answered exchanges that still count."""
        return tuple(one for one in self.exchanges if one.is_answered and one.customer[0] >= self.since)
