"""The console: every page and action, and their routes."""

from litestar.handlers import HTTPRouteHandler

from humanely.apps.console import live, start, static
from humanely.apps.console.route import Route, handler
from humanely.apps.serving.services import Services

ROUTES: tuple[Route, ...] = (
    start.start,
    live.live,
)
"""All there is; add a page here."""


def routes(services: Services) -> list[HTTPRouteHandler]:
    """The framework's routes."""
    return [static.route(), *(handler(route, services) for route in ROUTES)]
