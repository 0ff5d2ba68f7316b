"""Our bot, set up for a stand-in of Chatwoot."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import TypeVar

from humanely.apps.channel_settings import ChatwootSettings, Inbox
from humanely.apps.channels.chatwoot.api import Chatwoot as Api
from humanely.apps.channels.chatwoot.intake import conversation_id
from humanely.apps.channels.chatwoot.secrets import Secrets
from humanely.apps.channels.chatwoot.tending import Tending
from humanely.apps.serving.services import Services
from humanely.pipeline.acting import Asked
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff
from humanely.store.records import HandoffRecord, Record, SentRecord, TurnRecord, decode
from tests.apps.channels.chatwoot.standin import BOT_TOKEN, INBOX, USER_TOKEN, Chatwoot

PATH = "asecretofletters1234"
_Value = TypeVar("_Value")


def settings(there: Chatwoot) -> ChatwootSettings:
    """What an operator would set for it."""
    files = {name: name for name in ("bot_token_file", "reader_token_file", "secret_file")}
    inboxes = {str(INBOX): Inbox(place="DE", locale="en", noticed=True)}
    return ChatwootSettings(url=there.address, account=there.account, inboxes=inboxes, poll_s=0.5, **files)


def secrets(**changed: str) -> Secrets:
    """What its files would hold."""
    given = {"bot_token": BOT_TOKEN, "reader_token": USER_TOKEN, "path": PATH, **changed}
    return Secrets(given["bot_token"], given["reader_token"], given["path"], given.get("signature"))


class Bot:
    """The bot, asked to look after one conversation at a time.

    Attributes:
        waited: seconds it wanted to wait, and did not.
    """

    def __init__(self, services: Services, there: Chatwoot) -> None:
        self.services = services
        self.there = there
        self.waited: list[float] = []

    def tend(self, number: int, **changed: str) -> None:
        """Look after a conversation, as after a webhook."""
        self.asked(lambda api: Tending(self.services, api, settings(self.there)).tend(number), **changed)

    def asked(self, work: Callable[[Api], Awaitable[_Value]], **changed: str) -> _Value:
        """Do something with the REST interface."""

        async def done() -> _Value:
            api = Api(settings(self.there), secrets(**changed), self._sleep)
            try:
                return await work(api)
            finally:
                await api.close()

        return asyncio.run(done())

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    def member_answers(self, number: int, text: str) -> None:
        """Somebody of the team answers in our own console."""
        name = conversation_id(self.there.account, number)

        def answer(companion: Companion, now: dt.datetime) -> None:
            held = companion.conversations.standing([name])[0].handoff
            assert held is not None
            asked = Asked("", now, agent="grace")
            handoff.claim(companion, asked, held.place)
            handoff.answer(companion, asked, held.place, text)

        self.services.engine.call(answer).result()

    def records(self, number: int) -> list[Record]:
        """What the ledger has of a conversation."""
        acts = self.services.ledger.conversation(conversation_id(self.there.account, number))
        return [decode(one.payload) for one in acts if one.payload is not None]

    def turns(self, number: int) -> list[tuple[str, str]]:
        """Who said what, as it was taken."""
        turns = (one for one in self.records(number) if isinstance(one, TurnRecord))
        return [(str(one.reading.turn.speaker), one.text) for one in turns]

    def steps(self, number: int) -> list[str]:
        """The steps of its handoffs."""
        return [one.state for one in self.records(number) if isinstance(one, HandoffRecord)]

    def results(self, number: int) -> list[tuple[str, str]]:
        """What became of each thing that was to go out."""
        return [(one.part, one.result) for one in self.records(number) if isinstance(one, SentRecord)]
