"""The policy: what each trigger does, as a file people can read, checked before it decides anything."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

import msgspec

from humanely.decision.decision import Approach
from humanely.decision.facts import TRIGGERS
from humanely.decision.policy_faults import (
    ForbiddenByDesign,
    PolicyUnreadable,
    ThresholdOutOfRange,
    UnknownTrigger,
    UnreachableRule,
    VersionMissing,
)
from humanely.decision.signs.seen import Marks, Thresholds

Step = Literal["escalation", "next"]
RuleAction = Literal["reply", "clarify", "comfort", "offer", "handoff", "review"]
"""What a rule may do: silence is not for a policy to choose."""

HOLDS_BACK = frozenset(("grateful", "wants_facts_only"))
"""Triggers that may stand in `unless`. No trouble may hold a rule back, so more trouble never brings less help."""

NEVER_OFFERED = ("crisis", "crisis_before", "distress", "said_bad", "vulnerable")
"""Triggers that remove offers in every policy. Source: EU AI Act Art. 5(1)(a), (b)."""

DOUBTS = ("language_off", "low_confidence")
"""Triggers on which no policy may answer confidently."""

RANGES: Mapping[str, tuple[float, float]] = {
    "believed_from": (0, 1),
    "felt_from": (0, 1),
    "failed_attempts": (1, 10),
    "fall": (0.01, 2),
    "low": (-1, 0),
    "meant_from": (0, 1),
    "comfort_from": (0, 1),
    "answer_fit_from": (0, 1),
    "asked_back": (0, 5),
    "calm_replies": (0, 5),
}
"""Lowest and highest value of each threshold."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Do this where all of `when` hold and none of `unless`.

    Attributes:
        step: when it is asked; all of ``escalation`` before all of ``next``.
        when: triggers, at least one.
        unless: triggers of `HOLDS_BACK`.
        action: what to do.
        off: an operator took the rule away.
    """

    step: Step
    when: tuple[str, ...]
    action: RuleAction
    unless: tuple[str, ...] = ()
    off: bool = False

    def fires_in(self, names: frozenset[str]) -> bool:
        """Whether the rule fires where these triggers hold."""
        return names.issuperset(self.when) and names.isdisjoint(self.unless)

    def covers(self, other: "Rule") -> bool:
        """Wherever the other fires, this one does."""
        return set(self.when) <= set(other.when) and set(self.unless) <= set(other.unless)


class Offers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be offered, and when nothing may.

    Attributes:
        allowed: names of offers; any other is never made.
        removed_by: triggers that remove them all.
        rule: what a decision names when it removes them.
    """

    allowed: tuple[str, ...]
    removed_by: tuple[str, ...]
    rule: str


