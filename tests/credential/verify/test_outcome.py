"""The verdict follows from the checks, and what goes before what is fixed."""

import itertools
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.verify.cause import CAUSES
from humanely.credential.verify.outcome import About, Outcome, check_of, verdict_of
from tests.credential.verify.making import NOW

GOOD = (
    "readable",
    "signature-holds",
    "issuer-listed",
    "without-end",
    "status-good",
    "structure-good",
    "endorsements-none",
)


def test_every_cause_has_words_and_every_word_has_its_cause() -> None:
    text = (files("humanely.credential") / "locales" / "en" / "verify.ftl").read_text(encoding="utf-8")
    written = set(re.findall(r"^verify-cause-([a-z-]+) =", text, re.MULTILINE))
    finer = {"words-not-covered-named", "vocabulary-unknown-named", "expired-renewable"}
    assert written - finer == set(CAUSES)


def test_every_cause_of_a_doubt_or_a_fault_has_a_problem_type_and_what_would_settle_it() -> None:
    leading = {name: cause for name, cause in CAUSES.items() if cause.leads_to}
    assert [name for name, cause in leading.items() if not cause.problem or not cause.evidence] == []
    assert [name for name, cause in CAUSES.items() if cause.answer == "yes" and cause.leads_to] == []


@pytest.mark.parametrize(
    ("causes", "verdict"),
    [
        (GOOD, "valid"),
        (("signature-does-not-match", "key-unreachable", "revoked"), "invalid"),
        (("structure-broken", "key-unreachable"), "invalid"),
        (("key-unreachable", "expired", "revoked"), "cannot_tell"),
        (("expired", "revoked"), "revoked"),
        (("expired", "suspended"), "suspended"),
        (("revoked", "suspended"), "revoked"),
        (("not-yet-valid", "suspended"), "suspended"),
        (("expired", "list-unreachable"), "expired"),
        (("not-yet-valid", "list-unreachable"), "not_yet_valid"),
        (("list-unreachable",), "cannot_tell"),
        (("signature-ended", "revoked"), "revoked"),
        (("endorsements-do-not-match", "issuer-not-listed", "badge-incomplete"), "valid"),
    ],
)
def test_what_goes_before_what(causes: tuple[str, ...], verdict: str) -> None:
    assert {verdict_of(map(check_of, order)) for order in itertools.permutations(causes[:4])} == {verdict}


@given(st.lists(st.sampled_from(sorted(CAUSES)), min_size=1, max_size=7))
def test_nothing_is_valid_that_a_check_doubts_and_nothing_is_invalid_without_a_no(causes: list[str]) -> None:
    verdict = verdict_of(map(check_of, causes))
    assert (verdict == "valid") == all(CAUSES[cause].leads_to is None for cause in causes)
    assert verdict != "invalid" or any(CAUSES[cause].answer == "no" for cause in causes)


def test_the_deciding_check_is_the_one_the_verdict_comes_from() -> None:
    checks = tuple(map(check_of, ("readable", "signature-holds", "expired", "revoked")))
    outcome = Outcome(NOW, checks, About())
    assert (outcome.verdict, outcome.deciding.cause) == ("revoked", "revoked")
    assert Outcome(NOW, tuple(map(check_of, GOOD)), About()).deciding.cause == "signature-holds"
