"""Laws that every text estimator obeys; `test_text.py` runs each on each estimator."""

import pickle
from collections.abc import Callable

import numpy as np

from humanely.affect.labels import EKMAN, GOEMOTIONS, PLUTCHIK, SENTIMENTS
from humanely.affect.reading import Reading
from humanely.affect.text import TextEstimator

TEXTS = (
    "Where is my parcel? I have been waiting for two weeks!!",
    "Thank you so much, you saved my day ❤️",
    "ok",
    "Ich bin wirklich enttäuscht von Ihrem Service.",
    "ありがとうございます",
    "لا أفهم لماذا لم تصل الرسالة",
    "The invoice number is 4471 and the address is the same as last time, on the second floor.",
)
HOSTILE = (
    "",
    " \n\t ",
    "\x00\x00",
    "a\x00b\x1b[31m",
    "\ud83d",
    "sad \udc00 text",
    "😡😡😡",
    "🏳️‍🌈",
    "\u202eabc\u202c",
    "​",
    "?" * 5_000,
    "x" * 200_000,
    "so sad " * 30_000,
    "哈" * 20_000,
    "</s><pad><s>",
    "Z̴̧̢̛͔͖͓a̷l̸g̵o̶",
    "1234567890",
)


def numbers(reading: Reading) -> np.ndarray:
    """Every number of a reading in a fixed order; float64, shape (66,); -1 where one is not given."""
    values = [*reading.emotions.values(), *reading.ekman.values(), *reading.plutchik.values()]
    values += [*reading.sentiment.values(), *reading.situation.values(), reading.crisis.probability, reading.valence]
    return np.array([*values, *(-1.0 if value is None else value for value in (reading.arousal, reading.need))])


def same_text_gives_the_same_reading(estimator: TextEstimator) -> None:
    assert estimator.estimate(TEXTS) == estimator.estimate(TEXTS)


def batch_order_and_size_do_not_matter(estimator: TextEstimator) -> None:
    together = estimator.estimate(TEXTS)
    backwards = estimator.estimate(TEXTS[::-1])[::-1]
    alone = [estimator.estimate([text])[0] for text in TEXTS]
    for first, second, third in zip(together, backwards, alone, strict=True):
        np.testing.assert_allclose(numbers(first), numbers(second), atol=1e-4)
        np.testing.assert_allclose(numbers(first), numbers(third), atol=1e-4)
        assert first.labels == second.labels == third.labels


def empty_text_is_neutral_and_not_confident(estimator: TextEstimator) -> None:
    (reading,) = estimator.estimate([""])
    assert not reading.confident
    assert reading.reason
    assert reading.labels == ()
    assert (reading.valence, reading.arousal) == (0.0, None)
    assert max(reading.emotions, key=reading.emotions.__getitem__) == "neutral"


def nothing_to_estimate_gives_nothing(estimator: TextEstimator) -> None:
    assert estimator.estimate([]) == []


def a_copy_reads_the_same(estimator: TextEstimator) -> None:
    copy = pickle.loads(pickle.dumps(estimator))  # noqa: S301 - made one line above
    assert copy.estimate(TEXTS) == estimator.estimate(TEXTS)


def hostile_text_never_fails(estimator: TextEstimator) -> None:
    for reading in estimator.estimate(HOSTILE, evidence=True):
        assert np.isfinite(numbers(reading)).all()


def every_number_keeps_its_range(estimator: TextEstimator) -> None:
    for reading in estimator.estimate([*TEXTS, *HOSTILE]):
        assert tuple(reading.emotions) == GOEMOTIONS
        assert tuple(reading.ekman) == tuple(EKMAN)
        assert tuple(reading.plutchik) == PLUTCHIK
        assert tuple(reading.sentiment) == SENTIMENTS
        assert abs(sum(reading.sentiment.values()) - 1) < 1e-6
        assert -1 <= reading.valence <= 1
        assert reading.arousal is None or 0 <= reading.arousal <= 1
        chances = [*reading.emotions.values(), *reading.ekman.values(), *reading.plutchik.values()]
        assert all(0 <= p <= 1 for p in chances)


def it_abstains_with_a_reason_or_names_a_label(estimator: TextEstimator) -> None:
    for reading in estimator.estimate([*TEXTS, *HOSTILE]):
        assert reading.confident == bool(reading.labels)
        assert reading.confident == (reading.reason is None)


def columns_and_readings_agree(estimator: TextEstimator) -> None:
    columns = estimator.estimate_columns(TEXTS)
    # In a measured language; in others a reading abstains more readily than the columns say.
    for i, reading in enumerate(estimator.estimate(TEXTS, languages=["en"] * len(TEXTS))):
        assert list(reading.emotions.values()) == columns.emotions[i].tolist()
        assert reading.valence == columns.valence[i]
        assert reading.confident == columns.confident[i]


CHECKS: tuple[Callable[[TextEstimator], None], ...] = (
    same_text_gives_the_same_reading,
    batch_order_and_size_do_not_matter,
    empty_text_is_neutral_and_not_confident,
    nothing_to_estimate_gives_nothing,
    a_copy_reads_the_same,
    hostile_text_never_fails,
    every_number_keeps_its_range,
    it_abstains_with_a_reason_or_names_a_label,
    columns_and_readings_agree,
)
