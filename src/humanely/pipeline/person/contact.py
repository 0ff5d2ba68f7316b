"""Where answers may be sent when the person is no longer there, and what was sent on through a channel of its own."""

import datetime as dt
from collections.abc import Iterable
from email.errors import HeaderParseError
from email.headerregistry import Address

from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked, NotThere, recorded
from humanely.pipeline.companion import Companion
from humanely.pipeline.record import act
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Act, Kept
from humanely.store.records import ContactRecord, Record, SentRecord, decode

LONGEST_ADDRESS = 254
"""Characters; Source: RFC 5321, section 4.5.3.1.3, less the brackets."""


class AddressUnusable(HumanelyError):
    """No mail can be sent to an address as it is written."""

    code = "address_unusable_for_mail"
    status = 422

    def __init__(self) -> None:
        super().__init__("No mail can be sent to this address as it is written.", fix="Write it like ada@example.org.")


def checked(address: str) -> str:
    """An e-mail address, bare and without space around it.

    Raises:
        AddressUnusable: it is none, or one with a display name.

    >>> checked(" ada@example.org ")
    'ada@example.org'
    """
    bare = address.strip()
    try:
        parsed = Address(addr_spec=bare)
    except (HeaderParseError, ValueError, IndexError, UnicodeError):
        raise AddressUnusable from None
    if not parsed.username or "." not in parsed.domain or len(bare) > LONGEST_ADDRESS or not bare.isascii():
        raise AddressUnusable
    return bare


def left(companion: Companion, conversation_id: str, address: str, now: dt.datetime) -> int:
    """Record where a person may be written to, or with an empty address that they may not any more.

    Returns:
        Its place in the ledger.

    Raises:
        AddressUnusable: the address is none.
        NotThere: the conversation.
    """
    state = companion.conversations.standing([conversation_id])[0]
    bare = checked(address) if address else ""
    record = ContactRecord(conversation_id=conversation_id, person_id=state.person_id, address=bare)
    return _recorded(companion, record, now)


def sent(companion: Companion, record: SentRecord, now: dt.datetime) -> int:
    """Record what became of an act on its way; its place in the ledger.

    Raises:
        NotThere: the conversation, as where its person was erased meanwhile.
    """
    return _recorded(companion, record, now)


def address_of(acts: Iterable[Kept]) -> str:
    """Where the person may be written to now; empty where they may not."""
    found = (decode(one.payload) for one in acts if one.kind == "contact" and one.payload is not None)
    addresses = [one.address for one in found if isinstance(one, ContactRecord)]
    return addresses[-1] if addresses else ""


def _recorded(companion: Companion, record: ContactRecord | SentRecord, now: dt.datetime) -> int:
    """Record one act of a conversation."""

    def made(state: ConversationState) -> tuple[Record, ...]:
        if state.newest < 0:
            raise NotThere("conversation")
        return (record,)

    def sealed(one: Record, state: ConversationState) -> Act:
        return act(one, state.person_id, record.conversation_id)

    return recorded(companion.conversations, Asked("", now), record.conversation_id, made, sealed=sealed).index
