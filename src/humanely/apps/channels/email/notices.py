"""Mails to the holders of credentials: each once, and only as long as they are news."""

import asyncio
import datetime as dt
import logging
from contextlib import suppress
from functools import partial

from humanely.apps.channel_settings import EmailSettings
from humanely.apps.channels.email import post
from humanely.apps.channels.email.notice_mail import mail
from humanely.apps.channels.nudges import Nudges
from humanely.apps.place import place_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline.companion import Companion
from humanely.pipeline.credentials import notices
from humanely.pipeline.credentials.desk import CredentialGone, CredentialMissing
from humanely.trust.root_key import RootKey

LOOKS_EVERY_S = 5.0
"""Seconds between two looks at whether somebody is to be told something."""
AT_ONCE = 200
_LOG = logging.getLogger(__name__)


class Notices:
    """What holders are told by mail."""

    def __init__(
        self,
        services: Services,
        settings: EmailSettings,
        password: str,
        root_key: RootKey,
        *,
        looks_every_s: float = LOOKS_EVERY_S,
    ) -> None:
        self._services = services
        self._settings = settings
        self._password = password
        self._root_key = root_key
        self._looks_every_s = looks_every_s
        self._nudges = Nudges(self.tend)

    async def run(self) -> None:
        """Send until the server stops."""
        stopping = self._services.stopping
        try:
            while not stopping.is_set():
                await self._look()
                with suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), self._looks_every_s)
        finally:
            await self._nudges.close()

    async def tend(self, credential_id: str) -> None:
        """Send what is due of one credential.

        Raises:
            MailUnsent: to be tried again.
        """
        while (letter := await self._next(credential_id)) is not None:
            made = mail(letter, self._settings, self._root_key)
            result = await asyncio.to_thread(post.send, made, self._settings.smtp, self._password)
            if result == "refused":
                _LOG.warning("A server refuses the address of a holder for good; the team has to pass the notice on.")
            await self._services.written(partial(_settled, self._services, letter, result))

    async def _next(self, credential_id: str) -> notices.Letter | None:
        try:
            return await self._services.written(lambda _, now: notices.letter(self._services.desk, credential_id, now))
        except (CredentialGone, CredentialMissing):
            return None

    async def _look(self) -> None:
        try:
            find = self._services.ledger.credentials.to_mail
            rows = await asyncio.to_thread(find, dt.datetime.now(dt.UTC), AT_ONCE)
        except HumanelyError as error:
            _LOG.error("%s", error)
        except Exception as error:
            # One look that fails does not end them all.
            _LOG.error("%s in %s", type(error).__name__, place_of(error))
        else:
            for row in rows:
                self._nudges.nudge(row.id)


def _settled(
    services: Services, letter: notices.Letter, result: notices.Result, _: Companion, now: dt.datetime
) -> None:
    notices.settled(services.desk, letter.credential_id, letter.notice, result, now)
