"""How checking works, what the answers mean, and what is kept."""

from typing import ClassVar, get_args

from humanely.apps.console.page import Page
from humanely.apps.console.route import shown
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.verify.cause import Name, Verdict
from humanely.credential.wording import say


class HowPage(Page, frozen=True, kw_only=True):
    """How this works.

    Attributes:
        asked: the questions that a check asks, in their order, each with its name.
        verdicts: what may come of it.
    """

    template: ClassVar[str] = "how.html.j2"

    asked: tuple[tuple[str, str], ...]
    verdicts: tuple[str, ...] = get_args(Verdict)


@shown("/verify/how")
async def how(services: Services, visit: Visit) -> HowPage:
    """How this works."""
    del services
    return HowPage(asked=tuple((name, say(visit.locale, f"verify-question-{name}")) for name in get_args(Name)))
