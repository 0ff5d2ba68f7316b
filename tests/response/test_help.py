"""What is found in the FAQ, how well it fits, and what must not be found: bounds on authored questions."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.affect.word_vectors import shipped_words
from humanely.response.faq import Entry, Match, parse
from humanely.response.help import ALIKE, ALIKE_TRANSLATED, FITS, Help

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "companion" / "faq.md"
QUESTIONS = ROOT / "benchmarks" / "questions"
LANGUAGES = ("en", "de", "es", "fr", "it", "pt")


@cache
def sample() -> Help:
    """The FAQ of the sample, English and German."""
    return Help(parse(SAMPLE.read_text(encoding="utf-8")), shipped_words())


@cache
def in_english() -> Help:
    return Help([entry for entry in sample().entries if entry.question in _english()], shipped_words())


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (QUESTIONS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def _english() -> dict[str, str]:
    return {row[1]: row[0] for row in _rows("faq")}


def answered(language: str, kind: str, help_: Callable[[], Help]) -> list[bool]:
    """Of the questions of one kind, which get an answer."""
    at_hand = help_()
    matches = [at_hand.best(row[2], language) for row in _rows(language) if row[0] == kind]
    return [match is not None and at_hand.fit(match) >= FITS for match in matches]


def test_every_question_of_the_sample_finds_itself_and_fits() -> None:
    matches = [sample().best(entry.question) for entry in sample().entries]
    assert [match and match.entry for match in matches] == list(sample().entries)
    assert all(match is not None and sample().fit(match) >= FITS for match in matches)


def test_the_questions_measured_are_those_of_the_sample() -> None:
    measured = {question for row in _rows("faq") for question in row[1:3]}
    assert measured == {entry.question for entry in sample().entries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_asked_plainly_of_an_english_faq_are_answered(language: str) -> None:
    found = answered(language, "plain", in_english)
    assert sum(found) / len(found) >= 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_chit_chat_finds_nothing(language: str) -> None:
    assert not any(answered(language, "chat", sample))


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_one_near_miss_in_five_is_answered(language: str) -> None:
    found = answered(language, "near", in_english)
    assert sum(found) / len(found) <= 0.2


def test_a_german_question_gets_the_german_answer_where_there_is_one() -> None:
    matches = [sample().best(row[2], "de") for row in _rows("de") if row[0] == "plain"]
    fitting = [match for match in matches if match is not None and sample().fit(match) >= FITS]
    assert len(fitting) > 15
    assert not any(match.translated for match in fitting)


def test_a_german_question_finds_an_english_entry() -> None:
    match = in_english().best("Wie lösche ich mein Konto?")
    assert match is not None
    assert match.entry.question == "How do I delete my account?"
    assert match.translated
    assert in_english().fit(match) >= FITS


@pytest.mark.parametrize("text", ["", "   ", "\n", "12 / 5"])
def test_nothing_asked_finds_nothing(text: str) -> None:
    assert sample().best(text) is None


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_the_fit_of_anything_lies_between_nought_and_one(text: str) -> None:
    match = sample().best(text)
    assert match is None or 0 <= sample().fit(match) <= 1


@given(st.floats(-1, 1), st.floats(0, 2), st.floats(0, 1), st.booleans())
def test_what_is_nearer_fits_better(similarity: float, margin: float, more: float, translated: bool) -> None:
    entry = Entry("t", "q", "s", "", "", 1)
    nearer = Match(entry, similarity + more, margin, translated)
    assert sample().fit(nearer) >= sample().fit(Match(entry, similarity, margin, translated))


@pytest.mark.parametrize(("bar", "translated"), [(ALIKE, False), (ALIKE_TRANSLATED, True)])
def test_the_fit_at_the_bar_is_that_of_the_policy(bar: float, translated: bool) -> None:
    assert sample().fit(Match(Entry("t", "q", "s", "", "", 1), bar, 0.0, translated)) == pytest.approx(FITS)


def test_a_single_entry_answers_its_question_and_no_other() -> None:
    alone = Help([Entry("t", "How do I delete my account?", "There.", "", "", 1)], shipped_words())
    right, wrong = alone.best("How do I delete my account?"), alone.best("What's the capital of Australia?")
    assert right is not None
    assert wrong is not None
    assert alone.fit(right) >= FITS > alone.fit(wrong)
