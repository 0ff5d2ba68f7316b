"""Where a person is reached when they are no longer there, and what was sent on through a channel of its own."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from email.errors import HeaderParseError
from email.headerregistry import Address

import msgspec

from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked, NotThere, recorded
from humanely.pipeline.companion import Companion
from humanely.pipeline.house import House
from humanely.pipeline.record import act
from humanely.response.channel import Way
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Act, Kept
from humanely.store.records import ContactRecord, NoteRecord, Record, SentRecord, decode

LONGEST_ADDRESS = 254
"""Characters; Source: RFC 5321, section 4.5.3.1.3, less the brackets."""
LONGEST_WISH = 200

_LETTER = re.compile(r"[^\W\d_]")
"""What phonenumbers would take for keys of a dial; whoever writes a word means no number."""


class AddressUnusable(HumanelyError):
    """No mail can be sent to an address as it is written."""

    code = "address_unusable_for_mail"
    status = 422

    def __init__(self) -> None:
        super().__init__("No mail can be sent to this address as it is written.", fix="Write it like ada@example.org.")


class NumberUnusable(HumanelyError):
    """Nobody can be called under a number as it is written."""

    code = "number_unusable_for_calls"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "Nobody can be called under this number as it is written.",
            fix="Write it with the code of its country, like +44 20 7946 0958.",
        )


class WayNotOffered(HumanelyError):
    """Somebody is to be reached in a way that the house has not set up: what is left for it, nobody would use."""

    code = "way_not_offered"
    status = 409

    def __init__(self, kind: Way) -> None:
        named = {"email": "writes e-mails to people", "phone": "calls people back"}
        fix = {"email": "Set up [email], or say mails = true in [team].", "phone": "Say calls = true in [team]."}
        super().__init__(f"Nobody {named[kind]} here; nothing was kept.", fix=f"{fix[kind]} See docs/serving.md.")


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is reached, as they leave it.

    Attributes:
        address: for mail, or a telephone number; empty for nowhere any more.
        wish: what they ask for with it, such as when to call.
        place: where they are, ISO 3166, by which a number without its country is read; None where that is not known.
    """

    kind: Way = "email"
    address: str = ""
    wish: str = ""
    place: str | None = None


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is reached now.

    Attributes:
        place: of the act by which it was left.
        address: for mail, or a telephone number in E.164.
        wish: what they asked for with it; empty for nothing.
        called_at: when somebody of the team called last since then; None for never.
    """

    kind: Way
    place: int
    address: str
    wish: str = ""
    called_at: dt.datetime | None = None


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


def dialled(number: str, places: Sequence[str | None]) -> str:
    """A telephone number in E.164.

    Args:
        number: as somebody writes it.
        places: where they may be, ISO 3166, the likeliest first; of no account where the number names its country.

    Raises:
        NumberUnusable: it can be none there.

    >>> dialled("030 901820", [None, "DE-BE"]), dialled("0044 (0)20 7946 0958", ["DE"])
    ('+4930901820', '+442079460958')
    """
    import phonenumbers  # reads its plans on import

    for place in (*places, None):
        try:
            found = phonenumbers.parse(number, place[:2].upper() if place else None)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(found) and not found.extension and not _LETTER.search(number):
            return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))
    raise NumberUnusable


def readable(number: str) -> str:
    """A number in E.164 in groups, as people read it out.

    >>> readable("+442079460958")
    '+44 20 7946 0958'
    """
    import phonenumbers

    found = phonenumbers.parse(number, None)
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def require_offered(house: House, kind: Way, address: str) -> None:
    """Refuse what the house has not set up; what is to be forgotten, always may be.

    Raises:
        WayNotOffered: nobody would use it.
    """
    if address.strip() and kind not in house.ways:
        raise WayNotOffered(kind)


def left(companion: Companion, conversation_id: str, where: Where, now: dt.datetime) -> int:
    """Record where a person is reached, or with an empty address that they are not any more.

    Returns:
        Its place in the ledger.

    Raises:
        AddressUnusable, NumberUnusable: the address, or the number, is none.
        NotThere: the conversation.
    """
    state = companion.conversations.standing([conversation_id])[0]
    places = (where.place, state.turn.place if state.turn else None, companion.house.place)
    written = where.address.strip()
    if written:
        written = checked(written) if where.kind == "email" else dialled(written, places)
    record = ContactRecord(
        conversation_id=conversation_id,
        person_id=state.person_id,
        kind=where.kind,
        address=written,
        wish=" ".join(where.wish.split()) if written else "",
    )
    return _recorded(companion, record, now)


def sent(companion: Companion, record: SentRecord, now: dt.datetime) -> int:
    """Record what became of an act on its way; its place in the ledger.

    Raises:
        NotThere: the conversation, as where its person was erased meanwhile.
    """
    return _recorded(companion, record, now)


def reached(acts: Iterable[tuple[int, dt.datetime, Record]]) -> tuple[Reach, ...]:
    """Where the person is reached now, the way they named first in front."""
    found: dict[Way, Reach] = {}
    for place, at, record in acts:
        if isinstance(record, ContactRecord):
            found[record.kind] = Reach(kind=record.kind, place=place, address=record.address, wish=record.wish)
        elif isinstance(record, NoteRecord) and record.called is not None:
            found |= {
                kind: msgspec.structs.replace(one, called_at=at)
                for kind, one in found.items()
                if one.place == record.called
            }
    return tuple(one for one in found.values() if one.address)


def address_of(acts: Iterable[Kept]) -> str:
    """Where the person may be written to now; empty where they may not."""
    return next((one.address for one in reached(opened(acts)) if one.kind == "email"), "")


def opened(acts: Iterable[Kept]) -> Iterator[tuple[int, dt.datetime, Record]]:
    """The acts that say where somebody is reached, and that they were called, with their places and times."""
    there = (one for one in acts if one.kind in {"contact", "note"} and one.payload is not None)
    return ((one.index, one.at, decode(one.payload or b"")) for one in there)


def _recorded(companion: Companion, record: ContactRecord | SentRecord, now: dt.datetime) -> int:
    """Record one act of a conversation."""

    def made(state: ConversationState) -> tuple[Record, ...]:
        if state.newest < 0:
            raise NotThere("conversation")
        return (record,)

    def sealed(one: Record, state: ConversationState) -> Act:
        return act(one, state.person_id, record.conversation_id)

    return recorded(companion.conversations, Asked("", now), record.conversation_id, made, sealed=sealed).index
