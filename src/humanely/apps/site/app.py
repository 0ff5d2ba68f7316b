"""The ASGI application: every way in on its routes, problems for everything that goes wrong, the edge around it."""

from litestar import Litestar
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from humanely.apps.http import api, problems
from humanely.apps.serving.services import Services
from humanely.apps.site.edge import Edge


def application(services: Services) -> Litestar:
    """Routes and problems, without the edge."""
    return Litestar(
        [*api.routes(services)],
        exception_handlers={HTTPException: problems.answer, Exception: problems.answer},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=services.body_bytes,
    )


def serve(services: Services) -> ASGIApp:
    """What a server runs."""
    return Edge(application(services), services.metrics, root=services.root, trusts_proxy=services.trusts_proxy)
