"""The API: every operation, in the order in which the documents show it, and their routes."""

from litestar.handlers import HTTPRouteHandler

from humanely.apps.http import (
    achievements,
    appeals,
    completions,
    conversations,
    credentials,
    decisions,
    events,
    handoffs,
    health,
    ledger,
    people,
    reviews,
    turns,
    verifying,
    webhooks,
)
from humanely.apps.http.documents import documents
from humanely.apps.http.endpoint import options, route
from humanely.apps.http.operation import Operation
from humanely.apps.serving.services import Services

OPERATIONS: tuple[Operation, ...] = documents((
    turns.take_turn,
    turns.bring_answer,
    turns.record_outcome,
    completions.complete_chat,
    completions.list_models,
    conversations.read_conversation,
    conversations.hand_back,
    conversations.leave_contact,
    handoffs.read_handoffs,
    handoffs.read_handoff,
    handoffs.claim_handoff,
    handoffs.answer_handoff,
    handoffs.note_handoff,
    handoffs.release_handoff,
    handoffs.transfer_handoff,
    handoffs.return_handoff,
    handoffs.resolve_handoff,
    handoffs.decline_handoff,
    reviews.read_reviews,
    reviews.read_review,
    reviews.judge_review,
    events.listen,
    decisions.why,
    people.export_person,
    people.erase_person,
    people.read_consents,
    people.record_consent,
    people.record_correction,
    webhooks.add_webhook,
    webhooks.read_webhooks,
    webhooks.rotate_webhook,
    webhooks.disable_webhook,
    webhooks.enable_webhook,
    webhooks.read_dead_letters,
    webhooks.replay_dead_letters,
    webhooks.test_webhook,
    verifying.verify_credential,
    achievements.read_achievements,
    achievements.read_achievement,
    achievements.design_achievement,
    achievements.retire_achievement,
    credentials.read_credentials,
    credentials.issue_credential,
    credentials.read_credential,
    credentials.approve_credential,
    credentials.suspend_credential,
    credentials.restore_credential,
    credentials.revoke_credential,
    credentials.cancel_credential,
    credentials.correct_credential,
    credentials.make_holders_link,
    appeals.read_appeals,
    appeals.read_appeal_figures,
    appeals.read_appeal,
    appeals.read_appeal_file,
    appeals.want_evidence,
    appeals.propose_decision,
    appeals.decide_appeal,
    appeals.return_proposal,
    ledger.checkpoint,
    ledger.proof,
    health.health,
    health.ready,
    health.metrics,
))  # fmt: skip
"""All there is, in the order in which the documents show it."""


def routes(services: Services) -> list[HTTPRouteHandler]:
    """The framework's routes."""
    methods: dict[str, list[str]] = {}
    for one in OPERATIONS:
        methods.setdefault(one.path, []).append(one.method)
    # OPTIONS comes first: otherwise the framework adds its own.
    return [*(options(*each) for each in methods.items()), *(route(one, services) for one in OPERATIONS)]
