"""A recorded conversation as the moments at which something was decided, for a dry run of another policy."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from humanely.context.exchange import AnswerEstimator
from humanely.decision.decision import Decision
from humanely.decision.moment import Bound, Moment
from humanely.decision.permission import permission
from humanely.decision.replay import Past
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.house import House
from humanely.pipeline.see import Seen
from humanely.pipeline.weigh import at_hand, met, moment
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Kept
from humanely.store.records import DecisionRecord, LawRecord, TurnRecord, decode

UNKNOWN = (
    "What would have come after another decision: every conversation goes on as it did.",
    "What the caller would have offered: no offers are recorded.",
    "Who was free to help where nothing was handed over: the team's hours are taken as they are set now.",
    "What was erased, or whose time has passed: those turns are left out.",
)
"""What a dry run over recorded conversations cannot know."""

_FIT = re.compile(r"the best answer at hand fits (\d\.\d\d)")


class _Asked(msgspec.Struct, frozen=True):
    """A customer's turn that waits for its decision.

    Attributes:
        before: the conversation without it.
        refused: senses that did not run.
    """

    before: ConversationState
    at: dt.datetime
    record: TurnRecord
    refused: tuple[Bound, ...] = ()


def past(acts: Iterable[Kept], house: House, estimator: AnswerEstimator) -> Past | None:
    """The moments of one conversation, from its acts in order; nothing is estimated again.

    Args:
        acts: those whose payload is gone are passed over.
        house: its policy is the one to compare with; its law, team and FAQ are taken as they are now.

    Returns:
        None where no decision is left.
    """
    state = ConversationState(conversation_id="")
    asked: _Asked | None = None
    moments: list[Moment] = []
    for act in acts:
        if act.payload is None:
            continue
        record = decode(act.payload)
        before, state = state, state.after(act.index, act.at, record)
        if isinstance(record, TurnRecord):
            state = msgspec.structs.replace(state, conversation_id=record.conversation_id)
            asked = _Asked(before, act.at, record) if record.reading.turn.is_customer else None
        elif isinstance(record, LawRecord) and asked is not None:
            asked = msgspec.structs.replace(asked, refused=(*asked.refused, *_bound(record)))
        elif isinstance(record, DecisionRecord) and asked is not None:
            state = met(state, estimator)
            moments.append(_moment(asked, state, record.decision, house))
            asked = None
    return Past(state.conversation_id, tuple(moments)) if moments else None


def _bound(record: LawRecord) -> Sequence[Bound]:
    """What a refusal takes from a decision: feelings that may not be estimated."""
    return (Bound("text", record.ruling.reasons[0].article),) if record.purpose == "estimate" else ()


def _moment(asked: _Asked, state: ConversationState, decision: Decision, house: House) -> Moment:
    """The moment as it was: with what the law refused then, and the answer that was at hand."""
    record = asked.record
    arrival = Arrival(
        conversation_id=record.conversation_id,
        person_id=record.person_id,
        text=record.text,
        channel=record.channel,
        place=record.place,
        tags=record.tags,
    )
    lawful = permission(
        house.law, house.circumstances(arrival), (), (), noticed=record.noticed, tags=asked.before.tags | record.tags
    )
    rulings = msgspec.structs.replace(lawful.rulings, refused=asked.refused)
    seen = Seen(
        arrival=arrival,
        state=asked.before,
        permission=msgspec.structs.replace(lawful, rulings=rulings),
        asks=(),
        record=record,
        vector=record.reading.vector,
    )
    found = moment(seen, state, at_hand(seen, house), house, asked.at)
    fit = _fit(decision, found.answer_fit, house.policy.thresholds.answer_fit_from)
    return msgspec.structs.replace(
        found, setting=record.setting, answer_fit=fit, humans_free=_free(decision, found.humans_free)
    )


def _free(decision: Decision, by_hours: bool) -> bool:
    """Whether somebody was free: a decision to hand over says so."""
    plan = decision.handoff.plan if decision.handoff else "alert"
    return by_hours if plan == "alert" else plan == "connect"


def _fit(decision: Decision, now: float | None, enough: float) -> float | None:
    """How well the answer at hand fitted: a decision names it where it was too little.

    Where it names none, one that is too little now was not looked for then: somebody else wrote, or brought facts.
    """
    reasons = (*decision.reasons, *(reason for one in decision.alternatives for reason in one.reasons))
    told = (_FIT.fullmatch(evidence.value) for reason in reasons for evidence in reason.evidence)
    found = next((one for one in told if one), None)
    if found is not None:
        return float(found[1])
    return None if now is not None and now < enough else now
