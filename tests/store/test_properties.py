"""Whatever is done to a ledger, in whatever order: no prefix changes, it verifies, words come back as said."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from humanely.store.log.act import Act, Answered, Moved, Recorded, Unit
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.log.retire import FROM_LAST_CONTACT, retire
from humanely.store.log.stored_log import rows
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import open_database, sqlite_url
from humanely.trust.keys import KeyDestroyed, MemoryKeys
from humanely.trust.retention import Kind as Keep
from humanely.trust.retention import shipped
from humanely.trust.signing_key import Signer
from tests.store.people import NOW, ROOT

PEOPLE = ("ada", "bob", "Zoë")
NewUrl = Callable[[], str]

people = st.sampled_from(PEOPLE)
conversations = st.sampled_from(["c-1", "c-2", "c-3"])
turns = st.lists(st.tuples(st.binary(max_size=40), st.booleans()), min_size=1, max_size=4)
keeps = st.sampled_from([Keep.MESSAGE, Keep.CRISIS, Keep.CONSENT, None])


class Said(msgspec.Struct, frozen=True):
    """What the test remembers of an act."""

    person: str
    conversation: str
    words: bytes
    at: dt.datetime
    keep: Keep | None


class LedgerMachine(RuleBasedStateMachine):
    """A ledger beside a plain list of what it was given."""

    def __init__(self, new_url: NewUrl) -> None:
        super().__init__()
        self.url = new_url()
        self.keys = MemoryKeys(ROOT, os.urandom)
        self.now = NOW
        self.said: dict[int, Said] = {}
        self.gone: set[int] = set()
        self.erased: set[str] = set()
        self.repeats: set[str] = set()
        self.leaves: list[bytes] = []
        self.outside: list[bytes] = []
        self.open()

    def open(self) -> None:
        self.database = open_database(self.url, os.urandom)
        self.ledger = Ledger(self.database, self.keys, ROOT, os.urandom)
        self.eraser = Eraser(self.database, self.keys, ROOT, os.urandom)
        self.signer = Signer(self.ledger.origin, bytes(32))

    def teardown(self) -> None:
        self.database.close()

    def newest(self, conversation: str) -> int:
        return self.ledger.newest([conversation])[conversation]

    @rule(
        person=people, conversation=conversations, turns=turns, keep=keeps, repeat=st.sampled_from(["", "k-1", "k-2"])
    )
    def say(
        self, person: str, conversation: str, turns: list[tuple[bytes, bool]], keep: Keep | None, repeat: str
    ) -> None:
        acts = tuple(
            Act(kind="estimate", payload=words, keep=keep, person=person, conversation=conversation, in_crisis=crisis)
            for words, crisis in turns
        )
        answer = Answered(repeat, bytes(32), person, b"answer") if repeat else None
        unit = Unit(acts=acts, conversation=conversation, known=self.newest(conversation), answered=answer)
        (outcome,) = self.ledger.commit([unit], self.now)
        if person in self.erased:
            assert isinstance(outcome, KeyDestroyed)
        elif repeat in self.repeats:
            assert outcome == Moved()
        else:
            assert outcome == Recorded(len(self.leaves), self.now)
            self.remember(outcome.first, acts)
            self.repeats |= {repeat} - {""}

    def remember(self, first: int, acts: tuple[Act, ...]) -> None:
        for index, act in enumerate(acts, start=first):
            self.said[index] = Said(act.person or "", act.conversation or "", act.payload, self.now, act.keep)

    @rule(person=people, conversation=conversations)
    def say_too_late(self, person: str, conversation: str) -> None:
        act = Act(kind="estimate", payload=b"late", keep=None, person=person, conversation=conversation)
        unit = Unit(acts=(act,), conversation=conversation, known=self.newest(conversation) + 1)
        (outcome,) = self.ledger.commit([unit], self.now)
        assert isinstance(outcome, KeyDestroyed if person in self.erased else Moved)

    @rule(person=people)
    def erase(self, person: str) -> None:
        self.eraser.erase(person, self.now)
        self.erased.add(person)
        self.gone |= {index for index, said in self.said.items() if said.person == person}
        # The answer kept for a repeated request is erased, too, with whoever it was given to.
        self.repeats = {key for key in self.repeats if key in self.ledger.answered(self.repeats)}

    @rule(days=st.integers(0, 200))
    def wait(self, days: int) -> None:
        self.now += dt.timedelta(days=days)

    @rule()
    def run_retention(self) -> None:
        retire(self.database, shipped(), self.now, os.urandom)
        self.gone |= {index for index, said in self.said.items() if self.is_due(said)}
        self.repeats = {key for key in self.repeats if key in self.ledger.answered(self.repeats)}

    def is_due(self, said: Said) -> bool:
        contacts = (
            [kept.at for kept in self.ledger.person(said.person)] if said.keep in FROM_LAST_CONTACT else [said.at]
        )
        return said.keep is not None and shipped().due(said.keep, max(contacts), self.now)

    @rule()
    def checkpoint(self) -> None:
        self.outside.append(self.ledger.checkpoint(self.signer, self.now))

    @rule()
    def open_again(self) -> None:
        self.database.close()
        self.open()
        self.eraser.finish()

    @invariant()
    def no_prefix_changes(self) -> None:
        with self.database.reading() as connection:
            leaves = [entry.leaf for entry, _ in rows(connection)]
        assert leaves[: len(self.leaves)] == self.leaves
        self.leaves = leaves

    @invariant()
    def it_verifies(self) -> None:
        seen = verify_database(self.database, self.outside, [self.signer.verifier])
        assert (seen.findings, seen.entries) == ((), self.ledger.head().size)

    @invariant()
    def words_come_back_as_they_were_said_until_they_go(self) -> None:
        kept = {act.index: act.payload for act in self.ledger.after(-1, 10_000)}
        assert {index: kept[index] for index in self.said} == {
            index: None if index in self.gone else said.words for index, said in self.said.items()
        }


@pytest.fixture
def new_url(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NewUrl]:
    """Addresses of new databases on the engine of this test."""
    if url.startswith("sqlite"):
        yield lambda: sqlite_url(tmp_path / f"{uuid4().hex}.db")
        return
    server = request.getfixturevalue("postgresql")

    def made() -> str:
        name = f"test_{uuid4().hex}"
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri(name))

    yield made


def test_no_prefix_changes_and_words_come_back(new_url: NewUrl) -> None:
    class OnThisEngine(LedgerMachine):
        def __init__(self) -> None:
            super().__init__(new_url)

    run_state_machine_as_test(OnThisEngine, settings=settings(max_examples=15, stateful_step_count=25))
