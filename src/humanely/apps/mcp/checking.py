"""`check_reply`: a draft held against the conversation and the rules, before it is sent."""

from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.mcp.conversation import Conversation, case_of
from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import Text, Tool
from humanely.pipeline.case import situation
from humanely.response.check import check
from humanely.response.finding import Severity
from humanely.response.repair import Fallback, repair


class Drafted(Conversation, frozen=True, kw_only=True):
    """A draft, and the conversation it answers."""

    draft: Annotated[Text, Meta(description="What you would send.")]
    facts: Annotated[
        tuple[Text, ...],
        Meta(
            max_length=50,
            description="Texts that hold what the draft may state: numbers, dates, names, links that are in none of "
            "them, nor in what the customer wrote, count as invented.",
        ),
    ] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with the draft."""

    name: str
    severity: Annotated[Severity, Meta(description="stop: not sent; repair: not as it is; note: sent all the same.")]
    start: Annotated[int, Meta(description="First character of the draft; 0 where something is missing.")]
    end: Annotated[int, Meta(description="One past the last character.")]
    reason: str
    fix: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the draft may be sent."""

    passed: Annotated[bool, Meta(description="The draft may be sent as it is.")]
    send: Annotated[str | None, Meta(description="What may be sent: the draft, or the draft mended; null for neither.")]
    instead: Annotated[
        Fallback | None,
        Meta(description="Who answers where nothing may be sent: a scripted line (suggest_reply), or a human."),
    ]
    findings: Annotated[tuple[Found, ...], Meta(description="Of the draft as it came, by place.")]
    not_run: Annotated[tuple[str, ...], Meta(description="Checks that have no words for the language of the draft.")]


def check_reply(desk: Desk, asked: Drafted) -> Checked:
    """Check a draft, and mend it where that is enough."""
    against = situation(case_of(desk, asked, knows=asked.facts), desk.house)
    first = check(asked.draft, against, desk.house.rules)
    sent = repair(asked.draft, against, desk.house.rules)
    return Checked(
        passed=first.passed,
        send=sent.text,
        instead=sent.fallback,
        findings=tuple(
            Found(
                name=one.name,
                severity=one.severity,
                start=one.span[0],
                end=one.span[1],
                reason=one.reason,
                fix=one.fix,
            )
            for one in first.findings
        ),
        not_run=first.not_run,
    )


TOOL = Tool(
    name="check_reply",
    title="Check a draft before it is sent",
    says="Hold a draft against the conversation it answers: promises, invented numbers and helplines, personal data, "
    "blame, diagnosis, unsafe wording, pretending to be human, wrong language, a second apology in a row, a tone that "
    "does not fit how the message may feel. Says what is wrong, where and what to write instead, and mends what can be "
    "mended. Nothing is recorded.",
    takes=Drafted,
    gives=Checked,
    run=check_reply,
)
