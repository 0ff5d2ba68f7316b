"""The issuer: a did:web where the address is public, and keys whose end is told apart from their loss."""

import json

import msgspec
import pytest

from humanely.credential.carrier.presented import presented
from humanely.credential.proof.controller import of_document
from humanely.credential.proof.proof_set import check, issuer_of, secure
from humanely.credential.proof.strict_json import Json
from humanely.credential.verify.outcome import Check
from humanely.credential.verify.verification import needs, verify
from humanely.pipeline.credentials import issuer, public, statuses
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import DAY, School, by
from tests.pipeline.credentials.test_issuing import verdict

DID = "did:web:care.example.org"


@pytest.mark.parametrize(
    ("address", "did"),
    [
        ("https://care.example.org", DID),
        ("https://care.example.org/school/north", f"{DID}:school:north"),
        ("http://care.example.org", ""),
        ("https://care.example.org:8443", ""),
        ("https://localhost", ""),
        ("https://192.168.0.1", ""),
    ],
)
def test_only_a_public_address_is_an_identifier(address: str, did: str) -> None:
    assert issuer.did_web(address) == did


def test_the_document_says_which_keys_are_whose(school: School) -> None:
    held = school.offered()
    credential = json.loads(held.document)
    document = issuer.document(school.desk, NOON)
    assert (document["id"], issuer_of(credential), issuer.identity(school.desk, NOON).name) == (DID, DID, "Care School")
    assert {one.verdict for one in check(credential, {DID: of_document(document, DID)})} == {"holds"}


def test_what_a_retired_key_signed_stays_good_and_another_signs(school: School) -> None:
    held = school.collected()
    (first,) = issuer.keys(school.desk)
    issuer.retire(school.desk, by("reg", NOON + DAY), first.public)
    later = school.collected()
    assert sorted(one.standing for one in issuer.keys(school.desk)) == ["active", "retired"]
    assert (verdict(school, held.document), verdict(school, later.document)) == ("valid", "valid")


def test_a_renewed_key_signs_at_once(school: School) -> None:
    school.offered()
    made = issuer.renew(school.desk, by("reg", NOON + DAY))
    assert issuer.key(school.desk, NOON + DAY).method == made.method


def test_a_forgery_by_a_stolen_key_is_not_good_whatever_date_it_bears(school: School) -> None:
    held = json.loads(school.collected().document)
    (first,) = issuer.keys(school.desk)
    stolen = issuer.key(school.desk, NOON)
    issuer.compromised(school.desk, by("reg", NOON + 2 * DAY), first.public, NOON + DAY)
    bare = {name: value for name, value in held.items() if name not in {"proof", "credentialStatus"}}
    backdated = secure({**bare, "name": "Surgery"}, stolen, NOON)
    found = [check_of_ours(school, one).cause for one in (held, backdated, secure(bare, stolen, NOON))]
    assert found == ["signature-holds", "key-compromised", "key-compromised"]
    assert verdict(school, json.dumps(held)) == "valid"


def check_of_ours(school: School, credential: Json) -> Check:
    """The check of the signature, with what the desk knows."""
    shown = presented(json.dumps(credential).encode())
    known = public.known(school.desk, needs(shown), NOON + 2 * DAY)
    return verify(shown, known, NOON + 2 * DAY).check("signature")


def test_a_compromised_key_vouches_for_nothing_any_more(school: School) -> None:
    held = school.collected()
    (first,) = issuer.keys(school.desk)
    issuer.compromised(school.desk, by("reg", NOON + DAY), first.public, NOON - DAY)
    assert verdict(school, held.document) != "valid"


def test_of_a_compromised_key_only_what_the_ledger_saw_before_is_vouched_for(school: School) -> None:
    held = json.loads(school.collected().document)
    (first,) = issuer.keys(school.desk)
    assert public.vouched(school.desk, held) is True
    issuer.compromised(school.desk, by("reg", NOON + 2 * DAY), first.public, NOON + DAY)
    forged = held | {"name": "Surgery"}
    assert (public.vouched(school.desk, held), public.vouched(school.desk, forged)) == (True, False)
    issuer.compromised(school.desk, by("reg", NOON + 2 * DAY), first.public, NOON - DAY)
    assert public.vouched(school.desk, held) is False
    assert public.vouched(school.desk, held | {"proof": []}) is None


def test_without_an_address_the_key_names_itself_and_signs_its_own_lists_for_good(school: School) -> None:
    school.desk = msgspec.structs.replace(school.desk, address="http://127.0.0.1:8000")
    held = school.collected()
    assert issuer_of(json.loads(held.document)).startswith("did:key:z6Mk")
    issuer.retire(school.desk, by("reg"), issuer.keys(school.desk)[0].public)
    newer = school.collected()
    assert (held.list, newer.list) == (1, 2)
    assert (verdict(school, held.document), verdict(school, newer.document)) == ("valid", "valid")
    statuses.revoke(school.desk, by("reg"), held.id, "holder_asked")
    assert verdict(school, held.document) == "revoked"
