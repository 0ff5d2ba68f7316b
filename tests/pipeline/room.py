"""A room where turns are handled for real: the shipped model, a SQLite ledger, a minute between turns."""

import os
from collections.abc import Sequence
from typing import Any

import msgspec

from humanely.affect.word_vectors import WordReader
from humanely.decision import law_file, policy
from humanely.errors import HumanelyError
from humanely.people.handoff import AWAITED
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.house import House
from humanely.pipeline.outcome import Outcome
from humanely.response.faq import parse
from humanely.response.help import Help
from humanely.response.rules import default_rules
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations
from humanely.store.log.ledger import Ledger
from humanely.store.records import HandoffRecord, Record, ResponseRecord, TurnRecord, decode
from humanely.store.sql.database import Database
from humanely.trust.consent import ConsentText, Purpose
from humanely.trust.keys import MemoryKeys
from tests.apps.recorded import MINUTE, NOON, reader
from tests.store.people import ROOT

ASKS = ConsentText(Purpose.ESTIMATE, "1", "en", "May we estimate how your messages may feel?")
FAQ = """# refund

## How long does a refund take?

Three working days after your parcel has reached us.

### more

The bank may need two days more.

# course

## Can I download lessons and learn offline?

Yes, with the app.
"""
PLAIN = House(law=law_file.shipped(), policy=policy.shipped(), rules=default_rules(), noticed=True)
"""A house where everybody has been told that feelings may be estimated."""


def with_faq() -> Help:
    """A house's help with two questions."""
    return Help(parse(FAQ), WordReader(reader().estimator.encoder))


class Room:
    """A Companion, its ledger and a clock.

    Args:
        database: open.
        house: its rules.
    """

    def __init__(self, database: Database, house: House = PLAIN) -> None:
        self.database = database
        self.keys = MemoryKeys(ROOT, os.urandom)
        self.now = NOON
        self.settle(house)

    def settle(self, house: House) -> None:
        """Start again, as after a restart, under these rules."""
        self.ledger = Ledger(self.database, self.keys, ROOT, os.urandom)
        self.conversations = Conversations(self.ledger)
        self.companion = Companion(self.conversations, house, reader())

    def waiting(self) -> list[float]:
        """The priorities of those who wait for a human."""
        return [row.priority for row in self.ledger.handoffs.open() if row.state in AWAITED]

    def beside(self) -> Companion:
        """Another process on the same ledger."""
        ledger = Ledger(self.database, self.keys, ROOT, os.urandom)
        return Companion(Conversations(ledger), self.companion.house, reader())

    def arrive(self, *arrivals: Arrival) -> list[Outcome | HumanelyError]:
        """Handle turns together."""
        self.now += MINUTE
        return self.companion.handle(arrivals, self.now)

    def say(self, text: str, **about: Any) -> Outcome:
        """The customer Ada says something, and it is handled."""
        (handled,) = self.arrive(arrival(text, **about))
        assert isinstance(handled, Outcome), handled
        return handled

    def refused(self, text: str, **about: Any) -> HumanelyError:
        """Ada says something, and it is refused."""
        (handled,) = self.arrive(arrival(text, **about))
        assert isinstance(handled, HumanelyError)
        return handled

    def agent(self, text: str) -> Outcome:
        """A human of the team says something."""
        return self.say(text, speaker=Speaker.AGENT)

    def state(self, conversation: str = "c-1") -> ConversationState:
        """The conversation as it stands."""
        return self.conversations.standing([conversation])[0]

    def records(self, conversation: str = "c-1") -> list[Record]:
        """All that was recorded of a conversation and can still be read."""
        return [decode(act.payload) for act in self.ledger.conversation(conversation) if act.payload is not None]

    def handoffs(self) -> list[tuple[str, str]]:
        """State and reason of each step of a handoff."""
        return [(one.state, one.reason) for one in self.records() if isinstance(one, HandoffRecord)]


def arrival(text: str, **about: Any) -> Arrival:
    """A turn of Ada's."""
    return msgspec.structs.replace(Arrival(conversation_id="c-1", person_id="ada", text=text), **about)


def response(handled: Outcome) -> ResponseRecord:
    """The answer that was recorded."""
    assert handled.response is not None
    return handled.response[1]


def action(handled: Outcome) -> str:
    """What was decided."""
    assert handled.decision is not None
    return handled.decision[1].decision.action


def kinds(handled: Outcome) -> list[str]:
    """Kinds of the messages of an answer."""
    return [message.kind for message in response(handled).response.messages]


def reply(handled: Outcome) -> str:
    """All that answers the person."""
    return response(handled).response.reply


def turns(records: Sequence[Record]) -> list[TurnRecord]:
    """The turns among records."""
    return [one for one in records if isinstance(one, TurnRecord)]
