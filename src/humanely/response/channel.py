"""What fits a channel: how long a reply may be, and what can be said aloud."""

import re
from typing import Literal

ChannelKind = Literal["chat", "email", "sms", "watch", "voice"]

Way = Literal["email", "phone"]
"""How somebody is reached who is no longer there: written to, or called back."""

LIMITS: dict[ChannelKind, int] = {"chat": 700, "email": 2_000, "sms": 160, "watch": 60, "voice": 400}
"""Characters of one reply; an SMS of more is cut in two and may arrive in the wrong order."""

SHOWS_LINKS: frozenset[ChannelKind] = frozenset({"chat", "email", "sms"})
"""Where a link can be opened; elsewhere it is sent apart."""

_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]{}<>]")
_EMOJI = re.compile(
    "[\N{BLACK SUN WITH RAYS}-\N{BLACK TELEPHONE}"
    "\N{WHITE SMILING FACE}\N{WHITE HEAVY CHECK MARK}\N{SPARKLES}\N{HEAVY BLACK HEART}"
    "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"
    "\U0001f1e6-\U0001faff]"
)
_SPACES = re.compile(r"\s+")


def has_link(text: str) -> bool:
    """Whether a text holds an address to open.

    >>> has_link("See https://example.org"), has_link("See you")
    (True, False)
    """
    return bool(_LINK.search(text))


def spoken(text: str) -> str:
    """A text as it can be read aloud: no emoji, no brackets, one line.

    >>> spoken("Track 2 (the blue one) 🙂 is ready.")
    'Track 2 the blue one is ready.'
    """
    plain = _EMOJI.sub("", _BRACKETS.sub("", text))
    return _SPACES.sub(" ", plain).strip()
