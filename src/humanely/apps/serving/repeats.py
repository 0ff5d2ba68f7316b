"""Requests that come again: one key is in hand once, and what is not kept in the ledger is remembered here."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from humanely.apps.serving.asked import Asked, Replayed
from humanely.errors import HumanelyError
from humanely.pipeline.companion import KeyReused

REMEMBERED = 4096


class InHand(HumanelyError):
    """The same request is being worked on."""

    code = "in_hand"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "A request with this Idempotency-Key is being worked on.", fix="Wait for its answer, or ask again in 1 s."
        )
        self.headers = {"retry-after": "1"}


class Repeats:
    """The repeat keys of one process.

    What may not happen twice is kept in the ledger with its key, for every process. This memory is for operations that
    may: consents, which fold to the same, and erasures.
    """

    def __init__(self) -> None:
        self._in_hand: set[str] = set()
        self._kept: OrderedDict[str, tuple[bytes, Any]] = OrderedDict()

    @contextmanager
    def in_hand(self, repeat_key: str) -> Iterator[None]:
        """Hold a key while its request is worked on; an empty one is nobody's.

        Raises:
            InHand: it is held.
        """
        if not repeat_key:
            yield
            return
        if repeat_key in self._in_hand:
            raise InHand
        self._in_hand.add(repeat_key)
        try:
            yield
        finally:
            self._in_hand.discard(repeat_key)

    def answer(self, asked: Asked) -> Replayed | None:
        """What the same request was answered; None where it is not remembered.

        Raises:
            KeyReused: another request came with this key.
        """
        kept = self._kept.get(asked.repeat_key)
        if kept is None:
            return None
        if kept[0] != asked.fingerprint:
            raise KeyReused
        return Replayed(kept[1])

    def keep(self, asked: Asked, answer: Any) -> None:
        """Remember what a request was answered."""
        if asked.repeat_key:
            self._kept[asked.repeat_key] = (asked.fingerprint, answer)
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)
