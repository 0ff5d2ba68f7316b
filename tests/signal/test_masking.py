import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.signal.masking import PLACEHOLDERS, mask, mask_conversation

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "assets" / "masking.jsonl").read_text(encoding="utf-8").splitlines()
]

pieces = st.sampled_from(
    [
        *PLACEHOLDERS.values(),
        "Hi ",
        "Anna",
        "Anna Smith",
        ", ",
        "my name is ",
        "Best,\n",
        "Herr ",
        "Dear ",
        "van ",
        "Hanım ",
        "Mr. ",
        "Name: ",
        "020 7946 0958",
        "+49 30 901820",
        "4111 1111 1111 1111",
        "0",
        " 1",
        "DE89 3704 0044 0532 0130 00",
        "192.168.0.1",
        "fe80::1",
        "a@b.example",
        "@",
        ".",
        ":",
        "https://",
        "?token=",
        "user:pw",
        "/",
        "#",
        "=",
        "[",
        "]",
        " ",
        "\n",
        "田中さん",
        "我叫王",
    ]
)
awkward = st.one_of(
    st.text(max_size=80),
    st.text("0123456789 +-().:/@?=&#[]aA\n'", max_size=80),
    st.lists(pieces, max_size=14).map("".join),
    st.text(st.characters(categories=["Cs", "Mn", "Nd", "Cf"]), max_size=40),
)


@settings(deadline=None)
@given(awkward)
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert mask(mask(text).text).text == mask(text).text


@settings(deadline=None)
@given(awkward)
def test_spans_tell_what_each_placeholder_hides(text: str) -> None:
    masked = mask(text)
    rebuilt, at = "", 0
    for span in masked.spans:
        rebuilt += masked.text[at : span.start] + text[span.original_start : span.original_end]
        assert masked.text[span.start : span.end] == PLACEHOLDERS[span.kind]
        at = span.end
    assert rebuilt + masked.text[at:] == text


@settings(deadline=None)
@given(awkward, st.integers(0, 200), st.integers(0, 200))
def test_a_span_of_the_masked_text_maps_to_one_of_the_original(text: str, one: int, other: int) -> None:
    masked = mask(text)
    start, end = sorted((min(one, len(masked.text)), min(other, len(masked.text))))
    first, last = masked.original(start, end)
    assert start == end or 0 <= first <= last <= len(text)
    assert masked.original(0, len(masked.text)) == (0, len(text))


@settings(deadline=None)
@given(st.lists(awkward, max_size=4))
def test_a_conversation_is_masked_at_least_as_much_as_its_turns(texts: list[str]) -> None:
    turns = mask_conversation(texts)
    assert [len(turn.spans) >= len(mask(text).spans) for turn, text in zip(turns, texts, strict=True)] == [True] * len(
        texts
    )


def test_a_name_found_once_is_masked_in_every_turn() -> None:
    turns = mask_conversation(["Hi, I'm Oluwaseun Ade.", "Is Oluwaseun there? Oluwaseun's parcel", "Adele, oluwaseuns"])
    assert [turn.text for turn in turns] == ["Hi, I'm [name].", "Is [name] there? [name]'s parcel", "Adele, oluwaseuns"]


def test_a_name_that_may_be_an_ordinary_word_is_not_carried() -> None:
    turns = mask_conversation(
        ["Dear Will,", "Will it come? I asked Frank.", "Hi Sunshine, what a morning", "Sunshine! sunshine"]
    )
    assert [turn.text for turn in turns][1::2] == ["Will it come? I asked Frank.", "Sunshine! sunshine"]


def test_recall_on_texts_written_by_others_without_sight_of_the_rules() -> None:
    """At least 0.95 of what had to go is gone, at least 0.97 of what had to stay is there."""
    gone = [secret not in mask(case["text"]).text for case in CASES for secret in case["secrets"]]
    there = [keep in mask(case["text"]).text for case in CASES for keep in case["keep"]]
    assert sum(gone) >= 0.95 * len(gone)
    assert sum(there) >= 0.97 * len(there)


MUSEUM = {
    "digits": "1" * 200_000,
    "lone digits": "1 " * 100_000,
    "dotted digits": "1." * 100_000,
    "plus signs": "+1" * 100_000,
    "half phones": "0171 " * 40_000,
    "phones": "020 7946 0958, " * 13_000,
    "cards": "4111111111111111 " * 12_000,
    "at signs": "@" * 200_000,
    "half e-mails": "a@" * 100_000,
    "spoken e-mails": "a (at) b dot " * 15_000,
    "spaces": " " * 200_000,
    "letters": "a" * 200_000,
    "initials": "A." * 100_000,
    "colons": "a:" * 100_000,
    "queries": "?a=" * 66_000,
    "schemes": "://" * 66_000,
    "half accounts": "AB12 " * 40_000,
    "line ends": "\n" * 200_000,
    "greetings": "Hi Anna, " * 22_000,
    "sign-offs": "Best\n" * 40_000,
    "introductions": "my name is " * 18_000,
    "placeholders": "[name] Hi Anna " * 13_000,
    "kanji": "田中" * 100_000,
    "apostrophes": "a'" * 100_000,
    "dashes": "\n-" * 100_000,
}


@pytest.mark.parametrize("hostile", MUSEUM.values(), ids=MUSEUM.keys())
def test_two_hundred_thousand_hostile_characters_take_no_more_than_a_moment(hostile: str) -> None:
    mask("warm up 020 7946 0958, DE89 3704 0044 0532 0130 00")
    begin = time.thread_time()
    mask(hostile)
    # Well under a second on an idle machine; what grows with the square takes minutes.
    assert time.thread_time() - begin < 15


def test_eight_thousand_plain_turns_a_second_with_slack() -> None:
    mask("warm up")
    begin = time.thread_time()
    for number in range(1600):
        mask(f"Hello, I want to know where parcel {number} is? It was ordered on 12 May.")
    assert time.thread_time() - begin < 5 * 1600 / 8000
