"""Laws of consent: a no wins, order does not matter, nothing leaks from one purpose or sense to another."""

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.consent import (
    Act,
    ConsentText,
    Event,
    How,
    Purpose,
    Sense,
    Standing,
    TextOfOtherPurpose,
    may_ask,
    said_no,
    standing,
    standings,
    warnings,
)

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
OLD = ConsentText(Purpose.ESTIMATE, "1", "en", "May we estimate how you may feel?")
NOW = ConsentText(Purpose.ESTIMATE, "2", "en", "May we estimate how you may feel, to answer better?")
GERMAN = ConsentText(Purpose.ESTIMATE, "2", "de", "Dürfen wir schätzen, wie es Ihnen geht?")
REWORDED = ConsentText(Purpose.ESTIMATE, "2", "en", "May we estimate how you may feel, and sell it?")
NO = (Act.REFUSED, Act.WITHDRAWN)


def event(
    act: Act,
    text: ConsentText = NOW,
    minute: int = 0,
    *,
    purpose: Purpose = Purpose.ESTIMATE,
    sense: Sense = Sense.TEXT,
    sequence: int = 0,
) -> Event:
    at = NOON + dt.timedelta(minutes=minute)
    return Event(act, purpose, sense, text.version, text.locale, text.sha256, at, sequence, How.WIDGET)


def held(*events: Event, text: ConsentText | None = NOW) -> Standing:
    return standing(events, Purpose.ESTIMATE, Sense.TEXT, text)


asked, granted, refused, withdrawn = Act.ASKED, Act.GRANTED, Act.REFUSED, Act.WITHDRAWN
acts = st.sampled_from(Act)
texts = st.sampled_from([OLD, NOW, GERMAN, REWORDED])
minutes = st.integers(0, 5)
sequences = st.integers(0, 2)
ours = st.builds(event, acts, texts, minutes, sequence=sequences)
anybodys = st.builds(
    event, acts, texts, minutes, purpose=st.sampled_from(Purpose), sense=st.sampled_from(Sense), sequence=sequences
)
histories = st.lists(ours, max_size=8)


@given(events=histories, text=texts | st.none(), data=st.data())
def test_the_order_of_arrival_does_not_matter(
    events: list[Event], text: ConsentText | None, data: st.DataObject
) -> None:
    assert held(*data.draw(st.permutations(events)), text=text) is held(*events, text=text)


@given(events=histories)
def test_whoever_agrees_after_a_no_has_not_said_no_and_a_question_says_nothing(events: list[Event]) -> None:
    about = (Purpose.ESTIMATE, Sense.TEXT)
    assert said_no([*events, event(withdrawn, OLD, 9)], *about)
    assert said_no([*events, event(refused, OLD, 9), event(asked, NOW, 10)], *about)
    assert not said_no([*events, event(withdrawn, OLD, 9), event(granted, NOW, 10)], *about)
    assert not said_no([event(asked)], *about)
    assert not said_no([event(withdrawn, sense=Sense.BEHAVIOUR)], *about)


@given(events=histories, text=texts)
def test_what_arrives_twice_counts_once(events: list[Event], text: ConsentText) -> None:
    assert held(*events, *events, text=text) is held(*events, text=text)


@given(events=histories, text=texts, said_of=texts, no=st.sampled_from(NO))
def test_a_no_to_any_version_beats_every_earlier_yes(
    events: list[Event], text: ConsentText, said_of: ConsentText, no: Act
) -> None:
    assert held(*events, event(no, said_of, 6), text=text) is not Standing.GRANTED


@given(events=histories, added=st.builds(event, st.sampled_from(NO), texts, minutes, sequence=sequences), text=texts)
def test_one_more_no_never_allows(events: list[Event], added: Event, text: ConsentText) -> None:
    assert (held(*events, added, text=text) is Standing.GRANTED) <= (held(*events, text=text) is Standing.GRANTED)


@given(events=histories, others=st.lists(anybodys, max_size=8), text=texts)
def test_nothing_leaks_from_another_purpose_or_sense(
    events: list[Event], others: list[Event], text: ConsentText
) -> None:
    foreign = [other for other in others if (other.purpose, other.sense) != (Purpose.ESTIMATE, Sense.TEXT)]
    assert held(*events, *foreign, text=text) is held(*events, text=text)


@given(events=histories, text=texts)
def test_nothing_is_allowed_without_a_yes_to_this_very_version(events: list[Event], text: ConsentText) -> None:
    yes = any(each.act is granted and each.version == text.version for each in events)
    assert (held(*events, text=text) is Standing.GRANTED) <= yes


@given(events=histories)
def test_a_yes_that_comes_last_holds(events: list[Event]) -> None:
    assert held(*events, event(granted, minute=6)) is Standing.GRANTED


@given(events=histories, act=acts)
def test_each_version_asks_once(events: list[Event], act: Act) -> None:
    assert not may_ask([*events, event(act)], Purpose.ESTIMATE, Sense.TEXT, NOW)


@given(events=histories)
def test_who_has_not_seen_this_text_may_be_asked(events: list[Event]) -> None:
    before = [each for each in events if each.version == OLD.version]
    assert may_ask(before, Purpose.ESTIMATE, Sense.TEXT, NOW)


