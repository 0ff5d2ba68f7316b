"""Why something was decided, for staff and as the person reads it."""

from tests.apps.conftest import Client
from tests.apps.console.records.conftest import Wrote


def test_the_newest_decision_stands_first(auditor: Client, wrote: Wrote) -> None:
    place = wrote("decided-ada", "Please let me talk to a human.")
    rows = auditor.get("/decisions").text.split("<tbody>")[1].split("</tr>")
    assert f'href="/decisions/{place}"' in rows[0]
    assert "The person asked for a human." in rows[0]


def test_older_ones_are_a_page_further(auditor: Client, wrote: Wrote) -> None:
    place = wrote("decided-bo")
    assert f'href="/decisions/{place}"' not in auditor.get(f"/decisions?before={place}").text


def test_a_decision_names_its_evidence_and_what_the_person_reads(auditor: Client, wrote: Wrote) -> None:
    place = wrote("decided-cem", "Please let me talk to a human.")
    page = auditor.get(f"/decisions/{place}").text
    assert "“talk to a human”" in page
    assert "You asked for a human." in page
    assert f'href="/ledger?place={place}"' in page


def test_the_words_for_the_person_come_in_other_languages(auditor: Client, wrote: Wrote) -> None:
    place = wrote("decided-dan", "Please let me talk to a human.")
    page = auditor.get(f"/decisions/{place}?locale=de").text
    assert '<div lang="de">' in page


def test_of_an_erased_person_only_that_it_happened_is_left(
    auditor: Client, moderator: Client, wrote: Wrote, client: Client
) -> None:
    place = wrote("decided-eve")
    assert client.post("/v1/people/decided-eve/erase", json={}).status_code == 200
    assert auditor.get(f"/decisions/{place}").status_code == 410
    assert "Erased, or its time has passed" in auditor.get("/decisions").text


def test_what_is_no_decision_is_not_there(auditor: Client) -> None:
    assert [auditor.get(f"/decisions/{one}").status_code for one in ("0", "x", "999999", "-1")] == [404] * 4
