"""What an erasure reached, what it could not reach, and the list that keeps a restored copy from undoing it.

The list is text, one erasure a line: the pseudonym of the person and the time, no id and nothing that was said.

    # Humanely: erased people
    9f0c…64 hexadecimal digits…e1 2026-11-22T04:03:08+00:00

Lines may come in any order and more than once, so two lists are joined by putting one after the other. Source of the
duty: GDPR Art. 17, and Art. 19 for those whom the data was sent to.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NewType

import msgspec

from humanely.errors import HumanelyError

Pseudonym = NewType("Pseudonym", str)
"""A person, as 64 hexadecimal digits that only the root key can make from the id."""

TITLE = "# Humanely: erased people"

_PSEUDONYM = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(rf"({_PSEUDONYM.pattern}) (\S+)")


class ErasureListDamaged(HumanelyError):
    """A line of an erasure list cannot be read, so somebody on it may come back."""

    code = "erasure_list_damaged"

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Line {line} of the erasure list is not a pseudonym and a time with its zone; nothing on the list was "
            "applied.",
            fix="Take the list from another copy; delete the line only if you know whom it named.",
        )


class Erasure(msgspec.Struct, frozen=True, order=True):
    """One person was erased.

    Attributes:
        at: aware, UTC.
    """

    pseudonym: Pseudonym
    at: dt.datetime


class Part(StrEnum):
    """Where something of a person was kept and is erased."""

    KEY = "key"
    PROJECTIONS = "projections"
    CACHES = "caches"
    EXPORTS = "exports"


class Beyond(StrEnum):
    """Where an erasure does not reach."""

    BACKUPS = "backups"
    KEY_BACKUPS = "key_backups"
    SENT = "sent"
    DOWNLOADED = "downloaded"
    CREDENTIALS = "credentials"


ERASED: Mapping[Part, str] = {
    Part.KEY: "the key, without which nothing that was said can be read again",
    Part.PROJECTIONS: "what was worked out from it: conversations, profile, estimates ({count})",
    Part.CACHES: "copies held for speed ({count})",
    Part.EXPORTS: "files that were made for download ({count})",
}
WHY: Mapping[Beyond, str] = {
    Beyond.BACKUPS: "Backups of the database still hold the sealed words. Nobody can read them without the key, and "
    "they go when the backups go.",
    Beyond.KEY_BACKUPS: "A backup of the keys may still hold the key. It is not used: whoever restores it has the "
    "erasure list applied first, which destroys the key again.",
    Beyond.SENT: "Messages already sent to {where} are kept there, out of our reach. Ask those who run it to "
    "erase them.",
    Beyond.DOWNLOADED: "Files already downloaded to {where} stay there, out of our reach. Ask for them to be deleted.",
    Beyond.CREDENTIALS: "Of each credential that was issued, its bits in the status lists and its code in one row "
    "stay, so that nobody else is given them; they name nobody. Copies that people hold still verify, and mails "
    "already sent are with whoever got them, both out of our reach.",
}
ALWAYS = (Beyond.BACKUPS, Beyond.KEY_BACKUPS)
"""Backups are the operator's own: from here one can never know that there are none."""


class Unreached(msgspec.Struct, frozen=True):
    """One thing the erasure could not reach.

    Attributes:
        where: the name of the other system or device; backups need none.
    """

    what: Beyond
    where: str = "another system"

    @property
    def why(self) -> str:
        """What it is and why it stays, for anybody to read."""
        return WHY[self.what].format(where=self.where)


class Receipt(msgspec.Struct, frozen=True):
    """What a person is given after their erasure.

    Attributes:
        at: when the key was destroyed; aware, UTC.
        erased: how many things of each part; 0 where nothing of the kind was held.
        unreached: never empty, backups are always named.
    """

    pseudonym: Pseudonym
    at: dt.datetime
    erased: Mapping[Part, int]
    unreached: tuple[Unreached, ...]


def receipt(erasure: Erasure, erased: Mapping[Part, int], unreached: Iterable[Unreached] = ()) -> Receipt:
    """Make the receipt of an erasure; backups are added to what could not be reached."""
    named = dict.fromkeys((*map(Unreached, ALWAYS), *unreached))
    counts = {part: erased.get(part, 0) for part in Part}
    return Receipt(erasure.pseudonym, erasure.at, counts, tuple(named))


def in_words(done: Receipt) -> str:
    """The receipt as text, one thing a line.

    >>> at = dt.datetime(2026, 11, 22, 4, 3, tzinfo=dt.UTC)
    >>> done = receipt(Erasure(Pseudonym("9f" * 32), at), {Part.KEY: 1}, [Unreached(Beyond.SENT, "the helpdesk")])
    >>> for line in in_words(done).splitlines()[:3]:
    ...     print(line)
    Erased on 2026-11-22 at 04:03 UTC, for 9f9f9f9f9f9f:
    - the key, without which nothing that was said can be read again
    What we could not reach:
    """
    held = [f"- {ERASED[part].format(count=count)}" for part, count in done.erased.items() if count]
    beyond = [f"- {left.why}" for left in done.unreached]
    when = done.at.astimezone(dt.UTC)
    return "\n".join([
        f"Erased on {when:%Y-%m-%d} at {when:%H:%M} UTC, for {done.pseudonym[:12]}:",
        *(held or ["- nothing was held"]),
        "What we could not reach:",
        *beyond,
    ])  # fmt: skip


def is_pseudonym(text: str) -> bool:
    """Whether a text has the form of a pseudonym.

    >>> is_pseudonym("9f" * 32), is_pseudonym("../root.key")
    (True, False)
    """
    return _PSEUDONYM.fullmatch(text) is not None


def joined(erasures: Iterable[Erasure]) -> tuple[Erasure, ...]:
    """Each person once, with the first time, in order of their pseudonym."""
    first: dict[Pseudonym, Erasure] = {}
    for erasure in sorted(erasures):
        first.setdefault(erasure.pseudonym, erasure)
    return tuple(first.values())


def lines_of(erasures: Iterable[Erasure]) -> str:
    """The list as text, ready to be written or put after another list.

    >>> print(lines_of([Erasure(Pseudonym("9f" * 32), dt.datetime(2026, 11, 22, tzinfo=dt.UTC))]), end="")
    # Humanely: erased people
    9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f 2026-11-22T00:00:00+00:00
    """
    lines = [f"{erasure.pseudonym} {erasure.at.astimezone(dt.UTC).isoformat()}" for erasure in joined(erasures)]
    return "".join(f"{line}\n" for line in (TITLE, *lines))


def erasures_of(text: str) -> tuple[Erasure, ...]:
    """Read a list; blank lines and lines that begin with ``#`` are passed over.

    Raises:
        ErasureListDamaged: a line is not a pseudonym and a time. A list read in part would let somebody come back.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return joined(_erasure(number, line) for number, line in lines if line and not line.startswith("#"))


def _erasure(number: int, line: str) -> Erasure:
    found = _LINE.fullmatch(line)
    at = _time(found[2]) if found else None
    if found is None or at is None:
        raise ErasureListDamaged(number)
    return Erasure(Pseudonym(found[1]), at)


def _time(text: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at.astimezone(dt.UTC) if at.tzinfo else None
