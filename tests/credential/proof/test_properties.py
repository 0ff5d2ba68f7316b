"""No change of a signed credential, however small, goes unnoticed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.proof import proof_set, strict_json
from humanely.credential.proof.jwt import check_jwt
from humanely.credential.proof.strict_json import CredentialUnreadable, Json
from tests.credential.proof.making import CREATED, KEY, MUSEUM, badge, known, only, secured

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "credentials" / "dcc-verifier-core"


def compact(credential: Json) -> bytes:
    return json.dumps(credential, ensure_ascii=False, separators=(",", ":")).encode()


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def unnoticed(data: bytes, bit: int) -> bool:
    """Whether the credential with one bit changed is another, and yet holds."""
    try:
        credential = strict_json.read(flipped(data, bit))
    except CredentialUnreadable:
        return False
    checked = proof_set.check(credential, known())
    holds = bool(checked) and all(proof.verdict == "holds" for proof in checked)
    return holds and credential != strict_json.read(data)


def unnoticed_jwt(text: bytes, bit: int) -> bool:
    try:
        return check_jwt(flipped(text, bit).decode("latin-1"), known()).proof.verdict == "holds"
    except CredentialUnreadable:
        return False


SIGNED = {
    "both proofs": compact(secured()),
    "over bytes": compact(only(secured(), 0)),
    "over statements": compact(only(secured(), 1)),
    "2020": compact(json.loads((MUSEUM / "sound_2020.json").read_bytes())),
}


@pytest.mark.parametrize("name", SIGNED)
def test_no_bit_of_a_signed_credential_changes_unnoticed(name: str) -> None:
    data = SIGNED[name]
    assert [bit for bit in range(len(data) * 8) if unnoticed(data, bit)] == []


def test_no_bit_of_a_signed_jwt_changes_unnoticed() -> None:
    text = (MUSEUM / "sound.jwt").read_bytes()
    assert [bit for bit in range(len(text) * 8) if unnoticed_jwt(text, bit)] == []


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public credentials are not beside the project")
@pytest.mark.parametrize("name", ["v2_v2NoStatus.json", "v2_v2OBv3SpecExample.json"])
def test_no_bit_of_a_public_sample_changes_unnoticed(name: str) -> None:
    data = compact(json.loads((SAMPLES / name).read_bytes()))
    assert [bit for bit in range(len(data) * 8) if unnoticed(data, bit)] == []


texts = st.text(st.characters(exclude_categories=["Cs"]))
urns = st.uuids().map(lambda uuid: uuid.urn)
extras = st.fixed_dictionaries(
    {},
    optional={
        "description": texts,
        "awardedDate": st.just("2026-11-22T00:00:00Z"),
        "evidence": st.lists(
            st.fixed_dictionaries({"id": urns, "type": st.just(["Evidence"]), "name": texts}), max_size=3
        ),
    },
)


@given(extras, st.data())
def test_whatever_is_signed_holds_as_read_again_and_with_one_bit_changed_does_not(more: Any, data: Any) -> None:
    written = compact(proof_set.secure(badge(**more), KEY, CREATED))
    assert [proof.verdict for proof in proof_set.check(strict_json.read(written), {})] == ["holds", "holds"]
    assert not unnoticed(written, data.draw(st.integers(0, len(written) * 8 - 1)))


@given(st.permutations(sorted(secured())), st.sampled_from([None, 1, "\t"]))
def test_neither_order_nor_whitespace_breaks_a_proof(order: list[str], indent: Any) -> None:
    whole = secured()
    written = json.dumps({name: whole[name] for name in order}, indent=indent).encode()
    assert [proof.verdict for proof in proof_set.check(strict_json.read(written), {})] == ["holds", "holds"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)
members = st.sampled_from(
    ["type", "cryptosuite", "created", "expires", "verificationMethod", "proofPurpose", "proofValue", "@context", "id"]
)


@given(st.dictionaries(members, anything), st.integers(0, 1))
def test_whatever_a_stranger_puts_into_a_proof_is_answered_and_does_not_hold(more: Json, number: int) -> None:
    whole = only(secured(), number)
    credential = {**whole, "proof": {**whole["proof"], **more}}
    (checked,) = proof_set.check(credential, known())
    assert checked.verdict != "holds" or credential == whole


@given(st.sampled_from(sorted(badge())), anything, st.integers(0, 1))
def test_whatever_a_stranger_puts_into_a_credential_is_answered_and_does_not_hold(
    name: str, value: Any, number: int
) -> None:
    whole = only(secured(), number)
    (checked,) = proof_set.check({**whole, name: value}, known())
    assert checked.verdict != "holds" or value == whole[name]
