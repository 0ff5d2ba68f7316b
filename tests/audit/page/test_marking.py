import html
import re
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.page.marking import marked, spans_of, visible

TEXTS = st.text(max_size=300)
WORDS = st.lists(st.text(min_size=1, max_size=8), max_size=5).map(tuple)


def plain(shown: str) -> str:
    return html.unescape(re.sub(r"</?mark>", "", shown))


@given(TEXTS, WORDS)
def test_a_short_message_is_shown_whole_whatever_is_marked(text: str, words: tuple[str, ...]) -> None:
    assert plain(str(marked(text, words, limit=400))) == visible(text)


@given(TEXTS, WORDS)
def test_only_marks_are_markup(text: str, words: tuple[str, ...]) -> None:
    shown = str(marked(text, words, limit=400))
    assert "<" not in re.sub(r"</?mark>", "", shown)
    assert shown.count("<mark>") == shown.count("</mark>")


@given(st.text(alphabet="ab ", max_size=80), WORDS)
def test_spans_are_in_order_and_apart(text: str, words: tuple[str, ...]) -> None:
    spans = spans_of(text, words)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_words_of_the_estimate_are_marked() -> None:
    assert str(marked("It broke again.", ("broke again",), limit=99)) == "It <mark>broke again</mark>."


def test_a_whole_word_is_marked_before_a_part_of_one() -> None:
    assert str(marked("island is land", ("is",), limit=99)) == "island <mark>is</mark> land"


def test_words_without_spaces_between_them_are_marked_too() -> None:
    assert "<mark>とても悲しい</mark>" in str(marked("私はとても悲しいです", ("とても悲しい",), limit=99))


def test_hostile_text_stays_text() -> None:
    shown = str(marked("<script>alert('x')</script>", ("<script>",), limit=99))
    assert shown.startswith("<mark>&lt;script&gt;</mark>")


def test_a_message_cannot_turn_the_page_around() -> None:
    assert visible("pay \u202eneve\u202c \u2066x\u2069 \x00now") == "pay neve x now"


def test_a_huge_message_is_shortened_and_says_by_how_much() -> None:
    shown = str(marked("word " * 40_000, limit=600))
    assert len(shown) < 800
    assert re.search(r"199,\d{3} characters not shown", shown)


def test_a_huge_message_is_cut_around_the_marked_words() -> None:
    text = "long " * 20_000 + "I am scared " + "tail " * 20_000
    shown = str(marked(text, ("I am scared",), limit=600))
    assert "<mark>I am scared</mark>" in shown
    assert shown.startswith("… ")


def test_a_huge_message_is_quick() -> None:
    start = time.process_time()
    marked("a" * 200_000, ("b", "a" * 50, "ab"), limit=600)
    assert time.process_time() - start < 0.5
