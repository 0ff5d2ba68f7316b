"""Degrees as the heads learn them."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.labels import ANSWER
from training.degrees import answer_target, steps


@given(most=st.integers(1, 5), data=st.data())
def test_steps_count_up_to_the_degree_and_never_rise_again(most: int, data: st.DataObject) -> None:
    value = data.draw(st.integers(0, most))
    found = steps(value, most)
    assert len(found) == most
    assert sum(found) == value
    assert found == sorted(found, reverse=True)


def test_each_output_of_an_answer_stands_at_its_name() -> None:
    found = dict(zip(ANSWER, answer_target({"feels_with": 2, "asks": 1, "promise": 1, "blame": 1}), strict=True))
    assert {name for name, value in found.items() if value} == {
        "feels_with_1", "feels_with_2", "asks_1", "promise", "blame",
    }  # fmt: skip


def test_an_answer_of_which_nothing_is_known_has_noughts_only() -> None:
    assert answer_target(None) == [0.0] * len(ANSWER)
