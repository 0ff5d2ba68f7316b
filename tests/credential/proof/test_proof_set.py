"""Proof sets: how ours are made, and what is told of each proof."""

import datetime as dt
from pathlib import Path

import pytest

from humanely.credential.linked.contexts import choices, digests
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.proof import multikey, proof_set, strict_json, suite
from humanely.credential.proof.controller import Controller, VerificationMethod, of_did_key
from humanely.credential.proof.proof_set import NotSecurable, ProofChecked
from tests.credential.proof.making import (
    CREATED,
    KEY,
    OTHER_KEY,
    WEB,
    WEB_KEY,
    badge,
    changed,
    known,
    only,
    proved,
    secured,
)

PUBLIC = Path(__file__).parents[4] / "shared" / "data" / "credentials"


def test_a_credential_gets_a_proof_over_its_bytes_and_one_over_what_it_states() -> None:
    credential = secured()
    assert {**credential, "proof": None} == {**badge(), "proof": None}
    assert [proof["cryptosuite"] for proof in credential["proof"]] == ["eddsa-jcs-2022", "eddsa-rdfc-2022"]
    assert credential["proof"][0]["@context"] == credential["@context"]
    assert {proof["created"] for proof in credential["proof"]} == {"2026-11-22T12:00:00Z"}


def test_signing_leaves_what_was_given_as_it_was() -> None:
    given = badge()
    proof_set.secure(given, KEY, CREATED)["proof"][0]["@context"].append("x")
    assert given == badge()


def test_of_each_proof_it_is_told_which_suite_which_key_and_when() -> None:
    assert proof_set.check(secured(), {})[0] == ProofChecked("eddsa-jcs-2022", KEY.method, CREATED, "holds")


def test_until_when_a_signer_stands_by_a_proof_is_told() -> None:
    (checked,) = proof_set.check(proved(badge(), expires="2027-11-22T12:00:00Z"), {})
    assert checked.verdict == "holds"
    assert checked.expires == dt.datetime(2027, 11, 22, 12, tzinfo=dt.UTC)


def test_a_credential_that_lost_one_of_its_proofs_shows_how_many_are_left() -> None:
    assert [proof.suite for proof in proof_set.check(secured(), {})] == ["eddsa-jcs-2022", "eddsa-rdfc-2022"]
    assert [proof.suite for proof in proof_set.check(only(secured(), 1), {})] == ["eddsa-rdfc-2022"]


def test_a_proof_without_a_date_holds_while_its_key_lasts() -> None:
    (checked,) = proof_set.check(proved(badge(), created=None), {})
    assert (checked.verdict, checked.created) == ("holds", None)


def test_a_single_context_needs_no_list() -> None:
    alone = {**badge(), "@context": "https://www.w3.org/ns/credentials/v2"}
    assert proof_set.check(proved(alone, contexts=[alone["@context"]]), {})[0].verdict == "holds"


def test_a_proof_over_statements_may_repeat_the_contexts_and_change_none() -> None:
    repeated = changed(only(secured(), 1), lambda one: one["proof"].update({"@context": one["@context"]}))
    assert proof_set.check(repeated, {})[0].verdict == "holds"


def test_the_word_at_fault_is_told() -> None:
    (checked,) = proof_set.check({**only(secured(), 1), "honours": "summa cum laude"}, {})
    assert (checked.verdict, checked.detail) == ("terms_dropped", "honours")


def test_a_key_known_to_be_revoked_counts_as_such_even_where_the_identifier_is_the_key() -> None:
    method = of_did_key(KEY.controller).methods[0]
    revoked = Controller(
        KEY.controller, (type(method)(method.id, method.controller, method.public_key, method.purposes, CREATED),)
    )
    checked = proof_set.check(secured(), {KEY.controller: revoked})
    assert [proof.verdict for proof in checked] == ["key_revoked", "key_revoked"]


