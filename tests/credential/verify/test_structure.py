"""Rules of both data models and of Open Badges: each is broken alone, and has its sentence."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from humanely.credential.verify.structure import BADGE_RULES, RULES, V1, checked, is_credential
from tests.credential.proof.making import changed
from tests.credential.verify.making import ours


def _achievement(credential: dict[str, Any]) -> Any:
    return credential["credentialSubject"]["achievement"]


BREAK: dict[str, Callable[[dict[str, Any]], object]] = {
    "context": lambda one: one["@context"].reverse(),
    "type": lambda one: one.update(type=["OpenBadgeCredential"]),
    "issuer": lambda one: one.update(issuer={"name": "Somebody"}),
    "subject": lambda one: one.update(credentialSubject=[]),
    "id": lambda one: one.update(id="no address"),
    "issued-on": lambda one: one.update({"@context": [V1, one["@context"][1]]}),
    "status-form": lambda one: one.update(credentialStatus={"id": "https://a.example"}),
    "badge-context": lambda one: one["@context"].pop(),
    "badge-id": lambda one: one.pop("id"),
    "badge-start": lambda one: one.pop("validFrom"),
    "badge-issuer": lambda one: one.update(issuer=one["issuer"]["id"]),
    "badge-subject": lambda one: one["credentialSubject"].update(type=["Person"]),
    "badge-holder": lambda one: one["credentialSubject"].pop("id"),
    "badge-achievement": lambda one: one["credentialSubject"].pop("achievement"),
    "achievement-id": lambda one: _achievement(one).pop("id"),
    "achievement-type": lambda one: _achievement(one).pop("type"),
    "achievement-name": lambda one: _achievement(one).pop("name"),
    "achievement-description": lambda one: _achievement(one).pop("description"),
    "achievement-criteria": lambda one: _achievement(one).update(criteria={}),
}


@pytest.mark.parametrize("rule", BREAK)
def test_a_rule_that_is_broken_is_named_alone(rule: str) -> None:
    check = checked(changed(ours(), BREAK[rule]))
    assert check.rules == (rule,)
    assert check.cause == ("structure-broken" if rule in RULES else "badge-incomplete")


def test_every_rule_is_tried_here_and_has_a_sentence() -> None:
    text = (files("humanely.credential") / "locales" / "en" / "verify.ftl").read_text(encoding="utf-8")
    assert set(BREAK) == {*RULES, *BADGE_RULES}
    assert [rule for rule in BREAK if f"\nverify-rule-{rule} = " not in text] == []


def test_what_is_built_well_is_told_so() -> None:
    assert checked(ours()).cause == "structure-good"
    plain = {**ours(), "type": ["VerifiableCredential"]}
    assert checked(changed(plain, BREAK["achievement-name"])).cause == "structure-good"
    first = {**ours(), "@context": [V1], "type": "VerifiableCredential", "issuanceDate": "2026-11-22T00:00:00Z"}
    assert checked(first).cause == "structure-good"


def test_what_means_to_be_a_credential_is_told_from_what_does_not() -> None:
    assert is_credential({"issuer": "x", "credentialSubject": {}})
    assert is_credential({"type": "VerifiableCredential"})
    assert not is_credential({"name": "humanely"})
