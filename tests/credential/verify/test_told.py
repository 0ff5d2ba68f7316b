"""An outcome in words: full sentences, the same facts in every language, and nothing that accuses."""

import re
from importlib.resources import files

import pytest

from humanely.credential.verify.known import Known
from humanely.credential.verify.told import told
from humanely.credential.verify.verification import verify_file
from humanely.credential.wording import LOCALES
from tests.credential.verify.making import MUSEUM, NOW, known

KNOWN = known()
ACCUSING = {
    "en": ("forged", "fake", "fraud", "tampered", "manipulated", "cheat", "whitespace"),
    "de": ("gefälscht", "fälschung", "betrug", "manipuliert", "leerzeichen"),
    "es": ("falsificad", "fraude", "engaño", "manipulad", "espacios"),
    "fr": ("falsifié", "fraude", "tromperie", "manipulé", "espaces"),
}


def text_of(locale: str) -> str:
    return (files("humanely.credential") / "locales" / locale / "verify.ftl").read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_accuses_anybody(locale: str) -> None:
    text = text_of(locale).lower()
    assert [word for word in ACCUSING[locale] if word in text] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_cause_is_told_in_full_sentences(locale: str) -> None:
    sentences = re.findall(
        r"^verify-(?:cause|still|turn|rule|file|until|evidence)-[a-z_-]+ = (.+)$", text_of(locale), re.MULTILINE
    )
    whole = [one for one in sentences if one != "{ $count ->"]
    assert len(whole) > 100
    assert [one for one in whole if not one.endswith((".", "”", "“", "»"))] == []


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("revoked.json", "Die ausstellende Stelle hat diesen Nachweis widerrufen."),
        ("issuer-unreachable.json", "Wir konnten nicht feststellen, ob dieser Nachweis gültig ist."),
    ],
)
def test_the_answer_comes_in_the_language_asked_for(name: str, headline: str) -> None:
    said = told(verify_file((MUSEUM / name).read_bytes(), KNOWN, NOW), "de-AT")
    assert (said.locale, said.headline) == ("de", headline)


def test_a_next_try_is_told_with_its_hour() -> None:
    said = told(verify_file((MUSEUM / "issuer-unreachable.json").read_bytes(), KNOWN, NOW), "en")
    assert said.how_long[0].startswith("The next try makes sense after November 23, 2026")
    assert "12:15" in said.how_long[0]
    assert said.next == "Nobody has done anything wrong. Please try again later."


def test_what_is_not_valid_yet_says_when_it_is() -> None:
    said = told(verify_file((MUSEUM / "future-clock.json").read_bytes(), KNOWN, NOW), "en")
    assert said.how_long == ("It takes until November 23, 2026.",)


def test_an_appeal_that_is_under_way_is_told_with_its_day() -> None:
    said = told(verify_file((MUSEUM / "revoked-under-appeal.json").read_bytes(), KNOWN, NOW), "en")
    assert said.how_long == ("The appeal is to be decided by December 3, 2026.",)
    assert said.next.startswith("The next step is with the issuer.")


def test_of_a_valid_credential_everything_that_was_found_is_told_and_nothing_is_left_to_do() -> None:
    said = told(verify_file((MUSEUM / "status-good.json").read_bytes(), KNOWN, NOW), "en")
    assert said.sentences[:2] == (
        "Every word is as the issuer signed it.",
        "The issuer is School of Listening, whom we know.",
    )
    assert (said.contact, said.evidence, said.settles, said.how_long) == ("", (), "", ())
    assert said.next == "Nobody has to do anything right now."


def test_nobody_is_invented_to_be_asked() -> None:
    said = told(verify_file((MUSEUM / "one-letter-changed.json").read_bytes(), Known(), NOW), "en")
    assert "registry@school.example" in said.contact
    unnamed = told(verify_file((MUSEUM / "wrong-controller.json").read_bytes(), Known(), NOW), "en")
    assert unnamed.contact == "The credential does not say where its issuer can be reached."
    assert told(verify_file(b"", Known(), NOW), "en").contact == ""
