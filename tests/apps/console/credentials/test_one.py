"""One credential: what it says, what was done, the holder's link, and what this member may do."""

import io
import re
import zipfile

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.credentials.conftest import Office, done


def test_it_says_whose_it_is_and_what_was_done(registrar: Client, office: Office) -> None:
    held = office.revoked("Shown")
    page = registrar.get(f"/credentials/{held.id}").text
    assert "shown@example.org" in page
    for told in ("Prepared", "Signed and offered", "Collected", "Revoked", "Something it asks for was not shown"):
        assert told in page
    assert "Restore" not in page


def test_who_looks_at_one_is_told_to_whom_it_is_about_once_an_hour(
    registrar: Client, second: Client, office: Office
) -> None:
    held = office.offered("Looked")
    registrar.get(f"/credentials/{held.id}")
    registrar.get(f"/credentials/{held.id}")
    assert office.looked("looked@example.org") == [
        ("Somebody of the team who works with credentials opened a credential of yours", held.id)
    ]
    second.get(f"/credentials/{held.id}")
    assert len(office.looked("looked@example.org")) == 2


def test_the_holders_link_is_shown_once_and_opens_their_page(registrar: Client, office: Office) -> None:
    path = f"/credentials/{office.offered('Linked').id}"
    page = send(registrar, path, f"{path}/link")
    assert page.status_code == 200
    assert "/mine/" in page.text
    assert "shown this once" in page.text
    assert "/mine/" not in registrar.get(path).text


def test_whoever_only_reads_is_offered_nothing_to_do(signed_in: SignedIn, office: Office) -> None:
    held = office.offered("Only read")
    page = signed_in(Role.MODERATOR).get(f"/credentials/{held.id}").text
    assert f"/credentials/{held.id}/link" not in page
    assert "/change/" not in page


def test_the_package_holds_the_credential(registrar: Client, office: Office) -> None:
    held = office.offered("Packed")
    path = f"/credentials/{held.id}"
    answer = send(registrar, path, f"{path}/package")
    assert answer.headers["content-disposition"] == f'attachment; filename="{held.id}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert any(packed.read(name) == held.document.encode() for name in packed.namelist())


def test_a_credential_that_is_not_there_is_said_to_be_missing(registrar: Client) -> None:
    page = registrar.get("/credentials/2222-2222-2222")
    assert page.status_code == 404
    assert "There is no credential of this code here." in page.text


def test_all_links_of_a_holder_are_made_void(registrar: Client, office: Office) -> None:
    path = f"/credentials/{office.offered('Void').id}"
    link = re.findall(r"/mine/[\w-]+", send(registrar, path, f"{path}/link").text)[0]
    assert registrar.get(link).status_code == 200
    assert "lead nowhere any more" in done(registrar, path, f"{path}/void-links").text
    assert not registrar.get(link).is_success
