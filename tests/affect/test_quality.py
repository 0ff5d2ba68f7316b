"""The shipped weights keep what the model card says, on the public test sets and on the authored ones."""

import gzip
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from humanely.affect.labels import GOEMOTIONS, PLUTCHIK
from humanely.affect.reading import Reading
from humanely.affect.text import shipped
from humanely.estimate import read_answers
from training.authored import AuthoredTurn, exchanges, risks, turns
from training.data import split_by_hash

DATA = Path(__file__).parents[3] / "shared" / "data" / "text"
AUTHORED = Path(__file__).parent / "assets" / "authored"


def macro_f1(said: np.ndarray, true: np.ndarray) -> float:
    """Mean over labels of F1; a label never said and never true counts 0."""
    both = (said & true).sum(axis=0)
    return float(np.mean(2 * both / np.maximum(said.sum(axis=0) + true.sum(axis=0), 1)))


def lines(path: Path) -> list[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip()]


@pytest.mark.public_data
@pytest.mark.skipif(not DATA.exists(), reason="the public data are not beside the project")
def test_goemotions_stays_above_its_floor() -> None:
    rows = lines(DATA / "goemotions" / "test.tsv.gz")
    true = np.array([[str(label) in row[1].split(",") for label in range(len(GOEMOTIONS))] for row in rows])
    found = shipped().estimate_columns([row[0] for row in rows]).emotions
    said = found >= np.array(shipped().sheet.calibration.thresholds)
    # 0.538 in the card; rare labels make it move by 0.02.
    assert macro_f1(said, true) >= 0.51


@pytest.mark.public_data
@pytest.mark.skipif(not DATA.exists(), reason="the public data are not beside the project")
def test_english_xed_stays_above_its_floor() -> None:
    rows = [row for row in lines(DATA / "xed" / "AnnotatedData" / "en-annotated.tsv.gz") if len(row) == 2]
    rows = [row for row in rows if split_by_hash(row[0].strip()) == "test"]
    labels = [{int(number) for number in row[1].split(",")} for row in rows]
    # XED numbers the eight in alphabetical order from 1, which is the order of PLUTCHIK.
    true = np.array([[number in said for number in range(1, len(PLUTCHIK) + 1)] for said in labels])
    found = shipped().estimate_columns([row[0].strip() for row in rows]).plutchik
    said = found >= np.array(shipped().sheet.calibration.plutchik_thresholds)
    assert len(rows) > 1500
    assert macro_f1(said, true) >= 0.505


@pytest.fixture(scope="module")
def told() -> list[tuple[AuthoredTurn, Reading]]:
    """The blind authored turns of all languages, each with its reading."""
    own = [(language, turn) for language, found in turns(AUTHORED).items() for turn in found]
    texts, languages = [turn.text for _, turn in own], [language for language, _ in own]
    readings = shipped().estimate(texts, languages=languages)
    return [(turn, reading) for (_, turn), reading in zip(own, readings, strict=True)]


def share(found: Iterable[bool]) -> float:
    return float(np.mean(list(found)))


def test_who_asks_for_a_human_is_mostly_heard(told: list[tuple[AuthoredTurn, Reading]]) -> None:
    asked = "asks_for_human"
    # 0.83 and 0.86 in the card.
    assert share(asked in reading.situations for turn, reading in told if asked in turn.situation) >= 0.78
    assert share(asked in turn.situation for turn, reading in told if asked in reading.situations) >= 0.81


def test_who_asks_for_a_human_is_told_from_who_mentions_one() -> None:
    own = [(language, one) for language, told in turns(AUTHORED, "asking").items() for one in told]
    readings = shipped().estimate([one.text for _, one in own], languages=[language for language, _ in own])
    asked = "asks_for_human"
    heard = [
        (asked in one.situation, asked in reading.situations) for (_, one), reading in zip(own, readings, strict=True)
    ]
    # 0.87 and 0.99 in the card, of lines nobody had scored before.
    assert share(found for wanted, found in heard if wanted) >= 0.82
    assert share(wanted for wanted, found in heard if found) >= 0.95


@pytest.mark.parametrize(("kind", "least"), [("crisis_explicit", 0.95), ("crisis_indirect", 0.9)])
def test_risk_is_mostly_seen(told: list[tuple[AuthoredTurn, Reading]], kind: str, least: float) -> None:
    # 0.956 and 0.938 in the card; a line weighs 0.01.
    assert share(reading.crisis.fired for turn, reading in told if turn.kind == kind) >= least


