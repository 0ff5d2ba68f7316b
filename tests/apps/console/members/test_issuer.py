"""Signing in through an OpenID provider that really runs, honest and otherwise."""

import datetime as dt
import time
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest
from joserfc.jwk import ECKey
from litestar.testing import TestClient

from humanely.apps.serving.issuer import Issuer
from humanely.apps.serving.oidc_settings import OidcSettings
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.team.member import MemberMissing, Profile
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION
from tests.apps.provider import CLIENT, SECRET, Provider, provider


@pytest.fixture
def issuer() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture
def login(started: Started, issuer: Provider) -> str:
    """A new member, whose address the provider has verified."""
    staff = started.services.staff
    name = f"oda-{len(staff.all())}@example.org"
    staff.create(name, Profile(name="Oda", roles=(Role.AGENT,)), dt.datetime.now(dt.UTC))
    issuer.claims = {"email": name, "sub": name}
    return name


@pytest.fixture
def browser(started: Started, issuer: Provider) -> Iterator[Client]:
    """A browser at a server that knows the provider."""
    settings = OidcSettings(issuer=issuer.address, client_id=CLIENT)
    services = msgspec.structs.replace(started.services, issuer=Issuer(settings, SECRET))
    with TestClient(serve(services), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        client.headers["accept"] = "text/html"
        yield client


def back_from(browser: Client) -> str:
    """To the provider and back: the address it sends the browser to."""
    sent = browser.get("/sign-in/issuer")
    assert sent.status_code == 303
    back = httpx.get(sent.headers["location"]).headers["location"]
    assert back.startswith("http://testserver.local/sign-in/issuer/back?")
    return str(back)


def test_whom_the_provider_vouches_for_is_in(browser: Client, started: Started, login: str) -> None:
    assert "Sign in through your organisation" in browser.get("/sign-in").text
    told = browser.get(back_from(browser))
    assert (told.status_code, told.headers["location"]) == (303, "/")
    found = started.services.staff.session(browser.cookies[SESSION], dt.datetime.now(dt.UTC))
    assert found is not None
    assert (found.login, found.at_issuer, found.roles) == (login, True, (Role.AGENT,))


def test_roles_are_not_taken_from_it(browser: Client, started: Started, issuer: Provider, login: str) -> None:
    issuer.claims |= {"roles": ["admin"], "groups": ["admin"]}
    browser.get(back_from(browser))
    assert started.services.staff.named(login).roles == (Role.AGENT,)


def test_nobody_is_made_by_it(browser: Client, started: Started) -> None:
    told = browser.get(back_from(browser))
    assert (told.status_code, "belongs to nobody of the team" in told.text) == (403, True)
    with pytest.raises(MemberMissing):
        started.services.staff.named("oda@example.org")


def test_an_address_that_is_not_verified_is_nobody_s(browser: Client, issuer: Provider, login: str) -> None:
    issuer.claims |= {"email_verified": "true"}
    assert browser.get(back_from(browser)).status_code == 403


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"nonce": "another"}, "for another sign-in"),
        ({"nonce": None}, "for another sign-in"),
        ({"aud": "somebody else"}, "for somebody else"),
        ({"aud": [CLIENT, "somebody else"]}, "for somebody else"),
        ({"aud": [CLIENT, "other"], "azp": "other"}, "for somebody else"),
        ({"iss": "https://evil.example"}, "from another issuer"),
        ({"exp": int(time.time()) - 3600}, "has expired"),
        ({"exp": None}, "has expired"),
        ({"iat": int(time.time()) + 3600}, "of a time to come"),
        ({"sub": ""}, "names nobody"),
    ],
    ids=lambda value: str(value),
)
def test_a_token_with_a_fault_lets_nobody_in(
    browser: Client, issuer: Provider, login: str, claims: dict[str, Any], why: str, caplog: pytest.LogCaptureFixture
) -> None:
    issuer.claims |= claims
    told = browser.get(back_from(browser))
    assert (told.status_code, SESSION in browser.cookies) == (403, False)
    assert why in caplog.text
    assert login not in caplog.text


def refuses(browser: Client) -> None:
    told = browser.get(back_from(browser))
    assert (told.status_code, SESSION in browser.cookies) == (403, False)


def test_a_token_signed_with_another_key_lets_nobody_in(browser: Client, issuer: Provider, login: str) -> None:
    issuer.key = ECKey.generate_key("P-256", {"kid": "k-1"}, auto_kid=False)
    refuses(browser)


def test_a_token_without_a_signature_lets_nobody_in(browser: Client, issuer: Provider, login: str) -> None:
    issuer.unsigned = True
    refuses(browser)


def test_a_token_signed_with_the_client_s_secret_lets_nobody_in(browser: Client, issuer: Provider, login: str) -> None:
    issuer.shared = True
    refuses(browser)


def test_an_answer_for_another_browser_lets_nobody_in(browser: Client, started: Started, login: str) -> None:
    back = back_from(browser)
    browser.cookies.clear()
    told = browser.get(back)
    assert (told.status_code, SESSION in browser.cookies) == (403, False)


def test_a_code_is_good_once(browser: Client, login: str) -> None:
    back, seed = back_from(browser), browser.cookies["humanely-sign-in"]
    assert browser.get(back).status_code == 303
    browser.cookies.clear()
    browser.cookies.set("humanely-sign-in", seed)
    assert browser.get(back).status_code == 403


def test_who_breaks_off_there_is_back_at_the_sign_in(browser: Client, issuer: Provider) -> None:
    issuer.refuses = True
    told = browser.get(back_from(browser))
    assert (told.status_code, 'name="password"' in told.text) == (403, True)


def test_a_provider_that_calls_itself_otherwise_is_not_asked(browser: Client, issuer: Provider) -> None:
    issuer.named = "https://evil.example"
    told = browser.get("/sign-in/issuer")
    assert (told.status_code, 'name="password"' in told.text) == (502, True)


def test_where_the_provider_is_away_one_signs_in_with_a_password(started: Started) -> None:
    gone = Issuer(OidcSettings(issuer="http://127.0.0.1:9", client_id=CLIENT))
    services = msgspec.structs.replace(started.services, issuer=gone)
    with TestClient(serve(services)) as client:
        told = client.get("/sign-in/issuer")
    assert (told.status_code, 'name="password"' in told.text) == (502, True)
