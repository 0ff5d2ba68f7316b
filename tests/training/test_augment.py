"""Copies keep their labels, and change no more than they say."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.augment import CREEDS, NAMES, PLAIN, SIGNED, TYPO, augmented, mistyped, signed, written
from training.data import Example

MANY = [Example(f"Where's parcel number {i}, please?", "goemotions", "en", "train", need=i % 4) for i in range(2000)]


def seeds() -> st.SearchStrategy[random.Random]:
    return st.integers(0, 10_000).map(random.Random)


@given(text=st.text(), rng=seeds())
def test_a_typing_error_moves_one_letter_drops_it_or_doubles_it(text: str, rng: random.Random) -> None:
    found = mistyped(text, rng)
    assert abs(len(found) - len(text)) <= 1
    assert (Counter(found) - Counter(text)).total() <= 1
    assert (Counter(text) - Counter(found)).total() <= 1


@given(rng=seeds())
def test_short_words_numbers_and_marks_are_never_mistyped(rng: random.Random) -> None:
    assert mistyped("no, it is 4711-0815!", rng) == "no, it is 4711-0815!"


@given(rng=seeds())
def test_names_and_creeds_are_written_in_or_the_text_stays(rng: random.Random) -> None:
    masked = "[NAME] is [RELIGION]"
    found = written(masked, rng)
    assert found == masked or (found.split(" is ")[0] in NAMES and found.split(" is ")[1] in CREEDS)


# In marks that no name and no greeting holds, so that the message can be told from what was put around it.
@given(text=st.text(min_size=1).map(lambda text: f"«{text}»"), rng=seeds())
def test_a_signed_message_holds_all_of_the_message_and_one_name(text: str, rng: random.Random) -> None:
    rest = signed(text, rng).replace(text, "", 1)
    assert rest.removesuffix(" here. ").removesuffix(": ").removesuffix(". ").removeprefix("Hi, ").strip() in NAMES


def test_our_turns_alone_are_signed() -> None:
    ours = [replace(example, situation=frozenset[str]()) for example in MANY]
    shares = [sum(e.copy for e in augmented(own, seed=1)) / len(MANY) for own in (MANY, ours)]
    assert shares[1] - shares[0] == pytest.approx(SIGNED, abs=0.03)


def test_every_example_is_kept_and_a_copy_has_its_labels() -> None:
    found = list(augmented(MANY, seed=1))
    assert [e for e in found if not e.copy] == MANY
    needs = [(found[i - 1].need, e.need) for i, e in enumerate(found) if e.copy]
    assert [pair for pair in needs if pair[0] != pair[1]] == []
    # 2,000 draws: the share of copies lies within 0.03 of what is asked for, by more than three standard errors.
    assert len(needs) / len(MANY) == pytest.approx(TYPO + PLAIN, abs=0.03)


def test_one_seed_gives_the_same_copies_and_another_gives_others() -> None:
    assert list(augmented(MANY, seed=1)) == list(augmented(MANY, seed=1))
    assert list(augmented(MANY, seed=1)) != list(augmented(MANY, seed=2))


def test_a_plain_copy_is_in_lower_case_without_marks() -> None:
    plain = [e.text for e in augmented(MANY, seed=1) if e.copy and e.text.startswith("wheres")]
    assert len(plain) > 50
    assert [text for text in plain if text != text.lower() or set(text) & set(".,?'")] == []
