"""Who takes a step in the life of a credential."""

from typing import Literal

import msgspec

Kind = Literal["staff", "holder", "endorser", "clock"]


class By(msgspec.Struct, frozen=True):
    """A party.

    Attributes:
        kind: whom the credential is about, or their agent, is its ``holder``; time that passes is the ``clock``.
        id: of the member of the team, or the name of the API key or command that acts for one; empty for the others.
    """

    kind: Kind
    id: str = ""


HOLDER = By("holder")
CLOCK = By("clock")
ENDORSER = By("endorser")


def staff(member: str) -> By:
    """A member of the team.

    >>> staff("ada")
    By(kind='staff', id='ada')
    """
    return By("staff", member)
