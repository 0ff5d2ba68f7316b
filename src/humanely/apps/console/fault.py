"""What went wrong with a form, to be shown beside it."""

import msgspec

from humanely.apps.console.visit import Visit
from humanely.apps.console.words import words
from humanely.errors import HumanelyError
from humanely.store.team.tries import TriesExhausted


class Fault(msgspec.Struct, frozen=True):
    """What happened, and what to do.

    Attributes:
        locale: it is told in; English where nobody has written it in another.
    """

    happened: str
    fix: str
    locale: str


def fault_of(error: HumanelyError, visit: Visit) -> Fault:
    """An error in the words of whoever looks."""
    said = words(visit.locale)
    if isinstance(error, TriesExhausted):
        return Fault(said.say("sign-in-tries"), said.say("sign-in-tries-fix", wait=error.wait_s), visit.locale)
    key = f"problem-{error.code.replace('_', '-')}"
    if said.has(key):
        return Fault(said.say(key), said.say(f"{key}-fix"), visit.locale)
    return Fault(error.happened, error.fix, "en")
