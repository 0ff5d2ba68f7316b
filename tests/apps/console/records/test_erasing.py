"""Erasing: confirmed by the person's id, with a receipt, for good."""

from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.records.conftest import Wrote


def test_without_their_id_typed_nothing_is_erased(moderator: Client, wrote: Wrote) -> None:
    wrote("erase-ada")
    path = "/people/erase-ada/erase"
    page = send(moderator, path, path, typed="erase-ida", sent_to="the helpdesk")
    assert page.status_code == 422
    assert "This is not their id. Nothing was erased." in page.text
    assert 'value="the helpdesk"' in page.text
    assert moderator.get("/people/erase-ada").status_code == 200


def test_who_is_erased_is_gone_and_the_receipt_says_what_stays(moderator: Client, wrote: Wrote) -> None:
    wrote("erase-bo")
    path = "/people/erase-bo/erase"
    assert "can be read now" in moderator.get(path).text
    page = send(moderator, path, path, typed=" erase-bo ", sent_to="the helpdesk, a mailing list")
    assert page.status_code == 200
    assert "Messages already sent to the helpdesk are kept there" in page.text
    assert "a mailing list" in page.text
    assert "Backups of the database" in page.text
    gone = moderator.get("/people/erase-bo").text
    assert "No conversation can be read." in gone
    assert "angry" not in gone


def test_nobody_knows_whom_to_erase(moderator: Client) -> None:
    assert moderator.get("/people/erase-nobody/erase").status_code == 404
