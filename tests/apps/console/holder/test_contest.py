"""Contesting: nothing typed is ever lost, nothing is sent unseen, and the answer comes from somebody with a name."""

import html
import re

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.console.words import LOCALES
from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.pipeline.credentials import appeals, holder, statuses
from tests.apps.conftest import Client
from tests.apps.console.holder.conftest import Held, Offered
from tests.apps.console.holder.test_verify import words_of

STATEMENT = "I passed the test on 3 March.\nThe examiner signed <my> sheet."
SAID = {"statement": STATEMENT, "wish": "Please look at the sheet again.", "reach": "ada@example.org", "agent": ""}
PDF = ("file", ("sheet.pdf", b"%PDF-1.7 a sheet", "application/pdf"))
NOTE = ("file", ("note.txt", b"I was there.", "text/plain"))


@pytest.fixture
def revoked(offered: Offered) -> Held:
    """A credential that was taken back."""
    one = offered()
    one.acts(lambda desk, now: holder.collect(desk, one.ticket, now))
    one.by_team(statuses.revoke, "requirements_not_met")
    return one


@pytest.fixture
def filed(visitor: Client, revoked: Held) -> Held:
    """One that is contested."""
    told = visitor.post(f"{revoked.mine}/contest/send", data=SAID, files=[PDF, NOTE])
    assert told.status_code == 303, told.text
    return revoked


def kept(page: httpx.Response) -> dict[str, str]:
    """What stands in the fields of a page."""
    areas = re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n(.*?)</textarea>', page.text, re.DOTALL)
    fields = re.findall(r'<input id="\w+" name="(\w+)" type="text" value="([^"]*)"', page.text)
    return {name: html.unescape(value) for name, value in [*areas, *fields]}


def test_the_form_says_who_decides_and_by_when(visitor: Client, revoked: Held) -> None:
    said = words_of(visitor.get(f"{revoked.mine}/contest"))
    assert "A human decides who had no part in it" in said
    assert "If you send it today, by" in said


def test_it_is_looked_at_once_more_before_it_is_sent(visitor: Client, revoked: Held) -> None:
    page = visitor.post(f"{revoked.mine}/contest", data=SAID)
    assert page.status_code == 200
    assert kept(page) == SAID
    assert "Is it right as it stands?" in words_of(page)
    assert revoked.now.appeal is None


def test_going_back_loses_nothing(visitor: Client, revoked: Held) -> None:
    page = visitor.post(f"{revoked.mine}/contest", data={**SAID, "back": "true"})
    assert kept(page) == SAID


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"statement": ""}, "There are no words yet."),
        ({"statement": "  \n "}, "There are no words yet."),
        ({"statement": "x" * 8_001}, "This is more than can be read at once."),
        ({"wish": "x" * 2_001}, "This is more than can be read at once."),
        ({"agent": "x" * 201}, "This is more than can be read at once."),
    ],
)
@pytest.mark.parametrize("where", ["contest", "contest/send"])
def test_what_cannot_be_sent_stays_as_it_was_typed(
    visitor: Client, revoked: Held, where: str, changed: dict[str, str], says: str
) -> None:
    page = visitor.post(f"{revoked.mine}/{where}", data={**SAID, **changed})
    assert page.status_code == 422
    assert says in words_of(page)
    assert kept(page) == {**SAID, **changed}
    assert revoked.now.appeal is None


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([PDF, ("file", ("empty.pdf", b"", "application/pdf"))], "File 2 is empty."),
        ([("file", ("a.exe", b"MZ\x00\x01", "application/pdf"))], "File 1 is no PDF"),
        ([PDF, ("file", ("big.pdf", b"%PDF-" + b" " * (5 << 20), "application/pdf"))], "File 2 is larger than 5 MiB."),
        ([NOTE] * 11, "File 11 is one too many."),
    ],
    ids=["empty", "kind", "large", "many"],
)
def test_a_file_that_cannot_be_taken_is_named_and_the_words_stay(
    visitor: Client, revoked: Held, files: list[tuple[str, tuple[str, bytes, str]]], says: str
) -> None:
    page = visitor.post(f"{revoked.mine}/contest/send", data=SAID, files=files)
    assert page.status_code == 422
    assert says in words_of(page)
    assert kept(page) == SAID
    assert revoked.now.appeal is None


