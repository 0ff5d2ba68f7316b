"""Any other record that holds its messages in a list: flattened into one record a message."""

from collections.abc import Iterator, Mapping
from typing import Any

from humanely.audit.exports.shapes.message import objects
from humanely.audit.exports.words import COLUMN_NAMES, MESSAGE_LISTS, fold

# These belong to a message; a conversation's own are not handed down.
OF_MESSAGE = frozenset(
    name for field in ("speaker", "text", "time", "position", "message_id") for name in COLUMN_NAMES[field]
)
OF_CONVERSATION = frozenset(COLUMN_NAMES["conversation_id"])


def message_list(cells: Mapping[str, Any]) -> str | None:
    """The key under which a record holds its messages, None when it holds none."""
    return next((key for key in cells if key.lower() in MESSAGE_LISTS and objects(cells[key])), None)


def flattened(cells: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """Yield each message with what its conversation says; an ``id`` outside is the conversation's.

    >>> list(flattened({"id": 7, "topic": "bill", "turns": [{"role": "user", "content": "hi"}]}, "turns"))
    [{'topic': 'bill', 'conversation_id': 7, 'role': 'user', 'content': 'hi'}]
    """
    outer = {
        name: value
        for name, value in cells.items()
        if name != key and (fold(name) in OF_CONVERSATION or fold(name) not in OF_MESSAGE)
    }
    if not any(fold(name) in OF_CONVERSATION for name in outer):
        number = next((cells[name] for name in ("id", "_id", "uuid") if name in cells), None)
        if number is not None:
            outer["conversation_id"] = number
    for message in objects(cells[key]):
        yield {**outer, **message}


def is_empty(cells: Mapping[str, Any]) -> bool:
    """True for a conversation whose list of messages is there and empty."""
    return any(key.lower() in MESSAGE_LISTS and value in ([], None) for key, value in cells.items())
