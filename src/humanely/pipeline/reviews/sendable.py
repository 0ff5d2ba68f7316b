"""What a human is about to send, held once more to the check: what nobody may send, and what is theirs to say.

A machine does not send what the check finds anything in. A human may know more: a date the facts did not hold, a refund
they have just booked. So over most findings they may send, once they have been shown them, and the record says so. Over
those no one may lower (`humanely.response.rules.ALWAYS_STOP`) nobody sends: unsafe words, somebody else's data, a phone
number from nowhere, a machine that claims to be human; nor is nothing sent at all.
"""

import datetime as dt

import msgspec

from humanely.errors import HumanelyError
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case, situation
from humanely.pipeline.companion import Companion
from humanely.pipeline.weigh import case_again
from humanely.response.check import check
from humanely.response.finding import Finding, Verdict
from humanely.response.rules import ALWAYS_STOP
from humanely.response.situation import Author
from humanely.store.conversation import ConversationState
from humanely.store.records import TurnRecord, decode

BLOCKS = ALWAYS_STOP | {"empty"}
"""Findings that hold back a human's text, too."""


class DraftBlocked(HumanelyError):
    """A text has something in it that nobody sends."""

    code = "draft_blocked"
    status = 422

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"This is not sent, whoever wrote it: {finding.reason}", fix=finding.fix)


class DraftDoubtful(HumanelyError):
    """The check found something in a text that a human may send all the same."""

    code = "draft_doubtful"
    status = 409

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            f"The check has doubts, and nothing was sent: {' '.join(one.reason for one in findings)}",
            fix=f"{' '.join(one.fix for one in findings)} Or say that you know, and send it over them.",
        )


class NothingToAnswer(HumanelyError):
    """A text was to be sent in a conversation in which nobody has asked anything that was decided on."""

    code = "nothing_to_answer"
    status = 409

    def __init__(self) -> None:
        super().__init__("There is no message in this conversation to answer.", fix="Wait until the person writes.")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text on its way, with what the check says of it now.

    Attributes:
        locale: of the person, a language tag.
        case: the moment it is sent in.
    """

    text: str
    locale: str
    verdict: Verdict
    case: Case

    @property
    def blocked(self) -> tuple[Finding, ...]:
        """What holds it back, whoever sends."""
        return tuple(one for one in self.verdict.findings if one.name in BLOCKS)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What a human may send over, once they know of it."""
        return tuple(one for one in self.verdict.findings if one.name not in BLOCKS and one.severity != "note")


def draft_of(
    companion: Companion,
    state: ConversationState,
    text: str,
    now: dt.datetime,
    *,
    known: str = "",
    author: Author = "ai_draft_human_sent",
) -> Draft:
    """Hold a text to the check in a conversation as it stands.

    Args:
        known: what was drafted before from facts that are no longer at hand: its particulars are no inventions.
        author: who will be named.

    Raises:
        NothingToAnswer: no message there was decided on.
    """
    turn = state.turn
    if turn is None:
        raise NothingToAnswer
    arrival = Arrival(
        conversation_id=state.conversation_id,
        person_id=state.person_id,
        text=turn.text,
        channel=turn.channel,
        place=turn.place,
        tags=turn.tags,
    )
    case = case_again(arrival, state, companion.house, companion.reader.estimator, now)
    if case is None:
        raise NothingToAnswer
    against = situation(case, companion.house)
    against = msgspec.structs.replace(
        against,
        messages=_waiting(companion, case),
        facts=(*against.facts, *filter(None, (known,))),
        author=author,
        handoff_decided=False,
    )
    verdict = check(text, against, companion.house.rules)
    return Draft(text=text, locale=case.locale or companion.house.locale, verdict=verdict, case=case)


def require_sendable(draft: Draft, *, overrules: bool) -> tuple[str, ...]:
    """Refuse what is not sent; the names of the findings it is sent over.

    Raises:
        DraftBlocked: nobody sends it.
        DraftDoubtful: whoever sends it has not said that they know.
    """
    if draft.blocked:
        raise DraftBlocked(draft.blocked[0])
    if draft.doubts and not overrules:
        raise DraftDoubtful(draft.doubts)
    return tuple(dict.fromkeys(one.name for one in draft.doubts))


def _waiting(companion: Companion, case: Case) -> tuple[str, ...]:
    """What the person last wrote, as they wrote it: that the answer is held does not answer them."""
    places = case.exchange.customer if case.exchange else ()
    kept = (companion.conversations.ledger.entry(case.state.places[at]) for at in places)
    records = (decode(one.payload) for one in kept if one is not None and one.payload is not None)
    return tuple(one.text for one in records if isinstance(one, TurnRecord))
