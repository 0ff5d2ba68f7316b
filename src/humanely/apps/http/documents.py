"""The documents of this very server: for machines and for people."""

from collections.abc import Sequence
from typing import Any

from litestar import Response

from humanely.apps.http import docs_page, openapi
from humanely.apps.http.operation import Operation, operation
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.services import Services

_POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def documents(told: Sequence[Operation]) -> tuple[Operation, ...]:
    """The two operations that tell of all others, and of themselves."""

    @operation("GET", "/openapi.json", title="This document, for machines", area="Running it")
    async def openapi_document(services: Services, asked: Asked) -> dict[str, Any]:
        """The OpenAPI 3.1 document."""
        return openapi.document(everything, version=services.version, root=asked.root)

    @operation("GET", "/docs", title="This document, for people", area="Running it", media_type="text/html")
    async def docs(services: Services, asked: Asked) -> Response[Any]:
        """This page: no script, no request to anywhere."""
        document = openapi.document(everything, version=services.version, root=asked.root)
        return Response(
            docs_page.page(document, asked.root),
            media_type="text/html",
            headers={"content-security-policy": _POLICY.format(docs_page.style_hash()), "cache-control": "no-cache"},
        )

    everything = (*told, openapi_document, docs)
    return everything
