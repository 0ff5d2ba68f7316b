"""What Chatwoot sends and is asked for, as far as it is used here.

Source: Chatwoot API reference: conversations, messages, agent bots, webhooks (developers.chatwoot.com). A webhook names
the type of a message, the REST interface gives its number; times are RFC 3339 in one and seconds in the other, so none
is read from a webhook: it only says which conversation to look at.
"""

from typing import Any

import msgspec

from humanely.response.channel import ChannelKind

INCOMING, OUTGOING = 0, 1
_SYNTHETIC = frozenset({"input_csat", "form", "input_select", "input_email", "cards", "article"})
"""Kinds of messages in which nobody says anything."""
_CHANNELS: dict[str, ChannelKind] = {
    "Channel::Email": "email",
    "Channel::Sms": "sms",
    "Channel::TwilioSms": "sms",
}


class Sender(msgspec.Struct, frozen=True):
    """Who wrote a message: ``contact``, ``user`` or ``agent_bot``; a contact may come without a type."""

    id: int = 0
    type: str | None = None


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a conversation, as the REST interface gives it.

    Attributes:
        message_type: 0 incoming, 1 outgoing, 2 activity, 3 template.
        created_at: seconds since 1970.
        content_attributes: whatever goes with its kind; ``deleted`` where it was taken back.
    """

    id: int
    message_type: int
    created_at: float
    content: str | None = None
    content_type: str = "text"
    private: bool | None = False
    content_attributes: dict[str, Any] | None = None
    sender: Sender | None = None
    attachments: tuple[Any, ...] | None = None

    @property
    def is_said(self) -> bool:
        """Somebody says something to somebody: no note, no line of the system, no survey, nothing taken back."""
        deleted = bool((self.content_attributes or {}).get("deleted"))
        kept = not self.private and not deleted and self.content_type not in _SYNTHETIC
        return kept and self.message_type in (INCOMING, OUTGOING) and bool(self.text or self.attachments)

    @property
    def text(self) -> str:
        """What it says; empty where it is an attachment alone."""
        return (self.content or "").strip()

    @property
    def by_customer(self) -> bool:
        return self.message_type == INCOMING

    @property
    def by_human(self) -> bool:
        """A member of the team wrote it; rules, campaigns and bots have another sender, or none."""
        return self.message_type == OUTGOING and self.sender is not None and (self.sender.type or "").lower() == "user"

    @property
    def by_bot(self) -> bool:
        """An agent bot wrote it."""
        sender = self.sender.type if self.sender is not None else None
        return self.message_type == OUTGOING and (sender or "").lower() in {"agent_bot", "agentbot"}


class Contact(msgspec.Struct, frozen=True):
    """The person."""

    id: int


class Meta(msgspec.Struct, frozen=True):
    """Who a conversation is with, and by which kind of channel."""

    sender: Contact
    channel: str | None = None


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation as it stands.

    Attributes:
        id: its number within the account.
        status: ``open``, ``pending``, ``resolved`` or ``snoozed``; a bot speaks while it is pending.
        custom_attributes: all of them; setting some replaces all.
        last_activity_at: seconds since 1970.
    """

    id: int
    inbox_id: int
    status: str
    meta: Meta
    labels: tuple[str, ...] = ()
    last_activity_at: float = 0.0
    custom_attributes: dict[str, Any] | None = None
    additional_attributes: dict[str, Any] | None = None

    @property
    def is_pending(self) -> bool:
        return self.status == "pending"

    @property
    def channel(self) -> ChannelKind:
        """What fits it: a chat, unless it is known to be something else."""
        return _CHANNELS.get(self.meta.channel or "", "chat")

    @property
    def browser_language(self) -> str | None:
        """As the browser of a web widget gives it."""
        browser = (self.additional_attributes or {}).get("browser")
        language = browser.get("browser_language") if isinstance(browser, dict) else None
        return language if isinstance(language, str) and language else None


class Page(msgspec.Struct, frozen=True):
    """Messages of a conversation, oldest first."""

    payload: tuple[Message, ...] = ()


class Listed(msgspec.Struct, frozen=True):
    """Conversations of a list."""

    payload: tuple[Conversation, ...] = ()


class Listing(msgspec.Struct, frozen=True):
    """One page of a list of conversations."""

    data: Listed


class Made(msgspec.Struct, frozen=True):
    """A message that was made."""

    id: int


class _Named(msgspec.Struct, frozen=True):
    id: int


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """What a webhook tells: of a message, with its conversation, or of a conversation itself.

    Attributes:
        id: of what the event is about.
        sender: of the message.
    """

    event: str
    id: int | None = None
    account: _Named | None = None
    conversation: _Named | None = None
    sender: Sender | None = None

    @property
    def about(self) -> int | None:
        """The conversation to look at; None where there is nothing to look for, as with what we said ourselves.

        >>> Webhook(event="conversation_status_changed", id=7).about, Webhook(event="webwidget_triggered", id=7).about
        (7, None)
        """
        if self.event.startswith("message_"):
            ours = self.sender is not None and (self.sender.type or "") == "agent_bot"
            return self.conversation.id if self.conversation is not None and not ours else None
        return self.id if self.event.startswith("conversation_") else None
