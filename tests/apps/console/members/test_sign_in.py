"""Signing in and out, as a browser without script does it."""

import datetime as dt
from collections.abc import Iterator

import pyotp
import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.team.member import Member, Profile
from humanely.store.team.second_factor import new_secret
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION, send, token_in

WORDS = "a few words in a row"
WRONG = "wrong words in a row"
SECRET = new_secret(bytes)


@pytest.fixture
def browser(started: Started) -> Iterator[Client]:
    """A browser nobody has signed in on."""
    with TestClient(serve(started.services), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        client.headers["accept"] = "text/html"
        yield client


def member(started: Started, login: str, *roles: Role) -> Member:
    """Somebody with a password."""
    staff, now = started.services.staff, dt.datetime.now(dt.UTC)
    made = staff.create(login, Profile(name=login.title(), roles=roles or (Role.AGENT,)), now)
    return staff.invitations.accept(staff.invitations.invite(made.id, now, by="command"), WORDS, now)


def with_codes(started: Started, login: str) -> tuple[str, ...]:
    """Somebody with a second factor; their recovery codes."""
    made, now = member(started, login), dt.datetime.now(dt.UTC)
    before = now - dt.timedelta(seconds=30)
    return started.services.staff.second_factors.set(made.id, SECRET, pyotp.TOTP(SECRET).at(before), now)


def test_with_login_and_password_one_is_where_one_wanted_to_go(browser: Client, started: Started) -> None:
    member(started, "wanda")
    came = browser.get("/account")
    assert came.headers["location"] == "/sign-in?next=/account"
    page = browser.get(came.headers["location"])
    assert 'name="next" value="/account"' in page.text
    told = send(browser, "/sign-in?next=/account", "/sign-in", login="Wanda", password=WORDS, next="/account")
    assert (told.status_code, told.headers["location"]) == (303, "/account")
    assert "Wanda" in browser.get("/account").text


def test_the_cookie_is_for_this_server_only_and_out_of_reach_of_scripts(browser: Client, started: Started) -> None:
    member(started, "carla")
    told = send(browser, "/sign-in", "/sign-in", login="carla", password=WORDS)
    cookie = next(one for one in told.headers.get_list("set-cookie") if one.startswith(f"{SESSION}="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=604800" in cookie
    assert "Domain" not in cookie


def test_a_wrong_password_is_told_beside_the_form_and_not_given_back(browser: Client, started: Started) -> None:
    member(started, "petra")
    told = send(browser, "/sign-in", "/sign-in", login="petra", password=WRONG)
    assert told.status_code == 401
    assert "The login or the password is not right." in told.text
    assert 'value="petra"' in told.text
    assert "wrong words" not in told.text


def test_who_fails_often_is_told_how_long_to_wait(browser: Client) -> None:
    tries = [send(browser, "/sign-in", "/sign-in", login="nora", password=WRONG) for _ in range(6)]
    assert [told.status_code for told in tries] == [401] * 5 + [429]
    assert "Try again in " in tries[-1].text


def test_a_code_is_the_second_step(browser: Client, started: Started) -> None:
    with_codes(started, "cody")
    asked = send(browser, "/sign-in", "/sign-in", login="cody", password=WORDS)
    assert (asked.status_code, SESSION in browser.cookies) == (200, False)
    ticket = asked.text.split('name="ticket" value="')[1].split('"')[0]
    given = {"csrf": token_in(asked), "ticket": ticket}
    refused = browser.post("/sign-in/code", data={**given, "code": "000000x"})
    assert (refused.status_code, "This code is not right" in refused.text) == (401, True)
    told = browser.post("/sign-in/code", data={**given, "code": pyotp.TOTP(SECRET).now()})
    assert (told.status_code, told.headers["location"], SESSION in browser.cookies) == (303, "/", True)


def test_a_ticket_of_somebody_else_s_making_leads_back_to_the_start(browser: Client) -> None:
    told = send(browser, "/sign-in", "/sign-in/code", ticket="AAAA", code="123456")
    assert (told.status_code, "Begin again." in told.text) == (400, True)


def test_signing_out_ends_the_session_here_and_there(browser: Client, started: Started) -> None:
    member(started, "otto")
    send(browser, "/sign-in", "/sign-in", login="otto", password=WORDS)
    token = browser.cookies[SESSION]
    told = send(browser, "/account", "/sign-out")
    assert told.headers["location"] == "/sign-in"
    assert SESSION not in browser.cookies
    assert started.services.staff.session(token, dt.datetime.now(dt.UTC)) is None


def test_a_form_without_its_token_signs_nobody_in(browser: Client, started: Started) -> None:
    member(started, "csaba")
    told = browser.post("/sign-in", data={"login": "csaba", "password": WORDS})
    assert (told.status_code, SESSION in browser.cookies) == (403, False)


@pytest.mark.parametrize("next_", ["https://evil.example", "//evil.example", "/\\evil.example", "/sign-out"])
def test_a_link_leads_to_no_other_site(browser: Client, started: Started, next_: str) -> None:
    page = browser.get("/sign-in", params={"next": next_})
    assert 'name="next" value="/"' in page.text


def test_without_a_provider_there_is_no_way_through_one(browser: Client) -> None:
    assert browser.get("/sign-in/issuer").status_code == 404
    assert browser.get("/sign-in/issuer/back").status_code == 404
    assert "organisation" not in browser.get("/sign-in").text
