"""Real servers for mail, on this machine: one that takes it (SMTP), one in which it is read (IMAP)."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from imap_tools import BaseMailBox, MailBoxUnencrypted

USER, PASSWORD = "help", "for-tests"
STARTS_WITHIN_S = 20.0


class Taken:
    """What an SMTP server took.

    Attributes:
        mails: in order.
        refuses: what it says to every recipient; empty where it takes all.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = ""
        self.port = 0

    async def handle_RCPT(  # noqa: N802  the name is the library's
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse."""
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail."""
        mail = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@contextmanager
def smtp() -> Iterator[Taken]:
    """A server that takes mail until the block ends."""
    taken = Taken()
    controller = Controller(taken, hostname="127.0.0.1", port=free_port())
    controller.start()
    taken.port = controller.port
    try:
        yield taken
    finally:
        controller.stop()


@contextmanager
def imap() -> Iterator[int]:
    """A server with the empty mailbox of one user until the block ends; its port."""
    port = free_port()
    command = [
        *(sys.executable, "-c", "from pymap.main import main; main()"),
        *("--host", "127.0.0.1", "--port", str(port), "--no-tls"),
        *("dict", "--demo-user", USER, "--demo-password", PASSWORD),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _answers(port)
            yield port
        finally:
            process.terminate()


def mailbox(port: int) -> BaseMailBox:
    """The mailbox, opened by somebody else."""
    return MailBoxUnencrypted("127.0.0.1", port).login(USER, PASSWORD)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answers(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError
