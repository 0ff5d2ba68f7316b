"""Figures of appeals: counted by group, and shares only of enough."""

import datetime as dt

from humanely.pipeline.credentials.figures import _line
from humanely.store.credentials import Filed
from tests.apps.recorded import NOON

DAY = dt.timedelta(days=1)


def row(number: int, ended: int | None, decision: str = "upheld") -> Filed:
    """An appeal that is due after ten days, decided after so many."""
    return Filed(
        place=number,
        credential="2222-2222-2222",
        achievement="first-aid",
        language="en",
        state="filed" if ended is None else "decided",
        decision="" if ended is None else decision,
        filed_at=NOON,
        due=NOON + 10 * DAY,
        ended_at=None if ended is None else NOON + ended * DAY,
    )


def test_of_enough_a_share_is_told_with_its_interval() -> None:
    rows = [row(at, 9, "overturned") for at in range(15)] + [row(at, 12) for at in range(15, 20)]
    line = _line([*rows, row(20, None)], NOON + 11 * DAY)
    assert (line.filed, line.decided, line.open, line.late, line.in_time, line.overturned) == (21, 20, 1, 1, 15, 15)
    assert line.overturned_share is not None
    assert line.overturned_share.value == 0.75
    assert line.overturned_share.low < 0.75 < line.overturned_share.high


def test_of_one_fewer_none_is() -> None:
    line = _line([row(at, 9) for at in range(19)], NOON)
    assert (line.decided, line.in_time_share, line.overturned_share) == (19, None, None)
