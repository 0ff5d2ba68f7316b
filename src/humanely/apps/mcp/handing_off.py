"""`should_hand_off`: whether a conversation needs a human, and why."""

from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.mcp.conversation import Conversation, Reason, case_of, reasons_of
from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import Tool
from humanely.decision.decision import Action


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What would be done next, and why."""

    hand_off: Annotated[bool, Meta(description="Give the conversation to a human now.")]
    human_looks_first: Annotated[bool, Meta(description="A human looks at the answer before it is sent.")]
    action: Annotated[Action, Meta(description="What the policy decides; none: say nothing, a human has it.")]
    priority: Annotated[
        float | None,
        Meta(description="Place in the inbox, [0, 1]; 1 where a life may be at risk. Null without a handoff."),
    ]
    somebody_is_free: Annotated[bool, Meta(description="Somebody of the team is there now; else say when they are.")]
    life_may_be_at_risk: bool
    reasons: Annotated[tuple[Reason, ...], Meta(description="The one that decided comes first.")]
    alternatives: Annotated[tuple[Action, ...], Meta(description="Actions that other reasons spoke for.")]
    confidence: Annotated[float, Meta(description="How sure the evidence is, [0, 1]; not how good the decision is.")]
    policy_version: str


def should_hand_off(desk: Desk, asked: Conversation) -> Advice:
    """Decide on a conversation."""
    case = case_of(desk, asked)
    decision = case.decision
    return Advice(
        hand_off=decision.action == "handoff",
        human_looks_first=decision.action == "review",
        action=decision.action,
        priority=decision.handoff.priority if decision.handoff else None,
        somebody_is_free=desk.house.humans_free(case.now),
        life_may_be_at_risk=decision.crisis is not None,
        reasons=reasons_of(decision.reasons),
        alternatives=tuple(one.action for one in decision.alternatives),
        confidence=decision.confidence,
        policy_version=decision.policy_version,
    )


TOOL = Tool(
    name="should_hand_off",
    title="Decide whether a human is needed",
    says="Decide by the policy in effect whether a conversation should go to a human, with every reason and what it "
    "rests on: the person asked for one, attempts failed, much is at stake, a life may be at risk. Rests on estimates "
    "of the messages. It decides; handing over is yours. Nothing is recorded.",
    takes=Conversation,
    gives=Advice,
    run=should_hand_off,
)
