"""A conversation whose person leaves an address, and the mails that go to and fro."""

import asyncio
from collections.abc import Coroutine
from email.message import EmailMessage
from itertools import count
from typing import Any, TypeVar

from humanely.apps.channel_settings import EmailSettings, Sending
from humanely.apps.channels.email.inbox import Inbox
from humanely.apps.channels.email.outbox import Outbox
from humanely.apps.channels.taking import take
from humanely.apps.serving.services import Services
from humanely.apps.site.start import Started
from humanely.pipeline.acting import Asked
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.store.records import Record, SentRecord, TurnRecord, decode

HELP, ADA = "help@shop.example.org", "ada@example.org"
ASKS = "Can I please talk to a person? This is the third time I ask."
_NUMBERS = count(1)
_Value = TypeVar("_Value")


def done(work: Coroutine[Any, Any, _Value]) -> _Value:
    """Do it to its end."""
    return asyncio.run(work)


class Desk:
    """One conversation, with the two ways of its mail."""

    def __init__(self, started: Started, port: int, *, away_s: float = 0.001) -> None:
        self.started = started
        self.name = f"mailed-{next(_NUMBERS)}"
        self.settings = EmailSettings(
            address=HELP, name="The Shop", smtp=Sending(host="127.0.0.1", port=port, security="none"), away_s=away_s
        )
        self.outbox = Outbox(self.services, self.settings, "", started.data.root_key)
        self.inbox = Inbox(self.services, started.data.root_key)

    @property
    def services(self) -> Services:
        """What the server works with."""
        return self.started.services

    def says(self, text: str) -> None:
        """The person writes where they are."""
        arrival = Arrival(conversation_id=self.name, person_id=f"person {self.name}", text=text, locale="en")
        done(take(self.services, arrival))

    def leaves(self, address: str = ADA) -> int:
        """The person leaves an address."""
        where = Where(address=address)
        return self.services.engine.call(lambda one, now: contact.left(one, self.name, where, now)).result()

    def answers(self, text: str) -> None:
        """A human of the team answers."""

        def answer(one: Any, now: Any) -> None:
            state = one.conversations.standing([self.name])[0]
            asked, place = Asked("", now, agent="grace"), state.handoff.place
            if not state.human_present:
                handoff.claim(one, asked, place)
            handoff.answer(one, asked, place, text)

        self.services.engine.call(answer).result()

    def gives_back(self) -> None:
        """The human gives the conversation back."""
        self.services.engine.call(lambda one, now: handoff.returned(one, Asked("", now), self.name)).result()

    def tend(self) -> None:
        """Send what is due."""
        done(self.outbox.tend(self.name))

    def take(self, mail: EmailMessage) -> bool:
        """Take a mail that came in."""
        return done(self.inbox.take(mail.as_bytes()))

    def records(self) -> list[Record]:
        """What the ledger has of the conversation."""
        acts = self.services.ledger.conversation(self.name)
        return [decode(one.payload) for one in acts if one.payload is not None]

    def said(self) -> list[str]:
        """What the person said."""
        turns = (one for one in self.records() if isinstance(one, TurnRecord))
        return [one.text for one in turns if one.reading.turn.is_customer]

    def results(self) -> list[str]:
        """What became of each thing that could have gone by mail."""
        return [one.result for one in self.records() if isinstance(one, SentRecord)]

    def address(self) -> str:
        """Where the person may be written to now."""
        return contact.address_of(self.services.ledger.conversation(self.name))


def reply(to: EmailMessage, text: str, *, sender: str = f"Ada <{ADA}>", **headers: str) -> EmailMessage:
    """A person's reply to a mail, quoting it, as their program writes it."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = HELP
    mail["Subject"] = f"Re: {to['Subject']}"
    mail["Message-ID"] = f"<{abs(hash((text, sender)))}@example.org>"
    mail["In-Reply-To"] = to["Message-ID"]
    mail["References"] = to["Message-ID"]
    for name, value in headers.items():
        del mail[name.replace("_", "-")]
        mail[name.replace("_", "-")] = value
    body = to.get_body(("plain",))
    quoted = "\n".join(f"> {line}" for line in body.get_content().splitlines()) if body else ""
    mail.set_content(f"{text}\n\nOn Mon, 2 Mar 2026 at 10:00, The Shop <{HELP}> wrote:\n{quoted}\n")
    return mail
