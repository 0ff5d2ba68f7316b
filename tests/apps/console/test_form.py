"""A form counts only where one of our own pages sent it."""

import msgspec
import pytest
from litestar.datastructures import FormMultiDict

from humanely.apps.console.form import FormUnfit, values_of
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, token_in

FOREIGN = "This form was not sent from a page of this console"


class Filled(msgspec.Struct, frozen=True):
    """Something to fill in."""

    days: int
    text: str = ""
    roles: tuple[Role, ...] = ()


def test_fields_become_values_and_lines_end_as_ours() -> None:
    sent = FormMultiDict([("days", "3"), ("text", "a\r\nb"), ("roles", "agent"), ("roles", "admin"), ("other", "x")])
    assert values_of(sent, Filled) == Filled(3, "a\nb", (Role.AGENT, Role.ADMIN))


@pytest.mark.parametrize("days", ["x", "", "1.5"])
def test_a_field_that_cannot_be_is_named(days: str) -> None:
    with pytest.raises(FormUnfit, match="days"):
        values_of(FormMultiDict([("days", days)]), Filled)


def test_a_field_that_is_missing_is_named() -> None:
    with pytest.raises(FormUnfit, match="days"):
        values_of(FormMultiDict([]), Filled)


@pytest.fixture
def moderator(signed_in: SignedIn) -> Client:
    return signed_in(Role.MODERATOR)


def test_a_form_with_the_token_of_its_page_is_taken(moderator: Client) -> None:
    sent = {"csrf": token_in(moderator.get("/people")), "id": "a/b"}
    answer = moderator.post("/people", data=sent, headers={"sec-fetch-site": "same-origin"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/people/a%2Fb")


@pytest.mark.parametrize("token", ["", "x", "ä"])
def test_a_form_without_the_token_is_refused(moderator: Client, token: str) -> None:
    answer = moderator.post("/people", data={"csrf": token, "id": "ada"})
    assert answer.status_code == 403
    assert FOREIGN in answer.text


def test_the_token_of_somebody_else_is_refused(moderator: Client, signed_in: SignedIn) -> None:
    theirs = token_in(signed_in(Role.ADMIN).get("/keys"))
    assert moderator.post("/people", data={"csrf": theirs, "id": "ada"}).status_code == 403


@pytest.mark.parametrize(
    "header",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
    ids=str,
)
def test_another_site_is_refused_even_with_the_token(moderator: Client, header: dict[str, str]) -> None:
    sent = {"csrf": token_in(moderator.get("/people")), "id": "ada"}
    answer = moderator.post("/people", data=sent, headers=header)
    assert answer.status_code == 403
    assert FOREIGN in answer.text


def test_the_page_does_not_hold_the_session(moderator: Client) -> None:
    assert moderator.cookies["humanely-session"] not in moderator.get("/people").text
