"""What a person is told before anything else: that a machine answers, that feelings may be estimated, who wrote what.

The notices are due at the first message, and that of the machine again once a human hands back (EU AI Act Art. 50(1),
GDPR Art. 13); when they are due is decided elsewhere. They are written in every language of the crisis card.
"""

from typing import Literal

import msgspec

from humanely.response.channel import ChannelKind
from humanely.response.phrasebook import phrasebook, served
from humanely.response.situation import Author

NoticeKind = Literal["ai", "ai_again", "estimates"]
"""`ai`: a machine answers; `ai_again`: it does so again after a human; `estimates`: feelings may be estimated, and how
to switch that off."""

_SHORT: frozenset[ChannelKind] = frozenset({"sms", "watch", "voice"})


class Notice(msgspec.Struct, frozen=True):
    """A notice, with the locale of its words after falling back."""

    text: str
    locale: str


def notice(kind: NoticeKind, locale: str, channel: ChannelKind = "chat", *, familiar: bool = False) -> Notice:
    """The words of a notice, short where the channel is; English where it is not written in the person's language.

    >>> notice("ai", "en-GB", "watch")
    Notice(text='This is an AI assistant. You can ask for a human.', locale='en')
    >>> notice("ai", "is").locale
    'en'
    """
    book = phrasebook(served(locale, "notices"), "notices")
    form = "short" if channel in _SHORT else "full"
    return Notice(book.render(kind, form, {}, familiar=familiar), book.locale)


def mark(author: Author, locale: str) -> str:
    """Who wrote a message, in words beside it (EU AI Act Art. 50(2) asks for the machine-readable mark as well).

    >>> mark("ai_draft_human_sent", "en")
    'Drafted by an AI assistant, checked and sent by a human'
    """
    return phrasebook(served(locale, "notices"), "notices").render("author", author, {})
