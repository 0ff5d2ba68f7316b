"""Everything of one person, in words: nothing of theirs is missing, nothing of others is in it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.apps.settings import house, read_settings
from humanely.pipeline.acting import Asked
from humanely.pipeline.afterwards import correction, outcome
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person.consent import Answered as Answer
from humanely.pipeline.person.consent import answer
from humanely.pipeline.person.export import PersonUnknown, export
from humanely.pipeline.person.exported import (
    Answered,
    CameOf,
    Corrected,
    Decided,
    Export,
    HandedOver,
    LookedAt,
    Message,
    Noted,
    NotRead,
)
from humanely.signal.turn import Speaker
from humanely.store.conversations import Conversations
from humanely.store.data_folder import Data, open_data
from humanely.store.log.act import Recorded
from humanely.store.team.deeds import Deeds
from humanely.trust.consent import Act, How, Purpose, Sense
from tests.apps.recorded import MINUTE, NOON, companion, reader, recorded
from tests.pipeline.reviews.test_review import REJECT, TWO, give, held
from tests.pipeline.room import Room

LATER = NOON + 30 * MINUTE
CONSENT = """[[text]]
purpose = "research"
version = "7"
locale = "en"
text = "May we use what you wrote for research?"
"""


def arrives(text: str, **about: Any) -> Arrival:
    said = Arrival(conversation_id="c-1", person_id="ada", text=text, noticed=True)
    return msgspec.structs.replace(said, **about)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ada was told, heard, handed over, and spoke of a risk; and in which bob spoke, too."""
    place = tmp_path_factory.mktemp("export")
    (place / "consent.toml").write_text(CONSENT)
    recorded(
        place,
        [
            arrives("My lamp is broken.", noticed=False),
            arrives("I am so angry, can I talk to a human?", feeling="very_bad"),
            arrives("Ana here, a new one is on its way.", speaker=Speaker.AGENT),
            arrives("I want to end my life.", conversation_id="c-2"),
            arrives("Tangerines are late.", conversation_id="c-3", person_id="bob"),
        ],
    )
    return place


@pytest.fixture
def data(folder: Path) -> Iterator[Data]:
    with closing(open_data(folder)) as opened:
        yield opened


def exported(data: Data, folder: Path, person: str = "ada", locale: str | None = None) -> Export:
    rules = house(read_settings(folder), folder, reader().estimator)
    return export(person, Conversations(data.ledger), rules, LATER, locale)


def happened(told: Export, kind: type) -> list[Any]:
    return [one for talk in told.conversations for one in talk.happened if isinstance(one, kind)]


def test_every_conversation_is_there_in_the_order_in_which_it_began(data: Data, folder: Path) -> None:
    told = exported(data, folder)
    assert (told.person_id, told.made_at, told.locale) == ("ada", LATER, "en")
    assert [talk.conversation_id for talk in told.conversations] == ["c-1", "c-2"]


def test_every_act_about_the_person_is_told_once(data: Data, folder: Path) -> None:
    told = exported(data, folder)
    ids = [one.id for talk in told.conversations for one in talk.happened]
    ids += [one.id for one in told.consent_history]
    ids += [one.id for one in told.looked]
    assert sorted(map(int, ids)) == [act.index for act in data.ledger.person("ada")]


def test_when_somebody_of_the_team_looked_is_told_with_what_they_read_and_without_a_name(tmp_path: Path) -> None:
    recorded(tmp_path, [arrives("My lamp is broken. Can I talk to a human?")])
    with closing(open_data(tmp_path)) as data:
        deeds = Deeds(data.database, data.root_key, data.entropy)
        deeds.about_person("looked_at", "01" * 8, "ada", LATER)
        deeds.read("read_case", "02" * 8, "ada", 0, LATER)
        deeds.read("read_review", "02" * 8, "bob", 0, LATER)
        looked = exported(data, tmp_path).looked
    assert [(one.at, one.conversation_id) for one in looked] == [(LATER, ""), (LATER, "c-1")]
    assert "looks after people's data" in looked[0].did
    assert "02" * 8 not in str(looked)


