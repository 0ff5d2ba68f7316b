"""The rows of handoffs: in their order, written with the acts that move them, found when something is due."""

import datetime as dt

import msgspec
import pytest

from humanely.store.handoffs import Handoffs, Standing, opened_by
from humanely.store.log.act import Moved, Unit
from humanely.store.log.ledger import Ledger
from tests.store.people import LATER, NOW, said

MINUTE = dt.timedelta(minutes=1)
CALLED = Standing(place=opened_by(0), state="queued", priority=0.5, opened_at=NOW)


@pytest.fixture
def rows(ledger: Ledger) -> Handoffs:
    """Those of a ledger."""
    return ledger.handoffs


def moves(conversation: str, standing: Standing, known: int = -1) -> Unit:
    """A turn after which a handoff stands so."""
    acts = (said(b"A human, please", conversation=conversation),)
    return Unit(acts=acts, conversation=conversation, known=known, handoff=standing)


def of(priority: float, opened_at: dt.datetime = NOW, place: int = opened_by(0)) -> Standing:
    """A handoff that is queued."""
    return msgspec.structs.replace(CALLED, place=place, priority=priority, opened_at=opened_at)


def test_the_most_urgent_stands_in_front_and_then_the_longest_open(ledger: Ledger, rows: Handoffs) -> None:
    ledger.commit([moves("c-1", of(0.5)), moves("c-2", of(0.9))], NOW)
    ledger.commit([moves("c-3", of(0.5, LATER))], LATER)
    assert [(row.place, row.priority) for row in rows.open()] == [(1, 0.9), (0, 0.5), (2, 0.5)]


def test_its_id_is_the_entry_that_opened_it(ledger: Ledger, rows: Handoffs) -> None:
    acts = (said(b"Hello"), said(b"A human, please"))
    ledger.commit([Unit(acts=acts, conversation="c-1", handoff=of(0.5, place=opened_by(1)))], NOW)
    assert rows.at(1) is not None
    assert rows.at(0) is None


def test_a_row_names_people_by_pseudonym_only(ledger: Ledger, rows: Handoffs) -> None:
    ledger.commit([moves("c-1", of(0.5))], NOW)
    (row,) = rows.open()
    assert len(row.subject) == len(row.conversation) == 64
    assert "ada" not in row.subject


def test_a_row_moves_with_its_acts(ledger: Ledger, rows: Handoffs) -> None:
    ledger.commit([moves("c-1", of(0.5))], NOW)
    ledger.commit([moves("c-1", of(0.7, place=0), known=0)], LATER)
    assert [(row.place, row.priority, row.opened_at) for row in rows.open()] == [(0, 0.7, NOW)]


def test_what_is_overtaken_moves_no_row(ledger: Ledger, rows: Handoffs) -> None:
    ledger.commit([moves("c-1", of(0.5))], NOW)
    assert ledger.commit([moves("c-1", of(0.9, place=0))], LATER) == [Moved()]
    assert [row.priority for row in rows.open()] == [0.5]


def test_what_has_ended_is_open_no_more_and_another_may_open(ledger: Ledger, rows: Handoffs) -> None:
    ledger.commit([moves("c-1", of(0.5))], NOW)
    ended = msgspec.structs.replace(of(0.5, place=0), state="resolved", ended_at=LATER)
    ledger.commit([moves("c-1", ended, known=0), moves("c-1", of(0.6), known=1)], LATER)
    assert [row.place for row in rows.open()] == [2]


def test_what_is_due_is_found_first_due_first(ledger: Ledger, rows: Handoffs) -> None:
    at = [NOW + 3 * MINUTE, NOW + MINUTE, NOW + 9 * MINUTE]
    units = [moves(f"c-{n}", msgspec.structs.replace(CALLED, next_due=due)) for n, due in enumerate(at)]
    ledger.commit(units, NOW)
    assert [row.place for row in rows.due(NOW + 5 * MINUTE, 10)] == [1, 0]
    assert [row.place for row in rows.due(NOW + 5 * MINUTE, 1)] == [1]
    assert rows.due(NOW, 10) == ()


def test_what_somebody_has_and_had_is_theirs(ledger: Ledger, rows: Handoffs) -> None:
    mine = msgspec.structs.replace(CALLED, state="joined", agent="ada")
    ended = msgspec.structs.replace(mine, state="resolved", ended_at=NOW)
    ledger.commit([moves("c-1", mine), moves("c-2", ended), moves("c-3", CALLED)], NOW)
    assert [row.place for row in rows.of_agent("ada", NOW)] == [0, 1]
    assert [row.place for row in rows.of_agent("ada", NOW + MINUTE)] == [0]
    assert [row.place for row in rows.held_since(NOW)] == [0, 1]
