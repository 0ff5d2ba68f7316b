"""One conversation of Chatwoot, looked after: whatever happened, it ends up as it should be.

1. What was written is taken in, each message once; a human who writes takes the conversation over.
2. What its status says of humans is recorded: that one took it, gave it back, or settled it.
3. What is owed to the person is sent, unless a human has spoken: that is looked at again at the moment of sending.
4. Where a human is due: a note, labels, attributes, and the conversation is opened.

Each step looks at what stands here and there, so it may be broken off anywhere and begun anew.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Sequence
from typing import Literal

from humanely.apps.channel_settings import ChatwootSettings
from humanely.apps.channels.chatwoot import note
from humanely.apps.channels.chatwoot.api import MOST_PAGES, Chatwoot
from humanely.apps.channels.chatwoot.faults import ChatwootRefuses, ChatwootUnreachable, ConversationGone
from humanely.apps.channels.chatwoot.intake import Intake, conversation_id, intake, repeat_key
from humanely.apps.channels.chatwoot.wire import Conversation, Message
from humanely.apps.channels.outgoing import STALE, Words, owed, records, sent
from humanely.apps.channels.taking import take
from humanely.apps.engine import Busy, Stopped
from humanely.apps.place import place_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.packet import packet
from humanely.pipeline.person import contact
from humanely.pipeline.person.withheld import as_allowed
from humanely.response.notices import mark
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Kept
from humanely.store.records import SentRecord, TurnRecord

BY = "chatwoot"
_PAGE = 20
_TRIED_AGAIN = (Busy, Stopped, ChatwootUnreachable, ChatwootRefuses, ConversationGone)
_LOG = logging.getLogger(__name__)


class Tending:
    """Looks after the conversations of one account."""

    def __init__(self, services: Services, chatwoot: Chatwoot, settings: ChatwootSettings) -> None:
        self._services = services
        self._chatwoot = chatwoot
        self._settings = settings

    async def tend(self, number: int) -> None:
        """Look after one conversation.

        Raises:
            HumanelyError: not now; to be tried again.
        """
        try:
            there = await self._chatwoot.conversation(number)
            state = await self._state(number)
            if state.newest < 0 and not there.is_pending:
                return  # never a bot's, so none of our business
            if await self._took_in(there, state):
                await self._send(number)
                await self._hand_over(number)
        except ConversationGone as gone:
            _LOG.info("%s", gone)

    async def _took_in(self, there: Conversation, state: ConversationState) -> bool:
        """Take in what is new; where that fails for a reason of our own, the conversation is the team's."""
        try:
            await self._take_in(there, state)
        except _TRIED_AGAIN:
            raise
        except HumanelyError as error:
            _LOG.error("%s", error)
        except Exception as error:
            _LOG.error("%s in %s", type(error).__name__, place_of(error))
        else:
            return True
        await self._failed(there.id)
        return False

    async def _take_in(self, there: Conversation, state: ConversationState) -> None:
        first_sight = state.newest < 0
        fresh = await self._fresh(there.id, state)
        turns = intake(there, fresh, self._settings, first_sight=first_sight)
        for one in turns.until_human:
            await take(self._services, one)
        await self._settle(there, turns, first_sight=first_sight)
        for one in turns.since_human:
            await take(self._services, one)

    async def _fresh(self, number: int, state: ConversationState) -> tuple[Message, ...]:
        """The messages that were not taken, oldest first; they are taken in order, so one that was ends the search."""
        spoken = await self._newest_turn(number) if state.newest >= 0 else None
        found: tuple[Message, ...] = ()
        before = None
        for _ in range(MOST_PAGES):
            page = await self._chatwoot.messages(number, before=before)
            keys = {repeat_key(self._settings.account, one): one for one in page}
            known = await asyncio.to_thread(self._services.ledger.answered, list(keys))
            left = [one for key, one in keys.items() if key not in known and not _is_past(one, spoken)]
            found = (*left, *found)
            if known or len(left) < len(page) or len(page) < _PAGE:
                break
            before = page[0].id
        return found

    async def _settle(self, there: Conversation, turns: Intake, *, first_sight: bool) -> None:
        """Record what the status of a conversation says of humans."""
        state = await self._state(there.id)
        held = state.handoff if state.handoff is not None and state.handoff.is_open else None
        name = state.conversation_id
        if held is None:
            if state.newest >= 0 and there.status in {"open", "snoozed"}:
                await self._services.written(lambda one, now: handoff.joined(one, Asked(BY, now), name))
            return
        opened = any(one.part == "open" and one.of == held.place for one in sent(await self._acts(there.id)))
        # A history that ends with the person and is pending was given back before it was first seen.
        given_back = there.is_pending and (opened or (first_sight and bool(turns.since_human)))
        if there.status == "resolved" and state.human_present:
            await self._services.written(lambda one, now: handoff.resolve(one, Asked(BY, now), held.place))
        elif given_back or there.status == "resolved":
            placed = await self._services.written(lambda one, now: handoff.returned(one, Asked(BY, now), name))
            if first_sight:
                # Nobody was told that the assistant left; that it is here again would only puzzle them.
                await self._record(there.id, placed.index, "words", result="withheld")

    async def _send(self, number: int) -> None:
        """Send what is owed, in order."""
        for words in owed(await self._acts(number), "chatwoot", dt.datetime.now(dt.UTC)):
            # Chatwoot is asked at the last moment: writing an answer takes seconds, and a human is quicker at times.
            there, page = await self._chatwoot.conversation(number), await self._chatwoot.messages(number)
            acts, state = await self._acts(number), await self._state(number)
            quicker = await self._human_was_quicker(words, page, acts)
            if not _may_be_said(words, there, state, quicker=quicker):
                await self._record(number, words.of, "words", result="withheld")
                continue
            text = _written(words, state.language or self._services.engine.companion.house.locale)
            found = _already_there(text, page, acts, private=False)
            reference = str(found or await self._chatwoot.say(number, text))
            await self._record(number, words.of, "words", reference=reference)

    async def _human_was_quicker(self, words: Words, page: Sequence[Message], acts: Sequence[Kept]) -> bool:
        """A human of the team has written since these words were found, whether it was taken in yet or not."""
        turns = ((act.index, one) for act, one in records(acts, "estimate") if isinstance(one, TurnRecord))
        if any(place > words.of and one.reading.turn.speaker is Speaker.AGENT for place, one in turns):
            return True
        keys = [repeat_key(self._settings.account, one) for one in page if one.by_human and one.is_said]
        known = await asyncio.to_thread(self._services.ledger.answered, keys)
        return len(known) < len(keys)

    async def _hand_over(self, number: int) -> None:
        """Tell the team of every call for a human, and open the conversation once for each handoff."""
        acts, state = await self._acts(number), await self._state(number)
        if state.handoff is None or not state.handoff.is_open:
            return
        done = {(one.of, one.part) for one in sent(acts)}
        fresh = dt.datetime.now(dt.UTC) - STALE
        at = {act.index: act.at for act in acts}
        for one in note.called(acts):
            if (one.place, "note") not in done and one.place >= state.handoff.place and at[one.place] > fresh:
                await self._tell_team(number, one, acts, state)
        if (state.handoff.place, "open") not in done:
            there = await self._chatwoot.conversation(number)
            if there.is_pending:
                await self._chatwoot.open(number)
            await self._record(number, state.handoff.place, "open")

    async def _tell_team(self, number: int, one: note.Called, acts: Sequence[Kept], state: ConversationState) -> None:
        there, page = await self._chatwoot.conversation(number), await self._chatwoot.messages(number)
        companion = self._services.engine.companion
        (shown,) = await asyncio.to_thread(as_allowed, [state], companion.conversations)
        text = note.note(one, packet(shown, acts, companion.house), companion.house.locale)
        found = _already_there(note.heading(one), page, acts, private=True)
        await self._chatwoot.describe(number, note.attributes(one, there.custom_attributes or {}))
        await self._chatwoot.label(number, note.labels(one, there.labels))
        await self._chatwoot.prioritise(number, note.priority(one))
        reference = str(found or await self._chatwoot.note(number, text))
        await self._record(number, one.place, "note", reference=reference)

    async def _failed(self, number: int) -> None:
        """The assistant could not do its part: humans do. What was not taken is taken when it works again."""
        there = await self._chatwoot.conversation(number)
        if there.is_pending:
            await self._chatwoot.note(number, note.FAILED)
            await self._chatwoot.open(number)

    async def _state(self, number: int) -> ConversationState:
        name = conversation_id(self._settings.account, number)
        return await self._services.written(lambda one, _: one.conversations.standing([name])[0])

    async def _acts(self, number: int) -> tuple[Kept, ...]:
        name = conversation_id(self._settings.account, number)
        return await asyncio.to_thread(self._services.ledger.conversation, name)

    async def _newest_turn(self, number: int) -> dt.datetime | None:
        turns = (act.at for act, one in records(await self._acts(number), "estimate") if isinstance(one, TurnRecord))
        return max(turns, default=None)

    async def _record(
        self,
        number: int,
        of: int,
        part: Literal["words", "note", "open"],
        *,
        result: Literal["sent", "withheld"] = "sent",
        reference: str = "",
    ) -> None:
        name = conversation_id(self._settings.account, number)
        record = SentRecord(conversation_id=name, of=of, by="chatwoot", part=part, result=result, reference=reference)
        await self._services.written(lambda one, now: contact.sent(one, record, now))


