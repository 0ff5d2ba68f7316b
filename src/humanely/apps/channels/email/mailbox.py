"""The mailbox that replies come to, by IMAP."""

import imaplib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from imap_tools import AND, BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted, MailMessage, MailMessageFlags
from imap_tools.errors import ImapToolsError

from humanely.apps.channel_settings import Receiving, Security
from humanely.errors import HumanelyError

TIMEOUT_S = 30.0
AT_ONCE = 10
"""Mails looked at in one visit; all of them are in memory."""
_KINDS: dict[Security, type[MailBox] | type[MailBoxStartTls] | type[MailBoxUnencrypted]] = {
    "tls": MailBox,
    "starttls": MailBoxStartTls,
    "none": MailBoxUnencrypted,
}


class MailboxUnreachable(HumanelyError):
    """The mailbox cannot be looked into."""

    code = "mailbox_unreachable"
    status = 503

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The mailbox cannot be looked into: {why}.",
            fix="It is tried again; check [email.imap] and the password file if this goes on.",
        )


class Unread(msgspec.Struct, frozen=True):
    """A mail nobody has opened.

    Attributes:
        uid: its name within the mailbox.
        source: as it came.
    """

    uid: str
    source: bytes


class _Source(MailMessage):
    """A mail as it came; it is read elsewhere, where one that cannot be read keeps nobody from the others."""

    def __init__(self, fetch_data: list[Any]) -> None:
        self.source, self._raw_uid_data, self._raw_flag_data = self._get_message_data_parts(fetch_data)


class Mailbox:
    """Unread mails; what is none of ours stays unread for whoever else reads there."""

    def __init__(self, settings: Receiving, password: str) -> None:
        self._settings = settings
        self._password = password
        self._left_alone: set[str] = set()

    def unread(self) -> list[Unread]:
        """Those that were not left alone, oldest first.

        Raises:
            MailboxUnreachable: it could not be looked into.
        """
        with self._opened() as box:
            fresh = [uid for uid in box.uids(AND(seen=False)) if uid not in self._left_alone][:AT_ONCE]
            found = box.fetch(AND(uid=fresh), mark_seen=False) if fresh else ()
            return [Unread(str(one.uid), one.source) for one in found if isinstance(one, _Source)]

    def leave(self, uid: str) -> None:
        """Show a mail no more, and leave it unread."""
        self._left_alone.add(uid)

    def done(self, uids: Sequence[str]) -> None:
        """Mark mails as read.

        Raises:
            MailboxUnreachable: they are not marked, and are shown again.
        """
        if uids:
            with self._opened() as box:
                box.flag(list(uids), [MailMessageFlags.SEEN], value=True)

    @contextmanager
    def _opened(self) -> Iterator[BaseMailBox]:
        settings = self._settings
        try:
            box = _KINDS[settings.security](settings.host, settings.port, timeout=TIMEOUT_S)
            try:
                box.login(settings.user, self._password, initial_folder=settings.folder)
            except BaseException:
                box.client.shutdown()
                raise
            box.email_message_class = _Source
            with box:
                yield box
        except (OSError, ImapToolsError, imaplib.IMAP4.error) as error:
            raise MailboxUnreachable(f"{type(error).__name__} with {settings.host}") from None
