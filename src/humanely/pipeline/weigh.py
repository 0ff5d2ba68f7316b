"""A turn that was seen, weighed: the moment it makes, and what is decided at it."""

import datetime as dt

import msgspec

from humanely.affect.short_answers import ShortAnswer, short_answer
from humanely.affect.text import TextEstimator
from humanely.context.exchange import AnswerEstimator, exchanges
from humanely.decision.decide import decide
from humanely.decision.moment import Moment
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case, small_talk_of
from humanely.pipeline.house import House
from humanely.pipeline.see import Seen
from humanely.response.faq import Match, layered
from humanely.store.conversation import ConversationState
from humanely.store.records import TurnRecord


def weigh(seen: Seen, house: House, estimator: TextEstimator, now: dt.datetime) -> Case:
    """Decide on a customer's turn."""
    # The place of the turn is not known before it is recorded, and no decision looks at it.
    state = met(seen.state.after(seen.state.newest, now, seen.record), estimator)
    near = at_hand(seen, house)
    decision = decide(moment(seen, state, near, house, now), house.policy)
    return Case(
        arrival=seen.arrival,
        state=state,
        decision=decision,
        match=answering(near, house),
        now=now,
        to_offer=_to_offer(seen),
    )


def _to_offer(seen: Seen) -> ShortAnswer | None:
    """What the person answers to a human who was offered just before."""
    offered = seen.state.handoff is not None and seen.state.handoff.offer_stands
    return short_answer(seen.record.reading.turn.text) if offered else None


def at_hand(seen: Seen, house: House) -> Match | None:
    """The entry of the FAQ nearest to a turn; None where there is none."""
    return _best(seen.record, house)


def answering(near: Match | None, house: House) -> Match | None:
    """The entry found, where it fits well enough to be told: an answer to something else helps nobody."""
    if near is None or house.help is None or house.help.fit(near) < house.policy.thresholds.answer_fit_from:
        return None
    return near


def _best(record: TurnRecord, house: House) -> Match | None:
    return house.help.best(record.reading.turn.text, record.language) if house.help else None


def moment(seen: Seen, state: ConversationState, match: Match | None, house: House, now: dt.datetime) -> Moment:
    """All that a decision on a turn may use.

    Args:
        seen: the turn.
        state: the conversation with it, folded into exchanges.
        match: the entry of the FAQ nearest to it; None where there is none.
    """
    return Moment(
        readings=state.readings,
        exchanges=state.exchanges,
        now=now,
        language=state.language,
        language_status=seen.record.language_status,
        crisis=state.crisis,
        crisis_before=state.crisis_before,
        rulings=seen.permission.rulings,
        setting=house.setting,
        tags=state.tags,
        senses=frozenset(seen.record.senses),
        offers=tuple(one for one in seen.arrival.offers if one in house.offers),
        since=state.since,
        settled_before=_settled_before(state),
        human_present=state.human_present,
        human_awaited=state.human_awaited,
        humans_free=house.humans_free(now),
        accepts_human=_to_offer(seen) == "yes",
        asked_back=state.asked_back,
        small_talk=small_talk_of(state) is not None,
        told_out=_told_out(state, answering(match, house)),
        answer_fit=_fit(seen.arrival, state, match, house),
    )


def case_again(
    arrival: Arrival, state: ConversationState, house: House, estimator: TextEstimator, now: dt.datetime
) -> Case | None:
    """The case of a turn that was decided before and never answered; None where there is no such turn."""
    if state.decision is None or state.turn is None:
        return None
    match = answering(_best(state.turn, house), house)
    return Case(arrival=arrival, state=met(state, estimator), decision=state.decision[1], match=match, now=now)


def met(state: ConversationState, estimator: AnswerEstimator) -> ConversationState:
    """The conversation with its exchanges, up to the newest reading."""
    return msgspec.structs.replace(state, exchanges=exchanges(state.readings, estimator, known=state.exchanges))


def _fit(arrival: Arrival, state: ConversationState, match: Match | None, house: House) -> float | None:
    """How well the answer at hand fits; None where nothing is asked, or somebody else writes, who may know more."""
    if house.generates or arrival.writer != "house" or arrival.facts or small_talk_of(state) is not None:
        return None
    if match is None or house.help is None:
        return 0.0
    return 0.0 if _told_out(state, match) else house.help.fit(match)


def _told_out(state: ConversationState, match: Match | None) -> int:
    """Times the entry was told, where it has nothing more to say."""
    told = state.told.get(match.entry.question, 0) if match else 0
    return told if match and layered(match.entry, told).tier == "person" else 0


def _settled_before(state: ConversationState) -> bool:
    """Whether a human had settled the matter, and this is the first the person says to it."""
    settled = state.handoff is not None and state.handoff.state == "resolved"
    return settled and not any(one.is_answered and one.customer[0] >= state.since for one in state.exchanges)
