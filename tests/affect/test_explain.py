from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.explain import CHARACTERS, UNITS, emphasised, explain, plain, units, weigh, without
from humanely.affect.labels import GOEMOTIONS
from humanely.affect.text import MODELS
from training.measure.faithfulness import drops
from training.measure.generation import Generation
from training.measure.rows import Sets

ANGER = GOEMOTIONS.index("anger")
SETS = Sets(most=120)


def by_word(texts: Sequence[str]) -> np.ndarray:
    """An estimator that looks for one word: anger is 0.9 with "furious", else 0.1."""
    found = np.full((len(texts), 28), 0.05)
    found[:, ANGER] = [0.9 if "furious" in text else 0.1 for text in texts]
    return found


def by_writing(texts: Sequence[str]) -> np.ndarray:
    """An estimator of the way a text is written: anger grows with capitals, stretched letters, marks and emoji."""
    found = np.full((len(texts), 28), 0.05)
    for row, text in enumerate(texts):
        signs = ("NO" in text, "sooo" in text, "!!" in text, "😡" in text, len(text) > 9 and text.isupper())
        found[row, ANGER] = 0.1 + 0.15 * sum(signs)
    return found


def evidence(text: str, estimate: object = by_writing) -> list[str]:
    """What speaks for anger."""
    assert callable(estimate)
    (spans,) = explain(estimate, [text], estimate([text]), [(ANGER,)])
    return [span.text for span in spans]


@given(st.text(max_size=4_000))
def test_units_are_few_ordered_and_inside_the_text(text: str) -> None:
    found = units(text)
    assert len(found) <= UNITS
    assert all(start < end <= min(len(text), CHARACTERS) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


@given(st.text(max_size=200))
def test_nothing_but_spaces_is_outside_the_units(text: str) -> None:
    assert without(text, units(text)).strip() == ""


def test_scripts_without_spaces_are_cut_too() -> None:
    assert len(units("とても悲しいです")) == 3


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("great😡😡", ["great", "😡😡"]),
        ("no👍🏽!!!", ["no", "👍🏽", "!!!"]),
        ("what?!", ["what", "?!"]),
        ("sad:( really", ["sad", ":(", "really"]),
        ("see http://a.example/b", ["see", "http://a.example/b"]),
        ("👩‍👩‍👧 ok", ["👩‍👩‍👧", "ok"]),
    ],
)
def test_emoji_and_marks_are_parts_of_their_own(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in units(text)] == parts


def test_the_word_that_makes_the_label_is_the_evidence() -> None:
    text = "I am furious about this"
    (spans,) = explain(by_word, [text], by_word([text]), [(ANGER,)])
    assert [(span.text, span.label) for span in spans] == [("furious", "anger")]
    assert text[spans[0].start : spans[0].end] == "furious"
    assert abs(spans[0].weight - 0.8) < 1e-9


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("this is sooo late", ["sooo"]),
        ("I said NO to it", ["NO"]),
        ("it is late!! again", ["!!"]),
        ("it is late😡", ["😡"]),
        ("WHERE IS MY PARCEL", ["WHERE IS MY PARCEL"]),
    ],
)
def test_the_way_it_is_written_is_evidence(text: str, parts: list[str]) -> None:
    assert evidence(text) == parts


def test_emphasis_counts_where_the_word_alone_does_not() -> None:
    def shouting(texts: Sequence[str]) -> np.ndarray:
        found = np.full((len(texts), 28), 0.05)
        found[:, ANGER] = [0.1 if "please" in text else 0.7 for text in texts]
        return found

    assert evidence("answer me PLEASE now", shouting) == ["PLEASE"]


@given(st.text(max_size=60))
def test_plain_words_stay_plain(words: str) -> None:
    assert plain(plain(words)) == plain(words)


def test_where_all_is_in_capitals_no_single_word_is() -> None:
    assert emphasised("WHERE IS IT", units("WHERE IS IT")) == {}
    assert emphasised("WHERE is it", units("WHERE is it")) == {0: "where is it"}


def test_texts_without_labels_have_no_evidence() -> None:
    texts = ["hm", "I am furious"]
    empty, full = explain(by_word, texts, by_word(texts), [(), (ANGER,)])
    assert empty == ()
    assert len(full) == 1


def test_words_that_change_nothing_are_no_evidence() -> None:
    text = "calm words only"
    assert explain(by_word, [text], by_word([text]), [(ANGER,)]) == [()]


def test_a_batch_is_weighed_like_its_texts_alone() -> None:
    texts = ["so furious", "", "NO!! 😡", "calm"]
    together = weigh(by_writing, texts, by_writing(texts), [True] * 4)
    alone = [weigh(by_writing, [text], by_writing([text]), [True])[0] for text in texts]
    assert [parts for parts, _ in together] == [parts for parts, _ in alone]
    assert all(np.array_equal(a, b) for (_, a), (_, b) in zip(together, alone, strict=True))


@pytest.mark.public_data
@pytest.mark.skipif(not SETS.public, reason="the public data are not beside the project")
def test_evidence_moves_the_label_more_than_other_words_do() -> None:
    comments = [e.text for e in SETS.goemotions["test"] if e.emotions != frozenset({"neutral"})]
    long = [text for text in comments if len(units(text)) >= 5 and not text.isupper()]
    top, chance = drops(Generation(MODELS), long)
    # The card has the figure on 500 comments; a fifth of the words should matter at least twice as much as any fifth.
    assert len(long) >= 30
    assert top.mean() >= 0.2
    assert top.mean() >= 2 * chance.mean()


GRATITUDE = GOEMOTIONS.index("gratitude")


def test_words_that_say_the_same_share_the_weight() -> None:
    def grateful(texts: Sequence[str]) -> np.ndarray:
        found = np.full((len(texts), len(GOEMOTIONS)), 0.01)
        found[:, GRATITUDE] = [0.99 if "thank" in text or "grateful" in text else 0.1 for text in texts]
        return found

    text = "so grateful, thank you"
    ((first, *others),) = explain(grateful, [text], grateful([text]), [(GRATITUDE,)])
    told = {first.text, *(span.text for span in others)}
    assert {"grateful,", "thank"} <= told or {"grateful", "thank"} <= told
    assert sum(span.weight for span in (first, *others)) == pytest.approx(0.89)
