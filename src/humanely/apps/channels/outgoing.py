"""What a person is still to be told by a channel of its own: words recorded in the ledger that have not gone out.

That something went out is an act, too. It is written after the channel took it, so what is sent between the two and not
recorded is sent again, unless the channel can be asked whether it has it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from humanely.pipeline.talk import Line, talk
from humanely.store.log.act import Kept
from humanely.store.records import Record, SentRecord, decode

STALE = dt.timedelta(days=1)
"""Words of that age answer nobody any more."""


class Words(msgspec.Struct, frozen=True):
    """What one act says to the person.

    Attributes:
        of: place of the act.
        lines: at least one, of one voice.
    """

    of: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All lines as one message."""
        return "\n\n".join(line.text for line in self.lines)

    @property
    def at(self) -> dt.datetime:
        """When they were recorded."""
        return self.lines[0].at

    @property
    def has_card(self) -> bool:
        """A life may be at risk: whatever else is decided, this is shown."""
        return any(line.kind == "card" for line in self.lines)

    @property
    def is_about_handoff(self) -> bool:
        """It only says how it goes on with a human."""
        return all(line.kind in {"handoff", "notice"} for line in self.lines)

    @property
    def by_team(self) -> bool:
        """A member of the team wrote it, or looked at it and sent it."""
        return any(line.voice == "human" for line in self.lines)


def words(acts: Sequence[Kept]) -> tuple[Words, ...]:
    """What our side said in a conversation, act by act.

    What a human wrote in the channel itself, where the person has it already, names no member of the team.
    """
    ours = (
        line
        for line in talk(acts)
        if line.voice == "assistant" or (line.voice == "human" and (line.agent or line.kind != "turn"))
    )
    return tuple(Words(place, tuple(lines)) for place, lines in groupby(ours, key=lambda line: line.place))


def owed(acts: Sequence[Kept], by: Literal["chatwoot", "email"], now: dt.datetime) -> tuple[Words, ...]:
    """What is still to be sent by a channel, or withheld, oldest first.

    Args:
        acts: of one conversation, in order.
        now: aware, in UTC.
    """
    done = {one.of for one in sent(acts) if one.by == by and one.part == "words"}
    return tuple(one for one in words(acts) if one.of not in done and one.at > now - STALE)


def sent(acts: Iterable[Kept]) -> tuple[SentRecord, ...]:
    """What is recorded as sent of a conversation."""
    return tuple(record for _, record in records(acts, "contact") if isinstance(record, SentRecord))


def records(acts: Iterable[Kept], *kinds: str) -> tuple[tuple[Kept, Record], ...]:
    """The acts of some kinds that can still be read, with what they say."""
    return tuple((one, decode(one.payload)) for one in acts if one.kind in kinds and one.payload is not None)
