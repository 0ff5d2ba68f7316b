"""Rows of credentials on both engines: written with the acts, held to those of others, and bits that outlive people."""

import os

import msgspec

from humanely.store.credentials import Endorsed, Rows
from humanely.store.log.act import Moved, Recorded, Unit
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.log.retire import retire
from humanely.store.sql.database import Database
from humanely.trust.keys import MemoryKeys
from humanely.trust.retention import Schedule, shipped
from tests.store.credentials_kept import CODE, DAY, NOON, act, filed, listed, record
from tests.store.people import ROOT

OTHER = "3333-3333-3333"


def test_a_credential_takes_the_place_of_its_act(ledger: Ledger) -> None:
    record(ledger, listed())
    found = ledger.credentials.at(CODE)
    assert found is not None
    assert (found.place, found.newest, found.state, found.subject) == (0, 0, "offered", ROOT.pseudonym("ada"))
    assert [kept.index for kept in ledger.credential(CODE)] == [0]


def test_a_credential_is_no_conversation(ledger: Ledger) -> None:
    record(ledger, listed())
    assert list(ledger.conversations()) == []
    assert ledger.conversation(CODE) == ledger.conversation(f"credential/{CODE}") == ()
    assert ledger.newest([CODE]) == {CODE: -1}


def test_whoever_was_overtaken_records_nothing(ledger: Ledger) -> None:
    record(ledger, listed())
    assert record(ledger, listed(state="collected", place=0), known=-1) == Moved()
    assert isinstance(record(ledger, listed(state="collected", place=0), known=0), Recorded)
    found = ledger.credentials.at(CODE)
    assert found is not None
    assert (found.state, found.newest, ledger.head().size) == ("collected", 1, 2)


def test_two_credentials_move_together_or_not_at_all(ledger: Ledger) -> None:
    record(ledger, listed())
    both = (Rows(known=-1, listed=listed(OTHER)), Rows(known=7, listed=listed(state="superseded", place=0)))
    acts = (act(OTHER), act(CODE))
    assert ledger.commit([Unit(acts=acts, credentials=both)], NOON) == [Moved()]
    assert ledger.credentials.at(OTHER) is None
    right = (both[0], msgspec.structs.replace(both[1], known=0))
    assert ledger.commit([Unit(acts=acts, credentials=right)], NOON) == [Recorded(1, NOON)]
    states = [row.state for row in ledger.credentials.find()]
    assert sorted(states) == ["offered", "superseded"]


def test_the_bits_of_a_list_are_those_of_its_credentials(ledger: Ledger) -> None:
    record(ledger, listed(state="revoked", revoked=True, position=7))
    record(ledger, listed(OTHER, state="suspended", suspended=True, position=9))
    record(ledger, listed("4444-4444-4444", list=2, state="revoked", revoked=True, position=7))
    assert ledger.credentials.raised(1, "revocation") == {7}
    assert ledger.credentials.raised(1, "suspension") == {9}


def test_they_are_found_by_what_they_are(ledger: Ledger) -> None:
    record(ledger, listed(batch="b1"))
    record(ledger, listed(OTHER, state="awaiting_review", achievement="fork-lift", list=None, position=None))
    found = ledger.credentials
    assert [row.id for row in found.find(batch="b1")] == [row.id for row in found.find(state="offered")] == [CODE]
    assert [row.id for row in found.find(achievement="fork-lift")] == [OTHER]
    assert [row.id for row in found.find(limit=1, offset=1)] == [CODE]
    assert {row.id for row in found.of_subject(ROOT.pseudonym("ada"))} == {CODE, OTHER}
    assert dict(found.counts()) == {"offered": 1, "awaiting_review": 1}
    assert found.known([CODE, "5555-5555-5555"]) == {CODE}
    assert found.offered_since(NOON) == {"first-aid": 1, "fork-lift": 1}


def test_an_appeal_is_due_from_its_time_on_until_that_was_told(ledger: Ledger) -> None:
    record(ledger, listed(), appeal=filed())
    rows = ledger.credentials
    assert (rows.appeals_due(NOON, 9), [one.place for one in rows.appeals_due(NOON + DAY, 9)]) == ((), [0])
    record(ledger, listed(place=0), known=0, appeal=filed(place=0, next_due=None))
    assert (rows.appeals_due(NOON + DAY, 9), [one.place for one in rows.appeals_open()]) == ((), [0])
    record(ledger, listed(place=0), known=1, appeal=filed(place=0, next_due=None, state="decided", ended_at=NOON))
    assert (rows.appeals_open(), [one.state for one in rows.appeals_ended(9)]) == ((), ["decided"])
    assert [one.state for one in rows.appeals_since(NOON)] == ["decided"]


def test_who_is_to_be_told_is_found_from_its_moment_on(ledger: Ledger) -> None:
    record(ledger, listed(mail_at=NOON + DAY))
    record(ledger, listed(OTHER, hand_at=NOON))
    rows = ledger.credentials
    assert (rows.to_mail(NOON, 9), [one.id for one in rows.to_mail(NOON + DAY, 9)]) == ((), [CODE])
    assert [one.id for one in rows.to_pass_on(NOON, 9)] == [OTHER]


def test_an_endorsement_that_is_held_is_found(ledger: Ledger) -> None:
    one = Endorsed(id="e1", credential=CODE, state="held", asked_at=NOON, given_at=NOON)
    rows = Rows(known=-1, listed=listed(), endorsed=(one,))
    ledger.commit([Unit(acts=(act(),), credentials=(rows,))], NOON)
    assert [row.id for row in ledger.credentials.endorsements_held()] == ["e1"]
    found = ledger.credentials.endorsement("e1")
    assert found is not None
    assert found.subject == ROOT.pseudonym("ada")
    assert ledger.credentials.endorsement("e2") is None


def test_of_an_erased_person_the_bit_stays_and_nothing_that_leads_to_them(
    database: Database, ledger: Ledger, keys: MemoryKeys
) -> None:
    record(ledger, listed(state="revoked", revoked=True, position=7, language="de", mail_at=NOON), appeal=filed())
    Eraser(database, keys, ROOT, os.urandom).erase("ada", NOON)
    found = ledger.credentials.at(CODE)
    assert found is not None
    assert (found.state, found.subject, found.achievement, found.language) == ("gone", "", "", "")
    assert (found.revoked, found.position, found.mail_at) == (True, 7, None)
    assert ledger.credentials.raised(1, "revocation") == {7}
    assert (ledger.credentials.appeals_since(NOON), ledger.credentials.find()) == ((), ())
    assert [kept.payload for kept in ledger.credential(CODE)] == [None]


def test_what_was_kept_long_enough_is_gone_and_its_bit_stays(database: Database, ledger: Ledger) -> None:
    record(ledger, listed(state="revoked", revoked=True, position=7), appeal=filed())
    retire(database, Schedule(shipped().rules), NOON + 3651 * DAY, os.urandom)
    found = ledger.credentials.at(CODE)
    assert found is not None
    assert (found.state, found.subject, found.revoked) == ("gone", "", True)
    assert ledger.credentials.appeals_since(NOON) == ()
