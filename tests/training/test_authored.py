"""The authored examples: enough of them, readable, and none of the tests among what is trained on."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.affect.crisis import languages
from training.authored import (
    PARTS,
    RISKS,
    AuthoredExchange,
    AuthoredTurn,
    Faulty,
    exchanges,
    lines,
    risks,
    summary,
    turns,
)
from training.data import AUTHORED, made, place

TESTS = Path(__file__).parents[1]
BLIND = TESTS / "affect" / "assets" / "authored"
LISTS = sorted([*TESTS.glob("affect/assets/answers_*.jsonl"), *TESTS.glob("context/assets/needs_*.jsonl")])
TURN = (
    '{"text": "Where is it?", "situation": ["open_question"], "need": 0, "sentiment": "neu", "emotions": ["neutral"]}'
)
ANSWER = (
    '{"text": "%s", "style": "plain", "feels_with": 0, "understands": 0, "asks": 0, "acts": 0, "politeness": 1, '
    '"promise": false, "against": []}'
)


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text of an authored folder, with the name of its file."""
    for part in (*PARTS, "asking"):
        for language, own in turns(folder, part).items():
            yield from ((f"{part}/{language}", turn.text) for turn in own)
    for part in RISKS:
        for language, told in risks(folder, part).items():
            yield from ((f"{part}/{language}", one.text) for one in told)
    for language, exchanged in exchanges(folder).items():
        for one in exchanged:
            yield from ((f"answers/{language}", text) for text in (one.message, *(a.text for a in one.answers)))


