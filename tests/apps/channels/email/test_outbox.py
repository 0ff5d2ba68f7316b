"""What goes out by mail."""

import datetime as dt
from pathlib import Path

import pytest

from humanely.apps.channels.email.outbox import MOST_UNASKED
from humanely.apps.channels.email.post import MailUnsent
from humanely.apps.site.start import Started, Where, start
from humanely.pipeline.handoffs import handoff
from tests.apps.channels.email.desk import ADA, ASKS, HELP, Desk, done, reply
from tests.apps.channels.email.servers import Taken, free_port


def _plain(post: Taken, at: int = -1) -> str:
    body = post.mails[at].get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def _html(post: Taken) -> str:
    body = post.mails[-1].get_body(("html",))
    assert body is not None
    return str(body.get_content())


def test_what_a_human_writes_reaches_whoever_is_gone_once(desk: Desk, post: Taken) -> None:
    desk.answers("Hello Ada, your parcel arrives tomorrow.")
    desk.tend()
    desk.tend()
    assert len(post.mails) == 1
    assert "your parcel arrives tomorrow" in _plain(post)
    assert "Written by a human" in _plain(post)
    assert (post.mails[0]["To"], post.mails[0]["From"]) == (ADA, f"The Shop <{HELP}>")
    assert "Auto-Submitted" not in post.mails[0]


def test_html_says_the_same_and_nothing_in_it_is_markup_of_others(desk: Desk, post: Taken) -> None:
    desk.answers("Use <b>this</b> & that.")
    desk.tend()
    assert "Use &lt;b&gt;this&lt;/b&gt; &amp; that." in _html(post)


def test_who_wrote_a_moment_ago_is_taken_to_be_there(started: Started, post: Taken) -> None:
    desk = Desk(started, post.port, away_s=300)
    desk.says(ASKS)
    desk.leaves()
    desk.answers("I am here.")
    desk.tend()
    assert (post.mails, desk.outbox.waiting) == ([], {desk.name})


def test_who_writes_again_where_they_were_gets_no_mail_of_what_they_saw(desk: Desk, post: Taken) -> None:
    desk.answers("I am here.")
    desk.says("Thank you, I see it.")
    desk.tend()
    assert post.mails == []
    assert "withheld" in desk.results()


def test_without_an_address_nothing_is_sent(started: Started, post: Taken) -> None:
    desk = Desk(started, post.port)
    desk.says(ASKS)
    desk.answers("I am here.")
    desk.tend()
    assert post.mails == []


def test_what_the_assistant_says_in_a_chat_is_not_mailed(desk: Desk, post: Taken) -> None:
    desk.says("Hello, are you there?")
    desk.tend()
    assert post.mails == []


def test_mails_of_one_conversation_are_one_thread(mailed: Desk, post: Taken) -> None:
    mailed.answers("It is in the van now.")
    mailed.tend()
    first, second = post.mails
    assert second["In-Reply-To"] == first["Message-ID"]
    assert second["References"] == first["Message-ID"]
    assert second["Subject"] == f"Re: {first['Subject']}"


def test_what_the_assistant_answers_to_a_mail_is_marked_as_automatic_and_its_own(mailed: Desk, post: Taken) -> None:
    mailed.gives_back()
    assert mailed.take(reply(post.mails[0], "Hello, where is my other order?"))
    mailed.tend()
    assert post.mails[-1]["Auto-Submitted"] == "auto-replied"
    assert "Written by an AI assistant" in _plain(post)


def test_an_address_that_is_refused_for_good_gets_no_more(desk: Desk, post: Taken) -> None:
    post.refuses = "550 no such user"
    desk.answers("Hello Ada.")
    desk.tend()
    assert desk.results()[-1] == "refused"
    assert desk.address() == ""


def test_a_mail_that_is_not_taken_now_is_sent_later_once(desk: Desk, post: Taken) -> None:
    desk.answers("Hello Ada.")
    post.refuses = "450 try again"
    with pytest.raises(MailUnsent):
        desk.tend()
    post.refuses = ""
    desk.tend()
    desk.tend()
    assert len(post.mails) == 1


def test_a_server_that_is_away_is_said_to_be(started: Started) -> None:
    desk = Desk(started, free_port())
    desk.says(ASKS)
    desk.leaves()
    desk.answers("Hello Ada.")
    with pytest.raises(MailUnsent, match=r"ConnectionRefusedError with 127\.0\.0\.1"):
        desk.tend()


def test_an_address_left_again_and_again_is_not_flooded(tmp_path: Path, post: Taken) -> None:
    started = start(Where(folder=tmp_path))
    outbox = Desk(started, post.port).outbox
    desks = [Desk(started, post.port) for _ in range(MOST_UNASKED + 2)]
    for desk in desks:
        desk.says(ASKS)
        desk.leaves("Somebody.Else@example.org")
    later = dt.timedelta(hours=20)
    started.services.engine.call(lambda one, now: handoff.due(one, now + later)).result()
    for desk in desks:
        done(outbox.tend(desk.name))
    assert len(post.mails) == MOST_UNASKED
    assert [desk.results()[-1] for desk in desks] == ["sent"] * MOST_UNASKED + ["withheld"] * 2
    started.services.engine.stop()
    started.close()