def _is_past(message: Message, spoken: dt.datetime | None) -> bool:
    """It is so much older than what was taken last that it was taken, and only forgotten."""
    return spoken is not None and dt.datetime.fromtimestamp(message.created_at, dt.UTC) < spoken - STALE


def _written(words: Words, locale: str) -> str:
    """The words, and who wrote them where that is not the bot under whose name Chatwoot shows them."""
    return f"{words.text}\n\n({mark(words.lines[-1].author, locale)})" if words.by_team else words.text


def _may_be_said(words: Words, there: Conversation, state: ConversationState, *, quicker: bool) -> bool:
    """Whether it is still the assistant's turn; a card goes out whoever speaks, and so does what the team wrote."""
    if words.has_card or words.by_team:
        return True
    if quicker or state.human_present:
        return False
    return there.is_pending or (words.is_about_handoff and state.human_awaited)


def _already_there(text: str, page: Sequence[Message], acts: Sequence[Kept], *, private: bool) -> int | None:
    """A message of ours that was taken and not recorded, as when the server ended between the two.

    Args:
        text: how it begins.
        private: a note; otherwise it is all of the text.
    """
    known = {one.reference for one in sent(acts)}
    for one in page:
        ours = one.by_bot and bool(one.private) == private and str(one.id) not in known
        if ours and (one.text.startswith(text) if private else one.text == text.strip()):
            return one.id
    return None
