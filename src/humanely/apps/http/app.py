"""The ASGI application: every operation on its route, problems for everything that goes wrong, the edge around it."""

from litestar import Litestar
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from humanely.apps.http import completions, conversations, decisions, events, health, ledger, people, problems, turns
from humanely.apps.http.documents import documents
from humanely.apps.http.edge import Edge
from humanely.apps.http.endpoint import options, route
from humanely.apps.http.operation import Operation
from humanely.apps.http.services import Services

OPERATIONS: tuple[Operation, ...] = documents((
    turns.take_turn,
    turns.bring_answer,
    turns.record_outcome,
    completions.complete_chat,
    completions.list_models,
    conversations.read_conversation,
    conversations.hand_back,
    conversations.read_handoffs,
    events.listen,
    decisions.why,
    people.export_person,
    people.erase_person,
    people.read_consents,
    people.record_consent,
    people.record_correction,
    ledger.checkpoint,
    ledger.proof,
    health.health,
    health.ready,
    health.metrics,
))  # fmt: skip
"""All there is, in the order in which the documents show it."""


def application(services: Services) -> Litestar:
    """Routes and problems, without the edge."""
    methods: dict[str, list[str]] = {}
    for one in OPERATIONS:
        methods.setdefault(one.path, []).append(one.method)
    return Litestar(
        # OPTIONS comes first: otherwise the framework adds its own.
        [*(options(*each) for each in methods.items()), *(route(one, services) for one in OPERATIONS)],
        exception_handlers={HTTPException: problems.answer, Exception: problems.answer},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=services.body_bytes,
    )


def serve(services: Services) -> ASGIApp:
    """What a server runs."""
    return Edge(application(services), services.metrics, root=services.root, trusts_proxy=services.trusts_proxy)
