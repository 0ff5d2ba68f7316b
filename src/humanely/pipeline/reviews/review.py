"""People look at an answer before it is sent: a verdict is an act, and what comes of it is recorded with it.

1. The verdict counts: the answer still waits for it, and whoever gives it has given none.
2. It is whole: an edit has a text, a rejection a reason.
3. The answer still fits: where the person has written again, the reviewer confirms that.
4. The check before sending, once more: what no one may send is refused; over the rest a human may decide, and says so.
5. What stands is done in the same transaction: the answer is sent as a machine's draft that a human sent, or the person
   is told that a human takes it, and one is called.
"""

import datetime as dt
from collections.abc import Callable
from random import Random

import msgspec

from humanely.errors import HumanelyError
from humanely.people.review import Judged, Review, ReviewOver, Verdict
from humanely.pipeline.acting import Asked, Gone, NotThere, Placed, recorded
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.answering import is_drafted
from humanely.pipeline.handoffs.promise import ways_open
from humanely.pipeline.record import answer_written, read_answers
from humanely.pipeline.respond import Answer
from humanely.pipeline.reviews.held import due as due_at
from humanely.pipeline.reviews.sendable import Draft, draft_of, require_sendable
from humanely.response import handoff_words
from humanely.response.response import Message, Response
from humanely.store.conversation import ConversationState
from humanely.store.records import HandoffRecord, Rated, Record, ResponseRecord, ReviewRecord, decode

Made = Callable[[ConversationState], tuple[Record, ...]]
_AT_ONCE = 100
_NOT_YET = -1
"""Place of what is not recorded yet."""


class VerdictIncomplete(HumanelyError):
    """An edit without a text, or a rejection without a reason."""

    code = "verdict_incomplete"
    status = 422

    def __init__(self, verdict: Verdict) -> None:
        what = "a text to send" if verdict == "edit" else "a reason, which whoever takes over reads"
        super().__init__(f"The verdict {verdict!r} is not complete; nothing was recorded.", fix=f"Give {what}.")