def test_the_receipt_has_a_number_a_date_and_the_files(visitor: Client, filed: Held) -> None:
    said = words_of(visitor.get(f"{filed.mine}/contest"))
    assert f"{filed.code}/{filed.now.appeal_place}" in said
    assert "Answer by" in said
    assert "sheet.pdf" in said
    assert "note.txt" in said


def test_what_was_typed_reaches_those_who_decide_as_it_was(filed: Held) -> None:
    record = next(one.record for one in filed.now.history if one.place == filed.now.appeal_place)
    assert record.statement == STATEMENT  # type: ignore[union-attr]
    assert record.wish == "Please look at the sheet again.\n\nTo be reached: ada@example.org"  # type: ignore[union-attr]


def test_sending_twice_files_one_and_leads_to_its_receipt(visitor: Client, filed: Held) -> None:
    again = visitor.post(f"{filed.mine}/contest/send", data=SAID)
    assert (again.status_code, again.headers["location"]) == (303, f"{filed.mine}/contest")
    assert len([one for one in filed.now.history if getattr(one.record, "step", "") == "filed"]) == 1


def test_other_words_sent_while_one_is_open_are_there_to_be_added_to_it(visitor: Client, filed: Held) -> None:
    again = visitor.post(f"{filed.mine}/contest/send", data={**SAID, "statement": "Ida saw me, too."})
    assert again.status_code == 409
    assert "Your appeal is with us already" in words_of(again)
    assert kept(again) == {"statement": "Ida saw me, too."}


def test_what_is_asked_for_is_told_and_given(visitor: Client, filed: Held) -> None:
    filed.by_team(appeals.want_evidence, "Please show us the first page of the sheet.")
    said = words_of(visitor.get(f"{filed.mine}/contest"))
    assert "Please show us the first page of the sheet." in said
    told = visitor.post(f"{filed.mine}/contest/more", data={"statement": "Here it is."}, files=[PDF])
    assert told.status_code == 303
    assert "Nobody outside reads a reason" in words_of(visitor.get(f"{filed.mine}/contest"))


@pytest.mark.parametrize(
    ("files", "says"), [([], "There are no words yet."), ([("file", ("a.exe", b"MZ\x00", "x/y"))], "File 1 is no PDF")]
)
def test_what_is_added_in_vain_is_told(
    visitor: Client, filed: Held, files: list[tuple[str, tuple[str, bytes, str]]], says: str
) -> None:
    page = visitor.post(f"{filed.mine}/contest/more", data={"statement": ""}, files=files or None)
    assert (page.status_code, says in words_of(page)) == (422, True)


def test_it_is_taken_back_only_by_somebody_who_is_sure(visitor: Client, filed: Held) -> None:
    visitor.post(f"{filed.mine}/contest/withdraw")
    assert filed.now.under_appeal
    visitor.post(f"{filed.mine}/contest/withdraw", data={"sure": "true"})
    assert not filed.now.under_appeal
    page = visitor.get(f"{filed.mine}/contest")
    assert "Nothing was decided." in words_of(page)
    assert "What is not right?" in words_of(visitor.get(f"{filed.mine}/contest?again=true"))


def decided(filed: Held, decision: str) -> None:
    """Have two people decide."""
    filed.by_team(appeals.propose, decision, "Your sheet is complete. We had overlooked page two.", by="ben")
    filed.by_team(appeals.decide, "Carla Weber", by="carla")


