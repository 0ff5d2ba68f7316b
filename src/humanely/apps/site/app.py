"""The ASGI application: every way in on its routes, problems for everything that goes wrong, the edge around it."""

from collections.abc import Sequence
from typing import Any

from litestar import Litestar, Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from humanely.apps.channels.channel import Channel
from humanely.apps.channels.webhooks import intake
from humanely.apps.console import console, problem
from humanely.apps.http import api, problems
from humanely.apps.serving.services import Services
from humanely.apps.site.edge import Edge
from humanely.apps.widget import widget


def application(services: Services, channels: Sequence[Channel] = ()) -> Litestar:
    """Routes and problems, without the edge."""
    return Litestar(
        [
            *api.routes(services),
            *intake.routes(services),
            *(route for channel in channels for route in channel.routes()),
            *widget.routes(services),
            *console.routes(services),
        ],
        exception_handlers={HTTPException: _answer, Exception: _answer},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=services.body_bytes,
    )


def _answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """What is told of an address that is none, or an error outside of every way in: a page to whoever reads pages."""
    reads_pages = "text/html" in request.headers.get("accept", "") and not request.scope["path"].startswith("/v1/")
    return problem.answer(request, error) if reads_pages else problems.answer(request, error)


def serve(services: Services, channels: Sequence[Channel] = ()) -> ASGIApp:
    """What a server runs."""
    app = application(services, channels)
    return Edge(app, services.metrics, root=services.root, trusts_proxy=services.trusts_proxy)