def test_what_was_said_stands_as_it_was_said(data: Data, folder: Path) -> None:
    said = [(one.by, one.text) for one in happened(exported(data, folder), Message)]
    assert said == [
        ("You", "My lamp is broken."),
        ("You", "I am so angry, can I talk to a human?"),
        ("A human of the team", "Ana here, a new one is on its way."),
        ("You", "I want to end my life."),
    ]


def test_nothing_of_others_is_in_it(data: Data, folder: Path) -> None:
    assert b"Tangerines" not in msgspec.json.encode(exported(data, folder))


def test_what_was_not_estimated_says_why(data: Data, folder: Path) -> None:
    told = exported(data, folder)
    first = happened(told, Message)[0]
    assert (first.estimated.feelings, first.estimated.read_from) == ((), ())
    (refused, *_) = happened(told, NotRead)
    assert (refused.sense, refused.purpose) == ("Your words", "To estimate how a message feels")
    assert "GDPR Art. 13" in refused.reasons[0]


def test_what_was_estimated_is_named_in_words(data: Data, folder: Path) -> None:
    message = happened(exported(data, folder), Message)[1]
    assert message.said_feeling == "Very bad"
    assert "Anger" in [one.name for one in message.estimated.feelings]
    assert message.estimated.pleasant == "Rather unpleasant"
    assert "talk to a human" in [one.words for one in message.estimated.situations]
    assert message.estimated.read_from == ("Your words", "What you say about how you feel")
    assert message.estimated.life_may_be_at_risk is False


def test_what_was_said_in_a_crisis_is_told_too(data: Data, folder: Path) -> None:
    message = happened(exported(data, folder), Message)[-1]
    assert message.estimated.life_may_be_at_risk is True


def test_an_agent_is_not_estimated(data: Data, folder: Path) -> None:
    assert happened(exported(data, folder), Message)[2].estimated is None


def test_each_decision_says_why(data: Data, folder: Path) -> None:
    decisions = happened(exported(data, folder), Decided)
    assert len(decisions) == 3
    assert decisions[1].action == "Given to a human"
    assert "You asked for a human." in decisions[1].why


def test_answers_name_who_wrote_them(data: Data, folder: Path) -> None:
    first = happened(exported(data, folder), Answered)[0]
    assert {one.by for one in first.messages} == {"Written by an AI assistant"}


def test_steps_of_a_handoff_are_told(data: Data, folder: Path) -> None:
    steps = [one.step for one in happened(exported(data, folder), HandedOver)]
    assert steps[:2] == ["A human was called", "A human came"]


def test_what_the_team_noted_and_what_was_said_with_a_step_is_theirs_to_read(tmp_path: Path) -> None:
    recorded(tmp_path, [arrives("Can I talk to a human?")])
    with closing(open_data(tmp_path)) as opened:
        handles = companion(tmp_path, Conversations(opened.ledger))
        place = opened.ledger.handoffs.open()[0].place
        ana = Asked("", LATER, agent="ana")
        handoff.claim(handles, ana, place)
        handoff.note(handles, ana, place, "The lamp is in stock.")
        told = exported(opened, tmp_path)
    assert [one.text for one in happened(told, Noted)] == ["The lamp is in stock."]
    assert "human" in happened(told, HandedOver)[1].told.text


def test_it_is_told_in_the_language_of_the_person(data: Data, folder: Path) -> None:
    told = exported(data, folder, locale="de-AT")
    assert told.locale == "de"
    assert happened(told, Message)[0].by == "Der schreibende Mensch"
    assert happened(told, Decided)[1].action == "An einen Menschen gegeben"


def test_a_language_nobody_wrote_is_told_in_english(data: Data, folder: Path) -> None:
    assert exported(data, folder, locale="is").locale == "en"


