"""What the tools work with: made once at start."""

import datetime as dt
from collections.abc import Callable

import msgspec

from humanely.estimate import ConversationReader
from humanely.pipeline.house import House
from humanely.store.conversations import Conversations


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """All that a tool may use.

    Attributes:
        house: the rules in effect.
        reader: reads texts.
        clock: gives the time, aware, in UTC.
        conversations: where feedback is recorded; None where no data folder was named.
    """

    house: House
    reader: ConversationReader
    clock: Callable[[], dt.datetime]
    conversations: Conversations | None = None
