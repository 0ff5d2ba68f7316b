"""`suggest_reply`: words for the next answer, made of authored lines."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from humanely.apps.mcp.conversation import Conversation, Reason, case_of, reasons_of
from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import Tool
from humanely.decision.decision import Action
from humanely.pipeline.respond import finish, respond
from humanely.response.plan import Cause
from humanely.response.response import MessageKind, Source
from humanely.response.situation import Author

FactName = Literal["answer", "status", "amount", "date", "deadline", "number", "place", "phone", "link"]

TO_DO: dict[Action, str] = {
    "handoff": "Bring in a human now and show these messages: this tool has handed nothing over.",
    "review": "Show these messages, and let a human look at the draft before it is sent.",
    "none": "Say nothing: a human has the conversation.",
}
SEND = "Send the messages as they are, each named with its author. Check what you add with check_reply."


class Asked(Conversation, frozen=True, kw_only=True):
    """A conversation, and what is known of the matter."""

    facts: Annotated[
        dict[FactName, Annotated[str, Meta(min_length=1, max_length=2_000)]],
        Meta(
            description="What is known and may be told, as it is to be read: answer, status, amount, date, deadline, "
            "number, place, phone, link. Nothing else is stated."
        ),
    ] = msgspec.field(default_factory=dict)
    cause: Annotated[Cause | None, Meta(description="Where the trouble came from; only `ours` is apologised for.")] = (
        None
    )


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One message to the person."""

    kind: Annotated[
        MessageKind,
        Meta(description="notice: that a machine answers, once; card: a life may be at risk; handoff; reply."),
    ]
    text: str
    author: Annotated[Author, Meta(description="Who is to be named as its author.")]
    locale: str


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """What to say next, and why."""

    action: Annotated[Action, Meta(description="What the policy decides.")]
    messages: Annotated[tuple[Words, ...], Meta(description="In this order; none where nothing is to be said.")]
    draft: Annotated[str | None, Meta(description="An answer a human looks at first.")]
    source: Annotated[Source | None, Meta(description="Where the words come from; no model writes them.")]
    to_do: Annotated[str, Meta(description="What is left for you.")]
    reasons: Annotated[tuple[Reason, ...], Meta(description="The one that decided comes first.")]


def suggest_reply(desk: Desk, asked: Asked) -> Suggestion:
    """Decide, and find words for it."""
    case = case_of(desk, asked, facts=dict(asked.facts), cause=asked.cause)
    decided = case.decision.action
    answer = respond(case, desk.house) if decided in {"handoff", "none"} else finish(case, desk.house, None)
    # Where no line passes the check, a human answers.
    action: Action = "handoff" if answer.handoff is not None and decided != "review" else decided
    return Suggestion(
        action=action,
        messages=tuple(
            Words(kind=one.kind, text=one.text, author=one.author, locale=one.locale)
            for one in answer.response.messages
        ),
        draft=answer.response.draft,
        source=answer.response.source,
        to_do=TO_DO.get(action, SEND),
        reasons=reasons_of(case.decision.reasons),
    )


TOOL = Tool(
    name="suggest_reply",
    title="Suggest what to say next",
    says="Suggest the next answer: decided by the policy, worded from authored lines that meet how the person may "
    "feel, state only the facts you give, and have passed the check. Where a human is due, the words say so; where a "
    "life may be at risk, it is the crisis card. Rests on estimates. Nothing is recorded or sent.",
    takes=Asked,
    gives=Suggestion,
    run=suggest_reply,
)
