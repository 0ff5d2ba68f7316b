"""Webhooks in the console: made, tried, disabled, and what never arrived sent again."""

import datetime as dt
import html
import re

import httpx
import msgspec
import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send

URL = "https://example.org/hooks?to=us"
ALL = ["turn.*", "handoff.*", "feeling.*", "consent.*"]


@pytest.fixture
def admin(signed_in: SignedIn) -> Client:
    """The browser of an admin."""
    return signed_in(Role.ADMIN)


def made(admin: Client, **fields: str | list[str]) -> httpx.Response:
    return send(admin, "/webhooks", "/webhooks", **{"url": URL, "event": ALL, **fields})


def newest(started: Started) -> str:
    return started.services.webhooks.all()[-1].id


def words_of(page: httpx.Response) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def test_a_webhook_is_made_and_its_secret_shown_once(admin: Client, started: Started) -> None:
    told = made(admin, event=["handoff.*"])
    secret = re.search(r"whsec_[A-Za-z0-9+/=]+", html.unescape(told.text))
    assert secret is not None
    again = admin.get("/webhooks")
    assert "whsec_" not in again.text
    assert "example.org" in again.text
    assert started.services.webhooks.one(newest(started)).events == ("handoff.*",)


@pytest.mark.parametrize("fields", [{"url": "http://example.org/"}, {"event": []}])
def test_what_cannot_be_is_told_and_nothing_filled_in_is_lost(
    admin: Client, fields: dict[str, str | list[str]]
) -> None:
    told = made(admin, **fields)
    assert told.status_code == 422
    assert "The webhook was not made." in told.text
    assert 'value="http' in told.text


def test_one_is_tried_disabled_enabled_and_what_never_arrived_is_sent_again(admin: Client, started: Started) -> None:
    made(admin)
    page = f"/webhooks/{newest(started)}"
    assert send(admin, page, f"{page}/test").headers["location"] == page
    assert "1 on the way, 0 arrived" in words_of(admin.get(page))
    send(admin, page, f"{page}/disable")
    disabled = words_of(admin.get(page))
    assert "webhook.test" in disabled
    assert "the webhook was disabled" in disabled
    send(admin, page, f"{page}/enable")
    (dead,) = started.services.webhooks.deliveries.dead(newest(started))
    send(admin, page, f"{page}/replay", delivery=dead.id)
    assert started.services.webhooks.deliveries.dead(newest(started)) == ()


def test_why_the_last_try_failed_is_said(admin: Client, started: Started) -> None:
    made(admin)
    deliveries, now = started.services.webhooks.deliveries, dt.datetime.now(dt.UTC)
    letter = deliveries.test(newest(started), now)
    deliveries.settle([msgspec.structs.replace(letter, attempts=1, status=503, fault="answered 503")])
    said = "the receiver answered 503"
    assert [said in words_of(admin.get(page)) for page in ("/webhooks", f"/webhooks/{newest(started)}")] == [True, True]


def test_all_that_never_arrived_is_sent_again(admin: Client, started: Started) -> None:
    made(admin)
    page = f"/webhooks/{newest(started)}"
    send(admin, page, f"{page}/test")
    send(admin, page, f"{page}/test")
    send(admin, page, f"{page}/disable")
    send(admin, page, f"{page}/enable")
    send(admin, page, f"{page}/replay")
    assert started.services.webhooks.deliveries.counts()[newest(started)] == {"waiting": 2}


def test_a_secret_is_rotated_and_shown_once(admin: Client, started: Started) -> None:
    made(admin)
    page = f"/webhooks/{newest(started)}"
    told = send(admin, page, f"{page}/rotate")
    assert "whsec_" in told.text
    assert "whsec_" not in admin.get(page).text


def test_a_webhook_that_is_not_there_is_said_so(admin: Client) -> None:
    told = admin.get("/webhooks/0000")
    assert told.status_code == 404
    assert "There is no such webhook." in told.text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_else_sees_them(signed_in: SignedIn, role: Role) -> None:
    assert signed_in(role).get("/webhooks").status_code == 403


@pytest.mark.parametrize("locale", ["de", "es", "fr"])
def test_the_pages_speak_the_members_language(signed_in: SignedIn, started: Started, locale: str) -> None:
    admin = signed_in(Role.ADMIN, locale=locale)
    made(admin)
    page = f"/webhooks/{newest(started)}"
    send(admin, page, f"{page}/test")
    send(admin, page, f"{page}/disable")
    shown = [admin.get(page), admin.get("/webhooks")]
    assert [one.status_code for one in shown] == [200, 200]
    assert f'lang="{locale}"' in shown[0].text
