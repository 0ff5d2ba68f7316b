"""Issuing to one person, and putting right what was issued."""

import re

import pytest

from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done

EVERYDAY = "/credentials/achievements/first-aid/issue"
LICENCE = "/credentials/achievements/fork-lift/issue"


def code_of(location: str) -> str:
    """The code of the credential an answer leads to."""
    return location.rpartition("/")[2]


def test_only_what_the_credential_needs_is_asked(registrar: Client) -> None:
    page = registrar.get(EVERYDAY).text
    assert 'name="project"' in page
    assert 'name="mentor_note"' not in page
    assert "If it is left out:" in page
    assert 'name="language"' not in registrar.get(LICENCE).text


@pytest.mark.parametrize(
    ("whom", "field"), [("bea%40example.org", "email"), ("did%3Akey%3Az6Mk", "did"), ("learner-12", "")]
)
def test_whose_way_led_here_need_not_be_typed_again(registrar: Client, whom: str, field: str) -> None:
    page = registrar.get(f"{EVERYDAY}?whom={whom}").text
    filled = re.findall(r'name="(email|did)" type="text" value="[^"]+"', page)
    assert " ".join(filled) == field


def test_an_everyday_one_is_issued_at_once(registrar: Client, office: Office) -> None:
    answer = send(registrar, EVERYDAY, EVERYDAY, email="Bea@example.org", name="Bea", language="de", project="A kit.")
    held = office.at(code_of(answer.headers["location"]))
    assert held.life is not None
    assert held.claim is not None
    assert (held.life.state, held.claim.recipient.email) == ("offered", "bea@example.org")
    assert "Erste Hilfe" in held.document


def test_faults_stand_beside_their_field_and_nothing_is_issued_or_lost(registrar: Client, office: Office) -> None:
    before = office.done(lambda desk, _: desk.ledger.credentials.counts())
    answer = send(registrar, EVERYDAY, EVERYDAY, email="nobody", name="Kept", project_url="https://example.org/p")
    assert answer.status_code == 422
    assert 'id="email-fault"' in answer.text
    assert 'id="project-fault"' in answer.text
    assert 'value="Kept"' in answer.text
    assert office.done(lambda desk, _: desk.ledger.credentials.counts()) == before


def test_one_on_which_a_licence_depends_waits_for_another_member(registrar: Client, second: Client) -> None:
    page = done(registrar, LICENCE, LICENCE, email="lee@example.org", name="Lee")
    code = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", page.text)[0]
    assert "It waits for a second person." in page.text
    assert "You prepared this." in page.text
    own = send(registrar, f"/credentials/{code}", f"/credentials/{code}/issue")
    assert own.status_code == 409
    assert "cannot approve it" in own.text
    back = done(second, f"/credentials/{code}", f"/credentials/{code}/send-back", why="Which test was it?")
    assert "Which test was it?" in back.text
    assert "sent for review" in done(registrar, f"/credentials/{code}", f"/credentials/{code}/submit").text
    approved = done(second, f"/credentials/{code}", f"/credentials/{code}/issue")
    assert "It is issued." in approved.text


def test_a_corrected_one_takes_its_place_and_each_names_the_other(registrar: Client, office: Office) -> None:
    old = office.collected("Mispelt")
    path = f"/credentials/{old.id}/correct"
    form = registrar.get(path).text
    assert 'value="Mispelt"' in form
    assert "was put right: a new credential takes its place" in form
    answer = send(registrar, path, path, email="mispelt@example.org", name="Misspelt")
    new = office.at(code_of(answer.headers["location"]))
    assert new.life is not None
    assert new.life.supersedes == old.id
    assert new.id in registrar.get(f"/credentials/{old.id}").text
    assert registrar.get(path).status_code == 409


def test_a_correction_keeps_the_language_of_its_holder_whatever_the_achievement_speaks(
    registrar: Client, office: Office
) -> None:
    form = registrar.get(f"/credentials/{office.offered('Chloe', 'fr').id}/correct").text
    assert '<option value="fr" selected>' in form


def test_a_correction_with_a_fault_is_shown_again(registrar: Client, office: Office) -> None:
    path = f"/credentials/{office.offered('Mia').id}/correct"
    answer = send(registrar, path, path, email="", name="Mia M.")
    assert answer.status_code == 422
    assert 'value="Mia M."' in answer.text
