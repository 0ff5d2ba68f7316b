"""A class in the console: looked at, mended, issued."""

import re

import httpx

from tests.apps.conftest import Client
from tests.apps.console.conftest import token_in
from tests.apps.console.credentials.conftest import Office, followed

CLASS = "/credentials/achievements/first-aid/class"
GOOD = "Name,Email\nAnn,ann@class.example.org\nBob,bob@class.example.org\n"
MIXED = "Name,Email,Shoe size\nCay,cay@class.example.org,40\nDee,nobody,41\nCay,cay@class.example.org,40\n"


def sent(client: Client, table: str, do: str = "look", of: str = CLASS) -> httpx.Response:
    """Send a table as a file."""
    data = {"csrf": token_in(client.get(of)), "do": do}
    return client.post(of, data=data, files={"file": ("class.csv", table.encode())})


def test_a_look_issues_nothing_and_tells_of_each_row(registrar: Client, office: Office) -> None:
    before = office.done(lambda desk, _: desk.ledger.credentials.counts())
    page = sent(registrar, MIXED).text
    assert "One row is ready, 2 need mending" in page
    assert "This is no e-mail address." in page
    assert "The same person stands in row 2 already." in page
    assert "Not needed, and not read: Shoe size." in page
    assert office.done(lambda desk, _: desk.ledger.credentials.counts()) == before


def test_a_table_is_carried_along_and_need_not_be_chosen_again(registrar: Client) -> None:
    page = sent(registrar, GOOD.replace("class", "carried"))
    table = re.search(r'name="table" value="([^"]+)"', page.text)
    assert table is not None
    answer = registrar.post(CLASS, data={"csrf": token_in(page), "do": "all", "table": table[1]})
    batch = followed(registrar, answer)
    assert "The batch is issued." in batch.text
    assert "2 credentials" in batch.text
    assert "Ann" in batch.text


def test_while_a_row_is_bad_all_is_refused_and_the_good_ones_are_issued_alone(registrar: Client) -> None:
    refused = sent(registrar, MIXED.replace("class", "part"), "all")
    assert refused.status_code == 409
    assert "Some rows need mending" in refused.text
    issued = followed(registrar, sent(registrar, MIXED.replace("class", "part"), "good"))
    assert "One credential" in issued.text


def test_bad_rows_come_back_as_a_file_to_mend(registrar: Client) -> None:
    answer = sent(registrar, MIXED, "bad")
    assert answer.headers["content-disposition"] == 'attachment; filename="first-aid-to-mend.csv"'
    assert '"What to mend"' in answer.text
    assert answer.text.count("\r\n") == 3


def test_whoever_has_it_already_is_not_given_it_twice(registrar: Client, office: Office) -> None:
    office.offered("Holder")
    assert "This person has this already." in sent(registrar, "Email\nholder@example.org\n").text


def test_what_is_no_table_is_said_to_be_none(registrar: Client) -> None:
    answer = sent(registrar, "nothing here")
    assert answer.status_code == 422
    assert "There is nobody in the table." in answer.text
    token = token_in(registrar.get(CLASS))
    assert registrar.post(CLASS, data={"csrf": token, "do": "all", "table": "%%%"}).status_code == 422
    # 9 MiB are more than a table may have.
    assert sent(registrar, "a" * (9 << 20)).status_code == 422
