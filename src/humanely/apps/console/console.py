"""The console: every page and action, and their routes."""

from litestar.handlers import HTTPRouteHandler

from humanely.apps.console import live, start, static
from humanely.apps.console.holder import how, published, shared, verify
from humanely.apps.console.inbox import acting, case, queue
from humanely.apps.console.members import account, issuer, sign_in, team, welcome
from humanely.apps.console.records import decisions, erasing, ledger, people, replay
from humanely.apps.console.reviewing import judging, waiting
from humanely.apps.console.route import Route, handler
from humanely.apps.console.running import keys, settings, webhooks
from humanely.apps.serving.services import Services

ROUTES: tuple[Route, ...] = (
    start.start,
    live.live,
    queue.inbox_page,
    queue.take_next,
    queue.change_me,
    case.case,
    acting.claim,
    acting.called,
    acting.answer,
    acting.note,
    acting.release,
    acting.transfer,
    acting.give_back,
    acting.resolve,
    waiting.reviews,
    judging.review,
    judging.judge,
    people.people,
    people.find_person,
    people.person,
    people.export_person,
    people.correct,
    people.note_consent,
    erasing.erase,
    erasing.erase_person,
    decisions.decisions,
    decisions.decision,
    replay.replay,
    replay.try_policy,
    ledger.ledger,
    ledger.verify_ledger,
    ledger.verify_proof,
    keys.keys,
    keys.make_key,
    keys.revoke_key,
    settings.settings,
    settings.setting,
    settings.save_setting,
    webhooks.webhooks,
    webhooks.make_webhook,
    webhooks.webhook,
    webhooks.rotate_webhook,
    webhooks.try_webhook,
    webhooks.disable_webhook,
    webhooks.enable_webhook,
    webhooks.replay_webhook,
    sign_in.sign_in,
    sign_in.take_password,
    sign_in.take_code,
    sign_in.sign_out,
    issuer.to_issuer,
    issuer.from_issuer,
    welcome.welcome,
    welcome.set_password,
    account.account,
    account.change_own,
    account.change_password,
    account.end_sessions,
    account.codes,
    account.set_codes,
    account.unset_codes,
    team.team,
    team.add_member,
    team.team_member,
    team.change_member,
    team.invite_member,
    team.disable_member,
    team.enable_member,
    team.remove_member,
    team.unset_member_codes,
    verify.verify,
    verify.verify_shown,
    how.how,
    shared.shared,
    shared.shared_file,
    shared.report_endorsement,
    published.did_document,
    published.did_document_below,
    published.status_list,
    published.achievement,
)
"""All there is; add a page here."""


def routes(services: Services) -> list[HTTPRouteHandler]:
    """The framework's routes."""
    return [static.route(), *(handler(route, services) for route in ROUTES)]
