"""What arrived: one turn of a conversation, and the conversation it belongs to."""

import datetime as dt
from enum import StrEnum

import msgspec


class Speaker(StrEnum):
    """Who speaks: a customer, a human agent, or a machine (the assistant)."""

    CUSTOMER = "customer"
    AGENT = "agent"
    ASSISTANT = "assistant"


class Turn(msgspec.Struct, frozen=True):
    """One message of one speaker.

    Attributes:
        index: place within the conversation, from 0.
        time: aware, in UTC; None when the export has no times.
    """

    index: int
    speaker: Speaker
    text: str
    time: dt.datetime | None = None

    @property
    def is_customer(self) -> bool:
        """True for the person served, False for every kind of answer."""
        return self.speaker is Speaker.CUSTOMER


class Conversation(msgspec.Struct, frozen=True):
    """Turns in order, with what the export says about the whole.

    Attributes:
        language: ISO 639-1 code the export declares, None when it does not.
        csat: satisfaction as the export gives it, on the export's own scale.
        resolved: what the export says came of it; None when it says nothing.
        returned: whether the customer came back with the same matter; None when unknown.
    """

    conversation_id: str
    turns: tuple[Turn, ...]
    language: str | None = None
    channel: str | None = None
    journey: str | None = None
    group: str | None = None
    csat: float | None = None
    resolved: bool | None = None
    returned: bool | None = None