def listed(path: Path) -> Iterator[tuple[str, str]]:
    """Every text of a list of test rows, with the name of the list."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from ((path.stem, text) for key, text in row.items() if isinstance(text, str) and key != "language")


def test_no_text_of_the_tests_is_trained_on() -> None:
    # Compared by the hash of the folded text, and counted by file, so that a failure shows no line of the tests.
    tested = [*texts(BLIND), *(pair for path in LISTS for pair in listed(path))]
    blind = {place(text) for _, text in tested}
    learnt = [*texts(AUTHORED), *((one.source, one.text) for one in made(AUTHORED))]
    met = Counter(name for name, text in learnt if place(text) in blind)
    assert met == Counter()


def test_a_text_that_meets_another_but_for_case_and_blanks_would_be_found() -> None:
    assert place("Where  is IT?\n") == place("where is it?")
    assert place("where is it?") != place("where is she?")


def test_there_are_as_many_examples_as_were_asked_for() -> None:
    assert sum(1 for _ in texts(AUTHORED)) >= 3000
    assert sum(1 for _ in texts(BLIND)) >= 600
    assert {path.stem for path in LISTS} == {"answers_dev", "answers_test", "needs_dev", "needs_test"}


@pytest.mark.parametrize("folder", [AUTHORED, BLIND], ids=["trained", "tested"])
def test_both_parts_have_turns_and_answers_in_at_least_twelve_languages(folder: Path) -> None:
    assert len([language for language, own in turns(folder).items() if len(own) >= 40]) >= 12
    assert len([language for language, own in exchanges(folder).items() if own]) >= 12


def test_each_half_of_trouble_has_its_scenes_in_the_same_order_in_sixteen_languages() -> None:
    halves = [turns(folder, "trouble") for folder in (AUTHORED, BLIND)]
    shapes = [{tuple((t.kind, t.pair, t.crisis) for t in own) for own in half.values()} for half in halves]
    assert [len(half) for half in halves] == [16, 16]
    assert [len(shape) for shape in shapes] == [1, 1]
    assert all(len([t for t in own if not t.crisis]) == 30 for half in halves for own in half.values())


def test_no_scene_of_trouble_lies_in_both_halves() -> None:
    pairs = [{t.pair for own in turns(folder, "trouble").values() for t in own} for folder in (AUTHORED, BLIND)]
    assert pairs[0] & pairs[1] == {""}


def test_every_language_has_as_many_fresh_lines_of_trouble_and_of_each_kind_of_risk() -> None:
    kinds = [Counter(one.kind for one in own if one.crisis) for own in risks(BLIND).values()]
    assert len(kinds) == 16
    assert {tuple(sorted(own.items())) for own in kinds} == {
        tuple((f"crisis_{name}", 1) for name in ("explicit", "farewell", "indirect", "means", "other_person", "plan"))
    }
    assert {len([one for one in own if not one.crisis]) for own in risks(BLIND).values()} == {10}


def test_every_language_has_scenes_of_both_kinds_of_risk_and_of_every_trap() -> None:
    own = [Counter(one.kind for one in told) for told in risks(BLIND, "scenes").values()]
    assert len(own) == 16
    assert all(kinds["crisis_explicit"] >= 9 and kinds["crisis_indirect"] >= 9 for kinds in own)
    traps = {"trap_trouble", "trap_idiom", "trap_grief", "trap_study", "trap_other"}
    assert all(kinds.keys() >= traps for kinds in own)


def test_languages_that_no_line_of_risk_is_learnt_in_have_as_many_risks_as_everyday_lines() -> None:
    own = {code: Counter(one.crisis for one in told) for code, told in risks(BLIND, "elsewhere").items()}
    assert own.keys().isdisjoint(risks(AUTHORED, "scenes"))
    assert own.keys() <= languages()
    assert len(own) == 17
    assert {tuple(sorted(counts.items())) for counts in own.values()} == {((False, 12), (True, 12))}


def test_every_language_asks_for_a_person_and_seems_to() -> None:
    asked = [["asks_for_human" in turn.situation for turn in own] for own in turns(BLIND, "asking").values()]
    assert len(asked) == 16
    assert all(sum(own) >= 8 and len(own) - sum(own) >= 8 for own in asked)


@pytest.mark.parametrize("folder", [AUTHORED, BLIND], ids=["trained", "tested"])
def test_a_line_judged_for_risk_is_risk_where_its_kind_says_so(folder: Path) -> None:
    told = [one for part in RISKS for own in risks(folder, part).values() for one in own]
    assert len(told) > 800
    assert [one.text for one in told if one.crisis != one.kind.startswith("crisis_")] == []


@pytest.mark.parametrize(
    "fault",
    [
        TURN[:-1],
        TURN.replace("Where is it?", ""),
        TURN.replace("open_question", "curious"),
        TURN.replace('"need": 0', '"need": 4'),
        TURN.replace('"need"', '"needs"'),
    ],
    ids=["cut off", "empty text", "unknown situation", "need out of range", "unknown field"],
)
def test_a_faulty_turn_is_refused_with_its_file_and_line(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(f"{TURN}\n{TURN}\n{fault}\n", encoding="utf-8")
    with pytest.raises(Faulty, match=r"^en\.jsonl, line 3: "):
        list(lines(path, AuthoredTurn))


@pytest.mark.parametrize(("message", "answer"), [("", "It is here."), ("Where is it?", "")], ids=["message", "answer"])
def test_an_empty_message_or_answer_is_refused(tmp_path: Path, message: str, answer: str) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(f'{{"message": "{message}", "answers": [{ANSWER % answer}]}}\n', encoding="utf-8")
    with pytest.raises(Faulty, match=r"^en\.jsonl, line 1: .*length >= 1"):
        list(lines(path, AuthoredExchange))


def test_the_summary_counts_one_language_or_all(tmp_path: Path) -> None:
    for kind, line in (("turns", TURN), ("answers", f'{{"message": "Where?", "answers": [{ANSWER % "Here."}]}}')):
        (tmp_path / kind).mkdir()
        for language in ("de", "en"):
            (tmp_path / kind / f"{language}.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    only = list(summary(tmp_path, "en"))
    assert only[0] == "en turns 2, need [(0, 2)] crisis 0 {'neu': 2}"
    assert only[2] == "    written twice: ['Where is it?']"
    assert list(summary(tmp_path, "sw")) == []
    assert "en 2 messages, 2 answers {'plain': 2} {}" in only
    assert len(list(summary(tmp_path))) == 2 * len(only)
