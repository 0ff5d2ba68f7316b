"""Which words go by mail, and when: what a human writes to somebody who is gone, and all that answers a mail."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from humanely.apps.channels.outgoing import Words, owed, records, sent, words
from humanely.signal.turn import Speaker
from humanely.store.log.act import Kept
from humanely.store.records import ContactRecord, HandoffRecord, TurnRecord

MOST_ANSWERS = 5
"""Mails a machine answers within an hour: whoever writes more is a machine, too, or needs a human."""
_HOUR = dt.timedelta(hours=1)


class Due(msgspec.Struct, frozen=True):
    """What is to be done now.

    Attributes:
        contact: place of the act by which the address was left.
        address: where to send it; empty where nothing may be sent.
        send: in order.
        withhold: what the person saw where they wrote, or must not get.
        wait: something is to be looked at again: it is not certain yet that the person is gone.
    """

    contact: int = -1
    address: str = ""
    send: tuple[Words, ...] = ()
    withhold: tuple[Words, ...] = ()
    wait: bool = False


def due(acts: Sequence[Kept], now: dt.datetime, away: dt.timedelta) -> Due:
    """What of a conversation goes by mail.

    Args:
        acts: of the conversation, in order.
        now: aware, in UTC.
        away: time after somebody's last message from which they are taken to be gone.
    """
    left = ((act.index, one) for act, one in records(acts, "contact") if isinstance(one, ContactRecord))
    contacts = [(place, one) for place, one in left if one.kind == "email"]
    if not contacts or not contacts[-1][1].address:
        return Due()
    place, contact = contacts[-1]
    said = [(act, one) for act, one in records(acts, "estimate") if isinstance(one, TurnRecord)]
    theirs = [(act, one) for act, one in said if one.reading.turn.speaker is Speaker.CUSTOMER]
    by_place = {act.index: one for act, one in records(acts, "handoff") if isinstance(one, HandoffRecord)}
    send: list[Words] = []
    withhold: list[Words] = []
    wait = False
    for one in owed(acts, "email", now):
        before = [(act, turn) for act, turn in theirs if act.index < one.of]
        last = before[-1] if before else None
        if last is not None and last[1].channel == "email":
            (send if one.by_team or one.has_card or not _too_many(acts, now) else withhold).append(one)
        elif one.of < place or any(act.index > one.of for act, _ in theirs) or not _reaches(one, by_place):
            withhold.append(one)
        elif last is not None and now - last[0].at < away:
            wait = True
        else:
            send.append(one)
    return Due(place, contact.address, tuple(send), tuple(withhold), wait)


def _reaches(one: Words, steps: dict[int, HandoffRecord]) -> bool:
    """It is worth a mail: a human wrote it, or it says that nobody came."""
    step = steps.get(one.of)
    return one.by_team or (step is not None and step.state == "timed_out")


def _too_many(acts: Sequence[Kept], now: dt.datetime) -> bool:
    """A machine has answered so often lately that it may be answering a machine."""
    ours = {one.of for one in words(acts) if not one.by_team}
    lately = {act.index for act in acts if act.at > now - _HOUR}
    mailed = [one for one in sent(acts) if one.by == "email" and one.result == "sent"]
    return sum(one.of in ours and one.of in lately for one in mailed) >= MOST_ANSWERS
