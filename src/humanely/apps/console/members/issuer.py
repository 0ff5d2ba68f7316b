"""Signing in through the organisation's OpenID provider: there and back."""

import asyncio
import os
from typing import Any

from litestar import Response

from humanely.apps.console.members.sign_in import again, entered
from humanely.apps.console.page import Answer, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.respond import redirect
from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.issuer import Back
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.team.sessions import new_token

BACK = "/sign-in/issuer/back"
WITHIN_S = 600
"""Seconds for signing in there."""


@page("/sign-in/issuer", open=True)
async def to_issuer(services: Services, visit: Visit) -> Answer | Response[Any]:
    """Send a browser to the provider, with a secret of its own in a cookie."""
    if services.issuer is None:
        raise Unknown
    seed = new_token(os.urandom)
    try:
        address = await services.issuer.address(seed, _back(visit))
    except HumanelyError as error:
        return again(services, visit, error)
    return redirect(address, (visit.jar.cookie("sign-in", seed, max_age_s=WITHIN_S),))


@page(BACK, open=True)
async def from_issuer(services: Services, visit: Visit, query: Back) -> Answer | To:
    """Let in whom the provider vouches for."""
    if services.issuer is None:
        raise Unknown
    try:
        account = await services.issuer.account(query, visit.underway, _back(visit), visit.now)
        got = await asyncio.to_thread(services.staff.sign_in.from_issuer, account, visit.now)
    except HumanelyError as error:
        return again(services, visit, error)
    return entered(visit, got)


def _back(visit: Visit) -> str:
    return f"{visit.origin}{visit.to(BACK)}"
