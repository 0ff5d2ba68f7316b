"""Facts about server-sent events of model servers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.generated.event_stream import LONGEST_LINE, LineTooLong, data

EVENTS = b'data: {"a": "x\xe2\x80\xa8y\xc2\x85z"}\r\n\r\n: ping\n\nevent: message\ndata:[2]\n\ndata: [DONE]\n\n'


@given(cuts=st.lists(st.integers(0, len(EVENTS)), max_size=8))
def test_events_are_the_same_however_the_bytes_are_cut(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(EVENTS)]
    pieces = [EVENTS[first:last] for first, last in itertools.pairwise(edges)]
    assert list(data(pieces)) == [b'{"a": "x\xe2\x80\xa8y\xc2\x85z"}', b"[2]", b"[DONE]"]


def test_a_last_line_without_an_end_counts() -> None:
    assert list(data([b"data: 1"])) == [b"1"]


def test_a_line_that_does_not_end_is_given_up() -> None:
    with pytest.raises(LineTooLong):
        list(data([b"x" * LONGEST_LINE, b"x"]))
