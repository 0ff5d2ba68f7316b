"""The museum of bad credentials: each is told by its fault, and no more is said than is known."""

import pytest

from humanely.credential.proof import proof_set, strict_json
from humanely.credential.proof.jwt import check_jwt
from humanely.credential.proof.strict_json import CredentialUnreadable
from tests.credential.proof.making import MUSEUM, known, museum

VERDICTS = {
    "sound.json": ["holds", "holds"],
    "sound_on_the_web.json": ["holds", "holds"],
    "sound_by_a_key_retired_later.json": ["holds", "holds"],
    "sound_2020.json": ["holds"],
    "name_changed.json": ["does_not_match", "does_not_match"],
    "subject_changed.json": ["does_not_match", "does_not_match"],
    "proofs_of_another_credential.json": ["does_not_match", "does_not_match"],
    "one_proof_of_another_credential.json": ["holds", "does_not_match"],
    "values_of_proofs_exchanged.json": ["does_not_match", "does_not_match"],
    "date_of_proof_changed.json": ["does_not_match", "does_not_match"],
    "term_added.json": ["terms_dropped"],
    "context_added.json": ["does_not_match"],
    "context_in_front.json": ["does_not_match"],
    "context_unknown.json": ["context_unknown"],
    "context_of_proof_is_another.json": ["malformed"],
    "context_of_proof_is_another_and_signed.json": ["malformed"],
    "key_of_another.json": ["wrong_controller"],
    "key_of_another_under_our_name.json": ["does_not_match"],
    "key_in_the_proof.json": ["malformed"],
    "key_not_listed.json": ["key_unknown"],
    "key_for_signing_in.json": ["wrong_purpose"],
    "key_revoked_before.json": ["key_revoked"],
    "key_revoked_and_no_date.json": ["key_revoked"],
    "issuer_nobody_can_ask.json": ["wrong_controller"],
    "issuer_not_obtained.json": ["key_unknown"],
    "issuer_missing.json": ["malformed"],
    "issuers_two.json": ["malformed"],
    "purpose_signing_in.json": ["wrong_purpose"],
    "purpose_missing.json": ["wrong_purpose"],
    "no_proof.json": [],
    "proofs_none.json": ["malformed"],
    "proofs_seventeen.json": ["malformed"],
    "proof_is_a_text.json": ["malformed"],
    "suite_unknown.json": ["suite_unknown"],
    "suite_missing.json": ["suite_unknown"],
    "suite_2020_as_cryptosuite.json": ["suite_unknown"],
    "chain.json": ["suite_unknown"],
    "value_missing.json": ["malformed"],
    "value_short.json": ["malformed"],
    "value_not_base58.json": ["malformed"],
    "date_without_zone.json": ["malformed"],
    "end_without_zone.json": ["malformed"],
}
JWT_VERDICTS = {
    "sound.jwt": "holds",
    "jwt_changed.jwt": "does_not_match",
    "jwt_unsigned.jwt": "suite_unknown",
    "jwt_key_taken_for_a_secret.jwt": "suite_unknown",
    "jwt_of_another_under_our_name.jwt": "does_not_match",
    "jwt_brings_its_own_key.jwt": "wrong_controller",
    "jwt_names_anothers_key.jwt": "wrong_controller",
    "jwt_of_two_issuers.jwt": "malformed",
    "jwt_of_no_issuer.jwt": "malformed",
    "jwt_about_two_subjects.jwt": "malformed",
    "jwt_for_signing_in.jwt": "suite_unknown",
    "jwt_critical.jwt": "suite_unknown",
}
FAULTS = {
    "duplicate_key.json": "duplicate_key",
    "duplicate_key_spelled_otherwise.json": "duplicate_key",
    "too_deep.json": "too_deep",
    "bad_text.json": "bad_text",
    "bad_text_latin_1.json": "bad_text",
    "bad_number.json": "bad_number",
    "not_an_object.json": "not_an_object",
    "not_json.json": "not_json",
    "jwt_duplicate_key.jwt": "duplicate_key",
    "jwt_two_parts.jwt": "not_json",
    "jwt_signature_spelled_otherwise.jwt": "not_json",
}


def test_the_museum_is_as_it_is_made() -> None:
    assert {path.name: path.read_bytes() for path in MUSEUM.iterdir()} == museum()


def test_every_exhibit_has_its_label() -> None:
    assert sorted(museum()) == sorted([*VERDICTS, *JWT_VERDICTS, *FAULTS])


@pytest.mark.parametrize("name", VERDICTS)
def test_a_credential_is_told_by_its_fault(name: str) -> None:
    checked = proof_set.check(strict_json.read((MUSEUM / name).read_bytes()), known())
    assert [proof.verdict for proof in checked] == VERDICTS[name]


@pytest.mark.parametrize("name", JWT_VERDICTS)
def test_a_jwt_is_told_by_its_fault(name: str) -> None:
    assert check_jwt((MUSEUM / name).read_text(encoding="ascii"), known()).proof.verdict == JWT_VERDICTS[name]


@pytest.mark.parametrize("name", [name for name in FAULTS if name.endswith("json")])
def test_a_file_that_cannot_be_read_says_why(name: str) -> None:
    with pytest.raises(CredentialUnreadable) as caught:
        strict_json.read((MUSEUM / name).read_bytes())
    assert caught.value.fault == FAULTS[name]


@pytest.mark.parametrize("name", [name for name in FAULTS if name.endswith("jwt")])
def test_a_jwt_that_cannot_be_read_says_why(name: str) -> None:
    with pytest.raises(CredentialUnreadable) as caught:
        check_jwt((MUSEUM / name).read_text(encoding="ascii"), known())
    assert caught.value.fault == FAULTS[name]
