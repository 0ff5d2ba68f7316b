"""What a person says about consent is recorded, and holds."""

import msgspec

from humanely.pipeline.person.consent import Answered, NotAsked, answer, held
from humanely.store.log.act import Recorded
from humanely.trust.consent import Act, ConsentText, Purpose, Sense, Standing
from humanely.trust.keys import KeyDestroyed
from tests.pipeline.room import ASKS, PLAIN, Room

ASKING = msgspec.structs.replace(PLAIN, consent_texts=(ASKS,))
YES = Answered(act=Act.GRANTED, purpose=Purpose.ESTIMATE, version="1", locale="en")
NO = Answered(act=Act.REFUSED, purpose=Purpose.ESTIMATE)


def stands(room: Room, person: str = "ada") -> dict[tuple[Purpose, Sense], Standing]:
    found = held(person, room.conversations, ASKING, "en")
    return {(one.purpose, one.sense): one.standing for one in found}


def test_before_an_answer_nothing_stands_and_the_text_is_shown(room: Room) -> None:
    (one,) = held("ada", room.conversations, ASKING, "de")
    assert (one.standing, one.version, one.locale, one.text) == (Standing.NOT_ASKED, "1", "en", ASKS.text)


def test_a_yes_to_the_text_in_use_holds(room: Room) -> None:
    assert isinstance(answer(YES, "ada", room.conversations, ASKING, room.now), Recorded)
    assert stands(room) == {(Purpose.ESTIMATE, Sense.TEXT): Standing.GRANTED}


def test_a_yes_to_another_text_is_none(room: Room) -> None:
    older = msgspec.structs.replace(YES, version="0")
    assert isinstance(answer(older, "ada", room.conversations, ASKING, room.now), NotAsked)
    assert room.ledger.head().size == 0


def test_a_no_needs_no_text(room: Room) -> None:
    assert isinstance(answer(NO, "ada", room.conversations, PLAIN, room.now), Recorded)
    assert room.say("I am so angry!").turn[1].reading.valence is None


def test_a_no_to_the_text_in_use_holds(room: Room) -> None:
    answer(msgspec.structs.replace(YES, act=Act.REFUSED), "ada", room.conversations, ASKING, room.now)
    assert stands(room) == {(Purpose.ESTIMATE, Sense.TEXT): Standing.REFUSED}


def test_the_last_word_counts(room: Room) -> None:
    answer(YES, "ada", room.conversations, ASKING, room.now)
    withdrawn = msgspec.structs.replace(YES, act=Act.WITHDRAWN)
    answer(withdrawn, "ada", room.conversations, ASKING, room.now)
    assert stands(room)[Purpose.ESTIMATE, Sense.TEXT] is Standing.WITHDRAWN
    assert room.say("I am so angry!").turn[1].reading.valence is None


def test_what_was_shown_can_be_proved(room: Room) -> None:
    answer(YES, "ada", room.conversations, ASKING, room.now)
    (event,) = room.conversations.consents(["ada"])[0]
    assert event.text_sha256 == ASKS.sha256


def test_nobody_answers_for_another(room: Room) -> None:
    answer(NO, "ada", room.conversations, ASKING, room.now)
    assert stands(room, "bob") == {(Purpose.ESTIMATE, Sense.TEXT): Standing.NOT_ASKED}


def test_an_erased_person_cannot_answer(room: Room) -> None:
    room.say("Hello")
    room.keys.destroy("ada", room.now)
    assert isinstance(answer(NO, "ada", room.conversations, ASKING, room.now), KeyDestroyed)


def test_a_yes_is_to_the_sense_its_text_is_about(room: Room) -> None:
    to_clicks = msgspec.structs.replace(YES, sense=Sense.BEHAVIOUR)
    assert isinstance(answer(to_clicks, "ada", room.conversations, ASKING, room.now), NotAsked)
    clicks = ConsentText(Purpose.ESTIMATE, "1", "en", "May we count clicks?", Sense.BEHAVIOUR)
    both = msgspec.structs.replace(PLAIN, consent_texts=(ASKS, clicks))
    assert isinstance(answer(to_clicks, "ada", room.conversations, both, room.now), Recorded)
    found = {one.sense: (one.standing, one.text) for one in held("ada", room.conversations, both, "en")}
    assert found[Sense.BEHAVIOUR] == (Standing.GRANTED, clicks.text)
    assert found[Sense.TEXT] == (Standing.NOT_ASKED, ASKS.text)
