"""What is signed, step by step, as the published vectors have it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
import rfc8785

from humanely.credential.linked.canonical import canonical
from humanely.credential.linked.contexts import digests
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.proof import authority, multikey, proof_set, strict_json, suite
from humanely.credential.proof.controller import of_did_key
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.strict_json import Json

PUBLIC = Path(__file__).parents[4] / "shared" / "data" / "credentials"
VECTORS = PUBLIC / "w3c-vc-di-eddsa" / "TestVectors"
JCS = PUBLIC / "cyberphone-json-canonicalization" / "testdata"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
public_data = pytest.mark.public_data
beside = pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public credentials are not beside the project")

FILES = {
    "eddsa-jcs-2022": ("signedJCS.json", "JCS"),
    "eddsa-rdfc-2022": ("signedDataInt.json", "DataInt"),
    "Ed25519Signature2020": ("signedEdSig.json", "EdSig"),
}


def signed(name: str) -> Json:
    return strict_json.read((VECTORS / name / FILES[name][0]).read_bytes())


def step(name: str, what: str) -> str:
    return (VECTORS / name / f"{what}{FILES[name][1]}.txt").read_text(encoding="utf-8")


def options(credential: Json) -> Json:
    return {name: value for name, value in credential["proof"].items() if name != "proofValue"}


def over(name: str, credential: Json) -> bytes:
    unsecured = suite.Unsecured(credential)
    forms = {"eddsa-jcs-2022": unsecured.over_bytes}
    return forms.get(name, unsecured.over_statements)(options(credential))


@public_data
@beside
@pytest.mark.parametrize("name", FILES)
def test_both_hashes_are_those_published(name: str) -> None:
    assert over(name, signed(name)).hex() == step(name, "combinedHash").strip()
    assert over(name, signed(name)).hex() == step(name, "proofHash").strip() + step(name, "docHash").strip()


@public_data
@beside
@pytest.mark.parametrize("name", ["eddsa-rdfc-2022", "Ed25519Signature2020"])
def test_the_statements_are_those_published(name: str) -> None:
    credential = signed(name)
    told = {**options(credential), "@context": credential["@context"]}
    assert canonical(suite.Unsecured(credential).document).decode() == step(name, "canonDoc")
    assert canonical(told).decode() == step(name, "proofCanon")


@public_data
@beside
def test_the_bytes_are_those_published() -> None:
    credential = signed("eddsa-jcs-2022")
    assert rfc8785.dumps(suite.Unsecured(credential).document).decode() == step("eddsa-jcs-2022", "canonDoc").strip()
    assert rfc8785.dumps(options(credential)).decode() == step("eddsa-jcs-2022", "proofCanon").strip()


@public_data
@beside
@pytest.mark.parametrize("name", FILES)
def test_the_published_key_makes_the_published_signature(name: str) -> None:
    pair = strict_json.read((VECTORS / "keyPair.json").read_bytes())
    private = multikey.decode_multibase(pair["privateKeyMultibase"]) or b""
    key = IssuerKey.of_did_key(private[2:])
    signature = key.sign(over(name, signed(name)))
    assert multikey.encode(key.public) == pair["publicKeyMultibase"]
    assert signature.hex() == step(name, "sigHex").strip()
    assert "z" + multikey.encode_base58(signature) == signed(name)["proof"]["proofValue"]
    authority.match(signature, over(name, signed(name)), of_did_key(key.controller).methods[0])


@public_data
@beside
@pytest.mark.parametrize("name", FILES)
def test_a_key_that_the_published_issuer_never_named_is_not_theirs(name: str) -> None:
    # The vectors are signed by a did:key for an issuer on the web whose document says nothing of it.
    credential = signed(name)
    assert proof_set.needed(credential) == ("https://vc.example/issuers/5678",)
    assert proof_set.check(credential, {})[0].verdict == "key_unknown"


@public_data
@beside
def test_a_credential_in_a_vocabulary_we_do_not_hold_is_not_called_changed() -> None:
    credential = strict_json.read((VECTORS / "eddsa-rdfc-2022" / "employ" / "signedDataInt.json").read_bytes())
    with pytest.raises(NotCanonical) as caught:
        suite.Unsecured(credential).over_statements(options(credential))
    assert caught.value.fault == "context_unknown"


@public_data
@beside
@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_json_is_canonised_as_published(name: str) -> None:
    value = json.loads((JCS / "input" / f"{name}.json").read_bytes())
    assert rfc8785.dumps(value) == (JCS / "output" / f"{name}.json").read_bytes()
    assert rfc8785.dumps(value).hex() == "".join((JCS / "outhex" / f"{name}.txt").read_text().split())


def test_a_suite_is_known_by_its_name_in_its_place() -> None:
    assert suite.known({"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022"}) == "eddsa-jcs-2022"
    assert suite.known({"type": "Ed25519Signature2020", "cryptosuite": "x"}) == "Ed25519Signature2020"
    assert suite.known({"type": "eddsa-jcs-2022"}) is None
    assert suite.known({"type": "DataIntegrityProof", "cryptosuite": "Ed25519Signature2020"}) is None
    assert suite.known({"type": ["DataIntegrityProof"], "cryptosuite": "eddsa-jcs-2022"}) is None
    assert suite.name({"type": "Ed25519Signature2018"}) == "Ed25519Signature2018"
    assert suite.name({"type": "DataIntegrityProof", "cryptosuite": 5}) == ""


def test_a_document_is_hashed_once_for_each_way() -> None:
    document = {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:1", "name": "Teamwork"}
    unsecured = suite.Unsecured(document)
    options = {"type": "DataIntegrityProof"}
    before = unsecured.over_bytes({}), unsecured.over_statements(options)
    unsecured.document["name"] = "Changed after it was hashed"
    assert (unsecured.over_bytes({}), unsecured.over_statements(options)) == before
    assert before[0] == sha256(b"{}").digest() + sha256(rfc8785.dumps(document)).digest()


def test_a_document_is_put_in_order_once_for_all_its_proofs_and_each_version_of_its_vocabularies() -> None:
    document = {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:1", "name": "Teamwork"}
    unsecured, said = suite.Unsecured(document), {"type": "DataIntegrityProof"}
    pins = {BADGES: digests(BADGES)[-1]}
    before = unsecured.over_statements(said), unsecured.over_statements(said, pins), unsecured.over_bytes(said)
    unsecured.document["name"] = "Leadership"
    assert before == (
        unsecured.over_statements(said),
        unsecured.over_statements(said, pins),
        unsecured.over_bytes(said),
    )


def test_what_keeps_a_document_from_being_put_in_order_is_found_once() -> None:
    unsecured = suite.Unsecured({"@context": ["https://www.w3.org/ns/credentials/v2"], "undefined": "term"})
    with pytest.raises(NotCanonical) as first:
        unsecured.over_statements({"type": "DataIntegrityProof"})
    with pytest.raises(NotCanonical) as second:
        unsecured.over_statements({"type": "DataIntegrityProof"})
    assert first.value is second.value
