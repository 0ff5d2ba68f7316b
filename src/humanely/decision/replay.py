"""Dry run: what another policy would have decided on past conversations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from humanely.affect.answer import Shown
from humanely.affect.reading import Crisis
from humanely.context.exchange import Exchange
from humanely.context.trajectory import TurnReading
from humanely.decision.decide import decide
from humanely.decision.decision import Action, Decision
from humanely.decision.moment import Moment
from humanely.decision.policy import Policy
from humanely.signal.turn import Speaker

EXAMPLES = 5


class Past(msgspec.Struct, frozen=True):
    """A conversation as a row of moments at which something had to be decided."""

    conversation_id: str
    moments: tuple[Moment, ...]


class Change(msgspec.Struct, frozen=True):
    """Decisions that change alike.

    Attributes:
        old_action, old_reason: what was decided, and its leading reason.
        new_action, new_reason: what would be.
        count: decisions, >= 1.
        examples: ids of the first conversations with one, at most `EXAMPLES`, none twice.
    """

    old_action: Action
    old_reason: str
    new_action: Action
    new_reason: str
    count: int
    examples: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """What a new policy changes.

    Attributes:
        old_version, new_version: the policies compared.
        conversations, decisions: how many were replayed.
        old_actions, new_actions: decisions by action.
        changes: most frequent first.
    """

    old_version: str
    new_version: str
    conversations: int
    decisions: int
    old_actions: Mapping[str, int]
    new_actions: Mapping[str, int]
    changes: tuple[Change, ...]

    @property
    def changed(self) -> int:
        """Decisions with another action or another leading reason."""
        return sum(change.count for change in self.changes)


_Alike = tuple[Action, str, Action, str]


def replay(conversations: Iterable[Past], old: Policy, new: Policy) -> Difference:
    """Run two policies over the same moments.

    Conversations are read once and not kept, so that an archive of any size can be replayed.
    """
    counts: dict[_Alike, int] = {}
    examples: dict[_Alike, dict[str, None]] = {}
    actions: tuple[dict[str, int], dict[str, int]] = ({}, {})
    seen = 0
    for past in conversations:
        seen += 1
        for moment in past.moments:
            was, would = decide(moment, old), decide(moment, new)
            for tally, decision in zip(actions, (was, would), strict=True):
                tally[decision.action] = tally.get(decision.action, 0) + 1
            if (alike := _alike(was, would)) is not None:
                counts[alike] = counts.get(alike, 0) + 1
                kept = examples.setdefault(alike, {})
                if len(kept) < EXAMPLES:
                    kept[past.conversation_id] = None
    changes = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return Difference(
        old_version=old.version,
        new_version=new.version,
        conversations=seen,
        decisions=sum(actions[0].values()),
        old_actions=actions[0],
        new_actions=actions[1],
        changes=tuple(Change(*alike, count, tuple(examples[alike])) for alike, count in changes),
    )


def _alike(was: Decision, would: Decision) -> _Alike | None:
    if (was.action, was.leading) == (would.action, would.leading):
        return None
    return was.action, was.leading, would.action, would.leading


def moments(
    readings: Sequence[TurnReading],
    exchanges: Sequence[Exchange],
    template: Moment,
    *,
    risks: Mapping[int, Crisis],
    policy: Policy | None = None,
) -> Iterator[Moment]:
    """The moments of a past conversation: one after each run of the customer's turns, knowing only what came up to it.

    Where only agents or only assistants answered, the question is what the assistant would have done in their place.
    Where both did, a human counts as present from the agent's turn to the assistant's next. A human is awaited from a
    handoff to the next turn of an agent.

    Args:
        readings: of the whole conversation.
        exchanges: the same, folded.
        template: what holds of all moments (time, language, tags, rulings).
        risks: crisis of customer turns, by place; those left out were not looked at.
        policy: decides what was handed to a human, which an archive does not say; None where nothing was.
    """
    speakers = {reading.turn.speaker for reading in readings}
    mixed = {Speaker.AGENT, Speaker.ASSISTANT} <= speakers
    risky = False
    handed_over: int | None = None
    for i, exchange in enumerate(exchanges):
        end = exchange.customer[-1] + 1
        before = readings[: exchange.customer[0]]
        waiting = msgspec.structs.replace(exchange, answers=(), shown=None, gap=None, estimate=None)
        crisis = _gravest([risks[at] for at in exchange.customer if at in risks])
        if handed_over is not None and _given_back(before) > handed_over:
            handed_over = None
        moment = msgspec.structs.replace(
            template,
            readings=tuple(readings[:end]),
            exchanges=(*exchanges[:i], waiting),
            crisis=crisis,
            crisis_before=template.crisis_before or risky,
            since=_given_back(before) if mixed else template.since,
            human_present=mixed and _last_answer(before) is Speaker.AGENT,
            human_awaited=template.human_awaited or handed_over is not None,
            asked_back=_asked_back(readings, exchanges[:i]),
        )
        yield moment
        risky = risky or (crisis is not None and crisis.fired)
        if policy is not None and handed_over is None and _hands_over(moment, policy):
            handed_over = end


def _gravest(found: Sequence[Crisis]) -> Crisis | None:
    return max(found, key=lambda crisis: (crisis.fired, crisis.probability), default=None)


def _hands_over(moment: Moment, policy: Policy) -> bool:
    return not moment.human_present and decide(moment, policy).action == "handoff"


def _asked_back(readings: Sequence[TurnReading], answered: Sequence[Exchange]) -> int:
    """Answers of the assistant at the end of the row that only ask back."""
    asked = 0
    for exchange in reversed(answered):
        speakers = {readings[at].turn.speaker for at in exchange.answers}
        if speakers != {Speaker.ASSISTANT} or exchange.shown is None or not _only_asks(exchange.shown):
            break
        asked += 1
    return asked


def _only_asks(shown: Shown) -> bool:
    lost = any(against.name == "not_understood" for against in shown.against)
    return lost or (shown.asks > 0 and not shown.acts)


def _last_answer(readings: Sequence[TurnReading]) -> Speaker | None:
    return next((reading.turn.speaker for reading in reversed(readings) if not reading.turn.is_customer), None)


def _given_back(readings: Sequence[TurnReading]) -> int:
    """Place after the last turn of a human; 0 where none has spoken."""
    return next((at + 1 for at in range(len(readings) - 1, -1, -1) if readings[at].turn.speaker is Speaker.AGENT), 0)
