import subprocess
import sys
import time
from pathlib import Path

import pytest

from humanely.signal.language import LANGUAGES, identify, identify_all, majority

TURNS = [
    line.split("\t")
    for line in (Path(__file__).parent / "assets" / "short_turns.tsv").read_text(encoding="utf-8").splitlines()
]


def test_short_turns_are_seldom_given_a_wrong_language() -> None:
    """A wrong language is worse than none: at most one in fifty, and most are known."""
    found = identify_all(text for _, text in TURNS)
    wrong = [text for (code, text), guess in zip(TURNS, found, strict=True) if guess not in (code, None)]
    right = [text for (code, text), guess in zip(TURNS, found, strict=True) if guess == code]
    assert len(wrong) <= len(TURNS) / 50
    assert len(right) >= 0.85 * len(TURNS)


@pytest.mark.parametrize(
    "text", ["", "ok", "12:30", "👍👍👍", "hm...", "[e-mail] [phone]", "https://shop.example/de/wo-ist", "\x00\ud800"]
)
def test_a_text_that_does_not_say_has_no_language(text: str) -> None:
    assert identify(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("네", None),
        ("안녕하세요", "ko"),
        ("ありがとう", "ja"),
        ("返品したい", "ja"),
        ("我要退款", "zh"),
        ("γεια σας", "el"),
        ("שלום", "he"),
        ("สวัสดี", "th"),
    ],
)
def test_a_script_of_its_own_decides_even_on_few_letters(text: str, language: str | None) -> None:
    assert identify(text) == language


def test_a_language_that_is_not_allowed_is_never_given() -> None:
    assert identify("환불해 주세요", allowed=frozenset(["en", "de"])) is None
    assert identify("I would like my money back, please", allowed=frozenset(["en", "de"])) == "en"


def test_codes_that_are_unknown_to_the_model_are_passed_over() -> None:
    assert identify("I would like my money back, please", allowed=frozenset(["en", "fr", "qq"])) == "en"


def test_nothing_allowed_means_no_language() -> None:
    assert identify("I would like my money back, please", allowed=frozenset()) is None


def test_a_conversation_speaks_the_language_of_most_of_its_words() -> None:
    turns = ["ok", "Ich warte seit zwei Wochen auf mein Paket", "I am sorry to hear that", "Das hilft mir nicht weiter"]
    assert majority(turns) == "de"


def test_turns_too_short_alone_are_read_together() -> None:
    assert majority(["wo?", "ja", "nein", "immer noch nicht da", "bitte", "danke", "nicht"]) == "de"
    assert majority([]) is None
    assert majority(["ok", "12"]) is None


def test_default_languages_are_iso_639_1() -> None:
    assert len(LANGUAGES) >= 45
    assert {len(code) for code in LANGUAGES} == {2}


def test_the_classifier_is_not_loaded_before_it_is_needed() -> None:
    program = "import sys, humanely.signal.language; raise SystemExit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_three_thousand_short_texts_a_second_with_slack() -> None:
    identify("Where is my parcel, please?")
    begin = time.thread_time()
    identify_all(
        f"Where is my parcel? I have been waiting {'a' * (1 + number % 50)} {'b' * (number // 50)}"
        for number in range(1500)
    )
    assert time.thread_time() - begin < 5 * 1500 / 3000
