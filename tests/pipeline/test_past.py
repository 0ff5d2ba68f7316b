"""Recorded conversations decided again: under the policy they were decided by, everything comes out as it did."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.apps.settings import house, read_settings
from humanely.decision.decide import decide
from humanely.decision.decision import Decision
from humanely.decision.replay import Past
from humanely.pipeline.acting import Asked
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.handoff import returned
from humanely.pipeline.house import House
from humanely.pipeline.past import past
from humanely.signal.turn import Speaker
from humanely.store.conversations import Conversations
from humanely.store.data_folder import Data, open_data
from humanely.store.records import DecisionRecord, decode
from tests.apps.recorded import MINUTE, NOON, reader, recorded

FAQ = "# Hours\n\n## When are you open?\n\nWe are open from nine to five.\n"


def arrives(text: str, **about: Any) -> Arrival:
    said = Arrival(conversation_id="c-1", person_id="ada", text=text, noticed=True)
    return msgspec.structs.replace(said, **about)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def data(folder: Path) -> Iterator[Data]:
    with closing(open_data(folder)) as opened:
        yield opened


def rules(folder: Path) -> House:
    return house(read_settings(folder), folder, reader().estimator)


def decided(data: Data, conversation: str = "c-1") -> list[Decision]:
    records = [decode(act.payload) for act in data.ledger.conversation(conversation) if act.payload is not None]
    return [record.decision for record in records if isinstance(record, DecisionRecord)]


def again(data: Data, house: House, conversation: str = "c-1") -> Past:
    found = past(data.ledger.conversation(conversation), house, reader().estimator)
    assert found is not None
    return found


TALKS: dict[str, Sequence[Arrival]] = {
    "a question that is asked back and asked again": [
        arrives("Where is it?"),
        arrives("The parcel!"),
        arrives("Well?"),
    ],
    "failed attempts": [
        arrives("My login fails.", facts={"answer": "Use the link."}),
        arrives("No, that did not work.", facts={"answer": "Try another browser."}),
        arrives("It still does not work, I have tried it three times now."),
    ],
    "a human is asked for, and again": [arrives("I want a human."), arrives("I want a human!"), arrives("Hello?")],
    "a life may be at risk": [arrives("I want to end my life."), arrives("And where is my parcel?")],
    "two messages in a row": [arrives("It broke.", writer="nobody"), arrives("Are you there?"), arrives("Thank you!")],
    "nobody was told of estimates": [arrives("I am so angry!", noticed=False), arrives("So angry!", noticed=False)],
    "somebody else writes": [arrives("Where is it?", writer="caller"), arrives("Where?", writer="caller")],
    "an agent joins": [
        arrives("I want a human."),
        arrives("Ana here.", speaker=Speaker.AGENT),
        arrives("At last."),
    ],
    "much is at stake": [arrives("I want my money back.", tags=frozenset({"refund"})), arrives("Well?")],
    "another language": [arrives("Wo ist mein Paket?"), arrives("Das hat nicht geholfen, ich bin sauer.")],
    "who they are says they feel bad": [arrives("Hello", feeling="very_bad"), arrives("Where is it?")],
}


@pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
def test_under_its_own_policy_every_decision_comes_out_as_it_was(folder: Path, talk: Sequence[Arrival]) -> None:
    recorded(folder, talk)
    with closing(open_data(folder)) as data:
        was = decided(data)
        found = again(data, rules(folder))
    assert was
    assert [decide(one, rules(folder).policy) for one in found.moments] == was


def test_an_answer_of_the_faq_counts_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "faq.md").write_text(FAQ)
    recorded(folder, [arrives("When are you open?"), arrives("Can I keep my telephone number?")])
    with closing(open_data(folder)) as data:
        assert [decide(one, rules(folder).policy) for one in again(data, rules(folder)).moments] == decided(data)


def test_what_failed_before_a_human_gave_back_is_settled(folder: Path) -> None:
    recorded(folder, [arrives("No, that did not work."), arrives("Ana here.", speaker=Speaker.AGENT)])
    with closing(open_data(folder)) as data:
        companion = Companion(Conversations(data.ledger), rules(folder), reader())
        returned(companion, Asked("ana", NOON + 2 * MINUTE), "c-1")
    recorded(folder, [arrives("No, that did not work.")])
    with closing(open_data(folder)) as data:
        found = again(data, rules(folder))
        assert [one.since for one in found.moments] == [0, 3]
        assert [decide(one, rules(folder).policy) for one in found.moments] == decided(data)


def test_a_conversation_has_its_own_id_and_what_was_refused_then(folder: Path) -> None:
    recorded(folder, [arrives("I am angry", conversation_id="c/7", noticed=False)])
    with closing(open_data(folder)) as data:
        found = again(data, rules(folder), "c/7")
    (moment,) = found.moments
    assert found.conversation_id == "c/7"
    assert moment.rulings.refuses("text")


def test_a_turn_that_was_only_read_makes_no_moment(folder: Path) -> None:
    recorded(folder, [arrives("Hello", writer="past"), arrives("Hi there", speaker=Speaker.AGENT)])
    with closing(open_data(folder)) as data:
        assert past(data.ledger.conversation("c-1"), rules(folder), reader().estimator) is None


def test_of_an_erased_person_nothing_is_left_to_decide_on(folder: Path) -> None:
    recorded(folder, [arrives("Hello")])
    with closing(open_data(folder)) as data:
        kept = data.ledger.conversation("c-1")
        data.eraser.erase("ada", NOON)
        assert past(data.ledger.conversation("c-1"), rules(folder), reader().estimator) is None
        assert past(kept, rules(folder), reader().estimator) is not None
        assert list(data.ledger.conversations()) == []
