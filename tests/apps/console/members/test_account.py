"""One's own account: password, codes, sessions, language."""

import datetime as dt
import re

import pyotp
import pytest

from humanely.apps.site.start import Started
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION, send, token_in
from tests.apps.console.members.test_sign_in import WORDS, WRONG, browser, member, with_codes

__all__ = ["browser"]

OTHER = "quite other words in a row"


@pytest.fixture
def signed(browser: Client, started: Started, request: pytest.FixtureRequest) -> Client:
    """The browser of a member of their own, signed in."""
    login = request.node.name
    member(started, login)
    send(browser, "/sign-in", "/sign-in", login=login, password=WORDS)
    return browser


def who(browser: Client, started: Started) -> str:
    found = started.services.staff.session(browser.cookies[SESSION], dt.datetime.now(dt.UTC))
    assert found is not None
    return found.login


def secret_in(page: str) -> str:
    found = re.search(r'name="secret" value="([A-Z2-7]{32})"', page)
    assert found is not None
    return found[1]


def test_another_password_ends_the_other_sessions_and_keeps_this_one(signed: Client, started: Started) -> None:
    login, before = who(signed, started), signed.cookies[SESSION]
    told = send(signed, "/account", "/account/password", old=WORDS, new=OTHER)
    assert told.headers["location"] == "/account"
    assert "Your password was changed." in signed.get("/account").text
    assert signed.cookies[SESSION] != before
    assert started.services.staff.session(before, dt.datetime.now(dt.UTC)) is None
    assert who(signed, started) == login


def test_without_the_old_password_nothing_changes(signed: Client) -> None:
    told = send(signed, "/account", "/account/password", old=WRONG, new=OTHER)
    assert (told.status_code, "The login or the password is not right." in told.text) == (401, True)


def test_codes_are_set_once_the_app_has_shown_one(signed: Client, started: Started) -> None:
    page = signed.get("/account/codes")
    assert 'src="data:image/svg+xml' in page.text
    given = {"csrf": token_in(page), "secret": secret_in(page.text)}
    refused = signed.post("/account/codes", data={**given, "code": "12345"})
    assert (refused.status_code, secret_in(refused.text)) == (401, given["secret"])
    told = signed.post("/account/codes", data={**given, "code": pyotp.TOTP(given["secret"]).now()})
    assert len(re.findall(r"^(?:<pre.*>)?(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$", told.text, re.MULTILINE)) == 10
    assert started.services.staff.named(who(signed, started)).has_code


def test_a_secret_of_one_s_own_making_is_not_taken(signed: Client) -> None:
    told = send(signed, "/account/codes", "/account/codes", secret="AAAA", code="123456")  # noqa: S106
    assert (told.status_code, "damaged" in told.text) == (422, True)


def test_codes_go_with_the_password_only(browser: Client, started: Started) -> None:
    recovery = with_codes(started, "coda")
    asked = send(browser, "/sign-in", "/sign-in", login="coda", password=WORDS)
    ticket = asked.text.split('name="ticket" value="')[1].split('"')[0]
    browser.post("/sign-in/code", data={"csrf": token_in(asked), "ticket": ticket, "code": recovery[0]})
    assert send(browser, "/account", "/account/codes/off", password=WRONG).status_code == 401
    assert started.services.staff.named("coda").has_code
    assert send(browser, "/account", "/account/codes/off", password=WORDS).status_code == 303
    assert not started.services.staff.named("coda").has_code


def test_sessions_elsewhere_can_be_ended(signed: Client, started: Started) -> None:
    staff, now = started.services.staff, dt.datetime.now(dt.UTC)
    other = staff.sign_in.with_password(who(signed, started), WORDS, "192.0.2.9", now)
    send(signed, "/account", "/account/sessions/end")
    assert staff.session(getattr(other, "token", ""), now) is None
    assert "Everywhere else you are signed out." in signed.get("/account").text


def test_language_and_availability_are_one_s_own_choice(signed: Client, started: Started) -> None:
    send(signed, "/account", "/account", locale="fr")
    mine = started.services.staff.named(who(signed, started))
    assert (mine.locale, mine.available) == ("fr", False)
    assert "Votre compte" in signed.get("/account").text


def test_nobody_gives_themselves_a_role(signed: Client, started: Started) -> None:
    send(signed, "/account", "/account", locale="en", roles="admin", available="true")
    assert started.services.staff.named(who(signed, started)).roles == ("agent",)


def test_other_codes_take_their_place_with_the_password_only(browser: Client, started: Started) -> None:
    recovery = with_codes(started, "coco")
    answer = send(browser, "/sign-in", "/sign-in", login="coco", password=WORDS)
    ticket = answer.text.split('name="ticket" value="')[1].split('"')[0]
    browser.post("/sign-in/code", data={"csrf": token_in(answer), "ticket": ticket, "code": recovery[0]})
    page = browser.get("/account/codes")
    given = {"csrf": token_in(page), "secret": secret_in(page.text)}
    shown = {**given, "code": pyotp.TOTP(given["secret"]).now()}
    assert browser.post("/account/codes", data=shown).status_code == 401
    assert browser.post("/account/codes", data={**shown, "password": WRONG}).status_code == 401
    assert browser.post("/account/codes", data={**shown, "password": WORDS}).status_code == 200