def test_what_the_person_added_later_is_there(tmp_path: Path) -> None:
    (tmp_path / "consent.toml").write_text(CONSENT)
    (first,) = recorded(tmp_path, [arrives("My lamp is broken.")])
    assert first.decision is not None
    with closing(open_data(tmp_path)) as data:
        conversations, asked = Conversations(data.ledger), Asked("shop", LATER)
        correction(conversations, asked, "ada", first.turn[0], "neutral", "I was joking.")
        outcome(conversations, asked, first.decision[0], "csat", 4, "Fine.")
        said_no = Answer(act=Act.REFUSED, purpose=Purpose.RESEARCH, version="7", locale="en", how=How.STAFF)
        rules = house(read_settings(tmp_path), tmp_path, reader().estimator)
        assert isinstance(answer(said_no, "ada", conversations, rules, LATER), Recorded)
        told = exported(data, tmp_path)
    (corrected,), (came,) = happened(told, Corrected), happened(told, CameOf)
    assert (corrected.message, corrected.feeling, corrected.note) == (
        str(first.turn[0]),
        "Neither good nor bad",
        "I was joking.",
    )
    assert (came.decision, came.value, came.note) == (str(first.decision[0]), 4, "Fine.")
    assert came.measured.startswith("How content you were")
    assert [(one.purpose, one.sense, one.standing) for one in told.consents] == [
        ("For research", "Your words", "You said no")
    ]
    asked_first, refused = told.consent_history
    assert (asked_first.act, refused.act, refused.how) == ("You were asked", "You said no", "Told to a member of staff")
    assert len(refused.text_sha256) == 64


def test_an_estimate_that_was_taken_away_names_no_feeling(tmp_path: Path) -> None:
    (first,) = recorded(tmp_path, [arrives("My lamp is broken.")])
    with closing(open_data(tmp_path)) as data:
        correction(Conversations(data.ledger), Asked("shop", LATER), "ada", first.turn[0], None, "")
        assert happened(exported(data, tmp_path), Corrected)[0].feeling is None


def test_of_an_erased_person_only_that_something_was_there_is_left(tmp_path: Path) -> None:
    recorded(tmp_path, [arrives("My lamp is broken.")])
    with closing(open_data(tmp_path)) as data:
        data.eraser.erase("ada", LATER)
        told = exported(data, tmp_path)
    assert (told.conversations, told.consents, told.consent_history) == ((), (), ())
    assert told.deleted[0].kind == "A message and what was estimated of it"
    assert b"lamp" not in msgspec.json.encode(told)


def test_of_somebody_unknown_there_is_nothing(data: Data, folder: Path) -> None:
    with pytest.raises(PersonUnknown, match="Nothing is recorded"):
        exported(data, folder, person="eve")


def test_an_export_is_read_back_as_it_was(data: Data, folder: Path) -> None:
    told = exported(data, folder)
    assert msgspec.json.decode(msgspec.json.encode(told), type=Export) == told


def test_times_are_in_utc(data: Data, folder: Path) -> None:
    assert exported(data, folder).conversations[0].happened[0].at == NOON
    assert exported(data, folder).conversations[0].happened[0].at.utcoffset() == dt.timedelta(0)


def test_a_sense_other_than_words_has_a_name(data: Data, folder: Path, tmp_path: Path) -> None:
    recorded(tmp_path, [arrives("Hello")])
    with closing(open_data(tmp_path)) as other:
        rules = house(read_settings(tmp_path), tmp_path, reader().estimator)
        no = Answer(act=Act.REFUSED, purpose=Purpose.ESTIMATE, sense=Sense.VOICE)
        answer(no, "ada", Conversations(other.ledger), rules, LATER)
        assert exported(other, tmp_path).consent_history[0].sense == "Your voice"


def looked_at(room: Room) -> list[LookedAt]:
    """What the person is told of humans who looked at an answer."""
    told = export("ada", room.conversations, room.companion.house, room.now, "en")
    return [one for conversation in told.conversations for one in conversation.happened if isinstance(one, LookedAt)]


def test_a_human_who_looked_at_an_answer_is_told_with_what_they_made_of_it(room: Room) -> None:
    place = held(room)
    give(room, place, REJECT)
    (told,) = looked_at(room)
    assert (told.answer, told.verdict, told.reason) == (str(place), "Did not let it be sent", REJECT.reason)


def test_a_verdict_that_is_blind_yet_is_told_once_it_is_not(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, REJECT)
    assert looked_at(room) == []
    give(room, place, REJECT, "bo")
    assert len(looked_at(room)) == 2
