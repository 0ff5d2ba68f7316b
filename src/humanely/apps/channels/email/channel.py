"""E-mail as a way out and in, for as long as the server runs."""

import asyncio
import logging
from contextlib import suppress

from litestar.handlers import HTTPRouteHandler

from humanely.apps.channel_settings import EmailSettings
from humanely.apps.channels.email.inbox import Inbox
from humanely.apps.channels.email.mailbox import Mailbox
from humanely.apps.channels.email.notices import Notices
from humanely.apps.channels.email.outbox import Outbox
from humanely.apps.channels.email.secrets import Passwords
from humanely.apps.channels.nudges import Nudges
from humanely.apps.channels.outgoing import records
from humanely.apps.place import place_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.store.records import ContactRecord, HandoffRecord, ResponseRecord, TurnRecord
from humanely.trust.root_key import RootKey

_MOVE = (ContactRecord, HandoffRecord, ResponseRecord, TurnRecord)
"""What is recorded where something may have to go out."""
_LOG = logging.getLogger(__name__)


class EmailChannel:
    """The mails of one address."""

    def __init__(self, services: Services, settings: EmailSettings, passwords: Passwords, root_key: RootKey) -> None:
        self._services = services
        self._settings = settings
        self._mailbox = Mailbox(settings.imap, passwords.imap) if settings.imap else None
        self._reachable: set[str] = set()
        self.inbox = Inbox(services, root_key)
        self.outbox = Outbox(services, settings, passwords.smtp, root_key)
        self.notices = Notices(services, settings, passwords.smtp, root_key)
        self.nudges = Nudges(self.outbox.tend)

    def routes(self) -> list[HTTPRouteHandler]:
        """None: mail comes by mail."""
        return []

    async def run(self) -> None:
        """Send and receive until the server stops."""
        stopping = self._services.stopping
        telling = asyncio.create_task(self.notices.run())
        following = asyncio.create_task(self._follow())
        self._reachable |= await asyncio.to_thread(self._known)
        for name in self._reachable:
            self.nudges.nudge(name)
        try:
            while not stopping.is_set():
                await self._look()
                with suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), self._settings.poll_s)
        finally:
            following.cancel()
            telling.cancel()
            await asyncio.gather(following, telling, return_exceptions=True)
            await self.nudges.close()

    async def _look(self) -> None:
        for name in tuple(self.outbox.waiting):
            self.nudges.nudge(name)
        try:
            if self._mailbox is not None:
                await self.inbox.receive(self._mailbox)
        except HumanelyError as error:
            _LOG.error("%s", error)
        except Exception as error:
            # One look that fails does not end them all.
            _LOG.error("%s in %s", type(error).__name__, place_of(error))

    def _known(self) -> set[str]:
        """Conversations of which somebody left an address."""
        found = records(self._services.ledger.of_kind("contact"), "contact")
        return {one.conversation_id for _, one in found if isinstance(one, ContactRecord) and one.kind == "email"}

    async def _follow(self) -> None:
        """What is recorded, by whomever, may have to go out."""
        async for acts in self._services.watch.acts(self._services.ledger, self._services.stopping):
            for _, one in records(acts, "estimate", "response", "handoff", "contact"):
                if isinstance(one, ContactRecord) and one.kind == "email":
                    self._reachable.add(one.conversation_id)
                if isinstance(one, _MOVE) and one.conversation_id in self._reachable:
                    self.nudges.nudge(one.conversation_id)