class Approaches(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to act: that of the first trigger that holds, else the default."""

    default: Approach
    by_risk: dict[str, Approach]


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much a trigger counts in the inbox, [0, 1], and what staff read."""

    weight: float
    says: str


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole policy, checked.

    Attributes:
        name: what its makers call it.
        rules: in the order in which they are asked, by name.
        version: the name and eight digits of the SHA-256 of everything in effect; no file gives it.
    """

    name: str
    thresholds: Thresholds
    marks: Marks
    offers: Offers
    rules: dict[str, Rule]
    approaches: Approaches
    triggers: dict[str, Trigger]
    version: str = ""


@cache
def shipped() -> Policy:
    """The policy that comes with the package.

    >>> shipped().rules["failed_attempts"].action
    'handoff'
    """
    return _checked(_shipped_document())


def policy(text: str) -> Policy:
    """The shipped policy with an operator's file laid over it.

    Args:
        text: TOML; only what differs needs to be there, and a name of its own.

    Raises:
        PolicyUnreadable: not TOML, or not of the shape of a policy.
        VersionMissing: it has no name.
        UnknownTrigger: a trigger that does not exist, or may not stand where it stands.
        ThresholdOutOfRange: a threshold or weight outside its range.
        UnreachableRule: a rule that can never decide.
        ForbiddenByDesign: an offer to a person in distress, or a confident answer on a doubt.

    >>> own = policy('name = "patient"\\nthresholds.failed_attempts = 3')
    >>> own.thresholds.failed_attempts, own.version.startswith("patient-")
    (3, True)
    """
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyUnreadable(f"it is not TOML, {error}") from None
    if not given.get("name"):
        raise VersionMissing
    base = _shipped_document()
    own = given.get("rules", {})
    if isinstance(own, dict):
        # A rule of the operator's own is asked before the shipped ones of its step.
        base["rules"] = {name: rule for name, rule in own.items() if name not in base["rules"]} | base["rules"]
    return _checked(_laid_over(base, given))


def _shipped_document() -> dict[str, Any]:
    return tomllib.loads((resources.files("humanely.decision") / "policy.toml").read_text(encoding="utf-8"))


def _laid_over(base: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; anything else is replaced."""
    merged = dict(base)
    for key, value in given.items():
        held = merged.get(key)
        merged[key] = _laid_over(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return merged


def _checked(document: Mapping[str, Any]) -> Policy:
    if "version" in document:
        raise PolicyUnreadable("it gives a version, which is made of its name and all it says")
    try:
        read = msgspec.convert(document, Policy)
    except msgspec.ValidationError as error:
        raise PolicyUnreadable(str(error)) from None
    kept = {name: rule for name, rule in read.rules.items() if not rule.off}
    in_order = dict(sorted(kept.items(), key=lambda one: one[1].step != "escalation"))
    read = msgspec.structs.replace(read, rules=in_order)
    _check_triggers(read)
    _check_numbers(read)
    _check_bounds(read)
    _check_order(read)
    return msgspec.structs.replace(read, version=_version(read))


def _version(read: Policy) -> str:
    """A dictionary in another order would be the same to the encoder, so orders that matter are encoded, too."""
    effective = msgspec.json.encode((read, list(read.rules), list(read.approaches.by_risk)), order="deterministic")
    return f"{read.name}-{hashlib.sha256(effective).hexdigest()[:8]}"


def _check_triggers(read: Policy) -> None:
    for where, names, known in _named(read):
        for name in names:
            if name not in known:
                raise UnknownTrigger(where, name, known)
    for rule_name, rule in read.rules.items():
        if not rule.when:
            raise PolicyUnreadable(f"the rule {rule_name!r} names no trigger in when")


def _named(read: Policy) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Each place that names triggers, with those that may stand there."""
    for name, rule in read.rules.items():
        yield f"The rule {name!r}", rule.when, TRIGGERS
        yield f"The unless of rule {name!r}", rule.unless, tuple(sorted(HOLDS_BACK))
    yield "offers.removed_by", read.offers.removed_by, TRIGGERS
    yield "approaches.by_risk", tuple(read.approaches.by_risk), TRIGGERS
    yield "triggers", tuple(read.triggers), TRIGGERS


def _check_numbers(read: Policy) -> None:
    for name, (low, high) in RANGES.items():
        value = getattr(read.thresholds, name)
        if not low <= value <= high:
            raise ThresholdOutOfRange(f"thresholds.{name}", value, low, high)
    for name, trigger in read.triggers.items():
        if not 0 <= trigger.weight <= 1:
            raise ThresholdOutOfRange(f"triggers.{name}.weight", trigger.weight, 0, 1)


def _check_bounds(read: Policy) -> None:
    """What no policy may do."""
    for name in NEVER_OFFERED:
        if name not in read.offers.removed_by:
            raise ForbiddenByDesign(
                f"The policy would make offers where {name!r} holds.", fix=f"Add {name!r} to offers.removed_by."
            )
    if read.triggers["crisis"].weight < 1:
        raise ForbiddenByDesign(
            "The policy puts something before a life at risk.", fix="Set triggers.crisis.weight to 1."
        )
    for name in DOUBTS:
        first = next((rule for rule in read.rules.values() if rule.when == (name,)), None)
        if first is None or first.action not in ("clarify", "handoff", "review"):
            raise ForbiddenByDesign(
                f"The policy would answer confidently where {name!r} holds.",
                fix=f"Give a rule with when = [{name!r}] the action clarify, review or handoff.",
            )


def _check_order(read: Policy) -> None:
    asked = list(read.rules.items())
    for at, (name, rule) in enumerate(asked):
        for earlier_name, earlier in asked[:at]:
            if earlier.covers(rule):
                raise UnreachableRule(name, earlier_name)
