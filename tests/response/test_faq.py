"""Facts about layered help."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.check import check
from humanely.response.faq import Entry, FaqInvalid, layered, parse
from humanely.response.rules import default_rules
from humanely.response.situation import Situation
from humanely.signal.language import identify

SAMPLE = Path(__file__).parents[2] / "examples" / "companion" / "faq.md"
REFUND = Entry("refund", "How long does a refund take?", "Three days.", "From arrival.", "Accounts can look.", line=2)
_words = st.text("abcdefg ", min_size=1, max_size=30).map(str.strip).filter(bool)


def test_the_sample_is_read_whole() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    assert Counter(identify(f"{entry.question} {entry.short}") for entry in entries) == {"en": 26, "de": 26}
    assert all(entry.short for entry in entries)


def test_the_sample_says_in_german_what_it_says_in_english() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    tiers = [(bool(entry.more), bool(entry.person)) for entry in entries]
    assert tiers[:26] == tiers[26:]


def test_every_answer_of_the_sample_passes_the_check_before_it_is_sent() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    told = [(entry, text) for entry in entries for text in (entry.short, entry.more, entry.person) if text]
    verdicts = [check(text, _asked(entry, text), default_rules()) for entry, text in told]
    assert [text for (_, text), verdict in zip(told, verdicts, strict=True) if verdict.findings] == []


def _asked(entry: Entry, text: str) -> Situation:
    language = identify(f"{entry.question} {entry.short}")
    return Situation(messages=(entry.question,), language=language, facts=(text,), valence=-0.6, need=0.8)


def test_a_short_answer_of_the_sample_fits_a_chat_bubble_with_words_around_it() -> None:
    entries = parse(SAMPLE.read_text(encoding="utf-8"))
    assert max(len(entry.short) for entry in entries) <= 200


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


def test_lines_of_a_paragraph_are_joined_and_lists_are_not() -> None:
    entry = parse("# t\n## q\nOne line\nwraps here.\n\n- a\n- b\n\nEnd\nof it.\n")[0]
    assert entry.short == "One line wraps here.\n\n- a\n- b\n\nEnd of it."
