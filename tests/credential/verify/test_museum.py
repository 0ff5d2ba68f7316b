"""Every exhibit comes out as its table says, in the words that a person reads, and nobody is accused without proof."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.verify.outcome import Outcome, cause_of
from humanely.credential.verify.told import told
from humanely.credential.verify.verification import verify_file
from tests.credential.verify.making import MUSEUM, NOW, TABLE, known, museum

EXHIBITS: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
KNOWN = known()
MUST_NOT_BE_VALID = {"invalid", "cannot_tell", "revoked", "suspended", "expired", "not_yet_valid"}


def outcome_of(name: str) -> Outcome:
    return verify_file((MUSEUM / name).read_bytes(), KNOWN, NOW)


def test_the_museum_is_what_is_made_here_and_all_of_it_is_in_the_table() -> None:
    made = museum()
    assert set(EXHIBITS) == set(made)
    assert [name for name, data in made.items() if (MUSEUM / name).read_bytes() != data] == []


@pytest.mark.parametrize("name", EXHIBITS)
def test_an_exhibit_comes_out_as_the_table_says(name: str) -> None:
    outcome, exhibit = outcome_of(name), EXHIBITS[name]
    assert outcome.verdict == exhibit["verdict"]
    assert exhibit["cause"] in {check.cause for check in outcome.checks}
    said = told(outcome, "en")
    assert said.headline == exhibit["headline"]
    (read,) = (
        one.sentences for one, check in zip(said.checks, outcome.checks, strict=True) if check.cause == exhibit["cause"]
    )
    assert " ".join(read) == exhibit["read"]


def test_whoever_is_told_that_it_is_invalid_is_told_on_proof() -> None:
    proofs = {EXHIBITS[name]["cause"] for name in EXHIBITS if EXHIBITS[name]["verdict"] == "invalid"}
    assert proofs == {
        "signature-does-not-match",
        "signature-malformed",
        "signature-of-another",
        "structure-broken",
        "duplicate-key",
    }


def test_without_anything_fetched_nothing_is_invalid_or_valid_that_needed_it() -> None:
    offline = {name: verify_file((MUSEUM / name).read_bytes(), type(KNOWN)(), NOW).verdict for name in EXHIBITS}
    assert {offline[name] for name in EXHIBITS if name.startswith("list-")} == {"cannot_tell"}
    assert offline["sound-by-a-web-address.json"] == "cannot_tell"
    assert offline["revoked.json"] == "cannot_tell"


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr"])
def test_every_exhibit_has_words_in_every_language(locale: str) -> None:
    told_of = [told(outcome_of(name), locale) for name in EXHIBITS]
    assert all(one.headline and one.sentences and one.next and len(one.checks) == 7 for one in told_of)


@pytest.mark.parametrize("name", EXHIBITS)
def test_what_is_not_good_says_whose_turn_it_is_and_what_would_settle_it(name: str) -> None:
    outcome = outcome_of(name)
    weak = [one for one in outcome.checks if cause_of(one).leads_to]
    assert [one.cause for one in weak if not one.evidence] == []


SOUND = (MUSEUM / "sound.json").read_bytes()


@given(bit=st.integers(0, len(SOUND) * 8 - 1))
def test_a_bit_that_is_changed_never_leaves_other_words_valid(bit: int) -> None:
    changed = bytearray(SOUND)
    changed[bit // 8] ^= 1 << bit % 8
    outcome = verify_file(bytes(changed), KNOWN, NOW)
    assert outcome.verdict in MUST_NOT_BE_VALID or _reads_alike(bytes(changed))


def _reads_alike(changed: bytes) -> bool:
    """Whether only the space between words was changed into other space, which says nothing else."""
    import json

    ours: Any = json.loads(SOUND)
    return bool(json.loads(changed) == ours)
