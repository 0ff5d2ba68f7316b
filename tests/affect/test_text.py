from collections.abc import Callable
from pathlib import Path

import pytest

from humanely.affect.text import MODELS, TextEstimator, readable, shipped
from humanely.errors import ModelUnavailable
from tests.affect.checks import CHECKS


@pytest.fixture(scope="module")
def estimator() -> TextEstimator:
    return shipped()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_law(check: Callable[[TextEstimator], None], estimator: TextEstimator) -> None:
    check(estimator)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Thank you so much for your quick help!", "gratitude"),
        ("I love this, it is perfect!", "love"),
        ("This is absolutely disgusting.", "disgust"),
        ("I'm so sorry, it was my fault.", "remorse"),
        ("I don't understand, what does this mean?", "confusion"),
        ("My dog died yesterday and I can't stop crying.", "sadness"),
    ],
)
def test_plain_english_feeling_is_among_the_labels(estimator: TextEstimator, text: str, label: str) -> None:
    assert label in estimator.estimate([text])[0].labels


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("Vielen Dank, das ist wunderbar!", "Das ist furchtbar, ich bin wütend."),
        ("¡Muchas gracias, me encanta!", "Esto es horrible, estoy muy enfadado."),
        ("Merci beaucoup, c'est parfait !", "C'est une honte, je suis furieux."),
        ("Большое спасибо, я очень рад!", "Это ужасно, я очень зол."),
        ("本当にありがとう、嬉しいです！", "最悪です。本当に腹が立ちます。"),
        ("شكرا جزيلا، هذا رائع!", "هذا فظيع، أنا غاضب جدا."),
    ],
)
def test_the_pleasant_message_has_the_higher_valence(estimator: TextEstimator, good: str, bad: str) -> None:
    pleasant, unpleasant = estimator.estimate([good, bad])
    assert pleasant.valence > unpleasant.valence + 0.3


def test_evidence_points_into_the_text_given(estimator: TextEstimator) -> None:
    text = "The room was fine but the staff were so rude and I am furious!"
    (reading,) = estimator.estimate([text], languages=["en"], evidence=True)
    assert reading.evidence
    assert all(text[span.start : span.end] == span.text for span in reading.evidence)
    assert all(0 < span.weight <= 1 and span.label in reading.labels for span in reading.evidence)


def test_languages_are_noted(estimator: TextEstimator) -> None:
    readings = estimator.estimate(["hello", "hm"], languages=["en", None])
    assert [reading.language for reading in readings] == ["en", None]


def test_digits_and_punctuation_alone_are_nothing_to_read() -> None:
    assert not any(map(readable, ("", "123", "?!", "+49 30 1234")))
    assert all(map(readable, ("a", "é", "日", "😡", ":(", "<3")))


def test_the_shipped_estimator_is_loaded_once() -> None:
    assert shipped() is shipped()


def test_a_missing_sheet_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"text\.json"):
        TextEstimator(tmp_path).version  # noqa: B018


def test_a_damaged_sheet_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "text.json").write_text('{"name": "m"}', encoding="utf-8")
    with pytest.raises(ModelUnavailable, match=r"text\.json"):
        TextEstimator(tmp_path).estimate(["hello"])


def test_the_shipped_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < 70_000_000


def test_the_shipped_files_say_where_they_come_from() -> None:
    text = (MODELS / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert all(name in text for name in ("multilingual-e5-small", "GoEmotions", "XED", "AfriSenti", "MIT", "CC BY 4.0"))
