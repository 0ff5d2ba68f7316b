"""What a page may load, and how it is kept."""

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn


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


def test_under_a_sub_path_every_link_names_it(signed_in: SignedIn) -> None:
    client = signed_in(Role.ADMIN)
    page = client.get("/keys").text
    assert 'href="/settings"' in page
