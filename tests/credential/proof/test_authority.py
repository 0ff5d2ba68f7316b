"""Whose key may speak for an issuer."""

import pytest

from humanely.credential.proof import authority
from humanely.credential.proof.controller import Controller, VerificationMethod
from humanely.credential.proof.verdict import Refused
from tests.credential.proof.making import KEY, OTHER_KEY, WEB

EVIL = "did:web:evil.example"


def method(url: str, controller: str, *purposes: str) -> VerificationMethod:
    return VerificationMethod(url, controller, KEY.public, frozenset(purposes or {"assertionMethod"}))


def refusal(url: str, issuer: str, *known: Controller) -> str:
    with pytest.raises(Refused) as caught:
        authority.method_of(url, issuer, {one.id: one for one in known})
    return caught.value.verdict


def test_a_key_in_the_issuers_document_speaks_for_them() -> None:
    ours = method(f"{WEB}#key-1", WEB)
    assert authority.method_of(ours.id, WEB, {WEB: Controller(WEB, (ours,))}) == ours


def test_a_key_that_lies_elsewhere_speaks_for_an_issuer_whose_document_lists_it_as_theirs() -> None:
    lent = method(KEY.method, WEB)
    assert authority.method_of(KEY.method, WEB, {WEB: Controller(WEB, (lent,))}) == lent


def test_a_document_in_which_somebody_else_claims_to_be_the_issuer_counts_for_nothing() -> None:
    claimed = Controller(EVIL, (method(f"{EVIL}#key-1", WEB),))
    assert refusal(f"{EVIL}#key-1", WEB, claimed) == "key_unknown"
    assert refusal(f"{EVIL}#key-1", WEB, claimed, Controller(WEB, ())) == "wrong_controller"


def test_a_key_that_the_issuers_document_gives_to_somebody_else_is_not_theirs() -> None:
    assert refusal(f"{WEB}#key-1", WEB, Controller(WEB, (method(f"{WEB}#key-1", EVIL),))) == "wrong_controller"


def test_a_key_for_something_else_makes_no_statements() -> None:
    login = method(f"{WEB}#key-1", WEB, "authentication")
    assert refusal(f"{WEB}#key-1", WEB, Controller(WEB, (login,))) == "wrong_purpose"


def test_without_the_document_nothing_is_known_of_a_key() -> None:
    assert refusal(f"{WEB}#key-1", WEB) == "key_unknown"
    assert refusal(KEY.method, WEB) == "key_unknown"
    assert refusal("did:ion:abc#key-1", "did:ion:abc") == "key_unknown"


def test_for_somebody_without_any_document_only_their_own_identifier_could_speak() -> None:
    assert refusal(KEY.method, "urn:uuid:nobody") == "wrong_controller"
    assert refusal("http://issuer.example#key-1", "http://issuer.example") == "key_unknown"


def test_a_did_key_speaks_for_itself_alone() -> None:
    assert authority.method_of(KEY.method, KEY.controller, {}).public_key == KEY.public
    assert refusal(OTHER_KEY.method, KEY.controller) == "wrong_controller"
    assert refusal("did:key:z6Mk#z6Mk", "did:key:z6Mk") == "key_unknown"
