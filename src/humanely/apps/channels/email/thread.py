"""Which conversation a mail belongs to: by the ids of ours it answers, which nobody else can make.

An id of ours names the act by which the person left their address, and the act whose words the mail carries, under a
MAC. Whoever has not received a mail of ours cannot put one into somebody's conversation.
"""

import hmac
import re
from collections.abc import Iterable

import msgspec

from humanely.trust.root_key import RootKey

_MAC_DIGITS = 32
_LONGEST_PLACE = 18
_ID = re.compile(
    rf"<(\d{{1,{_LONGEST_PLACE}}})\.(\d{{1,{_LONGEST_PLACE}}})\.([0-9a-f]{{{_MAC_DIGITS}}})@[^<>\s]+>", re.ASCII
)
_STOP = re.compile(
    rf"^\s*stop\s+(\d{{1,{_LONGEST_PLACE}}})\.(\d{{1,{_LONGEST_PLACE}}})\.([0-9a-f]{{{_MAC_DIGITS}}})\s*$",
    re.ASCII | re.IGNORECASE,
)


class Thread(msgspec.Struct, frozen=True):
    """What a mail of ours was about.

    Attributes:
        contact: place of the act by which the address was left.
        of: place of the act whose words it carried.
    """

    contact: int
    of: int


def message_id(thread: Thread, address: str, root_key: RootKey) -> str:
    """The Message-ID of a mail."""
    return f"<{_token(thread, root_key)}@{address.rpartition('@')[2]}>"


def stop_subject(thread: Thread, root_key: RootKey) -> str:
    """The subject of a mail that asks for no more."""
    return f"stop {_token(thread, root_key)}"


def thread_of(headers: Iterable[str], root_key: RootKey) -> Thread | None:
    """What a mail answers, of all ids its headers name; None where none of them is ours.

    >>> ours = message_id(Thread(4, 7), "help@example.org", root := RootKey(bytes(32)))
    >>> thread_of(["<other@example.com> " + ours], root)
    Thread(contact=4, of=7)
    >>> thread_of([ours.replace("<4", "<5")], root)
    """
    found = (match for header in headers for match in _ID.finditer(header))
    genuine = (_genuine(match, root_key) for match in found)
    return next((one for one in genuine if one is not None), None)


def stopped(subject: str, root_key: RootKey) -> Thread | None:
    """Whose mails are to end, by the subject that `stop_subject` made; None where it is another subject."""
    match = _STOP.match(subject)
    return _genuine(match, root_key) if match else None


def _genuine(match: re.Match[str], root_key: RootKey) -> Thread | None:
    thread = Thread(int(match[1]), int(match[2]))
    return thread if hmac.compare_digest(_mac(thread, root_key), match[3].lower()) else None


def _token(thread: Thread, root_key: RootKey) -> str:
    return f"{thread.contact}.{thread.of}.{_mac(thread, root_key)}"


def _mac(thread: Thread, root_key: RootKey) -> str:
    return root_key.pseudonym(f"email thread:{thread.contact}.{thread.of}")[:_MAC_DIGITS]
