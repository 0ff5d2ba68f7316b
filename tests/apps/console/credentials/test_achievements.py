"""The list of achievements, and one of them as holders see it."""

from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done
from tests.apps.console.credentials.test_designing import GOOD, NEW

OF = "/credentials/achievements/first-aid"


def test_an_achievement_is_shown_with_its_picture_its_way_and_in_each_language(registrar: Client) -> None:
    page = registrar.get(OF).text
    assert 'alt="A white cross."' in page
    assert "about 20 minutes" in page
    assert "You can help until help comes." in page
    german = registrar.get(f"{OF}?language=de").text
    assert '<article class="card face" lang="de"' in german
    assert "Sie können helfen" in german


def test_what_is_retired_is_not_issued_until_it_is_saved_again(registrar: Client) -> None:
    send(registrar, NEW, NEW, **{**GOOD, "name": "Soon retired"})
    mine = "/credentials/achievements/soon-retired"
    assert "Nothing more is issued for it." in done(registrar, mine, f"{mine}/retire").text
    assert "no longer issued" in registrar.get("/credentials/achievements").text
    refused = send(registrar, f"{mine}/issue", f"{mine}/issue", email="a@example.org")
    assert refused.status_code == 409
    assert "no longer issued" in refused.text


def test_the_list_counts_what_was_issued(registrar: Client, office: Office) -> None:
    office.offered("Counted")
    assert "issued" in registrar.get("/credentials/achievements").text
    assert registrar.get("/credentials/achievements/nowhere").status_code == 404
