"""Whom no mail has told: a human passes it on, and notes that they did."""

from tests.apps.conftest import Client
from tests.apps.console.credentials.conftest import Office, done


def test_what_nobody_was_told_is_passed_on_by_a_human_once(registrar: Client, office: Office) -> None:
    office.told_everybody()
    held = office.revoked("Untold")
    page = registrar.get("/credentials/untold").text
    assert held.id in page
    assert "no mail went out yet" in page
    path = f"/credentials/{held.id}"
    assert "The holder has not been told yet:" in registrar.get(path).text
    told = done(registrar, path, f"{path}/told")
    assert "nothing more is sent of it" in told.text
    assert "The holder has not been told yet:" not in told.text
    assert held.id not in registrar.get("/credentials/untold").text
