"""Decide what to do next: crisis > law > asked for a human > escalation > next step, then the approach.

1. What no policy can change comes first (`FIRST`): a life at risk, silence, the law, an ask for a human, who
   waits for one.
2. Then the rules of the policy, in its order. All that fire are kept; the first decides.
3. A human who takes over also reviews: where a review would decide and a later rule hands over, it is handed over.
4. On a doubt nothing is answered confidently, whatever an operator's rule says.
5. Offers are struck, and the rule that struck them named, where a person is not at ease.
"""

import math
from collections.abc import Iterable, Sequence

import msgspec

from humanely.decision.decision import (
    BY_HUMANS,
    Action,
    Alternative,
    Approach,
    Decision,
    Evidence,
    Handoff,
    Reason,
)
from humanely.decision.facts import Fact, Facts, facts
from humanely.decision.moment import Moment
from humanely.decision.policy import DOUBTS, Policy


class _Call(msgspec.Struct, frozen=True):
    """What some triggers together call for."""

    when: tuple[str, ...]
    action: Action


FIRST: tuple[_Call, ...] = (
    _Call(("crisis",), "handoff"),
    _Call(("human_present",), "none"),
    _Call(("nothing_new",), "none"),
    _Call(("human_decision",), "review"),
    _Call(("asked",), "handoff"),
    _Call(("human_awaited",), "handoff"),
)
LAST = _Call(("message",), "reply")
"""Somebody wrote: silence is never the answer."""

_CONFIDENT: frozenset[Action] = frozenset(("reply", "offer"))
_BOUNDS = ("sense_refused", "offers_removed")


def decide(moment: Moment, policy: Policy) -> Decision:
    """Decide what to do next. The same moment and policy always give the same decision.

    Args:
        moment: what is known; where only the assistant has spoken since, the decision is silence.
        policy: in effect.

    >>> import datetime as dt
    >>> from humanely.affect.cues import cues
    >>> from humanely.context.exchange import exchanges
    >>> from humanely.context.trajectory import TurnReading
    >>> from humanely.decision.policy import shipped
    >>> from humanely.signal.turn import Speaker, Turn
    >>> said = "Can I talk to a person, please?"
    >>> readings = (TurnReading(Turn(0, Speaker.CUSTOMER, said), "en", cues(said, "en")),)
    >>> now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    >>> decision = decide(Moment(readings=readings, exchanges=exchanges(readings), now=now, language="en",
    ...                          language_status="measured"), shipped())
    >>> decision.action, decision.approach, decision.reasons[0].name, decision.reasons[0].evidence[0].value
    ('handoff', 'human_in_the_loop', 'asked', 'talk to a person')
    """
    known = _without_offers(facts(moment, policy.thresholds, policy.marks), policy)
    calls = _calls(known, policy)
    lead = _lead(calls, known.names)
    action = lead.action
    approach, by_risk = _approach(action, known, policy)
    handoff = _handoff(moment, calls, known, policy) if action == "handoff" else None
    triggers = [*lead.when, *(name for call in calls if call.action == action for name in call.when)]
    triggers += [*by_risk, *(name for name in _BOUNDS if name in known)]
    if handoff is not None and handoff.plan == "plan_b":
        triggers.append("nobody_free")
    return Decision(
        action=action,
        approach=approach,
        reasons=_reasons(triggers, known, policy),
        alternatives=_alternatives(calls, action, known, policy),
        confidence=_confidence(lead, known),
        policy_version=policy.version,
        crisis=moment.crisis if "crisis" in known else None,
        handoff=handoff,
    )


def _without_offers(known: Facts, policy: Policy) -> Facts:
    """Facts without offers that are not allowed here, and with the rule that struck them."""
    if "offer_open" not in known:
        return known
    found = dict(known.found)
    offered = found.pop("offer_open").evidence
    removing = [name for name in policy.offers.removed_by if name in found]
    if removing:
        struck = Evidence("fact", f"{policy.offers.rule}, by {', '.join(removing)}")
        found["offers_removed"] = Fact("offers_removed", (struck,))
    elif allowed := tuple(one for one in offered if one.value in policy.offers.allowed):
        found["offer_open"] = Fact("offer_open", allowed)
    return msgspec.structs.replace(known, found=found)


def _calls(known: Facts, policy: Policy) -> tuple[_Call, ...]:
    """All that fires, in order; something always does."""
    names = known.names
    first = (call for call in FIRST if names.issuperset(call.when))
    ruled = (_Call(rule.when, rule.action) for rule in policy.rules.values() if rule.fires_in(names))
    return (*first, *ruled) or (LAST,)


def _lead(calls: Sequence[_Call], names: frozenset[str]) -> _Call:
    """What decides: the first call, but for steps 3 and 4 of this module."""
    first = calls[0]
    if first.action == "review":
        taken = next((call for call in calls if call.action == "handoff"), None)
        return first if taken is None else _Call((*first.when, *taken.when), "handoff")
    if first.action in _CONFIDENT and not names.isdisjoint(DOUBTS):
        return next((call for call in calls if _meets_doubt(call)), first)
    return first


def _meets_doubt(call: _Call) -> bool:
    return call.action not in _CONFIDENT and not set(DOUBTS).isdisjoint(call.when)


def _approach(action: Action, known: Facts, policy: Policy) -> tuple[Approach, tuple[str, ...]]:
    """The approach, and the trigger that chose it, if one did."""
    if action in BY_HUMANS or "human_present" in known:
        return "human_in_the_loop", ()
    for name, approach in policy.approaches.by_risk.items():
        if name in known:
            return approach, (name,)
    return policy.approaches.default, ()


def _reasons(names: Iterable[str], known: Facts, policy: Policy) -> tuple[Reason, ...]:
    return tuple(_reason(known[name], policy) for name in dict.fromkeys(names))


def _reason(fact: Fact, policy: Policy) -> Reason:
    trigger = policy.triggers[fact.trigger]
    return Reason(fact.trigger, trigger.weight * fact.strength, fact.evidence, trigger.says)


def _alternatives(calls: Sequence[_Call], action: Action, known: Facts, policy: Policy) -> tuple[Alternative, ...]:
    others: dict[Action, list[str]] = {}
    for call in calls:
        if call.action != action:
            others.setdefault(call.action, []).extend(call.when)
    return tuple(Alternative(other, _reasons(names, known, policy)) for other, names in others.items())


def _confidence(lead: _Call, known: Facts) -> float:
    """The weakest of the facts that decided; without a human, no more than what was read but not believed leaves."""
    sure = min(known[name].strength for name in lead.when)
    return sure if lead.action in BY_HUMANS else min(sure, 1.0 - known.doubt)


def _handoff(moment: Moment, calls: Sequence[_Call], known: Facts, policy: Policy) -> Handoff:
    names = {name for call in calls if call.action in BY_HUMANS for name in call.when}
    left = math.prod(1.0 - policy.triggers[name].weight * known[name].strength for name in sorted(names))
    # A fired crisis counts whole, however unsure the layer that fired it.
    priority = 1.0 if "crisis" in names else 1.0 - left
    if moment.human_present:
        return Handoff(priority, "alert")
    return Handoff(priority, "connect" if moment.humans_free else "plan_b")
