"""What a reviewer sees of a held answer: the conversation, the draft, the check, and no more than is blind.

The other's verdict is not there before theirs is given, nor what was estimated: who has seen a figure reads towards it.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

import msgspec

from humanely.affect.answer import Shown, shown
from humanely.context.exchange import exchanges
from humanely.people.agreement import Agreement, agreement
from humanely.people.review import BLIND, Judged, Review, ReviewState, Verdict
from humanely.pipeline.acting import Gone
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.hours import ClockUsed, hours_used
from humanely.pipeline.reviews.held import due as due_at
from humanely.pipeline.reviews.held import looked
from humanely.pipeline.reviews.review import held_answer, is_stale
from humanely.pipeline.reviews.sendable import Draft, draft_of
from humanely.pipeline.talk import Line, talk
from humanely.response.channel import ChannelKind
from humanely.response.finding import Finding
from humanely.store.conversation import ConversationState, folded
from humanely.store.log.act import Kept
from humanely.store.records import DecisionRecord, ResponseRecord, ReviewRecord, decode

VERDICTS: tuple[Verdict, ...] = ("accept", "edit", "reject")
_NEEDS = range(4)
_LARGEST_NEED = 3
_COUNTED = 500
"""Reviews that agreement is told of, the newest."""


class Estimates(msgspec.Struct, frozen=True, kw_only=True):
    """What was estimated, for whoever has given their own verdict.

    Attributes:
        need: empathy called for, 0 to 3; None where it may not be estimated.
        feels_with, understands, asks, acts: shown in the draft by its words, each 0, 1 or 2; None in a language without
            phrases.
    """

    need: int | None = None
    feels_with: int | None = None
    understands: int | None = None
    asks: int | None = None
    acts: int | None = None


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A held answer in the list of those that wait.

    Attributes:
        place: its id.
        reason: name of why it is held; says: the same for staff, as the policy words it.
        given: how many verdicts there are of the `wanted`.
        mine: whoever looks has given theirs.
        due: when a human is called if nobody looks; None where one was.
    """

    place: int
    conversation_id: str
    language: str | None
    reason: str
    says: str
    priority: float
    wanted: int
    given: int
    mine: bool
    opened_at: dt.datetime
    due: dt.datetime | None


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A held answer with what it takes to judge it.

    Attributes:
        person_id: whose conversation it is.
        draft: what would be sent.
        locale: of the person, a language tag.
        blocked: findings over which nobody sends; doubts: those over which a human may.
        stale: the person has written again since.
        differs: two verdicts differ, and the next decides.
        verdicts: that whoever looks may see.
        may_judge: they have given none, and it still waits.
        estimates: None until they have given theirs.
        lines: the conversation as the person sees it, the held answer's words included.
        hours: how much of each clock was used: of this review's own, and of the handoff of the conversation.
    """

    waiting: Waiting
    person_id: str
    state: ReviewState
    draft: str
    locale: str
    channel: ChannelKind
    blocked: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    stale: bool
    differs: bool
    verdicts: tuple[Judged, ...]
    may_judge: bool
    estimates: Estimates | None
    lines: tuple[Line, ...]
    hours: tuple[ClockUsed, ...]


class Agreed(msgspec.Struct, frozen=True):
    """How far reviewers agree who judged the same answer blind; None below `humanely.people.agreement.LEAST` pairs.

    Attributes:
        pairs: answers that two people judged blind.
        rated: those of them that both rated.
        compared: ratings by anybody of a moment whose need was estimated, too.
        estimate: how far these ratings agree with the estimates.
        drift: mean of rated minus estimated need, [-3, 3]; above 0 the estimates are too low. None as `estimate`.
    """

    pairs: int
    verdict: Agreement | None
    rated: int
    need: Agreement | None
    compared: int = 0
    estimate: Agreement | None = None
    drift: float | None = None


def waiting(companion: Companion, reviewer: str, most: int = 100) -> tuple[Waiting, ...]:
    """The answers that wait for a verdict, the longest waiting first; those whose words are gone are left out."""
    rows = companion.conversations.ledger.reviews.open()
    return tuple(islice(_waiting(companion, [row.place for row in rows], reviewer), most))


def sheet(companion: Companion, place: int, reviewer: str, now: dt.datetime) -> Sheet:
    """What somebody needs to judge a held answer.

    Raises:
        NotThere, Gone: the held answer.
    """
    held = held_answer(companion, place)
    acts = companion.conversations.ledger.conversation(held.conversation_id)
    state = folded(held.conversation_id, acts)
    review = _review(acts, place)
    own = any(one.reviewer == reviewer for one in review.verdicts)
    written = held.response.draft or ""
    draft = draft_of(companion, state, written, now, known=written)
    return Sheet(
        waiting=_listed(companion, acts, review, state, reviewer),
        person_id=state.person_id,
        state=review.state,
        draft=written,
        locale=draft.locale,
        channel=draft.case.arrival.channel,
        blocked=draft.blocked,
        doubts=draft.doubts,
        stale=is_stale(state, review),
        differs=review.differs,
        verdicts=review.visible_to(reviewer),
        may_judge=review.is_open and not own,
        estimates=_estimates(draft, acts, review) if own or not review.is_open else None,
        lines=talk(acts),
        hours=(looked(review, companion.house, now), *hours_used(acts, companion.house, now)),
    )


def agreed(companion: Companion) -> Agreed:
    """How far the two agree who judged the same answer blind, over the newest reviews."""
    given: dict[int, list[ReviewRecord]] = {}
    for act in companion.conversations.ledger.of_kind("review"):
        record = decode(act.payload) if act.payload is not None else None
        if isinstance(record, ReviewRecord) and record.verdict is not None:
            given.setdefault(record.review, []).append(record)
    # Where one was enough, there is one; the third of three was not blind.
    pairs = [(one[0], one[1]) for one in given.values() if len(one) >= BLIND][-_COUNTED:]
    against = list(_against_estimates(companion, given))[-_COUNTED:]
    estimate = agreement(against, list(_NEEDS), "ordinal")
    needs = [(a.rated.need, b.rated.need) for a, b in pairs if a.rated is not None and b.rated is not None]
    return Agreed(
        pairs=len(pairs),
        verdict=agreement([(a.verdict, b.verdict) for a, b in pairs], VERDICTS),
        rated=len(needs),
        need=agreement(needs, list(_NEEDS), "ordinal"),
        compared=len(against),
        estimate=estimate,
        drift=sum(rated - read for rated, read in against) / len(against) if estimate else None,
    )


def _against_estimates(companion: Companion, given: dict[int, list[ReviewRecord]]) -> Iterator[tuple[int, int]]:
    """Needs as people rated them, each with the one that was estimated of the same moment."""
    for place, records in given.items():
        rated = [one.rated.need for one in records if one.rated is not None]
        kept = companion.conversations.ledger.entry(place) if rated else None
        held = decode(kept.payload) if kept is not None and kept.payload is not None else None
        if isinstance(held, ResponseRecord) and held.need is not None:
            yield from ((one, round(_LARGEST_NEED * held.need)) for one in rated)


def _waiting(companion: Companion, places: list[int], reviewer: str) -> Iterator[Waiting]:
    for place in places:
        try:
            held = held_answer(companion, place)
        except Gone:
            continue
        acts = companion.conversations.ledger.conversation(held.conversation_id)
        yield _listed(companion, acts, _review(acts, place), folded(held.conversation_id, acts), reviewer)


def _listed(
    companion: Companion, acts: tuple[Kept, ...], review: Review, state: ConversationState, reviewer: str
) -> Waiting:
    record = next((decode(act.payload) for act in acts if act.index == review.decision and act.payload), None)
    reasons = record.decision.reasons if isinstance(record, DecisionRecord) else ()
    return Waiting(
        place=review.place,
        conversation_id=state.conversation_id,
        language=state.language,
        reason=review.reason,
        says=reasons[0].says if reasons else "",
        priority=review.priority,
        wanted=review.wanted,
        given=len(review.verdicts),
        mine=any(one.reviewer == reviewer for one in review.verdicts),
        opened_at=review.opened_at,
        due=due_at(review, companion.house),
    )


def _review(acts: tuple[Kept, ...], place: int) -> Review:
    """The review of a held answer, also where a newer one has taken its place since."""
    held: Review | None = None
    state = ConversationState(conversation_id="")
    for act in acts:
        if act.payload is None:
            continue
        state = state.after(act.index, act.at, decode(act.payload))
        if state.review is not None and state.review.place == place:
            held = state.review
        elif held is not None:
            return held.lapsed(act.at)
    if held is None:
        raise Gone("review")
    return held


def _estimates(draft: Draft, acts: tuple[Kept, ...], review: Review) -> Estimates:
    """Of the moment in which it was held, not of what came after."""
    state = folded("", [act for act in acts if act.index < review.place])
    met = exchanges(state.readings)
    may = state.turn is not None and bool(state.turn.senses)
    needed = round(_LARGEST_NEED * met[-1].need.value) if met and may else None
    message = "\n".join(state.readings[at].turn.text for at in met[-1].customer) if met else ""
    found: Shown | None = shown(draft.text, message=message, language=state.language)
    if found is None:
        return Estimates(need=needed)
    return Estimates(
        need=needed, feels_with=found.feels_with, understands=found.understands, asks=found.asks, acts=found.acts
    )
