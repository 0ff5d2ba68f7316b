"""A moment, with the settings it is looked at with."""

from collections.abc import Iterator, Sequence

import msgspec

from humanely.affect.cues import Cue
from humanely.context.exchange import Exchange
from humanely.context.trajectory import TurnReading
from humanely.decision.decision import Evidence
from humanely.decision.moment import Moment


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From where on something counts.

    Attributes:
        believed_from: probability of a situation that only the model read, [0, 1].
        felt_from: probability of grief, fear or sadness, of a reading that does not abstain, [0, 1].
        failed_attempts: answers in a row that did not help, [1, 10].
        fall: of valence over the conversation, (0, 2].
        low: valence at or under which a message is unpleasant, [-1, 0].
        meant_from: need from which a low message means more than a plain no, [0, 1].
        comfort_from: need from which the feeling comes before the matter, [0, 1].
        answer_fit_from: fit from which an answer at hand may be given, [0, 1].
        asked_back: times the assistant may ask back in a row, [0, 5].
        calm_replies: calm answers to abuse before a human looks, [0, 5].
    """

    believed_from: float
    felt_from: float
    failed_attempts: int
    fall: float
    low: float
    meant_from: float
    comfort_from: float
    answer_fit_from: float
    asked_back: int
    calm_replies: int


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tags and settings mean.

    Attributes:
        high_stakes: journeys in which a mistake costs the person much.
        vulnerable: tags that staff or a consented profile gave.
        community: tags of questions that peers answer best.
        sensitive_settings: settings in which a human stays in the loop of every answer.
    """

    high_stakes: tuple[str, ...]
    vulnerable: tuple[str, ...]
    community: tuple[str, ...]
    sensitive_settings: tuple[str, ...]


class Seen(msgspec.Struct, frozen=True):
    """A moment with the settings it is looked at with.

    Attributes:
        run: the customer's turns that wait for an answer.
        may_estimate: the sense `text` is not refused, and more than small talk was said.
    """

    moment: Moment
    thresholds: Thresholds
    marks: Marks
    run: tuple[TurnReading, ...]
    may_estimate: bool

    def turns(self, exchange: Exchange) -> tuple[TurnReading, ...]:
        return tuple(self.moment.readings[at] for at in exchange.customer)

    def said(self, turns: Sequence[TurnReading], *names: str) -> Iterator[Evidence]:
        """Evidence for a situation: words first, else what the model read and is believed."""
        for turn in turns:
            for cue in turn.cues:
                if cue.name in names and self.believes(cue):
                    yield _evidence(cue, turn)

    def believes(self, cue: Cue) -> bool:
        return bool(cue.text) or (self.may_estimate and cue.probability >= self.thresholds.believed_from)


def _evidence(cue: Cue, turn: TurnReading) -> Evidence:
    if cue.text:
        return Evidence("words", cue.text, turn.turn.index)
    return Evidence("estimate", cue.name, turn.turn.index, cue.probability)
