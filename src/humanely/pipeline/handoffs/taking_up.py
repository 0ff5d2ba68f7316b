"""Handoffs of a ledger that is older than their rows: taken up once, so that an upgrade loses nobody who waits."""

import datetime as dt

from humanely.pipeline.handoffs.clocks import standing
from humanely.pipeline.house import House
from humanely.store.conversation import folded
from humanely.store.conversations import Conversations
from humanely.store.log.act import Unit
from humanely.store.records import TurnRecord, decode


def take_up(conversations: Conversations, house: House, now: dt.datetime) -> int:
    """Write the rows of handoffs that were opened before there were any; does nothing a second time.

    Args:
        now: aware, in UTC.

    Returns:
        How many wait, or are in the hands of somebody.
    """
    ledger = conversations.ledger
    if not ledger.handoffs.are_older():
        return 0
    taken = 0
    for acts in ledger.conversations():
        name = next(
            (r.conversation_id for a in acts if a.payload and isinstance(r := decode(a.payload), TurnRecord)), ""
        )
        state = folded(name, acts)
        row = standing(state, house)
        if name and row is not None and row.ended_at is None:
            unit = Unit(acts=(), conversation=name, known=state.newest, handoff=row)
            conversations.record([unit], now)
            taken += 1
    ledger.handoffs.are_taken_up()
    return taken
