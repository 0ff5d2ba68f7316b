"""Mails to holders, to a real server: each once, again where it was not taken, and never where it may not go."""

import asyncio
import datetime as dt
import time
from collections.abc import Callable

import pytest

from humanely.apps.channel_settings import EmailSettings, Sending
from humanely.apps.channels.email import post as sending
from humanely.apps.channels.email.notice_mail import mail
from humanely.apps.channels.email.notices import Notices
from humanely.apps.channels.email.post import MailUnsent
from humanely.apps.site.start import Started
from humanely.credential.design.recipient import Recipient
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import designs, issuing, notices, statuses
from humanely.pipeline.credentials.issuing import Wanted
from tests.apps.channels.email.servers import Taken, free_port
from tests.pipeline.credentials.conftest import FIRST_AID

WITHIN_S = 20.0


class Post:
    """A credential that is offered, and the mails about it."""

    def __init__(self, started: Started, port: int, language: str = "en") -> None:
        self.started = started
        self.settings = EmailSettings(
            address="school@example.org", name="The School", smtp=Sending(host="127.0.0.1", port=port, security="none")
        )
        self.code = started.services.engine.call(lambda _, now: self._offered(now, language)).result()

    def _offered(self, now: dt.datetime, language: str) -> str:
        desk, asked = self.started.services.desk, Asked("", now, agent="reg")
        designs.save(desk, asked, FIRST_AID)
        wanted = Wanted(recipient=Recipient(email="ada@example.org", name="Ada <3", language=language))
        return issuing.issue(desk, asked, issuing.prepare(desk, asked, "first-aid", wanted).id).id

    @property
    def outbox(self) -> Notices:
        """What sends, as it is after each start of the server."""
        return Notices(self.started.services, self.settings, "", self.started.data.root_key, looks_every_s=0.2)

    def tend(self) -> None:
        """Send what is due."""
        asyncio.run(self.outbox.tend(self.code))

    def suspend(self) -> None:
        """Do something more that the holder is told."""
        desk = self.started.services.desk
        self.started.services.engine.call(
            lambda _, now: statuses.suspend(desk, Asked("", now, agent="reg"), self.code, "a note of the team")
        ).result()

    def untold(self) -> list[str]:
        """Why the holder was not told."""
        desk = self.started.services.desk
        found = self.started.services.engine.call(lambda _, now: notices.untold(desk, now, 10_000)).result()
        return [one.why for one in found if one.credential_id == self.code]


def test_a_holder_gets_one_mail_with_their_link(started: Started, post: Taken) -> None:
    held = Post(started, post.port)
    held.tend()
    held.tend()
    (mail,) = post.mails
    assert (mail["To"], mail["Subject"], mail["Auto-Submitted"]) == (
        "ada@example.org",
        "“First aid” is ready for you",
        "auto-generated",
    )
    plain, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert page is not None
    assert "/mine/" in plain.get_content()
    assert "Hello Ada &lt;3," in page.get_content()
    assert held.untold() == []


def test_it_is_in_their_language_and_says_nothing_that_staff_noted(started: Started, post: Taken) -> None:
    held = Post(started, post.port, "de")
    held.suspend()
    held.tend()
    assert [one["Subject"] for one in post.mails] == ["„First aid“ liegt für Sie bereit", "Neues zu „First aid“"]
    body = post.mails[1].get_body(("plain",))
    assert body is not None
    assert "ist ausgesetzt, solange wir etwas klären" in body.get_content()
    assert "a note of the team" not in body.get_content()


def test_after_a_new_start_nothing_is_sent_again(started: Started, post: Taken) -> None:
    held = Post(started, post.port)
    held.tend()
    held.suspend()
    held.tend()
    held.tend()
    assert len(post.mails) == 2


def test_what_broke_off_before_it_was_recorded_comes_again_under_the_same_id(started: Started, post: Taken) -> None:
    held = Post(started, post.port)
    desk = started.services.desk
    letter = started.services.engine.call(lambda _, now: notices.letter(desk, held.code, now)).result()
    assert letter is not None
    sending.send(mail(letter, held.settings, started.data.root_key), held.settings.smtp, "")
    held.tend()
    first, second = post.mails
    assert first["Message-ID"] == second["Message-ID"]


def test_a_server_that_is_away_is_tried_again(started: Started, post: Taken) -> None:
    held = Post(started, free_port())
    with pytest.raises(MailUnsent):
        held.tend()
    assert held.untold() == ["not_sent"]
    held.settings = Post(started, post.port).settings
    held.tend()
    assert len(post.mails) == 1


def test_an_address_that_is_refused_for_good_is_left_to_a_human(started: Started, post: Taken) -> None:
    held = Post(started, post.port)
    post.refuses = "550 no such user"
    held.tend()
    assert (post.mails, held.untold()) == ([], ["refused"])
    post.refuses = ""
    held.tend()
    assert post.mails == []


def test_beside_the_server_it_goes_on_by_itself(started: Started, post: Taken) -> None:
    held = Post(started, post.port)
    asyncio.run(_beside(held, post))
    assert {one["To"] for one in post.mails} == {"ada@example.org"}


async def _beside(held: Post, post: Taken) -> None:
    running = asyncio.create_task(held.outbox.run())
    before = held.untold
    assert await _until(lambda: not before())
    await asyncio.to_thread(held.suspend)
    assert await _until(lambda: not before())
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _until(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + WITHIN_S
    while not await asyncio.to_thread(true) and time.monotonic() < until:
        await asyncio.sleep(0.05)
    return await asyncio.to_thread(true)