def test_what_was_changed_is_told_before_whether_the_key_had_ended() -> None:
    credential = {**proved(badge(WEB), WEB_KEY, verificationMethod=f"{WEB}#revoked")}
    assert proof_set.check(credential, known())[0].verdict == "does_not_match"


def test_a_key_of_another_kind_makes_no_such_proof() -> None:
    key = VerificationMethod(KEY.method, WEB, b"der", frozenset({"assertionMethod"}), kind="P-256")
    assert proof_set.check(proved(badge(WEB)), {WEB: Controller(WEB, (key,))})[0].verdict == "malformed"


def test_a_number_without_canonical_form_is_told_as_malformed() -> None:
    (checked,) = proof_set.check({**only(secured(), 0), "points": 2**60}, {})
    assert checked.verdict == "malformed"


def test_whose_document_is_needed_is_known_before_anything_is_checked() -> None:
    assert proof_set.needed(secured()) == ()
    assert proof_set.needed(secured(WEB, WEB_KEY)) == (WEB,)
    assert proof_set.needed(badge("https://issuer.example/profile")) == ("https://issuer.example/profile",)
    assert proof_set.needed(badge("http://issuer.example/profile")) == ()
    assert proof_set.needed({}) == ()


@pytest.mark.parametrize(
    ("credential", "fault"),
    [
        (secured(), "a proof already"),
        (badge(OTHER_KEY.controller), "not the one whose key"),
        (badge(points=2**60), "no canonical form"),
        (badge(name="\ud800"), "no canonical form"),
    ],
)
def test_what_cannot_rightly_be_signed_is_not(credential: strict_json.Json, fault: str) -> None:
    with pytest.raises(NotSecurable, match=fault):
        proof_set.secure(credential, KEY, CREATED)


def test_nothing_is_signed_that_a_proof_would_not_cover() -> None:
    with pytest.raises(NotCanonical) as caught:
        proof_set.secure(badge(honours="summa cum laude"), KEY, CREATED)
    assert caught.value.fault == "term_undefined"


def test_a_credential_made_with_another_content_of_its_vocabulary_holds_and_says_so() -> None:
    address = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
    credential = changed(badge(), lambda one: one["@context"].__setitem__(1, address))
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-11-22T12:00:00Z",
        "verificationMethod": KEY.method,
        "proofPurpose": "assertionMethod",
    }
    (pins, *_) = choices(credential)
    signature = KEY.sign(suite.Unsecured(credential).over_statements(options, pins))
    made = {**credential, "proof": {**options, "proofValue": "z" + multikey.encode_base58(signature)}}
    (checked,) = proof_set.check(made, {})
    assert pins[address] != digests(address)[0]
    assert (checked.verdict, checked.detail) == ("holds", address)
    (forged,) = proof_set.check({**made, "name": "Leads"}, {})
    assert forged.verdict == "context_unknown"  # read as today, its vocabularies contradict each other


@pytest.mark.public_data
@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public credentials are not beside the project")
@pytest.mark.parametrize("name", ["v2_v2NoStatus.json", "v2_v2OBv3SpecExample.json", "v2_v2Expired.json"])
def test_the_samples_of_a_well_known_verifier_hold(name: str) -> None:
    credential = strict_json.read((PUBLIC / "dcc-verifier-core" / name).read_bytes())
    assert [proof.verdict for proof in proof_set.check(credential, {})] == ["holds"]


@pytest.mark.public_data
@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public credentials are not beside the project")
@pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        # Their issuers are addresses of examples, where nobody has a document, or no address at all.
        ("simple.json", ["key_unknown"]),
        ("simple-multiple-proofs.json", ["suite_unknown", "key_unknown"]),
        ("simple-did-key-method.json", ["wrong_controller"]),
        ("simple-noproof.json", []),
    ],
)
def test_the_samples_of_open_badges_are_told_as_far_as_anyone_can(name: str, verdicts: list[str]) -> None:
    credential = strict_json.read((PUBLIC / "1edtech-public-validator" / "ob30" / name).read_bytes())
    assert [proof.verdict for proof in proof_set.check(credential, {})] == verdicts
