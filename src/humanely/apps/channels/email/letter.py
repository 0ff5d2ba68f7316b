"""A mail to a person: what was said, who wrote it, how to answer, and how to get no more."""

import datetime as dt
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from html import escape

import msgspec

from humanely.apps.channel_settings import EmailSettings
from humanely.apps.channels.email.thread import Thread, message_id, stop_subject
from humanely.apps.channels.email.words import Around, around
from humanely.apps.channels.outgoing import Words
from humanely.response.notices import mark
from humanely.trust.root_key import RootKey


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail says, and to whom.

    Attributes:
        to: address of the person.
        locale: of the words around it.
        earlier: Message-IDs of our mails in this conversation, oldest first.
        now: aware, in UTC.
    """

    to: str
    words: Words
    locale: str
    thread: Thread
    now: dt.datetime
    earlier: Sequence[str] = ()


def mail(letter: Letter, settings: EmailSettings, root_key: RootKey) -> EmailMessage:
    """The mail, as plain text and as simple HTML."""
    said, found = around(letter.locale), EmailMessage()
    found["From"] = formataddr((settings.name, settings.address))
    found["To"] = letter.to
    found["Subject"] = f"Re: {said.subject}" if letter.earlier else said.subject
    found["Date"] = format_datetime(letter.now)
    found["Message-ID"] = message_id(letter.thread, settings.address, root_key)
    if letter.earlier:
        found["In-Reply-To"] = letter.earlier[-1]
        found["References"] = " ".join(letter.earlier)
    if not letter.words.by_team:
        found["Auto-Submitted"] = "auto-replied"
    found["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    found["List-Unsubscribe"] = _stop_address(letter, settings, root_key)
    found["Content-Language"] = letter.locale
    found.set_content(_plain(letter, said))
    found.add_alternative(_html(letter, said), subtype="html")
    return found


def _stop_address(letter: Letter, settings: EmailSettings, root_key: RootKey) -> str:
    return f"<mailto:{settings.address}?subject={stop_subject(letter.thread, root_key).replace(' ', '%20')}>"


def _mark(letter: Letter) -> str:
    """Who wrote it (EU AI Act Art. 50(2))."""
    return mark(letter.words.lines[-1].author, letter.locale)


def _intro(letter: Letter, said: Around) -> str:
    return f"{said.hello}\n{said.human if letter.words.by_team else said.assistant}"


def _plain(letter: Letter, said: Around) -> str:
    parts = (said.above, _intro(letter, said), letter.words.text, f"({_mark(letter)})", "-- ")
    return "\n\n".join(parts) + f"\n{said.reply}\n{said.stop}\n"


def _html(letter: Letter, said: Around) -> str:
    def block(text: str, style: str = "") -> str:
        return f"<p{style}>{escape(text).replace(chr(10), '<br>')}</p>"

    quiet = ' style="color:#666;font-size:90%"'
    paragraphs = [block(one) for one in letter.words.text.split("\n\n")]
    body = (
        block(said.above, quiet),
        block(_intro(letter, said)),
        *paragraphs,
        block(_mark(letter), quiet),
        "<hr>",
        block(f"{said.reply}\n{said.stop}", quiet),
    )
    return f'<!doctype html><html lang="{escape(letter.locale)}"><body>{"".join(body)}</body></html>'
