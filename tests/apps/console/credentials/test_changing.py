"""Changing where a credential stands: what the holder will read comes first, in their language."""

import pytest

from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done


def state(office: Office, credential: str) -> str:
    life = office.at(credential).life
    assert life is not None
    return life.state


def test_a_revocation_shows_what_the_holder_reads_before_it_is_done(registrar: Client, office: Office) -> None:
    held = office.collected("Karl", "de")
    path = f"/credentials/{held.id}/change/revoked"
    form = registrar.get(path).text
    assert "Soweit wir wissen, wurden auf dem Weg dorthin die Regeln nicht eingehalten." in form
    assert "checked" not in form
    assert send(registrar, path, path, sure="true").status_code == 422
    shown = send(registrar, path, path, reason="requirements_not_met", note="No test on file.")
    assert "„Erste Hilfe“ wurde zurückgenommen" in shown.text
    assert "Was fehlt, lässt sich nachholen." in shown.text
    assert "No test on file." in shown.text
    assert state(office, held.id) == "collected"
    page = done(registrar, path, path, reason="requirements_not_met", note="No test on file.", sure="true")
    assert "It is revoked." in page.text
    assert "No test on file." in page.text
    assert state(office, held.id) == "revoked"


def test_one_is_paused_and_restored(registrar: Client, office: Office) -> None:
    held = office.collected("Pia")
    path = f"/credentials/{held.id}/change"
    assert "is paused while we look into something" in registrar.get(f"{path}/suspended").text
    done(registrar, f"{path}/suspended", f"{path}/suspended", sure="true")
    assert state(office, held.id) == "suspended"
    done(registrar, f"{path}/restored", f"{path}/restored", sure="true")
    assert state(office, held.id) == "collected"


def test_one_is_cancelled_before_it_is_collected_and_not_after(registrar: Client, office: Office) -> None:
    held = office.offered("Cal")
    path = f"/credentials/{held.id}/change/cancelled"
    done(registrar, path, path, sure="true")
    assert state(office, held.id) == "cancelled"
    assert registrar.get(path).status_code == 409


@pytest.mark.parametrize("step", ["collected", "shared", "superseded", "nonsense"])
def test_only_these_steps_are_taken_here(registrar: Client, office: Office, step: str) -> None:
    held = office.offered("Steps")
    assert registrar.get(f"/credentials/{held.id}/change/{step}").status_code == 404


def test_what_somebody_else_did_meanwhile_is_told(registrar: Client, office: Office) -> None:
    held = office.offered("Twice")
    path = f"/credentials/{held.id}/change/cancelled"
    token_page = registrar.get(path)
    assert token_page.status_code == 200
    done(registrar, path, path, sure="true")
    again = send(registrar, "/credentials", path, sure="true")
    assert again.status_code == 409
    assert "This cannot be done with the credential as it stands." in again.text


@pytest.mark.parametrize("step", ["suspended", "revoked", "cancelled"])
def test_the_holder_is_told_what_exactly(registrar: Client, office: Office, step: str) -> None:
    held = office.offered("Tess")
    path = f"/credentials/{held.id}/change/{step}"
    given = {"reason": "misconduct", "told": "Day two has no signature.", "note": "inner"}
    shown = send(registrar, path, path, **given).text
    assert shown.count("Day two has no signature.") == 2
    page = done(registrar, path, path, sure="true", **given).text
    assert "To the holder: <bdi>Day two has no signature.</bdi>" in page
    assert office.at(held.id).words == "Day two has no signature."


def test_who_restores_a_credential_has_nothing_to_explain(registrar: Client, office: Office) -> None:
    held = office.collected("Rosa")
    path = f"/credentials/{held.id}/change"
    assert "At most 500 characters." in registrar.get(f"{path}/suspended").text
    done(registrar, f"{path}/suspended", f"{path}/suspended", sure="true")
    assert 'name="told"' not in registrar.get(f"{path}/restored").text


def test_too_much_for_the_holder_is_refused_with_what_was_typed(registrar: Client, office: Office) -> None:
    held = office.collected("Lena")
    path = f"/credentials/{held.id}/change/suspended"
    answer = send(registrar, path, path, told="x" * 501, sure="true")
    assert answer.status_code == 422
    assert "What you write to the holder is too long." in answer.text
    assert "x" * 501 in answer.text
    assert state(office, held.id) == "collected"
