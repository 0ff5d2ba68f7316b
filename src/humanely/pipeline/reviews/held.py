"""Where held answers stand after some acts: the rows by which reviewers and the clock find them."""

import datetime as dt
from collections.abc import Sequence

from humanely.people.review import Review
from humanely.pipeline.handoffs.hours import ClockUsed, minutes
from humanely.pipeline.house import House
from humanely.store.conversation import ConversationState
from humanely.store.handoffs import opened_by
from humanely.store.records import Record, ResponseRecord
from humanely.store.reviews import Held


def held_after(state: ConversationState, records: Sequence[Record], house: House, now: dt.datetime) -> tuple[Held, ...]:
    """The rows after acts that are about to be recorded; none where they touch no answer that is held.

    Without acts the row of one that waits is drawn anew, as where the house has other deadlines by now.
    A newer held answer takes the place of the one before it, which lapses.
    """
    was_open = state.review is not None and state.review.is_open
    if not was_open and not any(isinstance(record, ResponseRecord) and record.wanted for record in records):
        return ()
    before = state.review
    found: dict[int, Review] = {before.place: before} if before is not None and was_open else {}
    for offset, record in enumerate(records):
        state = state.after(opened_by(offset), now, record)
        if before is not None and state.review is not None and state.review.place != before.place:
            found[before.place] = before.lapsed(now)
        before = state.review
        if before is not None:
            found[before.place] = before
    return tuple(_row(review, house) for review in found.values())


def due(review: Review, house: House) -> dt.datetime | None:
    """When a human is called because nobody has looked: as long as anybody waits for one."""
    if not review.is_open or review.overdue:
        return None
    return review.opened_at + dt.timedelta(minutes=house.sla.tier(review.priority).timeout_minutes)


def looked(review: Review, house: House, now: dt.datetime) -> ClockUsed:
    """How long it has waited, or did wait, for its verdict, of the time after which a human is called."""
    return ClockUsed(
        clock="review",
        time="wall",
        used_minutes=minutes((review.ended_at or now) - review.opened_at),
        allowed_minutes=house.sla.tier(review.priority).timeout_minutes,
        runs=review.is_open,
    )


def _row(review: Review, house: House) -> Held:
    return Held(
        place=review.place,
        state=review.state,
        wanted=review.wanted,
        given=len(review.verdicts),
        reviewers=tuple(one.reviewer for one in review.verdicts),
        opened_at=review.opened_at,
        ended_at=review.ended_at,
        due=due(review, house),
    )
