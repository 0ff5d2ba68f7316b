"""Advice on a conversation given whole: what a turn would get that is really taken."""

import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from humanely.decision import law_file, policy
from humanely.decision.decision import Decision
from humanely.pipeline.advise import NothingToAnswer, Said, advise
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case
from humanely.pipeline.companion import Companion
from humanely.pipeline.house import House
from humanely.pipeline.outcome import Outcome
from humanely.response.rules import default_rules
from humanely.signal.turn import Speaker
from humanely.store.conversations import Conversations
from humanely.store.data_folder import open_data
from tests.apps.recorded import NOON, reader

ABOUT = Arrival(conversation_id="c-1", person_id="ada", text="", noticed=True, writer="caller")
HOUSE = House(law=law_file.shipped(), policy=policy.shipped(), rules=default_rules())
TALKS: dict[str, Sequence[str]] = {
    "a plain question": ["When do you open?"],
    "a human is asked for": ["Hello", "> Hi, how can I help?", "I want to talk to a human."],
    "failed attempts": ["My login fails.", "> Use the link.", "That did not work.", "> Try again.", "It failed again!"],
    "a life may be at risk": ["I want to end my life."],
    "German": ["Wo ist mein Paket?", "> Ich sehe nach.", "Ich warte seit zwei Wochen, das ist doch unglaublich."],
}


def said(*lines: str) -> list[Said]:
    return [_said(line) for line in lines]


def _said(line: str) -> Said:
    for mark, speaker in (("human> ", Speaker.AGENT), ("> ", Speaker.ASSISTANT)):
        if line.startswith(mark):
            return Said(speaker, line.removeprefix(mark))
    return Said(Speaker.CUSTOMER, line)


def advised(*lines: str, house: House = HOUSE, about: Arrival = ABOUT) -> Case:
    return advise(said(*lines), about, house, reader(), NOON)


def really(folder: Path, lines: Sequence[str]) -> Decision:
    """The decision of the last turn, where all of them are taken and recorded."""
    with closing(open_data(folder)) as data:
        companion = Companion(Conversations(data.ledger), HOUSE, reader())
        arrivals = [msgspec.structs.replace(ABOUT, speaker=one.speaker, text=one.text) for one in said(*lines)]
        earlier = [msgspec.structs.replace(one, writer="past") for one in arrivals[:-1]]
        outcomes = [
            companion.handle([one], NOON + dt.timedelta(minutes=at))[0]
            for at, one in enumerate([*earlier, arrivals[-1]])
        ]
    last = outcomes[-1]
    assert isinstance(last, Outcome)
    assert last.decision is not None
    return last.decision[1].decision


@pytest.mark.parametrize("lines", TALKS.values(), ids=TALKS)
def test_the_decision_is_that_of_the_turn_really_taken(tmp_path: Path, lines: Sequence[str]) -> None:
    assert advised(*lines).decision == really(tmp_path, lines)


def test_where_only_agents_answered_the_assistant_is_asked_in_their_place() -> None:
    assert advised("Hello", "human> Ana here.", "Where is it?").decision.action != "none"


def test_where_an_agent_took_over_from_an_assistant_it_stays_theirs() -> None:
    decision = advised("Hello", "> Hi", "I want a human.", "human> Ana here.", "Where is it?").decision
    assert (decision.action, decision.leading) == ("none", "human_present")


def test_who_talked_with_an_assistant_knows_that_a_machine_answers() -> None:
    assert advised("Hello", "> Hi", "Where is it?").state.noticed_ai_at == NOON
    assert advised("Where is it?").state.noticed_ai_at is None


def test_what_the_law_forbids_is_not_estimated_here_either() -> None:
    health = msgspec.structs.replace(HOUSE, setting="health")
    assert advised("I am so sad", house=health).state.readings[0].emotions is None
    assert advised("I am so sad").state.readings[0].emotions is not None


@pytest.mark.parametrize("lines", [[], ["> Hello"], ["Hello", "human> Hi"]])
def test_where_nobody_waits_there_is_nothing_to_decide(lines: Sequence[str]) -> None:
    with pytest.raises(NothingToAnswer, match="not the customer's"):
        advised(*lines)
