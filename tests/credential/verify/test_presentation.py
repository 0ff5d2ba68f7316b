"""Presentations: the credential inside is checked as if it stood alone, and that nothing else was is told."""

import json
from typing import Any

import pytest

from humanely.credential.carrier.presented import presented
from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.verify.outcome import Outcome
from humanely.credential.verify.verification import needs, verify_file
from tests.credential.proof.making import KEY, OTHER_KEY, VC2, jwt_of, private_jwk_of
from tests.credential.verify.making import LISTS, NOW, known, listed, ours, signed

JWT = secure_jwt(ours(), KEY)
ENVELOPE = {"@context": VC2, "type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{JWT}"}


def presentation(*held: Any, **more: Any) -> dict[str, Any]:
    return {"@context": [VC2], "type": ["VerifiablePresentation"], "verifiableCredential": [*held], **more}


def outcome_of(document: Any) -> Outcome:
    data = document if isinstance(document, str) else json.dumps(document)
    return verify_file(data.encode(), known(), NOW)


def told(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.statements]


@pytest.mark.parametrize(
    "shown",
    [
        presentation(signed()),
        presentation(signed()) | {"verifiableCredential": signed()},
        presentation(signed(), holder=OTHER_KEY.controller, proof={"type": "DataIntegrityProof", "proofValue": "z1"}),
        presentation(JWT),
        presentation(ENVELOPE),
        jwt_of({"vp": presentation(JWT), "iss": OTHER_KEY.controller}, private_jwk_of(OTHER_KEY)),
        jwt_of(presentation(ENVELOPE), private_jwk_of(OTHER_KEY), typ="vp+jwt"),
    ],
    ids=["json", "alone", "with a proof of its holder", "jwt inside", "enveloped", "vp jwt", "vp+jwt"],
)
def test_the_credential_inside_is_checked_and_who_shows_it_is_not(shown: Any) -> None:
    outcome = outcome_of(shown)
    assert (outcome.verdict, outcome.about.title) == ("valid", "Listens first")
    assert "presentation" in told(outcome)


def test_a_change_inside_is_found() -> None:
    assert outcome_of(presentation({**signed(), "name": "Surgery"})).check("signature").cause == (
        "signature-does-not-match"
    )


def test_what_it_needs_is_that_of_the_credential_inside() -> None:
    shown = presented(json.dumps(presentation(listed("good"))).encode())
    assert needs(shown) == needs(presented(json.dumps(listed("good")).encode()))
    assert needs(shown).status_lists == (LISTS + "good",)


def test_an_envelope_alone_is_no_presentation() -> None:
    outcome = outcome_of(ENVELOPE)
    assert (outcome.verdict, "presentation" in told(outcome)) == ("valid", False)


@pytest.mark.parametrize(
    ("shown", "rule"),
    [
        (presentation(), "nothing-inside"),
        (presentation("a text"), "nothing-inside"),
        (presentation(7), "nothing-inside"),
        (presentation({**ENVELOPE, "id": "https://issuer.example/1"}), "nothing-inside"),
        (presentation("e30.e30x.c2ln"), "not-json"),
        (presentation(signed(), signed()), "several-inside"),
    ],
)
def test_what_holds_not_one_credential_cannot_be_read(shown: Any, rule: str) -> None:
    outcome = outcome_of(shown)
    assert (outcome.verdict, outcome.check("readable").rules) == ("cannot_tell", (rule,))
    assert needs(presented(json.dumps(shown).encode())).controllers == ()


def test_a_presentation_in_a_presentation_is_no_credential() -> None:
    assert outcome_of(presentation(presentation(signed()))).check("readable").cause == "not-a-credential"
