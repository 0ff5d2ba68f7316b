"""The ledger on both engines: what is recorded, what moves, and what is read back."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import select

from humanely.store.log.act import Act, Earlier, Moved, Recorded, Unit
from humanely.store.log.ledger import PAGE, Ledger, Outcome
from humanely.store.log.sequencer import HeadMissing
from humanely.store.sql.database import Database, open_database
from humanely.store.sql.database_faults import DatabaseFailed
from humanely.store.sql.tables import entries, head, nodes
from humanely.trust.checkpoint import open_signed
from humanely.trust.entry import Entry, hash_payload
from humanely.trust.keys import KeyDestroyed, MemoryKeys
from humanely.trust.merkle import EMPTY_ROOT, Head, leaf_hash, root_of
from humanely.trust.retention import Kind as Keep
from humanely.trust.signing_key import Signer
from tests.store.people import LATER, NOW, ROOT, answered, said, unit


def payloads(ledger: Ledger, conversation: str = "c-1") -> list[bytes | None]:
    return [kept.payload for kept in ledger.conversation(conversation)]


def rebuilt(database: Database) -> Head:
    columns = (entries.c.index, entries.c.at, entries.c.kind, entries.c.subject, entries.c.payload_hash)
    with database.reading() as connection:
        log = [Entry(*row) for row in connection.execute(select(*columns).order_by(entries.c.index))]
    return Head(len(log), root_of(leaf_hash(entry.leaf) for entry in log))


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert ledger.head() == Head(0, EMPTY_ROOT)
    assert ledger.after(-1, 10) == ()
    assert ledger.commit([], NOW) == []


def test_acts_are_read_back_as_they_were_recorded(ledger: Ledger) -> None:
    assert ledger.commit([unit(b"Hello", b"Where is it?")], NOW) == [Recorded(0, NOW)]
    first, second = ledger.conversation("c-1")
    assert (first.index, first.at, first.kind, first.payload) == (0, NOW, "estimate", b"Hello")
    assert (second.index, second.payload) == (1, b"Where is it?")
    assert second.subject == ROOT.pseudonym("ada")


def test_a_conversation_is_read_on_from_where_it_was_left(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2"), unit(b"3", conversation="c-2"), unit(b"4", known=1)], NOW)
    assert [kept.payload for kept in ledger.conversation("c-1", after=0)] == [b"2", b"4"]
    assert ledger.conversation("c-1", after=3) == ()


def test_units_follow_each_other_without_a_gap(ledger: Ledger) -> None:
    round_ = [unit(b"1", b"2", conversation="c-1"), unit(b"3", conversation="c-2"), unit(b"4", conversation="c-3")]
    assert ledger.commit(round_, NOW) == [Recorded(0, NOW), Recorded(2, NOW), Recorded(3, NOW)]
    assert [kept.payload for kept in ledger.after(-1, 10)] == [b"1", b"2", b"3", b"4"]


def test_all_conversations_are_walked_through_each_whole_and_in_order(ledger: Ledger) -> None:
    ledger.commit([unit(b"%d" % number, conversation=f"c-{number}") for number in range(PAGE + 1)], NOW)
    ledger.commit([unit(b"and on", conversation="c-0", known=0)], LATER)
    walked = {tuple(kept.payload for kept in acts) for acts in ledger.conversations()}
    assert walked == {(b"0", b"and on"), *((b"%d" % number,) for number in range(1, PAGE + 1))}


def test_the_head_is_the_root_over_all_entries(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"1", b"2", b"3")], NOW)
    ledger.commit([unit(b"4", b"5", known=2)], LATER)
    assert ledger.head() == rebuilt(database)


def test_every_complete_subtree_is_kept(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(*(b"%d" % number for number in range(5)))], NOW)
    ledger.commit([unit(*(b"%d" % number for number in range(6)), known=4)], NOW)
    with database.reading() as connection:
        kept = {(level, position) for level, position, _ in connection.execute(select(nodes))}
    assert kept == {(level, at) for level in range(4) for at in range(11 >> level)}


def test_a_conversation_that_moved_on_is_left_as_it_is(ledger: Ledger) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    assert ledger.commit([unit(b"Too late"), unit(b"In time", known=0)], NOW) == [Moved(), Recorded(1, NOW)]
    assert payloads(ledger) == [b"Hello", b"In time"]


def test_two_units_of_one_round_on_one_conversation_do_not_both_count(ledger: Ledger) -> None:
    assert ledger.commit([unit(b"First"), unit(b"Second")], NOW) == [Recorded(0, NOW), Moved()]


def test_the_acts_of_an_erased_person_are_refused_and_the_others_recorded(ledger: Ledger, keys: MemoryKeys) -> None:
    keys.destroy("ada", NOW)
    refused, recorded = ledger.commit([unit(b"I am back"), unit(b"Hi", person="bob", conversation="c-2")], NOW)
    assert isinstance(refused, KeyDestroyed)
    assert recorded == Recorded(0, NOW)


def test_what_an_erased_person_said_reads_as_gone(ledger: Ledger, keys: MemoryKeys) -> None:
    ledger.commit([unit(b"My secret")], NOW)
    keys.destroy("ada", NOW)
    assert payloads(ledger) == [None]


def test_what_was_said_in_a_crisis_has_a_key_of_its_own(ledger: Ledger, keys: MemoryKeys) -> None:
    acts = (said(b"Hello"), said(b"I cannot go on", in_crisis=True))
    ledger.commit([Unit(acts=acts, conversation="c-1")], NOW)
    keys.destroy("ada\x1fcrisis", NOW)
    assert payloads(ledger) == [b"Hello", None]
    assert {kept.subject for kept in ledger.conversation("c-1")} == {ROOT.pseudonym("ada")}


def test_acts_about_nobody_are_open(ledger: Ledger, database: Database) -> None:
    ledger.commit([Unit(acts=(Act(kind="key", payload=b'{"made":"k"}', keep=None),))], NOW)
    kept = ledger.entry(0)
    assert kept is not None
    assert (kept.subject, kept.payload) == ("", b'{"made":"k"}')
    with database.reading() as connection:
        assert connection.scalar(select(entries.c.payload_hash)) == hash_payload(b'{"made":"k"}')


def test_a_clock_that_is_set_back_does_not_set_the_ledger_back(ledger: Ledger) -> None:
    ledger.commit([unit(b"1")], LATER)
    assert ledger.commit([unit(b"2", known=0)], NOW) == [Recorded(1, LATER)]


def test_the_newest_entry_of_each_conversation_is_known(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2"), unit(b"3", conversation="c-2")], NOW)
    assert ledger.newest(["c-1", "c-2", "c-3"]) == {"c-1": 1, "c-2": 2, "c-3": -1}
    assert ledger.newest([]) == {}


def test_a_person_is_read_over_all_conversations(ledger: Ledger) -> None:
    ledger.commit([unit(b"1"), unit(b"2", conversation="c-2"), unit(b"3", person="bob", conversation="c-3")], NOW)
    assert [kept.payload for kept in ledger.person("ada")] == [b"1", b"2"]


def test_acts_of_one_kind_are_read_for_many_people_at_once(ledger: Ledger) -> None:
    consent = Act(kind="consent", payload=b"yes", keep=Keep.CONSENT, person="ada")
    ledger.commit([Unit(acts=(consent,)), unit(b"1"), unit(b"2", person="bob", conversation="c-2")], NOW)
    found = ledger.of_people(["ada", "bob"], "consent")
    assert [kept.payload for kept in found["ada"]] == [b"yes"]
    assert found["bob"] == ()


def test_an_act_is_proven_to_stand_in_the_ledger(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2", b"3", b"4", b"5")], NOW)
    proof = ledger.inclusion(2, 5)
    assert proof.holds
    assert (proof.entry.index, proof.head) == (2, ledger.head())


def test_the_ledger_is_proven_to_have_grown_from_what_it_was(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2", b"3")], NOW)
    before = ledger.head()
    ledger.commit([unit(b"4", b"5", known=2)], NOW)
    proof = ledger.consistency(3, 5)
    assert proof.holds
    assert (proof.old, proof.new) == (before, ledger.head())


def test_the_tail_is_read_in_pieces(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2", b"3")], NOW)
    assert [kept.index for kept in ledger.after(-1, 2)] == [0, 1]
    assert [kept.index for kept in ledger.after(1, 2)] == [2]


def test_there_is_no_entry_beyond_the_end(ledger: Ledger) -> None:
    assert ledger.entry(0) is None


def test_a_request_is_answered_the_same_again(ledger: Ledger) -> None:
    ledger.commit([answered()], NOW)
    assert ledger.answered(["k-1", "k-2"]) == {"k-1": Earlier(b"f" * 32, b"We are on it.", first=0)}


def test_a_request_is_decided_once(ledger: Ledger) -> None:
    ledger.commit([answered()], NOW)
    assert ledger.commit([answered(known=0, body=b"Other")], NOW) == [Moved()]
    assert ledger.answered(["k-1"])["k-1"].body == b"We are on it."
    assert ledger.head().size == 1


def test_an_answer_about_nobody_stays_open(ledger: Ledger) -> None:
    ledger.commit([answered(person=None)], NOW)
    assert ledger.answered(["k-1"])["k-1"].body == b"We are on it."


def test_an_erased_person_is_answered_no_more(ledger: Ledger, keys: MemoryKeys) -> None:
    ledger.commit([answered()], NOW)
    keys.destroy("ada", NOW)
    assert ledger.answered(["k-1"]) == {}


def test_a_checkpoint_is_of_the_log_as_it_is(ledger: Ledger) -> None:
    ledger.commit([unit(b"1", b"2")], NOW)
    signer = Signer(ledger.origin, bytes(32))
    signed = open_signed(ledger.checkpoint(signer, NOW), [signer.verifier])
    assert (signed.origin, signed.head) == (ledger.origin, ledger.head())


def test_the_same_head_is_not_signed_twice(ledger: Ledger) -> None:
    signer = Signer(ledger.origin, bytes(32))
    first = ledger.checkpoint(signer, NOW)
    assert ledger.checkpoint(Signer(ledger.origin, b"\x01" * 32), LATER) == first
    ledger.commit([unit(b"1")], NOW)
    assert ledger.checkpoint(signer, LATER) != first


def test_a_ledger_that_lost_its_head_takes_nothing(ledger: Ledger, database: Database) -> None:
    with database.writing() as connection:
        connection.execute(head.delete())
    with pytest.raises(HeadMissing, match="lost the row"):
        ledger.commit([unit(b"1")], NOW)
    with pytest.raises(HeadMissing, match="lost the row"):
        ledger.head()


def test_rows_added_around_the_ledger_stop_it(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"1")], NOW)
    with database.writing() as connection:
        connection.execute(head.update().values(size=0, root=EMPTY_ROOT, edge=b""))
    with pytest.raises(DatabaseFailed, match="refused a statement"):
        ledger.commit([unit(b"2", known=0)], NOW)
    assert payloads(ledger) == [b"1"]


def test_writers_of_several_processes_stand_in_line(url: str, keys: MemoryKeys) -> None:
    def write(number: int) -> list[Outcome]:
        with closing(open_database(url, os.urandom)) as own:
            round_ = [unit(b"%d" % number, conversation="c-shared"), unit(b"own", conversation=f"c-{number}")]
            return Ledger(own, keys, ROOT, os.urandom).commit(round_, NOW)

    with ThreadPoolExecutor(4) as threads:
        outcomes = [outcome for outcomes in threads.map(write, range(4)) for outcome in outcomes]
    assert outcomes.count(Moved()) == 3
    with closing(open_database(url, os.urandom)) as database:
        assert Ledger(database, keys, ROOT, os.urandom).head() == rebuilt(database)
        assert rebuilt(database).size == 5
