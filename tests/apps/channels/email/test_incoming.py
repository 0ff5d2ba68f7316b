"""Mails as they come, good and bad."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.channels.email.incoming import read

WHOLE = b"""From: Ada <ada@example.org>
To: help@shop.example.org
Subject: Re: Your conversation with us
Message-ID: <1@example.org>
In-Reply-To: <2.3.4@shop.example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/html; charset=utf-8

<p>Thank you &amp; bye</p><blockquote>On Mon, somebody wrote</blockquote>
--b--
"""
MUSEUM = {
    "empty": b"",
    "no_header_ends": b"From: =?utf-8?q?=ff=fe?= <",
    "address_breaks_off": b"From: Ada <\nSubject: hello\n\nhello",
    "charset_unknown": b"From: a@b.c\nContent-Type: text/plain; charset=klingon\n\nhello",
    "charset_wrong": b"From: a@b.c\nContent-Type: text/plain; charset=ascii\n\n\xff\xfe",
    "base64_broken": b"From: a@b.c\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%",
    "type_broken": b"From: a@b.c\nContent-Type: ;;;=\n\nhello",
    "disposition_broken": b"From: a@b.c\nContent-Disposition: =;\n\nhello",
    "boundary_missing": b"From: a@b.c\nContent-Type: multipart/mixed\n\nhello",
    "report_without_parts": b"From: a@b.c\nContent-Type: multipart/report; boundary=b\n\nhello",
    "message_without_end": b"From: a@b.c\nContent-Type: message/rfc822\n\n",
    "id_broken": b"From: a@b.c\nMessage-ID: <\nIn-Reply-To: <<>\n\nhello",
}


@pytest.mark.parametrize("source", MUSEUM.values(), ids=MUSEUM.keys())
def test_what_is_hardly_a_mail_is_read_as_far_as_it_goes(source: bytes) -> None:
    assert isinstance(read(source).text, str)


@given(cut=st.integers(0, len(WHOLE)), inserted=st.binary(max_size=40))
def test_no_mail_breaks_the_reading(cut: int, inserted: bytes) -> None:
    assert isinstance(read(WHOLE[:cut] + inserted + WHOLE[cut:]).text, str)


@given(
    name=st.sampled_from(["From", "Content-Type", "Message-ID", "References", "Content-Disposition", "Precedence"]),
    value=st.binary(max_size=60),
)
def test_no_header_breaks_the_reading(name: str, value: bytes) -> None:
    assert isinstance(read(name.encode() + b": " + value + b"\n" + WHOLE).text, str)


def test_of_html_alone_the_words_are_read() -> None:
    assert read(WHOLE).text.startswith("Thank you & bye")


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Type: text/plain; " + b"a=b; " * 20_000,
        b"Content-Disposition: attachment; " + b"a*0=b; " * 20_000,
        b"From: " + b"a," * 50_000,
        b"From: " + b"(" * 50_000,
    ],
    ids=["type", "disposition", "addresses", "comments"],
)
def test_a_header_without_end_is_left_out_and_takes_no_time(header: bytes) -> None:
    began = time.process_time()
    assert read(header + b"\nMessage-ID: <1@example.org>\n\nHello").id == "<1@example.org>"
    assert time.process_time() - began < 1
