"""Facts about layered help."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from humanely.response.faq import Entry, FaqInvalid, find, layered, parse, vectors

SAMPLE = Path(__file__).parents[2] / "examples" / "faq.md"
WIDTH = 4096
REFUND = Entry("refund", "How long does a refund take?", "Three days.", "From arrival.", "Accounts can look.", line=2)
_words = st.text("abcdefg ", min_size=1, max_size=30).map(str.strip).filter(bool)


def letters(texts: Sequence[str]) -> NDArray[np.float64]:
    """Unit vectors of the letter triples of each text: a small encoder that knows no meaning, only likeness."""
    rows = np.zeros((len(texts), WIDTH))
    for row, text in zip(rows, texts, strict=True):
        folded = f"  {text.casefold()}  "
        for at in range(len(folded) - 2):
            row[sum(ord(letter) * 31**place for place, letter in enumerate(folded[at : at + 3])) % WIDTH] += 1
    unit: NDArray[np.float64] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def test_the_sample_is_read_whole() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    assert len(entries) == 15
    assert {entry.topic for entry in entries} == {"order", "refund", "payment", "account", "course", "certificate"}
    assert all(entry.short for entry in entries)


def test_every_question_of_the_sample_finds_itself_first() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    assert [find(entry.question, entries, letters)[0].entry for entry in entries] == list(entries)


def test_another_wording_finds_its_entry() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    best = find("how long will the refund take", entries, letters)[0]
    assert best.entry.question == REFUND.question
    assert 0.6 <= best.similarity < 1


def test_what_comes_near_to_nothing_finds_nothing() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    assert find("Quel temps fera-t-il demain ?", entries, letters) == ()


def test_nothing_asked_or_nothing_known_finds_nothing() -> None:
    assert find("  ", [REFUND], letters) == ()
    assert find("refund", [], letters) == ()


def test_kept_vectors_give_the_same_as_new_ones() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    kept = vectors(entries, letters)
    assert find("where is my order", entries, letters, known=kept) == find("where is my order", entries, letters)


@given(st.lists(_words, min_size=1, max_size=5, unique_by=str.casefold), _words)
def test_what_is_found_is_ranked_and_above_the_bar(questions: list[str], asked: str) -> None:
    entries = [Entry("t", question, "s", "", "", line) for line, question in enumerate(questions)]
    similarities = [match.similarity for match in find(asked, entries, letters, bar=0.2)]
    assert similarities == sorted(similarities, reverse=True)
    assert all(similarity >= 0.2 for similarity in similarities)


@given(st.lists(st.tuples(_words, _words, _words), min_size=1, max_size=5, unique_by=lambda each: each[0].casefold()))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    text = "# topic\n" + "".join(f"## {q}\n\n{short}\n\n### more\n{more}\n" for q, short, more in rows)
    assert [(entry.question, entry.short, entry.more) for entry in parse(text)] == rows


@given(st.integers(0, 10))
def test_help_never_goes_back_a_tier(told: int) -> None:
    tiers = ["short", "more", "person"]
    assert tiers.index(layered(REFUND, told).tier) <= tiers.index(layered(REFUND, told + 1).tier)


def test_without_a_fuller_answer_a_person_comes_second() -> None:
    assert layered(Entry("t", "q", "s", "", "", line=1), 1).tier == "person"


def test_code_and_small_marks_are_text() -> None:
    entry = parse("# t\n## q ##\n```\n# not a topic\n```\n#hash\n")[0]
    assert (entry.question, entry.short) == ("q", "```\n# not a topic\n```\n#hash")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("Hello\n# t", 1, "before the first topic", id="text_before_topic"),
        pytest.param("## q\nyes", 1, "a question has no topic", id="question_without_topic"),
        pytest.param("# t\nHello\n## q\nyes", 1, "text stands under a topic", id="text_under_topic"),
        pytest.param("# t\n## q\n## r\nyes", 2, "a question has no answer", id="question_without_answer"),
        pytest.param("# t\n## q\nyes\n## Q\nno", 4, "question of line 2 is asked again", id="question_twice"),
        pytest.param("# t\n### more\nyes", 2, "a tier belongs to no question", id="tier_without_question"),
        pytest.param("# t\n## q\ny\n# u\n### more\nyes", 5, "a tier belongs to no question", id="tier_after_topic"),
        pytest.param("# t\n## q\nyes\n### expert\nno", 4, "a tier is not known", id="tier_unknown"),
        pytest.param("# t\n## q\nyes\n### more\n", 4, "the tier 'more' is empty", id="tier_empty"),
        pytest.param("# t\n## q\nyes\n### more\na\n### more\nb", 6, "'more' is there twice", id="tier_twice"),
        pytest.param("# t\n## q\nyes\n#### deep\n", 4, "a heading has 4 marks", id="heading_too_deep"),
        pytest.param("# \n## q\nyes", 1, "the topic is empty", id="topic_empty"),
    ],
)
def test_museum_of_files(text: str, line: int, says: str) -> None:
    with pytest.raises(FaqInvalid, match=f"Line {line} of the FAQ.*{says}"):
        parse(text)