class DraftStale(HumanelyError):
    """The person has written again since the answer was held."""

    code = "draft_stale"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "The person has written again since this answer was written; nothing was sent.",
            fix="Read what they wrote. Confirm that the answer still fits, change it, or reject it.",
        )


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a reviewer makes of a held answer.

    Attributes:
        text: to send instead, where the verdict is `edit`.
        reason: for whoever takes over, where it is `reject`; otherwise as they like.
        rated: need and empathy shown, as they read them themselves; None where they do not rate.
        still_fits: the person has written again, and the answer fits all the same.
        overrules: findings of the check are known, and it is sent over them.
    """

    verdict: Verdict
    text: str = ""
    reason: str = ""
    rated: Rated | None = None
    still_fits: bool = False
    overrules: bool = False


def judge(companion: Companion, asked: Asked, place: int, looked: Looked) -> Placed:
    """Give a verdict on a held answer; where it settles the review, the answer is sent or a human is called.

    Args:
        asked: `agent` is the reviewer.
        place: of the held answer.

    Raises:
        NotThere, Gone: the held answer.
        ReviewerUnnamed, ReviewOver, AlreadyJudged, VerdictIncomplete, DraftStale, DraftBlocked, DraftDoubtful,
        KeyReused, Overtaken: nothing was recorded.
    """
    held = held_answer(companion, place)

    def made(state: ConversationState) -> tuple[Record, ...]:
        review = _standing(state, place)
        review.require(asked.agent)
        if (looked.verdict == "edit" and not looked.text.strip()) or (
            looked.verdict == "reject" and not looked.reason.strip()
        ):
            raise VerdictIncomplete(looked.verdict)
        draft = draft_of(companion, state, _text(looked, held), asked.now, known=held.response.draft or "")
        overruled = () if looked.verdict == "reject" else _sendable(state, review, draft, looked)
        record = ReviewRecord(
            conversation_id=state.conversation_id,
            review=place,
            decision=review.decision,
            reviewer=asked.agent,
            by=asked.by,
            verdict=looked.verdict,
            text=looked.text.strip() if looked.verdict == "edit" else "",
            reason=looked.reason.strip(),
            rated=looked.rated,
            overruled=overruled,
            stale=is_stale(state, review),
        )
        return (record, *_outcome(companion, asked, state, review, record, draft))

    return recorded(companion.conversations, asked, held.conversation_id, made, house=companion.house)


def due(companion: Companion, now: dt.datetime) -> int:
    """Call a human for each held answer that nobody has looked at in time, so that no one is left without a word.

    The answer may still be judged until the human has come.

    Returns:
        For how many one was called.
    """
    rows = companion.conversations.ledger.reviews.due(now, _AT_ONCE)
    return sum(_overdue(companion, row.place, now) for row in rows)


def is_stale(state: ConversationState, review: Review) -> bool:
    """Whether the person has written since what the answer is to."""
    pairs = zip(state.places, state.readings, strict=True)
    return any(place > review.turn and one.turn.is_customer for place, one in pairs)


def held_answer(companion: Companion, place: int) -> ResponseRecord:
    """The held answer of an id.

    Raises:
        NotThere: there is none.
        Gone: it is erased, or its time has passed.
    """
    kept = companion.conversations.ledger.entry(place) if place >= 0 else None
    if kept is None or kept.kind != "response":
        raise NotThere("review")
    if kept.payload is None:
        raise Gone("review")
    record = decode(kept.payload)
    if not isinstance(record, ResponseRecord) or not record.wanted:
        raise NotThere("review")
    return record


def _text(looked: Looked, held: ResponseRecord) -> str:
    return looked.text.strip() if looked.verdict == "edit" else held.response.draft or ""


def _standing(state: ConversationState, place: int) -> Review:
    if state.review is None or state.review.place != place:
        raise ReviewOver("lapsed")
    return state.review


def _sendable(state: ConversationState, review: Review, draft: Draft, looked: Looked) -> tuple[str, ...]:
    """Names of the findings a reviewer sends over."""
    if is_stale(state, review) and not looked.still_fits:
        raise DraftStale
    return require_sendable(draft, overrules=looked.overrules)


def _outcome(
    companion: Companion, asked: Asked, state: ConversationState, review: Review, record: ReviewRecord, draft: Draft
) -> tuple[Record, ...]:
    """What comes of a verdict: the answer, a human who is called, or nothing yet."""
    verdict = Judged(
        place=_NOT_YET,
        reviewer=record.reviewer,
        verdict=record.verdict or "reject",
        text=record.text,
        reason=record.reason,
    )
    settled = review.judged(verdict, asked.now)
    if settled.state == "sent":
        return (_sent(companion, review.place, draft),)
    if settled.state == "rejected":
        return _called(companion, asked.now, state, review, "draft_rejected")
    return ()


def _sent(companion: Companion, place: int, draft: Draft) -> Record:
    """The answer, with the empathy it shows; it says that a machine drafted it and a human sent it, unless the reviewer
    has written it anew.
    """
    drafted = is_drafted(draft.text, held_answer(companion, place).response.draft or "")
    message = Message("reply", draft.text, "ai_draft_human_sent" if drafted else "human", draft.locale)
    response = Response(status="sent", messages=(message,), source="draft", check=draft.verdict)
    answer = Answer(response)
    reading = read_answers([draft.case], [answer], companion.reader, draft.case.now)[0]
    return answer_written(draft.case, answer, reading, companion.reader.estimator).records[0]


def _called(
    companion: Companion, now: dt.datetime, state: ConversationState, review: Review, reason: str
) -> tuple[Record, ...]:
    """A human is called, and the person is told; where one was called already, that stands."""
    if state.human_awaited or state.human_present:
        return ()
    house, channel = companion.house, state.turn.channel if state.turn else "chat"
    words = handoff_words.queued(
        review.reason,
        "connect" if house.humans_free(now) else "plan_b",
        locale=state.language or house.locale,
        channel=channel,
        earlier=state.said,
        rng=Random(f"{state.conversation_id}\x1f{state.newest}"),
        familiar=house.address == "familiar",
        hours=house.team_says,
        ways=ways_open(house, state, channel),
    )
    record = HandoffRecord(
        conversation_id=state.conversation_id,
        state="queued",
        reason=reason,
        priority=review.priority,
        message=Message("handoff", words.text, "ai", words.locale),
    )
    return (record,)


def _overdue(companion: Companion, place: int, now: dt.datetime) -> bool:
    def made(state: ConversationState) -> tuple[Record, ...]:
        review = state.review
        at = due_at(review, companion.house) if review is not None and review.place == place else None
        if review is None or at is None or at > now:
            return ()
        passed = ReviewRecord(conversation_id=state.conversation_id, review=place, decision=review.decision)
        return (passed, *_called(companion, now, state, review, "review_overdue"))

    try:
        name = held_answer(companion, place).conversation_id
        placed = recorded(companion.conversations, Asked("", now), name, made, house=companion.house)
    except (Gone, NotThere):
        companion.conversations.ledger.reviews.rest(place, now)
        return False
    return not placed.repeated
