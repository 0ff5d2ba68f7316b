"""A one-time link leads in, once."""

import datetime as dt

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.team.member import Member, Profile
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION, send
from tests.apps.console.members.test_sign_in import SECRET, WORDS, browser, with_codes

__all__ = ["browser"]


def invited(started: Started, login: str) -> tuple[Member, str]:
    """Somebody new, and the address of their link."""
    staff, now = started.services.staff, dt.datetime.now(dt.UTC)
    made = staff.create(login, Profile(name="Iris", roles=(Role.AGENT,)), now)
    return made, f"/welcome/{staff.invitations.invite(made.id, now, by='command')}"


def test_with_the_link_one_sets_a_password_and_is_in(browser: Client, started: Started) -> None:
    _, link = invited(started, "iris")
    assert "Welcome, <bdi>Iris</bdi>" in browser.get(link).text
    told = send(browser, link, link, password=WORDS)
    assert (told.status_code, SESSION in browser.cookies) == (303, True)


def test_the_console_speaks_their_browsers_language_from_the_first_visit_on(browser: Client, started: Started) -> None:
    made, link = invited(started, "ilka")
    browser.headers["accept-language"] = "de-DE,de;q=0.9"
    send(browser, link, link, password=WORDS)
    browser.headers["accept-language"] = "en"
    assert started.services.staff.member(made.id).locale == "de"
    assert 'lang="de"' in browser.get("/inbox").text
    again = f"/welcome/{started.services.staff.invitations.invite(made.id, dt.datetime.now(dt.UTC), by='command')}"
    send(browser, again, again, password=WORDS)
    assert started.services.staff.member(made.id).locale == "de"


def test_the_link_is_spent_by_using_not_by_looking(browser: Client, started: Started) -> None:
    _, link = invited(started, "ivo")
    browser.get(link)
    send(browser, link, link, password=WORDS)
    assert browser.get(link).status_code == 410


def test_a_password_that_cannot_be_leaves_the_link_as_it_was(browser: Client, started: Started) -> None:
    _, link = invited(started, "ida")
    told = send(browser, link, link, password=WORDS[:5])
    assert (told.status_code, "This cannot be your password." in told.text) == (422, True)
    assert send(browser, link, link, password=WORDS).status_code == 303


def test_a_link_does_not_lead_past_the_codes(browser: Client, started: Started) -> None:
    with_codes(started, "ines")
    staff, now = started.services.staff, dt.datetime.now(dt.UTC)
    link = f"/welcome/{staff.invitations.invite(staff.named('ines').id, now, by='command')}"
    told = send(browser, link, link, password=WORDS)
    assert (told.status_code, SESSION in browser.cookies) == (200, False)
    assert 'name="ticket"' in told.text
    assert SECRET not in told.text


@pytest.mark.parametrize("token", ["nothing", "A" * 43])
def test_another_link_says_what_to_do(browser: Client, token: str) -> None:
    told = browser.get(f"/welcome/{token}")
    assert (told.status_code, "This link is not good any more" in told.text) == (410, True)
