"""Messages of Chatwoot as turns: which are answered, and which are only read."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

from humanely.apps.channel_settings import ChatwootSettings, Inbox
from humanely.apps.channels.chatwoot.wire import Conversation, Message
from humanely.pipeline.arrival import Arrival
from humanely.signal.turn import Speaker

ATTACHED = "\N{PAPERCLIP}"
"""Stands for a message that is an attachment alone; nothing of it is read."""


class Intake(msgspec.Struct, frozen=True):
    """New turns of one conversation, in order.

    Attributes:
        until_human: up to the last that a human of the team wrote.
        since_human: those after it; the last of them, if it is the person's, is to be answered.
    """

    until_human: tuple[Arrival, ...]
    since_human: tuple[Arrival, ...]


def conversation_id(account: int, number: int) -> str:
    """The name of a conversation here."""
    return f"chatwoot:{account}:{number}"


def number_of(account: int, name: str) -> int | None:
    """The number in Chatwoot of a conversation; None where it is not one of this account.

    >>> number_of(3, "chatwoot:3:41"), number_of(3, "order-41")
    (41, None)
    """
    start = conversation_id(account, 0)[:-1]
    number = name.removeprefix(start)
    return int(number) if name.startswith(start) and number.isascii() and number.isdigit() else None


def repeat_key(account: int, message: Message) -> str:
    """What keeps a message from being taken twice."""
    return f"chatwoot {account} {message.id}"


def intake(there: Conversation, fresh: Sequence[Message], settings: ChatwootSettings, *, first_sight: bool) -> Intake:
    """Make turns of messages that were not taken before.

    Of several that the person wrote in a row the last is answered, on all of them. What bots said is part of a
    conversation that is seen for the first time; later it is our own, and known.

    Args:
        there: the conversation.
        fresh: oldest first.
    """
    said = [one for one in fresh if one.is_said and (first_sight or not one.by_bot)]
    last_human = max((at for at, one in enumerate(said) if one.by_human), default=-1)
    last = said[-1] if said else None
    turns = tuple(_arrival(there, one, settings, answered=one is last) for one in said)
    return Intake(turns[: last_human + 1], turns[last_human + 1 :])


def _arrival(there: Conversation, message: Message, settings: ChatwootSettings, *, answered: bool) -> Arrival:
    inbox = settings.inboxes.get(str(there.inbox_id), Inbox())
    return Arrival(
        conversation_id=conversation_id(settings.account, there.id),
        person_id=conversation_id(settings.account, there.meta.sender.id).replace(":", "-contact:", 1),
        text=message.text or ATTACHED,
        speaker=_speaker(message),
        channel=there.channel,
        locale=inbox.locale or there.browser_language,
        place=inbox.place,
        tags=frozenset(inbox.tags),
        noticed=inbox.noticed,
        writer="house" if answered else "past",
        repeat_key=repeat_key(settings.account, message),
        # A message that is edited later stays the one that was taken.
        fingerprint=sha256(str(message.id).encode()).digest(),
    )


def _speaker(message: Message) -> Speaker:
    if message.by_customer:
        return Speaker.CUSTOMER
    return Speaker.AGENT if message.by_human else Speaker.ASSISTANT
