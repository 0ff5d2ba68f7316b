"""Endorsements add to a credential, or do not; none of them can harm it."""

import base64
from hashlib import sha256
from typing import Any

import pytest

from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.verify.endorsements import MOST, checked, digest, embedded
from humanely.credential.verify.known import Known
from humanely.credential.verify.outcome import cause_of
from tests.credential.verify.making import NOW, PEER, endorsement, known, ours, signed

KNOWN = known()


def carrying(*given: Any) -> dict[str, Any]:
    return {**ours(), "endorsement": [*given]}


def test_an_endorsement_of_these_words_holds() -> None:
    check = checked(carrying(endorsement(ours())), KNOWN, NOW)
    assert (check.cause, check.values) == ("endorsements-hold", {"count": 1, "good": 1})


@pytest.mark.parametrize("part", ["issuer", "achievement", "subject"])
def test_an_endorsement_may_be_of_a_part(part: str) -> None:
    credential = ours()
    subject = credential["credentialSubject"]
    ids = {"issuer": credential["issuer"]["id"], "subject": subject["id"], "achievement": subject["achievement"]["id"]}
    of_part = endorsement(ours(), credentialSubject={"id": ids[part], "type": ["EndorsementSubject"]})
    assert checked(carrying(of_part), KNOWN, NOW).cause == "endorsements-hold"


@pytest.mark.parametrize("subject", [{}, [], {"id": None}, {"id": "urn:uuid:elsewhere"}, {"id": ["x"]}])
def test_an_endorsement_of_something_else_does_not_count(subject: Any) -> None:
    assert checked(carrying(endorsement(ours(), credentialSubject=subject)), KNOWN, NOW).cause == (
        "endorsements-of-other-words"
    )


def test_what_is_found_wherever_it_stands_is_looked_at_up_to_a_number() -> None:
    one = endorsement(ours())
    credential = carrying(*[one] * (MOST + 3), {"type": ["Other"]}, "text")
    credential["issuer"] = {**credential["issuer"], "endorsement": [one]}
    assert len(embedded(credential)) == MOST
    achieved = ours()
    achieved["credentialSubject"]["achievement"]["endorsement"] = one
    assert [given.credential for given in embedded(achieved)] == [one]


def test_an_endorsement_may_be_a_jwt() -> None:
    bare = {name: value for name, value in endorsement(ours()).items() if name != "proof"}
    text = secure_jwt(bare, PEER)
    carried = {**ours(), "endorsementJwt": [text, "not.a.jwt", 7]}
    check = checked(carried, KNOWN, NOW)
    assert (check.cause, check.values) == ("endorsements-hold", {"count": 1, "good": 1})
    head, _, signature = text.split(".")
    other = secure_jwt({**bare, "name": "The very best"}, PEER).split(".")[1]
    forged = {**ours(), "endorsementJwt": [f"{head}.{other}.{signature}"]}
    assert checked(forged, KNOWN, NOW).cause == "endorsements-do-not-match"


def test_an_endorsement_without_a_proof_is_accused_of_nothing() -> None:
    bare = {name: value for name, value in endorsement(ours()).items() if name != "proof"}
    assert checked(carrying(bare), KNOWN, NOW).cause == "endorsements-unchecked"


def test_an_endorsement_that_cannot_be_checked_or_has_run_out_is_told() -> None:
    unreachable = endorsement(ours(), credentialStatus={"type": "Other"})
    assert checked(carrying(unreachable), KNOWN, NOW).cause == "endorsements-unchecked"
    over = endorsement(ours(), validUntil="2026-11-22T12:30:00Z")
    assert checked(carrying(over), KNOWN, NOW).cause == "endorsements-withdrawn"
    elsewhere = {**endorsement(ours()), "issuer": "did:web:nobody.example"}
    assert checked(carrying(elsewhere), Known(), NOW).cause == "endorsements-unchecked"


def test_no_endorsement_decides_over_a_credential() -> None:
    checks = (
        checked(carrying(one), KNOWN, NOW)
        for one in (
            {**endorsement(ours()), "name": "other"},
            endorsement({**ours(), "name": "Leads"}),
            endorsement(ours(), validUntil="2026-11-22T12:30:00Z"),
        )
    )
    assert {cause_of(check).leads_to for check in checks} == {None}


def test_the_digest_is_of_what_is_said_and_of_nothing_that_comes_later() -> None:
    assert digest(signed()) == digest(ours()) == digest(carrying(endorsement(ours())))
    assert digest({**ours(), "name": "Leads"}) != digest(ours())
    assert (
        digest({"b": 1, "a": "é"}) == "sha256-" + base64.b64encode(sha256('{"a":"é","b":1}'.encode()).digest()).decode()
    )
