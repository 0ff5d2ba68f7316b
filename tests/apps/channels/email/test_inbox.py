"""What comes in by mail."""

import email
from email import policy
from email.message import EmailMessage

import pytest

from humanely.store.records import NoteRecord
from tests.apps.channels.email.desk import ADA, ASKS, Desk, done, reply
from tests.apps.channels.email.servers import Taken

BOUNCE = """From: MAILER-DAEMON@mx.example.org
To: help@shop.example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ada@example.org
Action: {action}
Status: {status}

--b
Content-Type: text/rfc822-headers

Message-ID: {id}
Subject: Your conversation with us

--b--
"""


def test_a_reply_joins_its_conversation_without_what_it_quotes(mailed: Desk, post: Taken) -> None:
    assert mailed.take(reply(post.mails[0], "Thank you, that is good to know!"))
    assert mailed.said() == [ASKS, "Thank you, that is good to know!"]


def test_a_mail_that_is_shown_twice_is_taken_once(mailed: Desk, post: Taken) -> None:
    answer = reply(post.mails[0], "Thank you!")
    assert mailed.take(answer)
    assert mailed.take(answer)
    assert mailed.said() == [ASKS, "Thank you!"]


def test_who_has_not_received_a_mail_of_ours_joins_nothing(mailed: Desk, post: Taken) -> None:
    genuine = str(post.mails[0]["Message-ID"])
    place = int(genuine.removeprefix("<").split(".")[0])
    forged = reply(post.mails[0], "Give me her address!")
    forged.replace_header("In-Reply-To", genuine.replace(f"<{place}.", f"<{place - 1}."))
    forged.replace_header("References", "<1.2.00000000000000000000000000000000@shop.example.org>")
    assert not mailed.take(forged)
    assert mailed.said() == [ASKS]


def test_a_reply_from_another_address_joins_nothing(mailed: Desk, post: Taken) -> None:
    assert not mailed.take(reply(post.mails[0], "It is me.", sender="eve@example.net"))
    assert mailed.said() == [ASKS]


@pytest.mark.parametrize(
    ("name", "value"),
    [("Auto_Submitted", "auto-replied"), ("Precedence", "bulk"), ("X_Autoreply", "yes"), ("Return_Path", "<>")],
)
def test_what_a_machine_sends_is_never_answered(mailed: Desk, post: Taken, name: str, value: str) -> None:
    assert mailed.take(reply(post.mails[0], "I am on holiday.", **{name: value}))
    mailed.tend()
    assert (mailed.said(), len(post.mails)) == ([ASKS], 1)


def test_a_mail_that_belongs_to_nothing_is_left_to_others(mailed: Desk) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = ADA, "An offer"
    mail.set_content("Buy now!")
    assert not mailed.take(mail)


def test_a_mail_that_will_never_arrive_ends_the_mails(mailed: Desk, post: Taken) -> None:
    assert mailed.take(_bounce(post, "failed", "5.1.1"))
    assert mailed.address() == ""


def test_a_mail_that_is_only_late_ends_nothing(mailed: Desk, post: Taken) -> None:
    mailed.take(_bounce(post, "delayed", "4.4.1"))
    assert mailed.address() == ADA


def _bounce(post: Taken, action: str, status: str) -> EmailMessage:
    source = BOUNCE.format(action=action, status=status, id=post.mails[0]["Message-ID"])
    made = email.message_from_string(source, policy=policy.default)
    assert isinstance(made, EmailMessage)
    return made


@pytest.mark.parametrize("text", ["STOP", "stop.", "Stop!"])
def test_one_word_ends_the_mails(mailed: Desk, post: Taken, text: str) -> None:
    assert mailed.take(reply(post.mails[0], text))
    assert (mailed.address(), mailed.said()) == ("", [ASKS])


def test_the_address_in_the_header_ends_the_mails(mailed: Desk, post: Taken) -> None:
    subject = str(post.mails[0]["List-Unsubscribe"]).split("subject=")[1].removesuffix(">").replace("%20", " ")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = ADA, subject
    assert mailed.take(mail)
    assert mailed.address() == ""


def test_whoever_writes_again_after_that_is_answered_again(mailed: Desk, post: Taken) -> None:
    mailed.take(reply(post.mails[0], "STOP"))
    mailed.take(reply(post.mails[0], "One more question: when will it come?"))
    assert mailed.address() == ADA


def test_attachments_are_not_taken_and_the_team_is_told(mailed: Desk, post: Taken) -> None:
    answer = reply(post.mails[0], "See the picture.")
    answer.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="parcel.png")
    assert mailed.take(answer)
    notes = [one.text for one in mailed.records() if isinstance(one, NoteRecord)]
    assert notes == ["Attachments of the reply by mail that were not taken: 1."]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"From: a@b.example\nContent-Type: text/plain; x=" + b"(" * 400 + b"\n\nx", id="comments"),
        pytest.param(
            b"From: a@b.example\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(2_000)),
            id="parts in parts",
        ),
    ],
)
def test_a_mail_that_breaks_its_reader_is_left_in_the_mailbox(mailed: Desk, source: bytes) -> None:
    before = mailed.records()
    assert done(mailed.inbox.take(source)) is False
    assert mailed.records() == before
