"""Controllers: what a document says of keys, and what is refused because it might mean two things."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.credential.proof import multikey
from humanely.credential.proof.controller import Controller, ControllerRefused, did_web_url, of_did_key, of_document
from humanely.credential.proof.did_web import DidWebMalformed
from humanely.credential.proof.strict_json import Json
from tests.credential.proof.making import KEY, LOGIN_KEY, OTHER_KEY, WEB, WEB_KEY, jwk_of, web_document

REGISTRY = Path(__file__).parents[4] / "shared" / "data" / "credentials" / "dcc-community-registry" / "registry.json"
HTTPS = "https://issuer.example/profile"


def entry(**more: Any) -> Json:
    said = {
        "id": f"{HTTPS}#key-1",
        "type": "Multikey",
        "controller": HTTPS,
        "publicKeyMultibase": multikey.encode(KEY.public),
        **more,
    }
    return {name: value for name, value in said.items() if value is not None}


def document(*methods: Any, **more: Any) -> Json:
    return {"id": HTTPS, "verificationMethod": list(methods), "assertionMethod": [f"{HTTPS}#key-1"], **more}


def test_a_did_key_is_its_own_document() -> None:
    controller = of_did_key(KEY.controller)
    assert controller.id == KEY.controller
    assert controller.methods[0].id == KEY.method
    assert controller.methods[0].public_key == KEY.public
    assert controller.methods[0].purposes == {"assertionMethod", "authentication"}
    assert controller.methods[0].ended is None


@pytest.mark.parametrize("did", ["", "did:web:a.b", "did:key:", "did:key:z6Mk", KEY.method])
def test_what_is_no_did_key_is_refused(did: str) -> None:
    with pytest.raises(multikey.MultikeyMalformed):
        of_did_key(did)


def test_a_document_says_which_key_is_for_what() -> None:
    controller = of_document(web_document(), WEB)
    issuing, login = controller.method(WEB_KEY.method), controller.method(LOGIN_KEY.method)
    assert issuing is not None
    assert login is not None
    assert (issuing.public_key, issuing.purposes) == (WEB_KEY.public, frozenset({"assertionMethod"}))
    assert login.purposes == {"authentication"}
    assert controller.method(f"{WEB}#key-9") is None


def test_a_key_ends_at_the_first_of_its_ends() -> None:
    ends = {"revoked": "2026-11-22T12:00:00Z", "expires": "2026-11-21T12:00:00Z"}
    (method,) = of_document(document(entry(**ends)), HTTPS).methods
    assert method.ended == method.expires == dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "said",
    [
        entry(),
        entry(id="#key-1"),
        entry(type="Ed25519VerificationKey2020"),
        entry(type="JsonWebKey2020", publicKeyMultibase=None, publicKeyJwk=jwk_of(KEY)),
        entry(type="JsonWebKey", publicKeyMultibase=None, publicKeyJwk=jwk_of(KEY)),
    ],
)
def test_a_key_is_the_same_in_every_form(said: Json) -> None:
    (method,) = of_document(document(said), HTTPS).methods
    assert (method.id, method.kind, method.public_key) == (f"{HTTPS}#key-1", "Ed25519", KEY.public)
    assert method.purposes == {"assertionMethod"}


def test_a_key_may_stand_whole_where_it_is_used_and_alone_where_it_is_one() -> None:
    said = {"id": HTTPS, "assertionMethod": entry()}
    assert of_document(said, HTTPS).methods[0].purposes == {"assertionMethod"}
    assert of_document(document(verificationMethod=entry()), HTTPS).methods[0].id == f"{HTTPS}#key-1"


def test_a_document_without_keys_is_one_of_somebody_without_keys() -> None:
    assert of_document({"id": HTTPS}, HTTPS) == Controller(HTTPS, ())


@pytest.mark.parametrize(
    "said",
    [
        entry(type="X25519KeyAgreementKey2020"),
        entry(publicKeyMultibase="z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"),
        entry(publicKeyMultibase=None),
        entry(controller=None),
        entry(controller=[HTTPS]),
        entry(revoked="yesterday"),
        entry(expires=None, revoked=5),
        entry(type="JsonWebKey2020", publicKeyJwk={**jwk_of(KEY), "d": jwk_of(OTHER_KEY)["x"]}),
    ],
)
def test_a_key_that_cannot_be_used_safely_is_left_out(said: Json) -> None:
    assert of_document(document(said), HTTPS).methods == ()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (document(entry(), id="https://issuer.example/other"), "another issuer"),
        (document(entry(), id=None), "another issuer"),
        (document(entry(), entry()), "same name"),
        (document(entry(), entry(id="#key-1")), "same name"),
        (document(entry(), authentication=[entry()]), "same name"),
        (document(entry(id=None)), "no name"),
        (document(assertionMethod=[5]), "no name"),
        (document(*(entry(id=f"#{number}") for number in range(201))), "more than 200"),
    ],
)
def test_a_document_that_may_mean_two_things_is_refused(said: Json, fault: str) -> None:
    with pytest.raises(ControllerRefused, match=fault):
        of_document(said, HTTPS)


@pytest.mark.public_data
@pytest.mark.skipif(not REGISTRY.is_file(), reason="the public registry is not beside the project")
def test_every_issuer_of_a_real_registry_can_be_found() -> None:
    issuers = list(msgspec.json.decode(REGISTRY.read_bytes())["registry"])
    keys = [of_did_key(did).id for did in issuers if did.startswith("did:key:z6Mk")]
    pages = [did_web_url(did) for did in issuers if did.startswith("did:web:")]
    others = [did for did in issuers if did not in keys and not did.startswith("did:web:")]
    assert (len(keys), len(pages)) == (21, 5)
    assert [did[:12] for did in others] == ["did:key:zDna"]  # a key of P-256, which our proofs do not know
    assert all(page.startswith("https://") for page in pages)


def test_the_way_to_a_document_on_the_web_is_offered_here_too() -> None:
    with pytest.raises(DidWebMalformed):
        did_web_url("did:web:localhost")
