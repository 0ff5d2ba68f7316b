"""What a retention run writes into the ledger: whose payloads went by which rule, so that each one missing is accounted
for.

The payload of its entry (kind ``erasure``, no subject) is open JSON:

    {"type":"retired","rules":[{"keep":"message","days":180,"ranges":[[0,3],[7,7]]}]}
"""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from humanely.trust.retention import Kind as Keep


class Rule(msgspec.Struct, frozen=True):
    """What went by one rule.

    Attributes:
        days: how long such payloads were kept.
        ranges: first and last index of each stretch of entries whose payloads went, in order.
    """

    keep: Keep
    days: int
    ranges: tuple[tuple[int, int], ...]


class Retired(msgspec.Struct, frozen=True, tag="retired"):
    """One run."""

    rules: tuple[Rule, ...]

    @property
    def payload(self) -> bytes:
        """The run as it is recorded."""
        return msgspec.json.encode(self)


def retired_of(payload: bytes) -> Retired | None:
    """The run in the payload of an erasure entry; None where that is about something else.

    >>> run = Retired((Rule(Keep.MESSAGE, 180, ((0, 3), (7, 7))),))
    >>> retired_of(run.payload) == run
    True
    """
    try:
        return msgspec.json.decode(payload, type=Retired)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def stretches(indexes: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """First and last of each run of whole numbers that follow each other.

    >>> stretches([7, 0, 1, 2, 3])
    ((0, 3), (7, 7))
    """
    return joined((index, index) for index in indexes)


def joined(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges in order, those that touch or overlap made into one.

    >>> joined([(5, 6), (0, 3), (2, 4)])
    ((0, 6),)
    """
    whole: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return tuple(whole)


def covers(ranges: tuple[tuple[int, int], ...], index: int) -> bool:
    """Whether an index lies in one of the ranges, which come from `joined`.

    >>> [index for index in range(9) if covers(((0, 3), (7, 7)), index)]
    [0, 1, 2, 3, 7]
    """
    before = bisect_right(ranges, index, key=lambda stretch: stretch[0])
    return before > 0 and index <= ranges[before - 1][1]
