"""People who say things, for tests of what is kept of them."""

import datetime as dt

from humanely.store.log.act import Act, Answered, Unit
from humanely.trust.retention import Kind as Keep
from humanely.trust.root_key import RootKey

ROOT = RootKey(bytes(range(32)))
NOW = dt.datetime(2026, 11, 22, 4, 3, 8, 123456, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=5)


def said(
    words: bytes,
    person: str = "ada",
    conversation: str = "c-1",
    *,
    in_crisis: bool = False,
    keep: Keep | None = Keep.MESSAGE,
) -> Act:
    """A turn of a person, as an act."""
    return Act(
        kind="estimate",
        payload=words,
        keep=keep,
        person=person,
        conversation=conversation,
        in_crisis=in_crisis,
    )


def unit(
    *words: bytes, known: int = -1, person: str = "ada", conversation: str = "c-1", keep: Keep | None = Keep.MESSAGE
) -> Unit:
    """Turns of one person that are recorded together."""
    acts = tuple(said(each, person, conversation, keep=keep) for each in words)
    return Unit(acts=acts, conversation=conversation, known=known)


def answered(key: str = "k-1", body: bytes = b"We are on it.", person: str | None = "ada", known: int = -1) -> Unit:
    """A turn whose answer is kept for a repeated request."""
    return Unit(
        acts=(said(b"Where is it?"),),
        conversation="c-1",
        known=known,
        answered=Answered(key, b"f" * 32, person, body),
    )
