"""How checking works, in the frame of pages for people outside the team."""

import re

import pytest

from humanely.apps.console.words import LOCALES
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_is_told_in_the_language_the_address_names(anonymous: Client, locale: str) -> None:
    page = anonymous.get(f"/verify/how?lang={locale}", headers={"accept-language": "fr"})
    assert page.status_code == 200
    assert f'<html lang="{locale}">' in page.text


def test_without_one_the_browser_says_the_language(anonymous: Client) -> None:
    page = anonymous.get("/verify/how?lang=xx", headers={"accept-language": "es-MX, de;q=0.5"})
    assert '<html lang="es">' in page.text


def test_a_language_once_chosen_goes_along(anonymous: Client) -> None:
    page = anonymous.get("/verify/how?lang=de").text
    led = re.findall(r'<a href="(/verify[^"]*)"', page)
    assert {address.partition("lang=")[2] for address in led if "hreflang" not in address} >= {"de"}
    assert 'href="/verify/how?lang=fr" lang="fr" hreflang="fr"' in page


def test_a_page_for_everybody_leaves_no_cookie_and_shows_no_member(signed_in: SignedIn) -> None:
    page = signed_in(Role.ADMIN).get("/verify/how")
    assert "set-cookie" not in page.headers
    assert "Admin" not in page.text
    assert "/sign-out" not in page.text
    assert "<script" not in page.text
