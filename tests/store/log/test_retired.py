"""What a retention run records can be read back, and says exactly whose payloads went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.store.log.retired import Retired, Rule, covers, joined, retired_of, stretches
from humanely.trust.retention import Kind as Keep

indexes = st.sets(st.integers(0, 40))


@given(indexes)
def test_a_run_is_read_back_as_it_was_recorded(gone: set[int]) -> None:
    run = Retired((Rule(Keep.MESSAGE, 180, stretches(gone)),))
    assert retired_of(run.payload) == run


@given(indexes)
def test_stretches_cover_what_went_and_nothing_else(gone: set[int]) -> None:
    ranges = stretches(gone)
    assert {index for index in range(-1, 45) if covers(ranges, index)} == gone


@given(indexes, indexes)
def test_joined_ranges_cover_what_either_covered(one: set[int], other: set[int]) -> None:
    assert joined([*stretches(one), *stretches(other)]) == stretches(one | other)


@pytest.mark.parametrize("payload", [b"", b"\xff", b"{}", b'{"type":"erased","turns":3}', b'{"type":"retired"}'])
def test_another_erasure_entry_is_no_run(payload: bytes) -> None:
    assert retired_of(payload) is None
