"""Changing where a credential stands: first what the holder will read, then the deed."""

from typing import ClassVar, Literal, get_args

import msgspec

from humanely.apps.console.credentials.desk import asked, at_desk
from humanely.apps.console.credentials.one import CHANGES
from humanely.apps.console.credentials.shown import Told, called, told, whose
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.life.lifecycle import Reason, ReasonMissing, Step
from humanely.credential.wording import say
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.credentials import issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential

REASONS: tuple[Reason, ...] = tuple(one for one in get_args(Reason) if one != "superseded")
"""Classes a member chooses from; what is superseded is put right, not revoked."""


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The form.

    Attributes:
        reason: of a revocation; empty until one is chosen, for what is proposed is soon taken.
        note: for the team.
        told: for the holder, beside the reason.
        sure: what the holder will read was looked at.
    """

    reason: Reason | Literal[""] = ""
    note: str = ""
    told: str = ""
    sure: bool = False


class ChangePage(Page, frozen=True, kw_only=True):
    """What a change does, and what is read of it.

    Attributes:
        reasons: each class with what the holder reads of it, in their language.
        told: what the holder reads; None until a reason is chosen.
        public: what anybody reads who checks it, in the words of whoever looks.
        tells: something can be said to the holder, in at most `longest` characters.
    """

    template: ClassVar[str] = "credential_change.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    achievement: str
    who: str
    step: str
    reasons: tuple[tuple[str, str], ...]
    told: Told | None
    locale: str
    public: str
    tells: bool
    longest: int = statuses.LONGEST_TOLD
    filled: Filled
    fault: Fault | None = None


@page("/credentials/{credential}/change/{step}", permission=Permission.CREDENTIALS_ACT)
async def change(services: Services, visit: Visit, credential: str, step: str) -> Page:
    """Show what a change does."""
    taken = _step(step)
    return await at_desk(services, lambda desk, _: _page(desk, visit, credential, taken, Filled()))


@action("/credentials/{credential}/change/{step}", permission=Permission.CREDENTIALS_ACT)
async def take_change(services: Services, visit: Visit, credential: str, step: str, form: Filled) -> Page | Answer | To:
    """Make the change; a revocation once what the holder will read was shown."""
    taken = _step(step)

    def work(desk: Desk, _: object) -> Page | Answer | To:
        try:
            if taken == "revoked" and not form.reason:
                raise ReasonMissing
            if not form.sure:
                return _page(desk, visit, credential, taken, form)
            _take(desk, visit, credential, taken, form)
        except HumanelyError as error:
            shown = _page(desk, visit, credential, taken, form)
            return Answer(page=msgspec.structs.replace(shown, fault=fault_of(error, visit)), status=error.status)
        return To(path=f"/credentials/{credential}", flash=f"cred-{taken}")

    return await at_desk(services, work)


def _step(name: str) -> Step:
    found = next((one for one in CHANGES if one == name), None)
    if found is None:
        raise Unknown
    return found


def _take(desk: Desk, visit: Visit, credential: str, step: Step, form: Filled) -> Credential:
    by, note = asked(visit), form.note.strip()
    if step == "revoked" and form.reason:
        return statuses.revoke(desk, by, credential, form.reason, note, told=form.told)
    if step == "suspended":
        return statuses.suspend(desk, by, credential, note, told=form.told)
    if step == "restored":
        return statuses.restore(desk, by, credential, note)
    return statuses.cancel(desk, by, credential, note, told=form.told)


def _page(desk: Desk, visit: Visit, credential: str, step: Step, filled: Filled) -> ChangePage:
    held = desk.at(credential)
    revokes = step == "revoked"
    issuing.step(held, asked(visit), step, reason=(filled.reason or REASONS[0]) if revokes else None)
    plain = told(desk, held, step, (filled.reason or REASONS[0]) if revokes else None)
    return ChangePage(
        id=held.id,
        achievement=called(desk, held, visit.locale),
        who=whose(held),
        step=step,
        reasons=tuple((one, say(plain.locale, f"holder-reason-{one.replace('_', '-')}")) for one in REASONS)
        if revokes
        else (),
        told=plain if filled.reason or not revokes else None,
        locale=plain.locale,
        public=_public(held, step, visit.locale),
        tells=step != "restored",
        filled=filled,
    )


def _public(held: Credential, step: Step, locale: str) -> str:
    if held.life is None or not held.life.is_out:
        return ""
    verdict = {"suspended": "suspended", "restored": "valid"}.get(step, "revoked")
    return say(locale, f"verify-verdict-{verdict}")
