"""The check says yes where answers matter, no where they do not, and nothing where it cannot tell."""

import numpy as np
import pytest

from humanely.audit.bootstrap import weights
from humanely.audit.gap_check import GapCheckTally, Step, steps
from humanely.audit.report import GapCheck
from tests.audit.conversations import conversation


def check(effect: float, conversations: int, *, seed: int = 1) -> GapCheck:
    """Moods that wander and heal by themselves, read twice with noise; answers move them by `effect`.

    Need and valence are both noisy readings of the same mood, as in real estimates: a check that holds only one
    of them constant takes the healing for the work of the answers.
    """
    rng = np.random.default_rng(seed)
    tally = GapCheckTally()
    for number in range(conversations):
        mood, shown = rng.normal(-0.2, 0.4), rng.uniform(0, 1, 5)
        moods = [mood]
        for step in range(5):
            mood = 0.6 * mood + effect * (shown[step] - 0.5) + rng.normal(0, 0.2)
            moods.append(mood)
        felt = np.clip(np.array(moods) + rng.normal(0, 0.15, 6), -1, 1)
        need = np.clip(0.5 - 0.6 * np.array(moods[:5]) + rng.normal(0, 0.15, 5), 0, 1)
        found = [Step(shown[i], need[i], felt[i], felt[i + 1] - felt[i]) for i in range(5)]
        tally.take(weights(f"{seed}-{number}"), found, f"{seed}-{number}")
    return tally.result()


def test_a_real_effect_is_called_associated_and_never_caused() -> None:
    found = check(0.5, 150)
    assert found.verdict == "associated"
    assert found.slope.value is not None
    assert found.slope.value == pytest.approx(-0.5, abs=0.15)
    assert "Associated, not caused" in found.sentence


def test_moods_that_heal_by_themselves_are_not_credited_to_answers() -> None:
    verdicts = [check(0.0, 120, seed=seed).verdict for seed in range(20)]
    # One in forty is called associated by chance; more than 3 of 20 would be a 1 in 1,000 event.
    assert verdicts.count("no evidence") >= 17


def test_with_many_conversations_no_effect_stays_no_evidence() -> None:
    assert [check(0.0, 1500, seed=seed).verdict for seed in range(3)] == ["no evidence"] * 3


def test_the_wrong_way_round_is_said() -> None:
    found = check(-0.5, 150)
    assert found.verdict == "no evidence"
    assert "points the other way" in found.sentence


def test_few_conversations_cannot_tell() -> None:
    found = check(0.5, 29)
    assert found.verdict == "cannot tell"
    assert "29 have them" in found.sentence


def test_answers_that_are_all_alike_cannot_tell() -> None:
    tally = GapCheckTally()
    for number in range(40):
        tally.take(weights(str(number)), [Step(0.2, 0.5, -0.1, 0.2), Step(0.2, 0.6, -0.3, 0.1)], str(number))
    found = tally.result()
    assert found.verdict == "cannot tell"
    assert "hardly varies" in found.sentence


def test_a_step_needs_an_answer_and_a_message_on_both_sides() -> None:
    read = conversation(
        ("customer", "I asked three times and nobody listens, I am so angry!", -0.8),
        ("agent", "Please see our FAQ."),
        ("customer", "That is no help at all!", -0.9),
        ("agent", "I am sorry."),
    )
    found = steps(read)
    before, after = read.readings[0].felt, read.readings[2].felt
    assert len(found) == 1
    assert before is not None
    assert after is not None
    assert found[0].change == pytest.approx(after - before)