@given(events=histories)
def test_without_a_text_nothing_is_allowed_and_nobody_is_asked(events: list[Event]) -> None:
    assert held(*events, text=None) in {Standing.NOT_ASKED, Standing.OUTDATED}
    assert not may_ask(events, Purpose.ESTIMATE, Sense.TEXT, None)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([], "not_asked", id="nothing"),
        pytest.param([event(asked)], "refused", id="closed the dialog"),
        pytest.param([event(asked), event(granted, minute=1)], "granted", id="asked, said yes"),
        pytest.param([event(asked), event(refused, minute=1)], "refused", id="asked, said no"),
        pytest.param([event(asked, minute=1), event(granted)], "granted", id="asked by a clock that is ahead"),
        pytest.param([event(granted), event(withdrawn, minute=1)], "withdrawn", id="took it back"),
        pytest.param([event(withdrawn), event(granted, minute=1)], "granted", id="gave it again"),
        pytest.param([event(refused), event(granted, minute=1)], "granted", id="changed their mind"),
        pytest.param([event(granted), event(withdrawn)], "withdrawn", id="at once, nothing else to tell: no wins"),
        pytest.param([event(withdrawn), event(granted, sequence=1)], "granted", id="same time: the ledger decides"),
        pytest.param([event(granted, OLD)], "outdated", id="yes to an old text"),
        pytest.param([event(refused, OLD)], "outdated", id="no to an old text"),
        pytest.param([event(granted, OLD), event(asked, minute=1)], "refused", id="asked again, closed the dialog"),
        pytest.param([event(granted), event(withdrawn, OLD, 1)], "withdrawn", id="took back under the old text"),
        pytest.param([event(withdrawn, OLD), event(granted, minute=1)], "granted", id="new text, new yes"),
        pytest.param([event(granted, GERMAN)], "granted", id="yes in another language"),
        pytest.param([event(granted, REWORDED)], "outdated", id="reworded under the same version"),
        pytest.param([event(granted, sense=Sense.VOICE)], "not_asked", id="yes for another sense"),
        pytest.param([event(granted, purpose=Purpose.MARKETING)], "not_asked", id="yes for another purpose"),
    ],
)
def test_what_holds_now(events: list[Event], expected: str) -> None:
    assert held(*events).value == expected


def test_times_of_different_zones_are_compared_as_moments() -> None:
    east = dt.timezone(dt.timedelta(hours=2))
    yes = event(granted, minute=1)
    earlier_no = Event(
        withdrawn, Purpose.ESTIMATE, Sense.TEXT, "2", "en", NOW.sha256, NOON.astimezone(east), 0, How.STAFF
    )
    assert held(yes, earlier_no) is Standing.GRANTED


def test_a_text_of_another_purpose_is_refused() -> None:
    with pytest.raises(TextOfOtherPurpose, match="'marketing' was looked up with the text for 'estimate'"):
        standing([], Purpose.MARKETING, Sense.TEXT, NOW)


@given(events=st.lists(anybodys, max_size=8))
def test_the_person_sees_every_purpose_and_sense(events: list[Event]) -> None:
    seen = standings(iter(events), [NOW])
    assert set(seen) == {(purpose, sense) for purpose in Purpose for sense in Sense}
    assert seen[Purpose.ESTIMATE, Sense.TEXT] is held(*events)
    assert seen[Purpose.MARKETING, Sense.TEXT] in {Standing.NOT_ASKED, Standing.OUTDATED}


def test_the_hash_is_that_of_the_text_shown() -> None:
    assert GERMAN.sha256 == hashlib.sha256("Dürfen wir schätzen, wie es Ihnen geht?".encode()).hexdigest()


def test_the_operator_is_warned_of_each_purpose_without_a_text() -> None:
    warned = warnings([NOW, GERMAN])
    assert [warning.purpose for warning in warned] == [
        purpose for purpose in Purpose if purpose is not Purpose.ESTIMATE
    ]
    assert all("nothing that needs this consent runs" in warning.happened for warning in warned)


@pytest.mark.parametrize(
    ("set_texts", "said"),
    [
        pytest.param([ConsentText(Purpose.ESTIMATE, "2", "en", " \n")], "in 'en' is empty", id="blank"),
        pytest.param([OLD, GERMAN], "of different versions", id="one language behind"),
        pytest.param([NOW, REWORDED], "more than one consent text", id="two for one language"),
    ],
)
def test_the_operator_is_warned_of_texts_that_do_not_hold(set_texts: list[ConsentText], said: str) -> None:
    about = [warning for warning in warnings(set_texts) if warning.purpose is Purpose.ESTIMATE]
    assert len(about) == 1
    assert said in about[0].happened


def test_texts_that_hold_call_for_no_warning() -> None:
    assert warnings([ConsentText(purpose, "1", "en", "May we?") for purpose in Purpose]) == ()


def test_texts_about_two_senses_do_not_stand_in_each_others_way() -> None:
    words = [ConsentText(purpose, "1", "en", "May we?") for purpose in Purpose]
    clicks = ConsentText(Purpose.ESTIMATE, "2", "en", "May we count clicks?", Sense.BEHAVIOUR)
    assert warnings([*words, clicks]) == ()


def test_a_text_about_another_sense_has_to_be_in_order_too() -> None:
    words = [ConsentText(purpose, "1", "en", "May we?") for purpose in Purpose]
    (warned,) = warnings([*words, ConsentText(Purpose.ESTIMATE, "1", "en", " ", Sense.BEHAVIOUR)])
    assert "is empty" in warned.happened
