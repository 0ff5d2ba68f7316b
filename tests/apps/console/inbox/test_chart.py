"""Feeling over time, drawn."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.console.inbox.chart import EDGE, HEIGHT, WIDTH, chart
from humanely.context.trajectory import TurnReading
from humanely.signal.turn import Speaker, Turn
from humanely.store.conversation import ConversationState
from tests.apps.recorded import NOON


def reading(at: int, said: float | None, *, speaker: Speaker = Speaker.CUSTOMER) -> TurnReading:
    """A turn with what was said of it."""
    return TurnReading(Turn(at, speaker, "Hello", NOON), said=said)


def state(*readings: TurnReading) -> ConversationState:
    """A conversation of these turns."""
    places = tuple(range(10, 10 + len(readings)))
    return ConversationState(conversation_id="c-1", readings=readings, places=places)


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=40))
def test_every_point_is_inside_and_better_is_higher(felt: list[float]) -> None:
    drawn = chart(state(*(reading(at, one) for at, one in enumerate(felt))), "en")
    assert drawn is not None
    assert all(EDGE <= one.x <= WIDTH - EDGE and EDGE <= one.y <= HEIGHT - EDGE for one in drawn.marks)
    assert [one.x for one in drawn.marks] == sorted(one.x for one in drawn.marks)
    heights = [one.y for one, _ in sorted(zip(drawn.marks, felt, strict=True), key=lambda pair: -pair[1])]
    assert heights == sorted(heights)


def test_one_message_has_no_time_to_go_over() -> None:
    assert chart(state(reading(0, -0.5), reading(1, None)), "en") is None


def test_only_the_person_s_messages_are_drawn_each_under_its_id() -> None:
    drawn = chart(state(reading(0, -1.0), reading(1, None, speaker=Speaker.AGENT), reading(2, 1.0)), "en")
    assert drawn is not None
    assert [(one.number, one.place, one.how, one.words) for one in drawn.marks] == [
        (1, 10, "said", "Very bad"),
        (2, 12, "said", "Very good"),
    ]


def test_said_sure_and_unsure_are_drawn_apart() -> None:
    sure = msgspec.structs.replace(reading(0, None), valence=-0.8, settled=True, confident=True)
    drawn = chart(state(sure, reading(1, 0.5)), "en")
    assert drawn is not None
    assert [one.how for one in drawn.marks] == ["sure", "said"]
