"""The ledger on a page: what was signed, one record proven, the whole verified; no words."""

from humanely.apps.site.start import Started
from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.records.conftest import ANGRY, Wrote


def test_acts_are_listed_without_words_or_names(auditor: Client, wrote: Wrote) -> None:
    wrote("ledger-ada")
    page = auditor.get("/ledger").text
    assert "decision" in page
    assert "ledger-ada" not in page
    assert ANGRY not in page


def test_the_whole_is_verified(auditor: Client, started: Started) -> None:
    started.services.checkpoint()
    page = send(auditor, "/ledger", "/ledger/verify")
    assert "Nothing is wrong: the ledger holds what was recorded." in page.text


def test_one_record_is_proven(auditor: Client) -> None:
    page = auditor.get("/ledger?place=0").text
    assert "Record 0 stands in the ledger of" in page


def test_a_record_that_is_not_there_is_not_proven(auditor: Client) -> None:
    page = auditor.get("/ledger?place=99999999").text
    assert "There is no record at this place." in page
