"""What a page may load, and how it is kept."""

import re

import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, session_of, token_in


def test_a_page_loads_only_what_this_server_sends_and_is_kept_nowhere(signed_in: SignedIn) -> None:
    headers = signed_in(Role.ADMIN).get("/keys").headers
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "'unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_an_address_that_is_none_is_a_page_to_a_browser_and_a_problem_to_a_program(anonymous: Client) -> None:
    page = anonymous.get("/nowhere", headers={"accept": "text/html"})
    told = anonymous.get("/nowhere", headers={"accept": "application/json"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is nothing at this address." in page.text
    assert (told.status_code, told.headers["content-type"]) == (404, "application/problem+json")


def test_the_api_answers_with_problems_even_to_a_browser(anonymous: Client) -> None:
    told = anonymous.get("/v1/people/ada/export", headers={"accept": "text/html"})
    assert (told.status_code, told.headers["content-type"]) == (401, "application/problem+json")


def test_the_words_are_those_the_browser_asks_for(anonymous: Client) -> None:
    page = anonymous.get("/nowhere", headers={"accept": "text/html", "accept-language": "de-AT, en;q=0.5"})
    assert '<html lang="de">' in page.text
    assert "Unter dieser Adresse gibt es nichts." in page.text


def test_the_words_are_those_the_member_chose(signed_in: SignedIn) -> None:
    page = signed_in(Role.ADMIN, locale="fr").get("/keys", headers={"accept-language": "de"})
    assert "Clés d’API" in page.text


def test_under_a_sub_path_every_address_names_it(started: Started) -> None:
    below = msgspec.structs.replace(started.services, root="/care")
    with TestClient(serve(below), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        asked = client.get("/care/keys")
        assert asked.headers["location"] == "/care/sign-in?next=/keys"
        client.cookies.set("humanely-session", session_of(started, Role.ADMIN, Role.MODERATOR))
        page = client.get("/care/keys")
        assert set(re.findall(r'(?:href|src|action)="(?!/care/|#)([^"]*)"', page.text)) == set()
        sent = client.post("/care/people", data={"csrf": token_in(page), "id": "ada"})
        assert sent.headers["location"] == "/care/people/ada"
        assert "path=/care;" in client.get("/care/sign-in", headers={"cookie": ""}).headers["set-cookie"].lower()


def test_behind_a_proxy_with_https_cookies_are_for_https_only(started: Started) -> None:
    behind = msgspec.structs.replace(started.services, trusts_proxy=True)
    with TestClient(serve(behind), raise_server_exceptions=False) as client:
        headers = {"x-forwarded-proto": "https", "x-forwarded-host": "care.example", "accept": "text/html"}
        kept = client.get("/sign-in", headers=headers).headers["set-cookie"]
        assert kept.startswith("__Host-humanely-visit=")
        assert "secure" in kept.lower()
        assert "httponly" in kept.lower()


@pytest.mark.parametrize(("origin", "status"), [("https://care.example", 303), ("https://evil.example", 403)])
def test_of_the_hosts_in_front_only_the_one_our_proxy_added_is_ours(started: Started, origin: str, status: int) -> None:
    behind = msgspec.structs.replace(started.services, trusts_proxy=True)
    with TestClient(serve(behind), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        client.headers["x-forwarded-host"] = "evil.example, care.example"
        client.cookies.set("humanely-session", session_of(started, Role.MODERATOR))
        sent = {"csrf": token_in(client.get("/people")), "id": "ada"}
        assert client.post("/people", data=sent, headers={"origin": origin}).status_code == status


def test_a_link_for_a_new_member_leads_to_the_host_our_proxy_added(started: Started) -> None:
    behind = msgspec.structs.replace(started.services, trusts_proxy=True)
    with TestClient(serve(behind), raise_server_exceptions=False) as client:
        client.headers["x-forwarded-host"] = "evil.example, care.example"
        client.cookies.set("humanely-session", session_of(started, Role.ADMIN))
        sent = {"csrf": token_in(client.get("/team")), "login": "linked", "name": "Lin", "roles": "agent"}
        page = client.post("/team", data=sent).text
        assert "care.example/welcome/" in page
        assert "evil.example" not in page
