"""What helps somebody of the team to answer: a draft where they ask for one, and a look at what they typed.

A human knows more than the facts at hand: a number, a date, a refund they have just booked is theirs to say. What is
found in their words is shown to them before they are sent, and they decide; unsafe words alone nobody sends.
"""

import datetime as dt
import re
from random import Random

import msgspec

from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case, occasion, situation, small_talk_of
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.inbox import in_crisis
from humanely.pipeline.house import House
from humanely.pipeline.weigh import case_again
from humanely.response.check import check
from humanely.response.compose import TooLongForChannel, compose
from humanely.response.finding import Finding
from humanely.response.phrasebook import LocaleUnknown
from humanely.response.plan import plan
from humanely.response.situation import Author, Situation
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState

BLOCKS = frozenset({"empty", "unsafe_wording"})
"""Nothing at all, and what may cost a life."""

_THEIRS = frozenset({
    "invented_number", "invented_amount", "invented_date", "invented_link", "invented_deadline", "promise_contact",
    "spoken_handoff", "speaks_over_human", "pretends_human",
})  # fmt: skip
"""What a human may know, do and be."""


_WORD = re.compile(r"\w+")


class Draft(msgspec.Struct, frozen=True):
    """An answer somebody may send, and what the check says of it.

    Attributes:
        source: ``faq``, ``phrases``, or ``model`` where a model server wrote it.
    """

    text: str
    source: str
    findings: tuple[Finding, ...]


def case_for(companion: Companion, conversation_id: str, now: dt.datetime) -> Case | None:
    """What an answer is held against, and a draft made from; None where nothing was decided yet.

    Runs on the thread that writes.
    """
    state = companion.conversations.standing([conversation_id])[0]
    if state.turn is None:
        return None
    turn = state.turn
    arrival = Arrival(
        conversation_id=conversation_id,
        person_id=state.person_id,
        text=turn.text,
        channel=turn.channel,
        place=turn.place,
        tags=turn.tags,
    )
    case = case_again(arrival, state, companion.house, companion.reader.estimator, now)
    if case is None:
        return None
    # It is written for whoever has come, as if nothing but an answer were due.
    decision = msgspec.structs.replace(case.decision, action="reply", handoff=None)
    open_state = msgspec.structs.replace(case.state, handoff=None)
    return msgspec.structs.replace(case, decision=decision, state=open_state)


def drafted(case: Case, house: House) -> Draft | None:
    """A draft of what the FAQ knows, or of authored lines; None where there are no words in the language, where the
    person only thanks before anybody has helped, and where a life may be at risk: no machine writes there.
    """
    if case.decision.crisis is not None or in_crisis(case.state) or _thanks_too_early(case.state):
        return None
    wanted = msgspec.structs.replace(occasion(case, house), person_free=False)
    try:
        reply = compose(plan(wanted), case.locale or house.locale, Random(f"{case.arrival.conversation_id}\x1fdraft"))
    except (LocaleUnknown, TooLongForChannel):
        return None
    layer = case.help
    source = "faq" if layer is not None and layer.text in reply.text else "phrases"
    return Draft(reply.text, source, looked_over(reply.text, case, house, author="ai_draft_human_sent"))


def _thanks_too_early(state: ConversationState) -> bool:
    """Whether the person only closes, and no human has said anything: nothing of what they came for is settled."""
    ours = [one.turn for one in state.readings if not one.turn.is_customer]
    helped = bool(ours) and ours[-1].speaker is Speaker.AGENT
    return small_talk_of(state) == "closes" and not helped


def looked_over(
    text: str, case: Case | None, house: House, *, author: Author = "human", name: str = ""
) -> tuple[Finding, ...]:
    """What a human should know of words before they send them, each thing once.

    Args:
        case: as `case_for` gives it; None where there is none, and the words alone are looked at.
        author: `human` for what they typed. name: theirs; who tells it tells nobody else's.
    """
    against = situation(case, house) if case is not None else Situation()
    persona = f"{against.persona} {name}"
    against = msgspec.structs.replace(
        against, author=author, persona=persona, human_speaking=False, handoff_decided=False
    )
    found = check(text, against, house.rules).findings
    named = {one.name: one for one in reversed(found) if one.name not in _THEIRS}
    return tuple(one for one in found if named.get(one.name) is one)


def is_drafted(text: str, draft: str) -> bool:
    """Whether what is sent is, for the most part, still the draft: most of the draft's words stand in it.

    >>> is_drafted("Hello. It comes tomorrow, Grace.", "It comes tomorrow."), is_drafted("I do not know.", "It comes.")
    (True, False)
    """
    words = set(_WORD.findall(draft.casefold()))
    return len(words & set(_WORD.findall(text.casefold()))) > len(words) / 2


def may_send(findings: tuple[Finding, ...], *, shown: bool) -> bool:
    """Whether words may be sent now: nothing was found but notes, or it was shown to whoever sends.

    >>> may_send((Finding("blame", "stop", (0, 3), "", ""),), shown=False)
    False
    """
    if any(one.name in BLOCKS for one in findings):
        return False
    return shown or all(one.severity == "note" for one in findings)
