"""Laws of the phrase matcher, and of the lists themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.phrases import Category, LanguageFile, Phrases, languages, phrases

TIMES_AND_THANKS = {
    "today", "tomorrow", "heute", "jetzt", "hoy", "manana", "demain", "oggi", "domani", "adesso", "hoje", "agora",
    "thanks", "thank", "gracias", "merci", "grazie", "obrigado", "obrigada",
}  # fmt: skip


def matcher(say: str, *, unless: str = "", negatable: bool = False, apostrophe: str = "joins") -> Phrases:
    return Phrases(
        LanguageFile(
            apostrophe=apostrophe,
            negators="not never",
            common="the a",
            cue={"x": Category(say=say, unless=unless, negatable=negatable)},
            answer={},
        )
    )


def found(lists: Phrases, text: str) -> list[str]:
    return [span.text for span in lists.find(lists.tokens(text)).get("cue.x", ())]


@pytest.mark.parametrize(
    ("say", "text", "spans"),
    [
        ("real person", "a REAL person", ["REAL person"]),
        ("frustrat*", "so frustrating", ["frustrating"]),
        ("talk to (a) person/human", "talk to human", ["talk to human"]),
        ("put me ... through", "put me right now through", ["put me right now through"]),
        ("put me ... through", "put me on hold and then through", []),
        ("put me ... through", "put me. Through", []),
        ("_ times", "three times", ["three times"]),
        ("# times", "3 times", ["3 times"]),
        ("| human |", "Human!", ["Human"]),
        ("| human |", "human resources", []),
        ("which one ?", "Which one? That.", ["Which one"]),
        ("which one ?", "Which one. That?", []),
        ("don't", "I don’t and I donʼt", ["don’t", "donʼt"]),
        ("après", "apres", ["apres"]),
        ("so", "soooo", ["soooo"]),
        ("👍", "fine 👍🏾", ["👍"]),
    ],
)
def test_pattern_language(say: str, text: str, spans: list[str]) -> None:
    assert found(matcher(say), text) == spans


def test_apostrophe_splits_where_the_language_elides() -> None:
    assert found(matcher("j'attends", apostrophe="splits"), "J’attends") == ["J’attends"]
    assert found(matcher("attends", apostrophe="splits"), "J’attends") == ["attends"]


def test_a_phrase_of_unless_undoes_what_it_overlaps() -> None:
    lists = matcher("problem", unless="no problem")
    assert found(lists, "no problem") == []
    assert found(lists, "no problem, but a problem") == ["problem"]


def test_negation_reaches_three_words_and_not_over_the_edge_of_a_sentence() -> None:
    lists = matcher("angry", negatable=True)
    assert found(lists, "not so very angry") == []
    assert found(lists, "I do not. Angry!") == ["Angry"]


def test_the_longest_find_wins_and_finds_do_not_overlap() -> None:
    assert found(matcher("real\nreal person\nperson"), "real person") == ["real person"]


@given(text=st.text(max_size=400), code=st.sampled_from(["en", "de", "es", "fr", "it", "pt"]))
def test_any_text_gives_spans_of_itself(text: str, code: str) -> None:
    lists = phrases(code)
    assert lists is not None
    spans = [span for spans in lists.find(lists.tokens(text)).values() for span in spans]
    assert all(text[span.start : span.end] == span.text and span.text for span in spans)


def test_a_language_without_a_file_has_no_phrases() -> None:
    assert phrases("xx") is None
    assert phrases(None) is None


@pytest.mark.parametrize("code", sorted(languages()))
def test_no_pattern_of_a_language_comes_down_to_one_common_word(code: str) -> None:
    lists = phrases(code)
    assert lists is not None
    alone = {
        span.text
        for word in lists.common - TIMES_AND_THANKS
        for spans in lists.find(lists.tokens(f"xxq {word}")).values()
        for span in spans
    }
    assert alone == set()


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_language_has_the_same_categories(code: str) -> None:
    lists, english = phrases(code), phrases("en")
    assert lists is not None
    assert english is not None
    assert lists.categories == english.categories
