"""Sentences made from patterns: each fills its slots, and none of CheckList's is among them."""

import re
import tomllib
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from humanely.affect.labels import SENTIMENTS
from training.data import AUTHORED, GRAMMAR, made, place
from training.grammar import sentences
from training.measure.rows import Sets

GRAMMARS = sorted((AUTHORED / "grammar").glob("*.toml"))
DATA = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
def test_every_slot_has_words_and_every_word_is_used(path: Path) -> None:
    grammar = tomllib.loads(path.read_text(encoding="utf-8"))
    slots = {
        slot for own in grammar["patterns"].values() for pattern in own for slot in re.findall(r"{(\w+)}", pattern)
    }
    assert slots == set(grammar["words"])
    assert set(grammar["patterns"]) == set(SENTIMENTS)


@pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
def test_sentences_differ_are_the_same_again_and_their_sides_take_turns(path: Path) -> None:
    found = list(sentences(path, 300, seed=1))
    assert found == list(sentences(path, 300, seed=1))
    assert found != list(sentences(path, 300, seed=2))
    assert len({text for text, _ in found}) == 300
    assert Counter(side for _, side in found) == dict.fromkeys(SENTIMENTS, 100)
    assert not [text for text, _ in found if re.search(r"[{}]|  | [.,?!]", text)]


def test_a_grammar_gives_sentences_for_training_that_know_the_side_alone() -> None:
    first = list(islice(made(AUTHORED), 3))
    assert {(one.source, one.split, one.language) for one in first} == {("authored-grammar", "train", "en")}
    assert {one.sentiment for one in first} == set(SENTIMENTS)
    assert {(one.emotions, one.situation, one.crisis, one.politeness) for one in first} == {(None, None, None, None)}


@pytest.mark.public_data
@pytest.mark.skipif(not DATA.exists(), reason="the public data are not beside the project")
def test_no_case_of_checklist_is_made() -> None:
    tested = {place(text) for cases in Sets().checklist.values() for case in cases for text in case["texts"]}
    assert len(tested) > 10_000
    assert sum(place(one.text) in tested for one in made(AUTHORED)) == 0
    assert len(list(made(AUTHORED))) == GRAMMAR * len(GRAMMARS)
