"""What a turn has to know of who helps: whether somebody is there, and what people call them."""

import datetime as dt
from typing import Protocol


class Team(Protocol):
    """Those who help."""

    def is_there(self, now: dt.datetime) -> bool:
        """Whether anybody could take a conversation now."""
        ...

    def name(self, member: str) -> str:
        """What people call a member of the team; empty where that is not known."""
        ...


class Elsewhere:
    """A team that works in another system: it is there in its hours, and its names are not known here."""

    def is_there(self, now: dt.datetime) -> bool:
        """Always: the hours say the rest."""
        return True

    def name(self, member: str) -> str:
        """None is known."""
        return ""
