"""What was decided, as a typed value: the action, the approach, and the terms that produced them."""

from typing import Literal

import msgspec

from humanely.affect.reading import Crisis

Action = Literal["reply", "clarify", "comfort", "offer", "handoff", "review", "none"]
"""`reply` answers; `clarify` asks back; `comfort` meets the feeling before the matter; `offer` proposes something;
`handoff` gives the conversation to a human; `review` lets a human look before anything is sent; `none` is silence."""

Approach = Literal["scripted", "contextual", "multimodal", "human_in_the_loop", "community"]

Kind = Literal["words", "estimate", "fact"]

BY_HUMANS: frozenset[Action] = frozenset(("handoff", "review"))
"""Actions that bring a human."""


class Evidence(msgspec.Struct, frozen=True):
    """One thing that speaks for a reason.

    Attributes:
        kind: `words` stand in the turn; an `estimate` is the model's; a `fact` was given (a tag, a count, a state).
        value: the words, the name of what was estimated, or the fact.
        turn: place of the turn in the conversation; None where the evidence lies in none.
        probability: [0, 1]; 1 for words and facts.
    """

    kind: Kind
    value: str
    turn: int | None = None
    probability: float = 1.0


class Reason(msgspec.Struct, frozen=True):
    """One term of a decision.

    Attributes:
        name: one of `humanely.decision.facts.TRIGGERS`.
        weight: the policy's weight of the trigger times the probability of its surest evidence, [0, 1].
        evidence: at least one.
        says: a sentence for staff, as the policy words it.
    """

    name: str
    weight: float
    evidence: tuple[Evidence, ...]
    says: str


class Alternative(msgspec.Struct, frozen=True):
    """An action that other reasons spoke for, and that came second."""

    action: Action
    reasons: tuple[Reason, ...]


class Handoff(msgspec.Struct, frozen=True):
    """How a conversation goes to a human.

    Attributes:
        priority: [0, 1], orders the inbox; 1 is for a life that may be at risk. Everything that calls for a human
            adds up as chances do (noisy-or): two reasons of 0.5 give 0.75.
        plan: `connect` where somebody is free; `plan_b` where nobody is, and the person is told so; `alert` where a
            human is in the conversation already and needs to know.
    """

    priority: float
    plan: Literal["connect", "plan_b", "alert"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What to do next in a conversation, and why.

    Attributes:
        action: what to do.
        approach: how, by the risk of the moment.
        reasons: the leading one first; then what else speaks for the action, for the approach, and what bounded them.
        alternatives: actions that were called for, too, in the order in which they would have come.
        confidence: how sure the evidence of the decision is, [0, 1]. Not how good the decision is.
        policy_version: name and short hash of the policy in effect.
        crisis: of the newest message, where it fired; its card goes out before anything else.
        handoff: where the action is `handoff`.
    """

    action: Action
    approach: Approach
    reasons: tuple[Reason, ...]
    alternatives: tuple[Alternative, ...]
    confidence: float
    policy_version: str
    crisis: Crisis | None = None
    handoff: Handoff | None = None

    @property
    def leading(self) -> str:
        """Name of the reason that decided."""
        return self.reasons[0].name

    @property
    def needs_human(self) -> bool:
        """The action brings a human."""
        return self.action in BY_HUMANS
