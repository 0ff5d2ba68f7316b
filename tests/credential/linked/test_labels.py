"""Canonical order of statements: the vectors of RDFC-1.0, and its laws."""

import csv
import time
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.labels import LEAST_WORK, ordered
from humanely.credential.linked.statements import Quad
from tests.credential.linked.published import ABSENT, VECTORS, quads_of

BLANK = st.integers(min_value=0, max_value=4).map("_:n{}".format)
PART = BLANK | st.sampled_from(["<urn:x:1>", "<urn:x:2>"])
QUADS = st.lists(
    st.tuples(PART, st.sampled_from(["<urn:p>", "<urn:q>"]), PART | st.just('"a"'), BLANK | st.just("")), max_size=12
)


def clique(size: int) -> list[Quad]:
    """Blank nodes that all know each other: nothing tells them apart, so all orders must be tried."""
    return [(f"_:n{one}", "<urn:p>", f"_:n{other}", "") for one, other in permutations(range(size), 2)]


def manifest() -> list[dict[str, str]]:
    with (VECTORS / "manifest.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.public_data
@ABSENT
def test_every_public_vector_comes_out_as_it_says() -> None:
    vectors = [vector for vector in manifest() if vector["rdfc10"] == "TRUE"]
    found = {
        vector["test"]: ordered(
            quads_of((VECTORS / f"rdfc10/{vector['test']}-in.nq").read_text(encoding="utf-8")),
            (vector["hashAlgorithm"] or "SHA256").lower(),
        )
        for vector in vectors
    }
    expected = {name: (VECTORS / f"rdfc10/{name}-rdfc10.nq").read_text(encoding="utf-8") for name in found}
    assert len(vectors) >= 63
    assert found == expected


@pytest.mark.public_data
@ABSENT
def test_the_public_poison_graph_is_refused_in_a_tenth_of_a_second() -> None:
    [poison] = [vector["test"] for vector in manifest() if "Negative" in vector["rdfc10"]]
    quads = quads_of((VECTORS / f"rdfc10/{poison}-in.nq").read_text(encoding="utf-8"))
    begun = time.process_time()
    with pytest.raises(NotCanonical) as caught:
        ordered(quads)
    assert caught.value.fault == "too_complex"
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize("size", [8, 20, 60])
def test_poison_is_refused_whatever_its_size(size: int) -> None:
    with pytest.raises(NotCanonical, match="more work than an honest document"):
        ordered(clique(size))


def test_a_small_knot_is_untied() -> None:
    assert len(ordered(clique(4)).splitlines()) == 12


@pytest.mark.parametrize("word", [f"<urn:p{number}>" for number in range(8)])
def test_parts_that_only_something_far_away_tells_apart_come_in_the_same_order_by_any_name(word: str) -> None:
    def ways(one: str, other: str) -> list[Quad]:
        ends = {one: '"left"', other: '"right"'}
        return [
            quad
            for start in ("_:start1", "_:start2")
            for name, end in ends.items()
            for quad in (
                (start, word, start + name, ""),
                (start + name, "<urn:p>", start + name + "2", ""),
                (start + name + "2", "<urn:p>", end, ""),
            )
        ]

    assert ordered(ways("a", "b")) == ordered(ways("b", "a"))


def test_many_parts_that_only_their_surroundings_tell_apart_need_little_work() -> None:
    parts = 2 * LEAST_WORK
    outer = [(f"<urn:x:{number}>", "<urn:p>", f"_:s{number}", "") for number in range(parts)]
    inner = [(f"_:s{number}", "<urn:p>", f"_:v{number}", "") for number in range(parts)]
    assert len(set(ordered(outer + inner).splitlines())) == 2 * parts


@given(quads=QUADS, seed=st.integers())
def test_neither_names_nor_order_nor_repetition_change_the_result(quads: list[Quad], seed: int) -> None:
    chance = Random(seed)
    names = [f"_:n{number}" for number in range(5)]
    renamed = dict(zip(names, chance.sample([f"_:other{number}" for number in range(5)], 5), strict=True))
    others = [tuple(renamed.get(part, part) for part in quad) for quad in quads + quads[:2]]
    chance.shuffle(others)
    assert ordered((one, two, three, four) for one, two, three, four in others) == ordered(quads)


@given(quads=QUADS)
def test_the_result_is_its_own_canonical_form(quads: list[Quad]) -> None:
    once = ordered(quads)
    assert ordered(quads_of(once)) == once
    assert len(once.splitlines()) == len(set(quads))
