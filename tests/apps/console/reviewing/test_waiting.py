"""The list of held answers: what waits, for how long, and how far two agree once there is enough to tell."""

import pytest

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn
from tests.apps.http.test_reviews import held


@pytest.fixture
def reviewer(signed_in: SignedIn) -> Client:
    """The browser of a reviewer."""
    return signed_in(Role.REVIEWER)


def test_what_waits_is_listed_with_why_and_leads_to_its_page(reviewer: Client, client: Client) -> None:
    review = held(client, "listed in the console")
    told = reviewer.get("/review").text
    assert f'href="/review/{review}"' in told
    assert "A mistake here would cost the person much" in told


def test_no_figure_of_agreement_is_given_for_a_few(reviewer: Client) -> None:
    assert "No figure below 20 pairs" in reviewer.get("/review").text


@pytest.mark.parametrize("locale", ["de", "es", "fr"])
def test_the_list_is_told_in_the_language_of_whoever_looks(signed_in: SignedIn, client: Client, locale: str) -> None:
    held(client, f"listed in {locale}")
    told = signed_in(Role.REVIEWER, locale=locale).get("/review")
    assert told.status_code == 200
    assert "Answers that wait" not in told.text


def test_who_does_not_review_sees_none_of_it(signed_in: SignedIn) -> None:
    assert signed_in(Role.AGENT).get("/review").status_code == 403
