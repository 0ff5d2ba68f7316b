"""A proof somebody was given is checked check by check."""

import html
import json

import pytest

from humanely.apps.console.records.proof import ProofUnreadable, RecordMissing, checked, shown
from humanely.apps.site.start import Started
from humanely.store.log.ledger import Ledger
from tests.apps.conftest import Client
from tests.apps.console.conftest import send


@pytest.fixture
def ledger(started: Started) -> Ledger:
    return started.services.ledger


def test_what_this_page_gives_is_taken_back(ledger: Ledger) -> None:
    verdict = checked(ledger, shown(ledger, "1").text)
    assert verdict == (("ledger-leads", True), ("ledger-head-ours", True), ("ledger-record-ours", True))


def test_what_the_api_gives_is_taken(ledger: Ledger, client: Client) -> None:
    assert all(holds for _, holds in checked(ledger, client.get("/v1/ledger/proof?index=1").text))
    assert all(holds for _, holds in checked(ledger, client.get("/v1/ledger/proof?from=1").text))


def test_a_proof_of_another_time_still_holds(ledger: Ledger, client: Client) -> None:
    earlier = client.get("/v1/ledger/proof?index=0&size=2").text
    assert all(holds for _, holds in checked(ledger, earlier))


@pytest.mark.parametrize(
    ("change", "fails"),
    [
        ({"kind": "note"}, {"ledger-leads", "ledger-record-ours"}),
        ({"index": 2}, {"ledger-leads", "ledger-record-ours"}),
        ({"at": "2020-01-01T00:00:00Z"}, {"ledger-leads", "ledger-record-ours"}),
    ],
    ids=str,
)
def test_a_changed_record_is_told_by_the_check_it_fails(
    ledger: Ledger, change: dict[str, object], fails: set[str]
) -> None:
    given = json.loads(shown(ledger, "1").text)
    given["entry"] |= change
    assert {key for key, holds in checked(ledger, json.dumps(given)) if not holds} == fails


def test_a_root_of_another_ledger_is_not_ours(ledger: Ledger) -> None:
    given = json.loads(shown(ledger, "1").text)
    given["head"]["root"] = "A" * 43 + "="
    assert {key for key, holds in checked(ledger, json.dumps(given)) if not holds} == {
        "ledger-leads",
        "ledger-head-ours",
    }


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "no", '{"kind":"inclusion","head":{"size":1,"root":"x"},"hashes":[]}']
)
def test_what_is_no_proof_is_told_so(ledger: Ledger, text: str) -> None:
    with pytest.raises(ProofUnreadable):
        checked(ledger, text)


@pytest.mark.parametrize("place", ["", "x", "-1", "1.5", "9" * 30, "99999999"])
def test_a_place_that_is_none_is_told_so(ledger: Ledger, place: str) -> None:
    with pytest.raises(RecordMissing):
        shown(ledger, place)


def test_a_pasted_proof_is_checked_on_the_page(ledger: Ledger, auditor: Client) -> None:
    page = send(auditor, "/ledger", "/ledger/proof", proof=shown(ledger, "1").text)
    assert html.unescape(page.text).count('<span class="mark good">yes</span>') == 3


def test_a_pasted_text_that_is_none_is_shown_again(auditor: Client) -> None:
    page = send(auditor, "/ledger", "/ledger/proof", proof="my own proof")
    assert "This is no proof that can be read." in page.text
    assert "my own proof" in page.text
