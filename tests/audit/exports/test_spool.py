import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.audit.exports import spool as spool_module
from humanely.audit.exports.rows import Row
from humanely.audit.exports.spool import Counts, Notes, Spool
from humanely.signal.turn import Conversation, Speaker

START = dt.datetime(2024, 3, 1, 9, 0, 30, tzinfo=dt.UTC)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def said(conversation: str, text: str, **more: object) -> Row:
    return msgspec.structs.replace(Row(conversation, Speaker.CUSTOMER, text), **more)


def gathered(rows: Sequence[Row]) -> tuple[list[Conversation], Notes]:
    with Spool() as spool:
        spool.add(rows)
        return list(spool.conversations()), spool.notes


def words(conversations: Sequence[Conversation]) -> dict[str, list[str]]:
    return {each.conversation_id: [turn.text for turn in each.turns] for each in conversations}


def test_interleaved_conversations_are_put_together_in_the_order_they_appear() -> None:
    found, notes = gathered([said("b", "1"), said("a", "2"), said("b", "3"), said("a", "4")])
    assert list(words(found).items()) == [("b", ["1", "3"]), ("a", ["2", "4"])]
    assert [turn.index for turn in found[0].turns] == [0, 1]
    assert notes == Notes()


def test_turns_go_by_time_when_all_have_one_and_that_is_noted() -> None:
    late, early = said("a", "late", time=START + dt.timedelta(hours=1)), said("a", "early", time=START)
    found, notes = gathered([late, early])
    assert words(found) == {"a": ["early", "late"]}
    assert found[0].turns[0].time == START
    assert notes.reordered == 1


def test_turns_stand_as_in_the_file_when_one_has_no_time() -> None:
    found, _ = gathered(
        [said("a", "late", time=START + dt.timedelta(hours=1)), said("a", "no time"), said("a", "x", time=START)]
    )
    assert words(found) == {"a": ["late", "no time", "x"]}


def test_turns_go_by_their_number_where_there_is_no_time() -> None:
    found, _ = gathered([said("a", "second", position=2), said("a", "first", position=1)])
    assert words(found) == {"a": ["first", "second"]}


def test_labels_are_as_first_said_and_outcomes_as_last_said() -> None:
    first = said("a", "1", language=None, channel="mail", csat=2.0, resolved=False, group="A")
    second = said("a", "2", language="de", channel="chat", csat=4.0, resolved=None, returned=True)
    (found,), _ = gathered([first, second, said("a", "3")])
    assert (found.language, found.channel, found.group, found.journey) == ("de", "mail", "A", None)
    assert (found.csat, found.resolved, found.returned) == (4.0, False, True)


def test_the_same_message_twice_counts_once() -> None:
    at = {"time": START}
    found, notes = gathered([said("a", "yes", **at), said("a", "yes", **at), said("a", "no", message_id="7", **at)])
    assert words(found) == {"a": ["yes", "no"]}
    assert notes.duplicates == 1
    found, notes = gathered(
        [said("a", "yes", message_id="7"), said("a", "yes", message_id="8"), said("a", "yes", message_id="7")]
    )
    assert (words(found), notes.duplicates) == ({"a": ["yes", "yes"]}, 1)


def test_what_is_said_twice_is_kept_where_nothing_tells_it_from_a_copy() -> None:
    midnight = START.replace(hour=0, minute=0, second=0)
    for more in ({}, {"time": midnight}):
        found, notes = gathered([said("a", "yes", **more), said("a", "yes", **more)])
        assert (words(found), notes.duplicates) == ({"a": ["yes", "yes"]}, 0)


def test_an_id_used_for_two_different_messages_loses_neither() -> None:
    found, notes = gathered([said("a", "yes", message_id="7"), said("a", "no", message_id="7")])
    assert (words(found), notes.duplicates) == ({"a": ["yes", "no"]}, 0)


def test_a_conversation_without_end_is_cut_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool_module, "TURN_LIMIT", 3)
    found, notes = gathered([said("a", str(number)) for number in range(5)] + [said("b", "x")])
    assert words(found) == {"a": ["0", "1", "2"], "b": ["x"]}
    assert notes.cut == 2


def test_limit_takes_the_first_and_counts_agree() -> None:
    with Spool() as spool:
        spool.add(said(f"c{number // 2}", str(number)) for number in range(20))
        assert [each.conversation_id for each in spool.conversations(limit=3)] == ["c0", "c1", "c2"]
        assert spool.counts() == Counts(20, 10)
        assert spool.counts(limit=3) == Counts(6, 3)
        assert spool.counts(sample=4) == Counts(8, 4)
        assert spool.counts(limit=10**30, sample=10**30) == spool.counts()
        assert spool.counts(limit=0) == Counts(0, 0)


def test_a_sample_is_the_same_whatever_the_order_and_another_with_another_seed() -> None:
    rows = [said(f"c{number}", "x") for number in range(200)]
    draws = []
    for seed, order in ((1, rows), (1, rows[::-1]), (2, rows)):
        with Spool() as spool:
            spool.add(order)
            draws.append({each.conversation_id for each in spool.conversations(sample=20, seed=seed)})
    assert draws[0] == draws[1]
    assert draws[0] != draws[2]
    assert [len(draw) for draw in draws] == [20, 20, 20]


def test_rows_may_follow_after_a_look() -> None:
    with Spool() as spool:
        spool.add([said("a", "1")])
        assert spool.counts() == Counts(1, 1)
        spool.add([said("a", "2"), said("b", "3")])
        assert words(list(spool.conversations())) == {"a": ["1", "2"], "b": ["3"]}


def test_nothing_stays_on_disk(tmp_path: Path) -> None:
    with Spool(folder=tmp_path) as spool:
        spool.add([said("a", "1")])
        assert list(tmp_path.iterdir()) == [spool.folder]
        assert spool.folder.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == []


def test_an_empty_spool_gives_nothing() -> None:
    assert gathered([]) == ([], Notes())


@given(said_there=st.lists(st.tuples(st.sampled_from("abc"), texts), min_size=1, max_size=25), seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_shuffled_rows_with_times_give_the_same_conversations(said_there: list[tuple[str, str]], seed: int) -> None:
    rows = [
        said(conversation, text, time=START + dt.timedelta(minutes=number))
        for number, (conversation, text) in enumerate(said_there)
    ]
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert words(gathered(rows)[0]) == words(gathered(shuffled)[0])


@given(st.lists(texts, min_size=1, max_size=10))
@settings(max_examples=10, deadline=None)
def test_any_text_comes_back_as_it_went_in(lines: list[str]) -> None:
    found, _ = gathered([said("a\x00", text, language="", channel="né\x00") for text in lines])
    assert [turn.text for turn in found[0].turns] == lines
    assert (found[0].conversation_id, found[0].language, found[0].channel) == ("a\x00", None, "né\x00")
