"""What we issue verifies in other people's libraries, and what they issue verifies here."""

import json
from pathlib import Path
from typing import Any

import pytest

from humanely.credential.proof import multikey, proof_set, strict_json
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.strict_json import Json
from tests.credential.proof.making import KEY, MUSEUM, WEB, WEB_KEY, badge, known, only, proved, secured, web_document
from tests.peers.credentials.running import ask, installed

pytestmark = pytest.mark.peers

SUITES = ["eddsa-jcs-2022", "eddsa-rdfc-2022", "Ed25519Signature2020"]


@pytest.fixture(scope="module")
def folder() -> Path:
    return installed()


def method_of(key: IssuerKey) -> Json:
    return {
        "@context": "https://w3id.org/security/multikey/v1",
        "id": key.method,
        "type": "Multikey",
        "controller": key.controller,
        "publicKeyMultibase": multikey.encode(key.public),
    }


def documents() -> Json:
    """What a peer would fetch: the issuers' documents and the keys in them."""
    ours = {"id": KEY.controller, "verificationMethod": [method_of(KEY)], "assertionMethod": [KEY.method]}
    return {
        KEY.method: method_of(KEY),
        KEY.controller: {"@context": ["https://www.w3.org/ns/did/v1"], **ours},
        WEB_KEY.method: method_of(WEB_KEY),
        WEB: web_document(),
    }


def secret() -> Json:
    private = "z" + multikey.encode_base58(b"\x80\x26" + KEY.private)
    return {**method_of(KEY), "secretKeyMultibase": private}


def exhibit(name: str) -> Any:
    return json.loads((MUSEUM / name).read_bytes())


def verify(folder: Path, credential: Json, suite: str) -> bool:
    request = {"task": "verify", "credential": credential, "suite": suite, "documents": documents()}
    return bool(ask(folder, request)[0]["verified"])


@pytest.mark.parametrize(
    ("credential", "suite"),
    [
        (secured(), "eddsa-jcs-2022"),
        (secured(), "eddsa-rdfc-2022"),
        (secured(WEB, WEB_KEY), "eddsa-jcs-2022"),
        (secured(WEB, WEB_KEY), "eddsa-rdfc-2022"),
        (exhibit("sound_2020.json"), "Ed25519Signature2020"),
    ],
)
def test_what_we_issue_verifies_in_digitalbazaar_vc_and_changed_it_does_not(
    folder: Path, credential: Json, suite: str
) -> None:
    assert verify(folder, credential, suite)
    assert not verify(folder, {**credential, "name": "Leads"}, suite)


@pytest.mark.parametrize("credential", [secured(), only(secured(), 1), exhibit("sound_2020.json")])
def test_what_we_issue_verifies_in_digitalcredentials_verifier_core_and_changed_it_does_not(
    folder: Path, credential: Json
) -> None:
    requests = [{"task": "verifierCore", "credential": one} for one in (credential, {**credential, "name": "Leads"})]
    assert [answer["verified"] for answer in ask(folder, *requests)] == [True, False]


@pytest.mark.parametrize("suite", SUITES)
def test_what_they_issue_verifies_here_and_changed_it_does_not(folder: Path, suite: str) -> None:
    request = {"task": "issue", "credential": badge(), "suite": suite, "key": secret(), "documents": documents()}
    (issued,) = ask(folder, request)
    credential = strict_json.read(json.dumps(issued).encode())
    assert [(proof.suite, proof.verdict) for proof in proof_set.check(credential, known())] == [(suite, "holds")]
    changed = proof_set.check({**credential, "name": "Leads"}, known())
    assert [proof.verdict for proof in changed] == ["does_not_match"]


def test_a_proof_of_theirs_beside_one_of_ours_makes_a_set_that_holds(folder: Path) -> None:
    request = {"task": "issue", "credential": badge(), "suite": SUITES[1], "key": secret(), "documents": documents()}
    (issued,) = ask(folder, request)
    both = {**issued, "proof": [proved(badge())["proof"], issued["proof"]]}
    assert [proof.verdict for proof in proof_set.check(both, {})] == ["holds", "holds"]


def test_they_too_call_nothing_sound_that_we_call_changed(folder: Path) -> None:
    names = ["name_changed.json", "proofs_of_another_credential.json", "key_of_another_under_our_name.json"]
    assert [verify(folder, exhibit(name), "eddsa-jcs-2022") for name in names] == [False, False, False]
