"""What issuers publish, looked up with care and kept for a while with its date: whose keys, and which statuses."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from humanely.apps.serving.fetching import Fetching
from humanely.apps.serving.network import Network
from humanely.credential.verify.known import Absent, Fetched, Known, Needs, Obtained

FRESH = dt.timedelta(minutes=15)
"""For so long nothing is asked for again."""
MOST_BYTES = 64 << 20
"""Of all that is kept."""

_ENTRY_BYTES = 1024
"""What an entry takes beside its document."""


class Lookups:
    """What was looked up; when the issuer cannot be reached, what it said before stands in, with its date.

    Args:
        allowed: networks that are not public, and allowed all the same.
        most_bytes: of all that is kept; what was looked up longest ago goes first.
    """

    def __init__(self, allowed: Iterable[Network] = (), *, most_bytes: int = MOST_BYTES) -> None:
        self._allowed = tuple(allowed)
        self._most_bytes = most_bytes
        self._kept: dict[str, Fetched] = {}
        self._tried: dict[str, dt.datetime] = {}

    async def known(self, needs: Needs, own: Known, now: dt.datetime) -> Known:
        """What is known, with all that is needed beside it.

        Args:
            own: of ourselves, which is never asked for over the network.
            now: aware.
        """
        before = msgspec.structs.replace(
            own,
            controllers={**self._fresh(needs.controllers, now), **own.controllers},
            status_lists={**self._fresh(needs.status_lists, now), **own.status_lists},
        )
        if (
            set(needs.controllers) <= before.controllers.keys()
            and set(needs.status_lists) <= before.status_lists.keys()
        ):
            return before
        async with Fetching(self._allowed) as fetching:
            found = await fetching.known(needs, before, now)
        return msgspec.structs.replace(
            found,
            controllers=self._settled(before.controllers, found.controllers, now),
            status_lists=self._settled(before.status_lists, found.status_lists, now),
        )

    async def document(self, url: str, most_bytes: int, now: dt.datetime) -> Fetched:
        """A document that somebody names; it is not kept."""
        async with Fetching(self._allowed) as fetching:
            return await fetching.document(url, most_bytes, now, any_kind=True)

    def _fresh(self, asked: Iterable[str], now: dt.datetime) -> dict[str, Fetched]:
        return {id_: self._kept[id_] for id_ in asked if id_ in self._kept and now - self._tried[id_] < FRESH}

    def _settled(
        self, before: Mapping[str, Fetched], found: Mapping[str, Fetched], now: dt.datetime
    ) -> dict[str, Fetched]:
        new = {id_: self._best(id_, came) for id_, came in found.items() if id_ not in before}
        for id_, came in new.items():
            self._keep(id_, came, now)
        return {**before, **new}

    def _best(self, id_: str, came: Fetched) -> Fetched:
        """What came, or the copy from when it last did."""
        held = self._kept.get(id_)
        is_away = isinstance(came, Absent) and came.why == "unreachable"
        return held if is_away and isinstance(held, Obtained) else came

    def _keep(self, id_: str, came: Fetched, now: dt.datetime) -> None:
        self._kept.pop(id_, None)
        self._kept[id_], self._tried[id_] = came, now
        while sum(map(_size, self._kept.values())) > self._most_bytes and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            del self._kept[oldest], self._tried[oldest]


def _size(one: Fetched) -> int:
    return _ENTRY_BYTES + (len(one.document) if isinstance(one, Obtained) else 0)
