"""Erasing a person on a running server: who else holds what was sent to them stands on the receipt."""

import datetime as dt
from collections.abc import Iterable

from humanely.apps.serving.services import Services
from humanely.pipeline.companion import Companion
from humanely.pipeline.person.elsewhere import elsewhere
from humanely.response.generated import model_server_settings
from humanely.response.generated.model_server import ModelServer
from humanely.trust.erasure import Beyond, Receipt, Unreached


async def erased(services: Services, person_id: str, sent_to: Iterable[str] = ()) -> Receipt:
    """Erase a person, and forget what is held in memory.

    Args:
        sent_to: names of other systems that hold what was said, beside those the record names.
    """
    named = [Unreached(Beyond.SENT, name) for name in sent_to]

    def erase(companion: Companion, now: dt.datetime) -> Receipt:
        acts = services.ledger.person(person_id)
        server = services.writing.server
        host = model_server_settings.elsewhere(server.settings if isinstance(server, ModelServer) else None)
        found = elsewhere(acts, services.webhooks.all(), host)
        receipt = services.eraser.erase(person_id, now, [*named, *found])
        companion.conversations.forget_all()
        return receipt

    return await services.written(erase)
