"""A dry run of a policy over past conversations."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.crisis import crisis
from humanely.context.exchange import exchanges
from humanely.decision.decide import decide
from humanely.decision.moment import Moment
from humanely.decision.policy import policy, shipped
from humanely.decision.replay import EXAMPLES, Past, moments, replay
from humanely.estimate import ConversationReader, ReadConversation
from humanely.signal.turn import Conversation, Speaker, Turn
from tests.decision.moments import NOW, RISK, Said, moment, readings

ASK = "I want to talk to a human, please."
FAILED = "No, that's not it."
PATIENT = policy('name = "patient"\nthresholds.failed_attempts = 3')


def past(name: str, *said: Said, **about: object) -> Past:
    read = readings(*said)
    template = Moment(readings=(), exchanges=(), now=NOW, language="en", language_status="measured", **about)  # type: ignore[arg-type]
    return Past(name, tuple(moments(read, exchanges(read), template, risks={}, policy=shipped())))


FAILS = ("Hello", "> Hi", FAILED, "> So?", FAILED)


@given(st.lists(st.sampled_from([FAILED, ASK, "> Try again.", "Hello"]), max_size=8))
def test_a_policy_against_itself_changes_nothing(said: list[str]) -> None:
    difference = replay([past("c", *said)], shipped(), shipped())
    assert difference.changes == ()
    assert difference.old_actions == difference.new_actions


@given(st.lists(st.lists(st.sampled_from([FAILED, ASK, "> Try again.", "Hello"]), max_size=8), max_size=4))
def test_every_decision_is_counted(talks: list[list[str]]) -> None:
    pasts = [past(str(at), *said) for at, said in enumerate(talks)]
    difference = replay(pasts, shipped(), PATIENT)
    assert difference.conversations == len(talks)
    assert sum(difference.old_actions.values()) == difference.decisions == sum(len(one.moments) for one in pasts)
    assert sum(difference.new_actions.values()) == difference.decisions
    assert 0 <= difference.changed <= difference.decisions


def test_what_changes_is_counted_by_action_and_reason_with_examples() -> None:
    difference = replay([past("one", *FAILS), past("two", "Hello"), past("three", *FAILS)], shipped(), PATIENT)
    (change,) = difference.changes
    assert (change.old_action, change.old_reason) == ("handoff", "failed_attempts")
    assert (change.new_action, change.new_reason) == ("clarify", "failed_attempt")
    assert (change.count, change.examples) == (2, ("one", "three"))
    assert (difference.old_version, difference.new_version) == (shipped().version, PATIENT.version)


def test_examples_are_few_and_differ() -> None:
    pasts = [past(str(at // 2), *FAILS) for at in range(4 * EXAMPLES)]
    (change,) = replay(pasts, shipped(), PATIENT).changes
    assert change.count == 4 * EXAMPLES
    assert change.examples == ("0", "1", "2", "3", "4")


def test_an_archive_is_read_once() -> None:
    archive = iter([past("one", *FAILS)])
    assert replay(archive, shipped(), PATIENT).changed == 1
    assert list(archive) == []


def test_moments_know_only_what_came_up_to_them() -> None:
    one, two = past("c", "Hello", "> Hi", "And now?", "> Now this.").moments
    assert (len(one.readings), len(two.readings)) == (1, 3)
    assert two.exchanges[-1].answers == ()
    assert two.exchanges[-1].gap is None
    assert two == moment("Hello", "> Hi", "And now?", crisis=None)


def test_a_human_beside_an_assistant_counts_until_the_assistant_speaks_again() -> None:
    held, given_back = past("c", ASK, "> Wait.", "human> Ana here.", "ok", "> Anything else?", "No").moments[1:]
    assert (held.human_present, held.since) == (True, 3)
    assert (given_back.human_present, given_back.since) == (False, 3)


def test_where_only_humans_answered_the_assistant_is_asked_in_their_place() -> None:
    assert [one.human_present for one in past("c", "Hello", "human> Hi", "So?").moments] == [False, False]


@pytest.mark.parametrize(("place", "before"), [(0, [False, True]), (2, [False, False])])
def test_a_crisis_belongs_to_its_message_and_is_remembered_after(place: int, before: list[bool]) -> None:
    read = readings("I want to end my life", "> Call us.", "Hello")
    template = Moment(readings=(), exchanges=(), now=NOW)
    found = list(moments(read, exchanges(read), template, risks={place: RISK}, policy=shipped()))
    assert [one.crisis_before for one in found] == before
    assert [one.crisis is not None for one in found] == [place == 0, place == 2]


ASKS = "> Which of the two orders do you mean?"
LOST = "> Sorry, I did not understand. Please rephrase."


@pytest.mark.parametrize(
    ("said", "times"),
    [
        (("Hello", ASKS, "So?"), [0, 1]),
        (("Hello", ASKS, "Hm", LOST, "So?"), [0, 1, 2]),
        (("Hello", ASKS, "Hm", "> I have sent a new one today.", "So?"), [0, 1, 0]),
        (("Hello", "human> Which one do you mean?", "So?"), [0, 0]),
        (("Hello", ASKS, "human> Ana here.", "So?"), [0, 0]),
        (("Hello", ASKS, "The first", ASKS, "human> Ana here. It is on its way.", "Ok", ASKS, "So?"), [0, 1, 0, 1]),
    ],
)
def test_how_often_the_assistant_only_asked_back_is_counted(said: tuple[str, ...], times: list[int]) -> None:
    assert [one.asked_back for one in past("c", *said).moments] == times


@pytest.mark.parametrize(
    ("said", "awaited"),
    [
        (("Hello", "> Hi", "So?"), [False, False]),
        ((ASK, "> Wait.", "So?", "> Wait.", "Hello?"), [False, True, True]),
        ((ASK, "> Wait.", "So?", "human> Ana here.", "ok", "> Anything else?", "No"), [False, True, False, False]),
        ((ASK, "human> Ana here.", "ok"), [False, False]),
    ],
)
def test_who_was_handed_over_waits_until_a_human_speaks(said: tuple[str, ...], awaited: list[bool]) -> None:
    assert [one.human_awaited for one in past("c", *said).moments] == awaited


def test_whether_a_human_is_awaited_hangs_on_what_the_policy_handed_over() -> None:
    read = readings(*FAILS, "> Hm.", "Well?")
    template = Moment(readings=(), exchanges=(), now=NOW, language="en", language_status="measured")
    *_, eager = moments(read, exchanges(read), template, risks={}, policy=shipped())
    *_, patient = moments(read, exchanges(read), template, risks={}, policy=PATIENT)
    assert (eager.human_awaited, patient.human_awaited) == (True, False)


EXPORT = Path(__file__).parents[2] / "examples" / "export" / "support.jsonl"
WHO = {"customer": Speaker.CUSTOMER, "agent": Speaker.AGENT, "bot": Speaker.ASSISTANT}


def sample(few: int) -> list[Conversation]:
    rows: dict[str, list[dict[str, str]]] = {}
    for line in EXPORT.read_text(encoding="utf-8").splitlines():
        rows.setdefault((row := json.loads(line))["conversation_id"], []).append(row)
    return [
        Conversation(
            name,
            tuple(Turn(at, WHO[row["speaker"]], row["text"]) for at, row in enumerate(said)),
            journey=said[0].get("journey"),
        )
        for name, said in list(rows.items())[:few]
    ]


def as_past(read: ReadConversation) -> Past:
    journey = read.conversation.journey
    template = Moment(
        readings=(),
        exchanges=(),
        now=NOW,
        language=read.language,
        language_status="measured",
        tags=frozenset((journey,) if journey else ()),
    )
    risks = {one.turn.index: crisis(one.turn.text, read.language, 0.0, 1.0) for one in read.readings}
    found = moments(read.readings, read.exchanges, template, risks=risks, policy=shipped())
    return Past(read.conversation.conversation_id, tuple(found))


def test_the_sample_export_is_decided_by_the_real_reading() -> None:
    pasts = [as_past(read) for read in ConversationReader().estimate(sample(12))]
    decisions = [decide(one, shipped()) for past in pasts for one in past.moments]
    assert {"reply", "handoff", "none"} <= {decision.action for decision in decisions}
    difference = replay(pasts, shipped(), PATIENT)
    assert difference.decisions == len(decisions)
    without = [msgspec.structs.replace(past, moments=past.moments[:1]) for past in pasts]
    assert replay(without, shipped(), PATIENT).changes == ()
