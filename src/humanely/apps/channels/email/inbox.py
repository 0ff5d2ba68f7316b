"""What comes in by mail: taken once by its Message-ID, then marked as read."""

import asyncio
import logging
from collections.abc import Sequence
from hashlib import sha256

from humanely.apps.channels.email import incoming, thread
from humanely.apps.channels.email.incoming import Mail
from humanely.apps.channels.email.mailbox import Mailbox
from humanely.apps.channels.email.thread import Thread
from humanely.apps.channels.email.words import STOP
from humanely.apps.channels.outgoing import records
from humanely.apps.channels.taking import take
from humanely.apps.engine import Busy, Stopped
from humanely.apps.place import place_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.store.records import ContactRecord
from humanely.trust.root_key import RootKey

BY = "email"
ATTACHED = "\N{PAPERCLIP}"
"""Stands for a mail that is an attachment alone; nothing of it is read."""
_LOG = logging.getLogger(__name__)


class Inbox:
    """Replies to our mails."""

    def __init__(self, services: Services, root_key: RootKey) -> None:
        self._services = services
        self._root_key = root_key

    async def receive(self, mailbox: Mailbox) -> None:
        """Take what came in.

        Raises:
            MailboxUnreachable: it could not be looked for.
        """
        ours = []
        for one in await asyncio.to_thread(mailbox.unread):
            if await self.take(one.source):
                ours.append(one.uid)
            else:
                mailbox.leave(one.uid)
        await asyncio.to_thread(mailbox.done, ours)

    async def take(self, source: bytes) -> bool:
        """Take one mail; false where it is none of ours, or nothing of it could be recorded for good.

        Raises:
            Busy, Stopped: to be tried again.
        """
        try:
            got = await asyncio.to_thread(incoming.read, source)
            return await self._taken(got, source)
        except (Busy, Stopped):
            raise
        except HumanelyError as error:
            _LOG.error("A mail was left in the mailbox: %s", error)
        except Exception as error:
            # Anybody can write to the mailbox: no mail may keep those behind it from being read.
            _LOG.error("A mail was left in the mailbox: %s in %s", type(error).__name__, place_of(error))
        return False

    async def _taken(self, got: Mail, source: bytes) -> bool:
        if got.returned and (lost := await self._left(got.returned)) is not None:
            await self._end(lost)
            return True
        stop = thread.stopped(got.subject, self._root_key)
        left = await self._contact(stop) if stop else await self._left(got.answers)
        if left is None:
            return False
        if got.is_automatic:
            _LOG.info("A mail that a machine sent was not answered.")
        elif got.sender != left.address.lower():
            _LOG.warning("A reply came from another address than the one it was sent to; it was left in the mailbox.")
            return False
        elif stop or got.text.strip(" .!").lower() == STOP:
            await self._end(left)
        else:
            await self._reply(got, left, source)
        return True

    async def _reply(self, got: Mail, left: ContactRecord, source: bytes) -> None:
        name = left.conversation_id
        arrival = Arrival(
            conversation_id=name,
            person_id=left.person_id,
            text=got.text or ATTACHED,
            channel="email",
            repeat_key=f"email {got.id or sha256(source).hexdigest()}",
            fingerprint=sha256(got.id.encode() or source).digest(),
        )
        acts = await asyncio.to_thread(self._services.ledger.conversation, name)
        if not contact.address_of(acts):
            # Whoever writes again wants to be answered again.
            await self._services.written(lambda one, now: contact.left(one, name, Where(address=left.address), now))
        outcome = await take(self._services, arrival)
        if got.attachments and not outcome.repeated:
            await self._note(name, got.attachments)

    async def _note(self, name: str, attachments: int) -> None:
        """The team learns that something did not reach it."""
        state = await self._services.written(lambda one, _: one.conversations.standing([name])[0])
        if state.handoff is not None and state.handoff.is_open:
            place, text = state.handoff.place, f"Attachments of the reply by mail that were not taken: {attachments}."
            await self._services.written(lambda one, now: handoff.note(one, Asked(BY, now), place, text))

    async def _end(self, left: ContactRecord) -> None:
        """Nothing more is sent."""
        await self._services.written(lambda one, now: contact.left(one, left.conversation_id, Where(), now))

    async def _left(self, headers: Sequence[str]) -> ContactRecord | None:
        """Whom a mail of ours was to, that these headers name."""
        found = thread.thread_of(headers, self._root_key)
        return await self._contact(found) if found is not None else None

    async def _contact(self, found: Thread) -> ContactRecord | None:
        kept = await asyncio.to_thread(self._services.ledger.entry, found.contact)
        contacts = [one for _, one in records([kept] if kept else [], "contact") if isinstance(one, ContactRecord)]
        return contacts[0] if contacts else None
