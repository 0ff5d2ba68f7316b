from itertools import chain

from humanely.affect.labels import AROUSAL, EKMAN, GOEMOTIONS, HEADS, PLUTCHIK, SENTIMENTS, VALENCE


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
    assert HEADS == {"emotions": GOEMOTIONS, "plutchik": PLUTCHIK, "sentiment": SENTIMENTS}
