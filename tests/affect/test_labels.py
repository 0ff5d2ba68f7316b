from itertools import chain

from humanely.affect.labels import (
    ANSWER,
    AROUSAL,
    EKMAN,
    GOEMOTIONS,
    HEADS,
    KINDS,
    MARKS,
    PLUTCHIK,
    SITUATIONS,
    VALENCE,
)


def test_goemotions_has_28_distinct_labels_with_neutral_last() -> None:
    assert len(set(GOEMOTIONS)) == 28
    assert GOEMOTIONS[-1] == "neutral"


def test_each_emotion_belongs_to_exactly_one_ekman_group() -> None:
    assert sorted(chain.from_iterable(EKMAN.values())) == sorted(GOEMOTIONS)


def test_plutchik_has_eight_in_the_order_of_the_published_ids() -> None:
    assert len(PLUTCHIK) == 8
    assert list(PLUTCHIK) == sorted(PLUTCHIK)


def test_every_emotion_has_a_valence_and_an_arousal_in_range() -> None:
    assert set(VALENCE) == set(AROUSAL) == set(GOEMOTIONS)
    assert all(-1 <= value <= 1 for value in VALENCE.values())
    assert all(0 <= value <= 1 for value in AROUSAL.values())


def test_heads_are_the_label_sets() -> None:
    assert list(HEADS) == ["emotions", "plutchik", "sentiment", "situation", "need", "crisis", "politeness"]
    assert HEADS["situation"] is SITUATIONS
    assert all(len(set(labels)) == len(labels) for labels in (*HEADS.values(), ANSWER))


def test_an_answer_has_two_steps_a_kind_and_its_marks() -> None:
    assert len(ANSWER) == 2 * len(KINDS) + 1 + len(MARKS)
