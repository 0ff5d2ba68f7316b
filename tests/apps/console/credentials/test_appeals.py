"""The queue of appeals, and the figures."""

from tests.apps.conftest import Client
from tests.apps.console.credentials.conftest import Office


def test_what_waits_is_shown_with_its_date_and_whose_turn_it_is(adjudicator: Client, office: Office) -> None:
    held = office.appealed("Queued")
    page = adjudicator.get("/credentials/appeals").text
    assert held.id in page
    assert "a first look" in page
    assert "I, Queued" not in page


def test_figures_give_no_share_of_a_few(adjudicator: Client, registrar: Client, office: Office) -> None:
    office.appealed("Figured")
    page = adjudicator.get("/credentials/appeals/figures").text
    assert "too few to say (below 20)" in page
    assert "First aid" in page
    assert registrar.get("/credentials/appeals/figures").status_code == 200
