"""Why something was decided, from the very reasons that decided it: in plain words for the person, in full for staff.

What a person reads says what was estimated as an estimate, how sure it is without a figure, and what they can do
about it (GDPR Art. 13–16, 22). Staff read the reasons as the policy words them, with their evidence, weights and what
else was called for.
"""

from collections.abc import Iterator, Sequence

import msgspec

from humanely.decision.decision import Action, Approach, Decision, Evidence, Reason
from humanely.response.phrasebook import Phrasebook, phrasebook, served

FAIRLY, SOMEWHAT = 0.85, 0.6
"""Confidence from which an estimate is called fairly, and somewhat, sure."""
QUOTED = 3

_UNQUOTED = frozenset({"crisis", "crisis_before", "abuse", "abuse_again"})
"""Words of risk or anger are not held up to the person who wrote them."""


class PersonWhy(msgspec.Struct, frozen=True):
    """Why, for the person concerned.

    Attributes:
        locale: of the words, after falling back.
        decided: what was decided.
        because: one sentence for each reason, the leading one first.
        words: the person's own words that were a reason, masked; empty where there were none.
        sure: how sure, in words.
        can: what the person can do.
    """

    locale: str
    decided: str
    because: tuple[str, ...]
    words: str
    sure: str
    can: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, one sentence a line."""
        lines = (self.decided, *self.because, self.words, self.sure, *self.can)
        return "\n".join(line for line in lines if line)


class StaffReason(msgspec.Struct, frozen=True):
    """A reason as staff read it: its weight is the policy's times how probable it is, [0, 1]."""

    name: str
    says: str
    weight: float
    evidence: tuple[str, ...]


class StaffAlternative(msgspec.Struct, frozen=True):
    """Another action that was called for, and why."""

    action: Action
    because: tuple[StaffReason, ...]


class StaffWhy(msgspec.Struct, frozen=True):
    """Why, for staff. Figures are those of `humanely.decision.decision.Decision`."""

    action: Action
    approach: Approach
    because: tuple[StaffReason, ...]
    instead: tuple[StaffAlternative, ...]
    confidence: float
    policy_version: str

    @property
    def text(self) -> str:
        """All of it, one fact a line."""
        return "\n".join(_staff_lines(self))


def for_person(decision: Decision, locale: str, *, familiar: bool = False) -> PersonWhy:
    """Say why to the person concerned; in English where their language has no words for it.

    >>> from humanely.decision.decision import Evidence
    >>> asked = Reason("asked", 0.7, (Evidence("words", "a real person", 2),), "The person asked for a human.")
    >>> decision = Decision(action="handoff", approach="human_in_the_loop", reasons=(asked,), alternatives=(),
    ...                     confidence=1.0, policy_version="humane 1")
    >>> print(for_person(decision, "en").text)
    Your conversation was given to a human.
    You asked for a human.
    Your words: “a real person”.
    This rests on what was said or noted, not on an estimate.
    You can see everything that is kept about you, in one file.
    """
    book = phrasebook(served(locale, "why"), "why")
    words = " … ".join(_quoted(decision.reasons))
    return PersonWhy(
        locale=book.locale,
        decided=book.render("decided", decision.action, {}, familiar=familiar),
        because=tuple(_because(reason, book, familiar=familiar) for reason in decision.reasons),
        words=book.render("your-words", "line", {"words": words}, familiar=familiar) if words else "",
        sure=book.render("sure", _sure(decision), {}, familiar=familiar),
        can=tuple(book.render("can", name, {}, familiar=familiar) for name in _can(decision)),
    )


def for_staff(decision: Decision) -> StaffWhy:
    """Say why to staff."""
    return StaffWhy(
        action=decision.action,
        approach=decision.approach,
        because=tuple(map(_staff_reason, decision.reasons)),
        instead=tuple(
            StaffAlternative(one.action, tuple(map(_staff_reason, one.reasons))) for one in decision.alternatives
        ),
        confidence=decision.confidence,
        policy_version=decision.policy_version,
    )


def _because(reason: Reason, book: Phrasebook, *, familiar: bool) -> str:
    message = f"because-{reason.name}"
    forms = book.variants(message)
    form = "read" if _is_estimated(reason.evidence) else "told"
    return book.render(message, form if form in forms else forms[0], {}, familiar=familiar)


def _is_estimated(evidence: Sequence[Evidence]) -> bool:
    return all(one.kind == "estimate" for one in evidence)


def _quoted(reasons: Sequence[Reason]) -> list[str]:
    said = (one.value for reason in reasons if reason.name not in _UNQUOTED for one in reason.evidence if _is_said(one))
    return list(dict.fromkeys(said))[:QUOTED]


def _is_said(evidence: Evidence) -> bool:
    return evidence.kind == "words"


def _sure(decision: Decision) -> str:
    if all(one.kind != "estimate" for one in decision.reasons[0].evidence):
        return "stated"
    if decision.confidence >= FAIRLY:
        return "fairly"
    return "somewhat" if decision.confidence >= SOMEWHAT else "unsure"


def _can(decision: Decision) -> Iterator[str]:
    yield "see"
    if any(one.kind == "estimate" for reason in decision.reasons for one in reason.evidence):
        yield "correct"
        yield "switch_off"
    if not decision.needs_human and decision.leading != "human_present":
        yield "human"


def _staff_reason(reason: Reason) -> StaffReason:
    return StaffReason(reason.name, reason.says, reason.weight, tuple(map(_evidence, reason.evidence)))


def _evidence(evidence: Evidence) -> str:
    """
    >>> _evidence(Evidence("estimate", "fear", 3, 0.8249)), _evidence(Evidence("fact", "tagged refund"))
    ('turn 3: fear, an estimate of 0.82', 'tagged refund')
    """
    place = "" if evidence.turn is None else f"turn {evidence.turn}: "
    if evidence.kind == "words":
        return f"{place}“{evidence.value}”"
    sure = f", an estimate of {evidence.probability:.2f}" if evidence.kind == "estimate" else ""
    return f"{place}{evidence.value}{sure}"


def _staff_lines(why: StaffWhy) -> Iterator[str]:
    yield f"{why.action}, {why.approach} (confidence {why.confidence:.2f}, policy {why.policy_version})"
    yield from _reason_lines(why.because)
    for other in why.instead:
        yield f"also called for: {other.action}"
        yield from _reason_lines(other.because)


def _reason_lines(reasons: Sequence[StaffReason]) -> Iterator[str]:
    for reason in reasons:
        yield f"- {reason.says} ({reason.name}, weight {reason.weight:.2f}): {'; '.join(reason.evidence)}"