@pytest.mark.parametrize(
    ("decision", "says", "stands"),
    [
        ("overturned", "You were right", "This is yours, and it counts."),
        ("upheld", "What was done stands", "It was taken back."),
        ("partly", "You were right in part", "It was taken back."),
    ],
)
def test_the_answer_has_a_name_reasons_and_what_happens_next(
    visitor: Client, filed: Held, decision: str, says: str, stands: str
) -> None:
    decided(filed, decision)
    said = words_of(visitor.get(f"{filed.mine}/contest"))
    assert says in said
    assert "We had overlooked page two." in said
    assert "Decided by Carla Weber" in said
    assert stands in words_of(visitor.get(filed.mine))


def test_only_what_was_done_since_can_be_contested_again(visitor: Client, filed: Held) -> None:
    decided(filed, "overturned")
    assert "File another" not in visitor.get(f"{filed.mine}/contest").text
    filed.by_team(statuses.suspend)
    assert "File another" in visitor.get(f"{filed.mine}/contest").text


def test_what_was_overturned_counts_again_everywhere(visitor: Client, filed: Held) -> None:
    decided(filed, "overturned")
    file = visitor.get(f"{filed.mine}/badge.png").content
    assert "This credential is valid." in words_of(visitor.post("/verify?lang=en", files={"file": ("b.png", file)}))


def test_while_it_is_looked_at_whoever_checks_is_asked_not_to_judge(visitor: Client, filed: Held) -> None:
    file = visitor.get(f"{filed.mine}/badge.png").content
    said = words_of(visitor.post("/verify?lang=en", files={"file": ("b.png", file)}))
    assert "the holder has appealed" in said
    assert "The appeal is to be decided by" in said


def test_what_was_decided_cannot_be_contested_again(visitor: Client, filed: Held) -> None:
    decided(filed, "upheld")
    page = visitor.post(f"{filed.mine}/contest/send", data=SAID)
    assert page.status_code == 409
    assert "This was contested and decided before." in words_of(page)
    assert kept(page) == SAID


def test_what_one_proposes_to_another_is_not_told_before_it_is_decided(visitor: Client, filed: Held) -> None:
    filed.by_team(appeals.propose, "upheld", "We see it as before.", by="ben")
    pages = [visitor.get(path).text for path in (f"{filed.mine}/contest", filed.mine)]
    assert ["We see it as before." in page for page in pages] == [False, False]


@pytest.mark.parametrize("lang", LOCALES)
def test_every_language_has_every_page(visitor: Client, filed: Held, lang: str) -> None:
    decided(filed, "partly")
    pages = [visitor.get(f"{filed.mine}/contest{query}lang={lang}") for query in ("?", "?again=true&")]
    pages += [visitor.post(f"{filed.mine}/contest?lang={lang}", data={**SAID, "statement": ""})]
    pages += [visitor.post(f"{filed.mine}/contest?lang={lang}", data=SAID)]
    assert [page.status_code for page in pages] == [200, 200, 422, 200]
    assert all(f'<html lang="{lang}">' in page.text for page in pages)


# More fields than any form has: whoever reads them answers 400.
ENDLESS = "&".join(["statement=x"] * 1_001)
FORM = {"content-type": "application/x-www-form-urlencoded"}
LARGE = ["contest", "contest/send", "contest/more"]


@pytest.mark.parametrize("where", LARGE)
def test_without_a_link_nothing_that_is_sent_is_read(visitor: Client, revoked: Held, where: str) -> None:
    assert visitor.post(f"{revoked.mine}/{where}", content=ENDLESS, headers=FORM).status_code == 400
    assert visitor.post(f"/mine/made-up/{where}", content=ENDLESS, headers=FORM).status_code == 404


@pytest.mark.parametrize("where", LARGE)
def test_of_whoever_sends_too_much_nothing_more_is_read(started: Started, revoked: Held, where: str) -> None:
    services = msgspec.structs.replace(started.services, public_limit=RateLimit(0.001, 1))
    with TestClient(serve(services), raise_server_exceptions=False) as client:
        sent = [client.post(f"{revoked.mine}/{where}", content=ENDLESS, headers=FORM) for _ in range(2)]
    assert [one.status_code for one in sent] == [400, 429]
