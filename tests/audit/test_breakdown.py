"""Unequal service is called only where it is beyond chance, and small groups are refused."""

import numpy as np

from humanely.audit.bootstrap import weights
from humanely.audit.breakdown import breakdown
from humanely.audit.report import Verdict
from humanely.audit.tally import MeanTally


def group(name: str, gaps: list[float]) -> MeanTally:
    """A slice with one exchange a conversation."""
    tally = MeanTally()
    for number, gap in enumerate(gaps):
        tally.conversations += 1
        tally.gap.add(weights(f"{name}{number}"), gap, 1)
    return tally


def drawn(mean: float, n: int, seed: int) -> list[float]:
    values: list[float] = np.random.default_rng(seed).normal(mean, 0.2, n).tolist()
    return values


def test_a_group_served_worse_is_named() -> None:
    found = breakdown("group", {"basic": group("basic", drawn(0.5, 40, 1)), "plus": group("plus", drawn(0.1, 40, 2))})
    assert found is not None
    assert found.verdict is Verdict.FOUND
    assert "“basic”" in found.sentence
    assert "“plus”" not in found.sentence


def test_equal_groups_are_rarely_called_unequal() -> None:
    verdicts = [
        breakdown("group", {n: group(f"{n}{seed}", drawn(0.3, 30, 10 * seed + i)) for i, n in enumerate("abcd")})
        for seed in range(20)
    ]
    # 5 % wanted over all slices; more than 4 of 20 would be a 1 in 1,000 event.
    assert sum(v is not None and v.verdict is Verdict.FOUND for v in verdicts) <= 4


def test_small_groups_are_refused() -> None:
    found = breakdown("language", {"en": group("en", drawn(0.1, 40, 1)), "ja": group("ja", drawn(0.9, 3, 2))})
    assert found is not None
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.slices[1].gap.refused == "it takes 10 conversations that can be counted, and there are 3"


def test_one_name_is_no_breakdown() -> None:
    assert breakdown("channel", {"web": group("web", drawn(0.1, 40, 1))}) is None
