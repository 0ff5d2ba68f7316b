"""The check says yes where the gap matters, no where it does not, and nothing where it cannot tell."""

import numpy as np
import pytest

from humanely.audit.bootstrap import weights
from humanely.audit.gap_check import GapCheckTally, Moments, Step, steps
from humanely.audit.report import GapCheck
from tests.audit.conversations import conversation


def check(effect: float, conversations: int, *, seed: int = 1) -> GapCheck:
    """Conversations of four answers in which one unit of gap moves the next valence by `effect`."""
    rng = np.random.default_rng(seed)
    tally = GapCheckTally()
    for number in range(conversations):
        gaps, before = rng.uniform(-0.2, 0.9, 4), rng.uniform(-0.9, 0.3, 4)
        change = effect * gaps - 0.5 * before + rng.normal(0, 0.15, 4)
        found = [Step(*step) for step in zip(gaps, before, change, strict=True)]
        drawn = weights(f"{seed}-{number}")
        tally.real.add(drawn, found)
        shuffled = rng.permutation(4)
        tally.shuffled.add(drawn, [s._replace(gap=found[o].gap) for s, o in zip(found, shuffled, strict=True)])
    return tally.result()


def test_a_real_effect_is_called_associated_and_never_caused() -> None:
    found = check(-0.5, 120)
    assert found.verdict == "associated"
    assert found.slope.value == pytest.approx(-0.5, abs=0.1)
    assert "Associated, not caused" in found.sentence


def test_no_effect_is_called_no_evidence() -> None:
    verdicts = [check(0.0, 40, seed=seed).verdict for seed in range(20)]
    # One in forty is called associated by chance; more than 3 of 20 would be a 1 in 1,000 event.
    assert verdicts.count("no evidence") >= 17


def test_the_wrong_way_round_is_said() -> None:
    found = check(0.5, 120)
    assert found.verdict == "no evidence"
    assert "points the other way" in found.sentence


def test_few_conversations_cannot_tell() -> None:
    found = check(-0.5, 29)
    assert found.verdict == "cannot tell"
    assert "29 have them" in found.sentence


def test_nothing_varying_gives_no_figure() -> None:
    moments = Moments()
    for number in range(40):
        moments.add(weights(str(number)), [Step(0.5, -0.1, 0.2)] * 3)
    assert moments.slope().value is None


def test_a_step_needs_an_answer_and_a_message_on_both_sides() -> None:
    read = conversation(
        ("customer", "I asked three times and nobody listens, I am so angry!", -0.8),
        ("agent", "Please see our FAQ."),
        ("customer", "That is no help at all!", -0.9),
        ("agent", "I am sorry."),
    )
    found = steps(read)
    assert len(found) == 1
    before, after = read.readings[0].felt, read.readings[2].felt
    assert before is not None
    assert after is not None
    assert found[0].change == pytest.approx(after - before)
