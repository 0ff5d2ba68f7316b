"""Kill -9 under load: nothing acknowledged is lost, nothing is decided twice, order is kept, the ledger verifies."""

import os
from collections.abc import Iterator, Sequence
from secrets import randbits

import pytest

from tests.apps.killed import Kept, Person, Stood, kept, killed
from tests.conftest import new_database

ROUNDS = int(os.environ.get("HUMANELY_KILL_ROUNDS", "12"))
SEED = int(os.environ.get("HUMANELY_KILL_SEED", str(randbits(32))))

pytestmark = pytest.mark.slow

Survived = tuple[list[Person], Kept]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def survived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Survived:
    folder = tmp_path_factory.mktemp("killed") / "data"
    database = new_database(request.getfixturevalue("postgresql")) if request.param == "postgresql" else None
    print(f"HUMANELY_KILL_SEED={SEED} HUMANELY_KILL_ROUNDS={ROUNDS}, {request.param}")
    people = killed(folder, database, ROUNDS, SEED)
    found = kept(folder, database)
    turns, repeated = sum(len(one.said) for one in people), sum(one.repeated for one in people)
    print(f"{turns} turns acknowledged, {repeated} of them recorded before a kill and acknowledged after it")
    return people, found


def acknowledged(people: Sequence[Person]) -> Iterator[Stood]:
    """What the ledger has to hold, by what people were told."""
    for person in people:
        for turn, told in person.said:
            decision = int(told["decision"]["id"])
            yield Stood(turn.conversation, turn.text, int(told["id"]), decisions=(decision,), answers=1)


def test_every_turn_stands_where_it_was_acknowledged_and_was_decided_once(survived: Survived) -> None:
    people, found = survived
    assert sorted(found.stood, key=lambda one: one.place) == sorted(acknowledged(people), key=lambda one: one.place)


def test_order_is_kept_within_each_conversation(survived: Survived) -> None:
    people, found = survived
    turns = [turn for person in people for turn, _ in person.said]
    said = {
        name: [one.text for one in turns if one.conversation == name] for name in {one.conversation for one in turns}
    }
    stood = {name: [one.text for one in found.stood if one.conversation == name] for name in said}
    assert stood == said


def test_nobody_is_refused_and_what_is_said_again_is_answered_the_same(survived: Survived) -> None:
    assert [one.refused for one in survived[0]] == [[] for _ in survived[0]]


def test_something_was_said_between_the_kills(survived: Survived) -> None:
    assert sum(len(one.said) for one in survived[0]) > ROUNDS


def test_the_ledger_verifies_with_checkpoints_outside(survived: Survived) -> None:
    _, found = survived
    assert found.checkpoints > 0
    assert list(found.findings) == []
