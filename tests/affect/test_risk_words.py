"""The language in which phrases of risk are written, and which list undoes which."""

import gc

from humanely.affect import risk_words
from humanely.affect.crisis import languages, words_of_risk
from humanely.affect.folding import WORD, fold
from humanely.affect.risk_words import RiskFile, RiskWords, apart


def test_pattern_language() -> None:
    lists = RiskWords([RiskFile(("latin",), risk="go (far) away/off-now", unless="go away ... home", gap=2)])
    assert lists.find(["please", "go", "far", "away"]) == [(1, 4)]
    assert lists.find(["go", "off", "now"]) == [(0, 3)]
    assert lists.find(["go", "off", "later"]) == []
    assert lists.find(["go", "away", "from", "home"]) == []
    assert lists.find(["go", "away", ".", "home"]) == [(0, 2)]


def test_a_mention_yields_to_what_stands_beside_it_and_a_risk_does_not() -> None:
    lists = RiskWords([RiskFile(("latin",), risk="bad wish", mention="word", about="study")])
    assert lists.find(["word", "of", "study"]) == []
    assert lists.find(["word", ".", "of", "study"]) == []
    assert lists.find(["word", ".", "and", ".", "of", "study"]) == [(0, 1)]
    assert lists.find(["study", "bad", "wish"]) == [(1, 3)]


def test_stems_numbers_edges_and_any_word() -> None:
    lists = RiskWords([RiskFile(("latin",), risk="| stop* _ # |")])
    assert lists.find([".", "stopping", "soon", "3", "."]) == [(0, 5)]
    assert lists.find([".", "go", "stopping", "soon", "3", "."]) == []


def test_letters_that_stand_twice_count_as_one_but_where_one_character_after_the_other_is_read() -> None:
    assert RiskWords([RiskFile(("latin",), risk="kill me")]).find(["kil", "mee"]) == [(0, 2)]
    for phrase in ("โดดตึก", "死ねばいい", "静静地", "스스로"):
        assert RiskWords([RiskFile(("thai",), risk=phrase)]).find(WORD.findall(fold(phrase))) != []


def test_letters_of_a_language_are_also_found_spelled_out() -> None:
    lists = RiskWords([RiskFile(("latin",), risk="möchte gehen", spell={"ö": "oe"})])
    assert lists.find(["mochte", "gehen"]) == lists.find(["moechte", "gehen"]) == [(0, 2)]


def test_phrases_of_several_languages_are_found_together_and_undo_each_other() -> None:
    one, other = RiskFile(("latin",), risk="go away"), RiskFile(("latin",), risk="geh weg", unless="away heim")
    assert RiskWords([one, other]).find(["geh", "weg", ".", "go", "away"]) == [(0, 2), (3, 5)]
    assert RiskWords([one, other]).find(["go", "away", "heim"]) == []
    assert RiskWords([one]).find(["go", "away", "heim"]) == [(0, 2)]


def test_every_language_is_kept_once_and_phrases_share_their_ends() -> None:
    for language in (*sorted(languages()), None):
        words_of_risk("Hello, where is my parcel?", language)
    # Trees of their own for every pair of a language and English had more than a million.
    assert sum(type(one) is risk_words._Step for one in gc.get_objects()) < 100_000


def test_of_places_that_overlap_the_first_and_longest_stays() -> None:
    assert list(apart([(2, 4), (0, 1), (0, 3), (5, 6)])) == [(0, 3), (5, 6)]
