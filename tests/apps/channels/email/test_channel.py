"""E-mail beside a server: out when a human answers, in when the person replies, out again."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from humanely.apps.channel_settings import EmailSettings, Receiving
from humanely.apps.channels.email.channel import EmailChannel
from humanely.apps.channels.email.secrets import Passwords
from humanely.apps.site.start import Started, Where, start
from tests.apps.channels.email.desk import ASKS, Desk, reply
from tests.apps.channels.email.servers import PASSWORD, USER, Taken, imap, mailbox

pytest.importorskip("pymap", reason="needs pymap, an IMAP server: pip install pymap")

WITHIN_S = 20.0


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Started]:
    """A server of its own, because it is told to stop."""
    (tmp_path / "settings.toml").write_text("noticed = true\n", encoding="utf-8")
    opened = start(Where(folder=tmp_path))
    yield opened
    opened.services.engine.stop()
    opened.close()


def test_a_conversation_goes_on_by_mail(alone: Started, post: Taken) -> None:
    with imap() as port:
        desk = Desk(alone, post.port)
        desk.says(ASKS)
        desk.leaves()
        asyncio.run(_journey(alone, desk, post, port))
    assert desk.said() == [ASKS, "Hello, where is my other order?"]
    assert [one["Auto-Submitted"] for one in post.mails] == [None, "auto-replied"]


async def _journey(alone: Started, desk: Desk, post: Taken, port: int) -> None:
    channel = EmailChannel(alone.services, _settings(desk, port), Passwords(imap=PASSWORD), alone.data.root_key)
    running = asyncio.create_task(channel.run())
    await asyncio.sleep(0.5)
    await asyncio.to_thread(desk.answers, "Hello Ada, it arrives tomorrow.")
    assert await _until(lambda: len(post.mails) == 1)
    await asyncio.to_thread(desk.gives_back)
    await asyncio.to_thread(_receives, port, reply(post.mails[0], "Hello, where is my other order?").as_bytes())
    assert await _until(lambda: len(post.mails) == 2)
    alone.services.stopping.set()
    await running


def _settings(desk: Desk, port: int) -> EmailSettings:
    files = {"password_file": "imap"}
    box = Receiving(host="127.0.0.1", port=port, security="none", user=USER, **files)
    return msgspec.structs.replace(desk.settings, imap=box, poll_s=0.3)


def _receives(port: int, mail: bytes) -> None:
    with mailbox(port) as box:
        box.append(mail, "INBOX")


async def _until(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + WITHIN_S
    while not true() and time.monotonic() < until:
        await asyncio.sleep(0.05)
    return true()
