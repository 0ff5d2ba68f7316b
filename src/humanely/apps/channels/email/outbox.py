"""What goes out by mail: sent, then recorded as sent; a server that ends between the two sends it once more."""

import asyncio
import datetime as dt
import logging
from collections.abc import Sequence
from typing import Literal

from humanely.apps.channel_settings import EmailSettings
from humanely.apps.channels.email import post
from humanely.apps.channels.email.due import Due, due
from humanely.apps.channels.email.letter import Letter, mail
from humanely.apps.channels.email.thread import Thread
from humanely.apps.channels.outgoing import Words, records, sent
from humanely.apps.serving.rate_limit import RateLimit, RateLimited
from humanely.apps.serving.services import Services
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.store.log.act import Kept
from humanely.store.records import SentRecord, TurnRecord
from humanely.trust.root_key import RootKey

MOST_UNASKED = 3
"""Mails a day of a machine's to an address nobody has answered from: it may be somebody else's, left to annoy them."""
_DAY_S = 24 * 3600
_Result = Literal["sent", "withheld", "refused"]
_LOG = logging.getLogger(__name__)


class Outbox:
    """Mails to people.

    Attributes:
        waiting: conversations to be looked at again: it is not certain yet that the person is gone.
    """

    def __init__(self, services: Services, settings: EmailSettings, password: str, root_key: RootKey) -> None:
        self._services = services
        self._settings = settings
        self._password = password
        self._root_key = root_key
        self.waiting: set[str] = set()
        self._unasked = RateLimit(MOST_UNASKED / _DAY_S, MOST_UNASKED)
        self._let_out: set[int] = set()

    async def tend(self, name: str) -> None:
        """Send what is due of one conversation.

        Raises:
            MailUnsent: to be tried again.
        """
        acts = await asyncio.to_thread(self._services.ledger.conversation, name)
        now = dt.datetime.now(dt.UTC)
        found = due(acts, now, dt.timedelta(seconds=self._settings.away_s))
        for words in found.withhold:
            await self._record(name, words, "withheld", "")
        for words in found.send:
            if words.of in self._let_out or self._may_reach(found.address, words, acts):
                self._let_out.add(words.of)
                await self._mail(name, words, found, now)
                self._let_out.discard(words.of)
            else:
                await self._record(name, words, "withheld", "")
        (self.waiting.add if found.wait else self.waiting.discard)(name)

    def _may_reach(self, address: str, words: Words, acts: Sequence[Kept]) -> bool:
        """Whether an address is to get one more mail, whichever conversation it was left in."""
        turns = (one for _, one in records(acts, "estimate") if isinstance(one, TurnRecord))
        if words.by_team or any(one.channel == "email" for one in turns):
            return True
        try:
            self._unasked.take(address.lower())
        except RateLimited:
            return False
        return True

    async def _mail(self, name: str, words: Words, found: Due, now: dt.datetime) -> None:
        acts = await asyncio.to_thread(self._services.ledger.conversation, name)
        house = self._services.engine.companion.house
        letter = Letter(
            to=found.address,
            words=words,
            locale=next((line.locale for line in words.lines if line.locale), "") or house.locale,
            thread=Thread(found.contact, words.of),
            now=now,
            earlier=_earlier(acts),
        )
        made = mail(letter, self._settings, self._root_key)
        result = await asyncio.to_thread(post.send, made, self._settings.smtp, self._password)
        await self._record(name, words, result, str(made["Message-ID"]))
        if result == "refused":
            _LOG.warning("A server refuses an address for good; nothing more is sent there.")
            await self._services.written(lambda one, now: contact.left(one, name, Where(), now))

    async def _record(
        self, name: str, words: Words, result: Literal["sent", "withheld", "refused"], reference: str
    ) -> None:
        record = SentRecord(
            conversation_id=name,
            of=words.of,
            by="email",
            result=result,
            reference=reference,
        )
        await self._services.written(lambda one, now: contact.sent(one, record, now))


def _earlier(acts: Sequence[Kept]) -> tuple[str, ...]:
    """Message-IDs of the mails that were sent, oldest first."""
    return tuple(one.reference for one in sent(acts) if one.by == "email" and one.reference)
