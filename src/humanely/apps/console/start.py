"""Where the console begins: the first part of it that somebody may see."""

from humanely.apps.console.page import To
from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services


@page("/")
async def start(services: Services, visit: Visit) -> To:
    """Go to the inbox, or to what somebody sees in its place."""
    del services
    return To(path=visit.areas[0].path if visit.areas else "/account")
