"""The mail that a notice to the holder of a credential goes in."""

from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from html import escape

from humanely.apps.channel_settings import EmailSettings
from humanely.pipeline.credentials.notices import Letter
from humanely.trust.root_key import RootKey

_MAC_DIGITS = 32


def mail(letter: Letter, settings: EmailSettings, root_key: RootKey) -> EmailMessage:
    """The mail, as plain text and as simple HTML.

    The same notice has the same Message-ID, so that a mailbox that got it twice, since this server broke off in
    between, can show it once.
    """
    found = EmailMessage()
    found["From"] = formataddr((settings.name, settings.address))
    found["To"] = letter.to
    found["Subject"] = " ".join(letter.subject.split())
    found["Date"] = format_datetime(letter.notice.at)
    found["Message-ID"] = _id(letter, settings, root_key)
    found["Auto-Submitted"] = "auto-generated"
    found["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    found["Content-Language"] = letter.locale
    found.set_content("\n\n".join(letter.paragraphs) + "\n")
    found.add_alternative(_html(letter), subtype="html")
    return found


def _id(letter: Letter, settings: EmailSettings, root_key: RootKey) -> str:
    name = f"notice:{letter.credential_id} {letter.notice.kind} {letter.notice.place}"
    return f"<notice.{root_key.pseudonym(name)[:_MAC_DIGITS]}@{settings.address.rpartition('@')[2]}>"


def _html(letter: Letter) -> str:
    link = f'<a href="{escape(letter.link)}">{escape(letter.link)}</a>'
    body = "".join(
        f"<p>{escape(one).replace(chr(10), '<br>').replace(escape(letter.link), link)}</p>" for one in letter.paragraphs
    )
    return f'<!doctype html><html lang="{escape(letter.locale)}"><body>{body}</body></html>'