def test_what_only_sounds_like_risk_seldom_fires(told: list[tuple[AuthoredTurn, Reading]]) -> None:
    # 0.07 in the card.
    assert share(reading.crisis.fired for turn, reading in told if turn.kind.startswith("trap")) <= 0.085


@pytest.fixture(scope="module")
def troubled() -> list[tuple[AuthoredTurn, Reading]]:
    """The held-out lines of everyday trouble and of risk beside it, each with its reading."""
    own = [(language, turn) for language, found in turns(AUTHORED, "trouble").items() for turn in found]
    texts, languages = [turn.text for _, turn in own], [language for language, _ in own]
    readings = shipped().estimate(texts, languages=languages)
    return [(turn, reading) for (_, turn), reading in zip(own, readings, strict=True)]


def test_risk_is_mostly_seen_beside_everyday_trouble(troubled: list[tuple[AuthoredTurn, Reading]]) -> None:
    # 0.846 in the card; a line weighs 0.005.
    assert share(reading.crisis.fired for turn, reading in troubled if turn.crisis) >= 0.84


def test_everyday_trouble_is_taken_for_risk_no_oftener_than_it_was(
    troubled: list[tuple[AuthoredTurn, Reading]],
) -> None:
    # 0.11 in the card, which is still too much, and known (decision 22).
    assert share(reading.crisis.fired for turn, reading in troubled if not turn.crisis) <= 0.125


@pytest.mark.parametrize(
    # In the card: alarms 0.04, 0.07 and 0; risks 0.90, 0.97 and, in languages without a line to learn from, 0.84.
    ("part", "alarms", "found"),
    [("risk", 0.06, 0.87), ("scenes", 0.085, 0.95), ("elsewhere", 0.01, 0.82)],
)
def test_risk_and_trouble_in_the_same_words_are_mostly_told_apart(part: str, alarms: float, found: float) -> None:
    own = [(language, one) for language, told in risks(AUTHORED, part).items() for one in told]
    readings = shipped().estimate([one.text for _, one in own], languages=[language for language, _ in own])
    fired = [(one.crisis, reading.crisis.fired) for (_, one), reading in zip(own, readings, strict=True)]
    assert share(seen for risk, seen in fired if not risk) <= alarms
    assert share(seen for risk, seen in fired if risk) >= found


def test_need_rises_with_what_people_see_in_it(told: list[tuple[AuthoredTurn, Reading]]) -> None:
    means = [np.mean([reading.need or 0.0 for turn, reading in told if turn.need == need]) for need in range(4)]
    assert all(later - earlier > 0.3 for earlier, later in pairwise(means))


@pytest.mark.parametrize("language", sorted(path.stem for path in (AUTHORED / "answers").glob("*.jsonl")))
def test_the_kind_answer_shows_most(language: str) -> None:
    told = exchanges(AUTHORED)[language]
    answers = [(one.message, answer) for one in told for answer in one.answers]
    readings = read_answers([answer.text for _, answer in answers], [message for message, _ in answers])
    shown = {(message, answer.style): found.shown for (message, answer), found in zip(answers, readings, strict=True)}
    first = [
        (shown[one.message, "kind"] or 0) > max(shown[one.message, "cold"] or 0, shown[one.message, "gushing"] or 0)
        for one in told
    ]
    # Eight messages a language: one may go wrong.
    assert share(first) >= 0.87


NEGATED = {
    "The seats weren't comfortable at all.": "neg",
    "I don't think, after everything we were told, that the guide was any good.": "neg",
    "I hoped the soup would be nice, but it wasn't.": "neg",
    "Nobody would call this a good hotel.": "neg",
    "Not bad at all.": "pos",
    "I was afraid the exam would be awful, but it wasn't.": "pos",
    "Der Kurs war gar nicht schlecht.": "pos",
    "Ich fand die Führung, ehrlich gesagt, überhaupt nicht interessant.": "neg",
    "La película no estuvo nada mal.": "pos",
    "Je ne dirais pas que le repas était bon.": "neg",
}
"""Ours, in no training file."""


@pytest.mark.parametrize("text", NEGATED)
def test_a_negation_counts_however_far_it_stands(text: str) -> None:
    sentiment = shipped().estimate([text])[0].sentiment
    assert max(sentiment, key=lambda side: sentiment[side]) == NEGATED[text]
