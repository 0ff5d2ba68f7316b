"""A mail that came in, read: what it answers, whether a machine sent it, and what a person wrote.

Source: RFC 3834 (automatic responses), RFC 3464 (delivery reports), RFC 5322 (threading).
"""

import email
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from email.utils import parseaddr

import msgspec

from humanely.apps.channels.email.quoted import own_words
from humanely.audit.exports.shapes.markup import text_of

LONGEST = 20_000
"""Characters of a mail that are read."""
LONGEST_SOURCE = 1 << 20
"""Bytes of a mail that are taken apart: words come first, and what follows them is not read."""
LONGEST_HEADER = 10_000
"""Characters of a header; the library takes minutes over longer ones that somebody has thought out."""
_MACHINES = frozenset({"bulk", "junk", "list", "auto_reply"})
_AUTOMATIC = ("x-autoreply", "x-autorespond", "x-auto-reply", "list-id", "list-unsubscribe", "feedback-id")
_SENDERS = ("mailer-daemon@", "postmaster@", "noreply@", "no-reply@", "donotreply@")


class _Bounded(EmailPolicy):
    """The library's policy of today, without headers that are too long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value if len(value) <= LONGEST_HEADER else ""


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """A mail as far as it matters here.

    Attributes:
        id: its Message-ID; empty where it has none.
        sender: address, in lower case.
        answers: the headers that name the mails it answers.
        text: what the sender wrote, without quotations.
        attachments: how many; none is read.
        is_automatic: a machine sent it, so no machine answers.
        returned: headers of mails of ours that did not arrive, where this reports one for good.
    """

    id: str
    sender: str
    subject: str
    answers: tuple[str, ...]
    text: str
    attachments: int = 0
    is_automatic: bool = False
    returned: tuple[str, ...] = ()


def read(source: bytes) -> Mail:
    """Read a mail; what cannot be read of it is left out.

    Raises:
        Exception: whatever the library stumbles over in a mail that somebody has thought out.
    """
    parsed = email.message_from_bytes(source[:LONGEST_SOURCE], policy=_Bounded())
    assert isinstance(parsed, EmailMessage)  # noqa: S101  the policy makes it one
    sender = parseaddr(_header(parsed, "from"))[1].lower()
    return Mail(
        id=_header(parsed, "message-id"),
        sender=sender,
        subject=_header(parsed, "subject"),
        answers=tuple(_header(parsed, name) for name in ("in-reply-to", "references")),
        text=own_words(_text(parsed))[:LONGEST],
        attachments=sum(1 for _ in _attached(parsed)),
        is_automatic=_is_automatic(parsed, sender),
        returned=tuple(_returned(parsed)),
    )


def _header(parsed: EmailMessage, name: str) -> str:
    try:
        return str(parsed.get(name, "")).replace("\n", " ").strip()
    except (ValueError, IndexError, AttributeError, TypeError):  # what senders make of headers, the library cannot take
        return ""


def _text(parsed: EmailMessage) -> str:
    try:
        body = parsed.get_body(preferencelist=("plain", "html"))
        content = body.get_content() if body is not None else ""
    except (KeyError, LookupError, ValueError, AttributeError):
        return ""
    if not isinstance(content, str):
        return ""
    return text_of(content) if body is not None and body.get_content_subtype() == "html" else content


def _attached(parsed: EmailMessage) -> Iterator[None]:
    for part in parsed.walk():
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() in {"image", "audio", "video"}:
            yield None


def _is_automatic(parsed: EmailMessage, sender: str) -> bool:
    submitted = _header(parsed, "auto-submitted").lower() or "no"
    return (
        not submitted.startswith("no")
        or _header(parsed, "precedence").lower() in _MACHINES
        or parsed.get_content_type() == "multipart/report"
        or _header(parsed, "return-path") == "<>"
        or any(name in parsed for name in _AUTOMATIC)
        or sender.startswith(_SENDERS)
        or not sender
    )


def _returned(parsed: EmailMessage) -> Iterator[str]:
    """Message-IDs in a report that a mail will never arrive."""
    if parsed.get_content_type() != "multipart/report" or not _is_final(parsed):
        return
    for part in parsed.walk():
        if part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
            inner = part.get_payload()
            original = inner[0] if isinstance(inner, list) and inner else email.message_from_string(str(inner))
            yield str(original["message-id"] or "") if isinstance(original, Message) else ""


def _is_final(parsed: EmailMessage) -> bool:
    """The report says failed, or a status of class 5."""
    for part in parsed.walk():
        if part.get_content_type() == "message/delivery-status":
            told = part.as_string().lower()
            return "action: failed" in told or "\nstatus: 5" in told
    return False
