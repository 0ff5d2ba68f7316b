"""Signs of the conversation up to now: attempts that failed, a fall of feeling, what was passed over."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from humanely.context.exchange import PASSED_OVER
from humanely.context.trajectory import Change, TurnReading, changes, ending
from humanely.decision.decision import Evidence
from humanely.decision.signs.message import as_said, closes
from humanely.decision.signs.seen import Seen

_FAILS = ("attempt_failed", "repeats")


def failed_attempt(seen: Seen) -> Iterator[Evidence]:
    """A failure counts where something of ours came before it; what the person tried alone is their story."""
    if seen.moment.earlier or seen.moment.failed_before:
        yield from seen.said(seen.run, *_FAILS)


def failed_attempts(seen: Seen) -> Iterator[Evidence]:
    """Failures up to now, since the last thanks.

    A message between two failures that only answers what was asked back does not break the row: nothing was solved.
    Who asks again what was told in full was not helped by it either.
    """
    if seen.moment.told_out:
        yield Evidence("fact", f"told {seen.moment.told_out} times, and asked again")
    now = tuple(failed_attempt(seen))
    if not now:
        return
    row = [now]
    for exchange in reversed(seen.moment.earlier[1:]):
        turns = seen.turns(exchange)
        if closes(turns):
            break
        row.append(tuple(seen.said(turns, *_FAILS)))
    failed = [one for one in reversed(row) if one]
    before = seen.moment.failed_before
    if len(failed) + before < seen.thresholds.failed_attempts:
        return
    yield from (one for failure in failed for one in failure)
    if before:
        yield Evidence("fact", f"{before} failed before this conversation")


def not_settled(seen: Seen) -> Iterator[Evidence]:
    """What a human had settled comes back, and not with thanks: it goes to a human again, not through it all anew."""
    if not seen.moment.settled_before or not seen.run:
        return
    yield from seen.said(seen.run, *_FAILS, "complains", "frustrated")
    last = seen.run[-1]
    if last.said is not None and last.said <= seen.thresholds.low:
        yield as_said(last)
        return
    # Here an unsure reading counts, too: nobody is made to say twice that it is not settled.
    valence = last.valence if last.felt is None else last.felt
    if seen.may_estimate and valence is not None and valence <= seen.thresholds.low:
        yield Evidence("estimate", f"valence {valence:+.2f}", last.turn.index, (1.0 - valence) / 2)


def sentiment_dip(seen: Seen) -> Iterator[Evidence]:
    """How far valence fell over the conversation, where the newest message is low and means more than a plain no."""
    newest = seen.moment.newest
    if newest is None or not seen.may_estimate or newest.need.value < seen.thresholds.meant_from:
        return
    start = seen.moment.since
    window = seen.moment.readings[start:]
    end = ending(window)
    if end is None or end.place + start not in newest.customer or end.last > seen.thresholds.low:
        return
    slide = _slide(window)
    if -sum(change.amount for change in slide) >= seen.thresholds.fall and any(change.answers for change in slide):
        for change in slide:
            if change.amount < 0:
                after = window[change.after]
                if after.said is not None:
                    yield as_said(after)
                    continue
                # A valence v is pooled log-odds; 2p - 1 = v gives back the probability of unpleasant, 1 - p.
                unpleasant = (1.0 - (after.felt or 0.0)) / 2
                yield Evidence("estimate", f"valence {change.amount:+.2f}", after.turn.index, unpleasant)


def _slide(readings: Sequence[TurnReading]) -> Sequence[Change]:
    """The last changes, as many as fall furthest together; none where fewer than two messages can be told."""
    told = (one for one in readings if one.turn.is_customer and (one.felt is not None or one.valence is not None))
    if len(tuple(islice(told, 2))) < 2:
        return ()
    moved = changes(readings)
    sums = tuple(accumulate(change.amount for change in reversed(moved)))
    steps = sums.index(min(sums)) + 1 if sums else 0
    return moved[len(moved) - steps :]


def abuse_again(seen: Seen) -> Iterator[Evidence]:
    answered = [exchange for exchange in seen.moment.earlier if any(seen.said(seen.turns(exchange), "abusive"))]
    if len(answered) >= seen.thresholds.calm_replies:
        yield from seen.said(seen.run, "abusive")


def repeats(seen: Seen) -> Iterator[Evidence]:
    yield from seen.said(seen.run, "repeats")
    newest = seen.moment.newest
    if newest is not None and any(term.name == "said_before" for term in newest.need.terms):
        yield Evidence("fact", "nearly the same words as before", seen.run[-1].turn.index)


def left_open(seen: Seen) -> Iterator[Evidence]:
    """The last answer passed over what was asked, or did not understand it."""
    last = seen.moment.earlier[-1] if seen.moment.earlier else None
    if last is None or last.shown is None or not seen.run:
        return
    names = {against.name for against in last.shown.against}
    if not names.isdisjoint(PASSED_OVER):
        asked = tuple(seen.said(seen.turns(last), "open_question"))
        what = "a message was not understood" if "not_understood" in names else "a question was passed over"
        yield from asked or (Evidence("fact", what, last.customer[-1]),)
