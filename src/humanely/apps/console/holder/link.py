"""The links that open pages of one's own: what is wrong with one is told without telling what it was for."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline.credentials.desk import CredentialGone, CredentialMissing, Desk
from humanely.trust.ticket import TicketRefused

_Value = TypeVar("_Value")


class LinkRefused(HumanelyError):
    """A link is none of ours, was cut short, or its time has passed."""

    code = "link_refused"
    status = 404

    def __init__(self) -> None:
        super().__init__("This link leads nowhere, or not any more.", fix="Ask the issuer for a new one.")


class RecordGone(HumanelyError):
    """What a link led to was erased."""

    code = "record_gone"
    status = 410

    def __init__(self) -> None:
        super().__init__("What was kept here was erased.", fix="Nothing is left to do. Copies can still be checked.")


async def by_link(services: Services, work: Callable[[Desk, dt.datetime], _Value]) -> _Value:
    """Have something done with what a link opens, on the writing thread.

    Raises:
        LinkRefused, RecordGone: it opens nothing.
    """
    try:
        return await services.written(lambda _, now: work(services.desk, now))
    except TicketRefused:
        raise LinkRefused from None
    except (CredentialGone, CredentialMissing):
        raise RecordGone from None
