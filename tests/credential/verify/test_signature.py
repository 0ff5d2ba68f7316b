"""What the checks of proofs mean together, and what a key that is not there means."""

import datetime as dt
import json

import pytest

from humanely.credential.verify.known import Known, Obtained
from humanely.credential.verify.signature import of_credential
from humanely.credential.verify.verification import verify_file
from tests.credential.proof.making import CREATED, KEY, WEB, WEB_KEY, badge, proved, secured
from tests.credential.verify.making import FETCHED, NOW, known, ours, signed

KNOWN = known()
HOUR = dt.timedelta(hours=1)


def cause_of(credential: dict[str, object], knowing: Known = KNOWN) -> str:
    return of_credential(credential, knowing, NOW).check.cause


def test_a_proof_that_does_not_match_goes_before_one_that_cannot_be_read() -> None:
    first, second = signed()["proof"]
    unknown = {**second, "cryptosuite": "ecdsa-rdfc-2019"}
    assert cause_of({**signed(), "proof": [first, unknown]}) == "suite-unknown"
    assert cause_of({**signed(), "name": "Leads", "proof": [unknown, first]}) == "signature-does-not-match"


def test_a_proof_lasts_until_its_end() -> None:
    assert cause_of(proved(ours(), expires=(NOW + HOUR).isoformat())) == "signature-holds"
    ended = of_credential(proved(ours(), expires=(NOW - HOUR).isoformat()), KNOWN, NOW)
    assert (ended.check.cause, ended.check.values, ended.holds) == ("signature-ended", {"ended": NOW - HOUR}, False)
    assert ended.created == CREATED


def test_of_several_proofs_the_first_date_counts() -> None:
    later = proved(ours(), created=(CREATED + HOUR).isoformat())
    both = {**ours(), "proof": [later["proof"], signed()["proof"][0]]}
    assert of_credential(both, KNOWN, NOW).created == CREATED


@pytest.mark.parametrize(
    ("issuer", "cause"),
    [
        ("did:ion:EiA", "key-kind-unknown"),
        ("urn:uuid:nobody", "key-kind-unknown"),
        ("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", "key-kind-unknown"),
        ("did:web:nobody.example", "key-not-asked"),
        ("https://nobody.example/issuer", "key-not-asked"),
    ],
)
def test_an_issuer_whose_key_nobody_has_is_accused_of_nothing(issuer: str, cause: str) -> None:
    assert cause_of(proved(badge(issuer), verificationMethod=f"{issuer}#1")) == cause


def test_a_key_of_the_issuer_that_is_not_listed_is_told() -> None:
    assert cause_of(proved(badge(), verificationMethod=f"{KEY.controller}#another")) == "key-not-listed"
    held = Known(controllers={WEB: Obtained(b'{"id": "did:web:issuer.example"}', FETCHED)})
    assert cause_of(proved(badge(WEB), verificationMethod=f"{WEB}#key-1"), held) == "key-not-listed"


def test_when_the_key_was_seen_is_told() -> None:
    assert of_credential(secured(WEB, WEB_KEY), KNOWN, NOW).check.last_good == FETCHED
    assert of_credential(signed(), KNOWN, NOW).check.last_good == NOW


def test_a_signature_without_a_date_is_told_without_one() -> None:
    outcome = verify_file(json.dumps(proved(ours(), created=None)).encode(), KNOWN, NOW)
    assert {"signed-undated", "term-from"} == {one.code for one in outcome.statements}
    dateless = {name: value for name, value in ours().items() if name != "validFrom"}
    outcome = verify_file(json.dumps(proved(dateless)).encode(), KNOWN, NOW)
    assert {one.code for one in outcome.statements} == {"signed"}
