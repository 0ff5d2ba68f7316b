"""A batch: approved by another, undone as a whole once it was shown what holders read."""

import re

from humanely.pipeline.credentials import holder
from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done, followed
from tests.apps.console.credentials.test_classes import CLASS, sent

LICENCE = CLASS.replace("first-aid", "fork-lift")


def batch_of(client: Client, table: str, of: str = CLASS) -> str:
    """Issue a class; the path of its batch."""
    return str(sent(client, table, "all", of).headers["location"])


def test_a_batch_on_which_a_licence_depends_is_approved_by_another_at_once(registrar: Client, second: Client) -> None:
    batch = batch_of(registrar, "Email\nx1@example.org\nx2@example.org\n", LICENCE)
    own = send(registrar, batch, f"{batch}/approve")
    assert own.status_code == 409
    assert "cannot approve it" in own.text
    approved = done(second, batch, f"{batch}/approve")
    assert "All that waited is issued." in approved.text
    assert "offered: 2" in approved.text


def test_a_batch_is_undone_once_it_was_shown_what_holders_read(registrar: Client, office: Office) -> None:
    batch = batch_of(registrar, "Email,Name,Language\ny1@example.org,Yan,de\ny2@example.org,Yve,\n")
    codes = dict.fromkeys(re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", registrar.get(batch).text))
    taken = next(code for code in codes if office.at(code).claim.recipient.name == "Yan")  # type: ignore[union-attr]
    ticket = office.ticket(taken)
    office.done(lambda desk, asked: holder.collect(desk, ticket, asked.now))
    assert send(registrar, batch, f"{batch}/undo", sure="true").status_code == 422
    shown = send(registrar, batch, f"{batch}/undo", reason="issued_in_error")
    assert "„Erste Hilfe“ wurde zurückgenommen" in shown.text
    assert office.at(taken).life.state == "collected"  # type: ignore[union-attr]
    undone = followed(registrar, send(registrar, batch, f"{batch}/undo", reason="issued_in_error", sure="true"))
    assert "The batch is undone." in undone.text
    assert {office.at(code).life.state for code in codes} == {"revoked", "cancelled"}  # type: ignore[union-attr]


def test_there_is_no_page_of_a_batch_that_is_not_there(registrar: Client) -> None:
    assert registrar.get("/credentials/batches/0000").status_code == 404
