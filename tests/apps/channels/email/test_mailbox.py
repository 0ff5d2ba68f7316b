"""The mailbox that replies come to, on a real IMAP server."""

from collections.abc import Iterator

import pytest

from humanely.apps.channel_settings import Receiving
from humanely.apps.channels.email.mailbox import Mailbox, MailboxUnreachable
from tests.apps.channels.email.servers import PASSWORD, USER, free_port, imap, mailbox

pytest.importorskip("pymap", reason="needs pymap, an IMAP server: pip install pymap")

ONE, OTHER = (
    b"From: ada@example.org\r\nSubject: one\r\n\r\nHello\r\n",
    b"From: eve@example.net\r\nSubject: two\r\n\r\nHi\r\n",
)


def _mailbox(port: int, password: str = PASSWORD) -> Mailbox:
    files = {"password_file": "imap"}
    return Mailbox(Receiving(host="127.0.0.1", port=port, security="none", user=USER, **files), password)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Of an IMAP server."""
    with imap() as running:
        yield running


@pytest.fixture
def filled(port: int) -> int:
    """The same, with two unread mails."""
    with mailbox(port) as box:
        box.delete(box.uids())
        box.append(ONE, "INBOX")
        box.append(OTHER, "INBOX")
    return port


def test_unread_mails_are_shown_until_they_are_done(filled: int) -> None:
    ours = _mailbox(filled)
    first, second = ours.unread()
    assert (b"Subject: one" in first.source, b"Subject: two" in second.source) == (True, True)
    ours.done([first.uid])
    assert [one.uid for one in ours.unread()] == [second.uid]


def test_what_is_left_alone_stays_unread_for_others_and_is_not_shown_again(filled: int) -> None:
    ours = _mailbox(filled)
    first, _ = ours.unread()
    ours.leave(first.uid)
    assert first.uid not in [one.uid for one in ours.unread()]
    assert first.uid in [one.uid for one in _mailbox(filled).unread()]


def test_a_wrong_password_is_said(port: int) -> None:
    with pytest.raises(MailboxUnreachable, match="password file"):
        _mailbox(port, "wrong").unread()


def test_a_server_that_is_away_is_said() -> None:
    with pytest.raises(MailboxUnreachable, match="ConnectionRefusedError"):
        _mailbox(free_port()).unread()


def test_a_mail_is_given_on_as_it_came_and_not_taken_apart(filled: int) -> None:
    odd = b"From: ada@example.org\r\nSubject: \xff\xfe\r\n\r\n\xff\r\n"
    with mailbox(filled) as box:
        box.delete(box.uids())
        box.append(odd, "INBOX")
    assert [one.source for one in _mailbox(filled).unread()] == [odd]
