"""Credentials as JWTs: both forms, and the header that never decides whose key counts."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey, RSAKey

from humanely.credential.proof.controller import Controller, of_document
from humanely.credential.proof.jwt import check_jwt, needed_jwt, secure_jwt
from humanely.credential.proof.proof_set import NotSecurable
from humanely.credential.proof.strict_json import CredentialUnreadable, Json
from tests.credential.proof.making import (
    KEY,
    OTHER_KEY,
    WEB,
    WEB_KEY,
    badge,
    jwk_of,
    jwt_of,
    known,
    private_jwk_of,
    secured,
)

SAMPLE = (
    Path(__file__).parents[4] / "shared" / "data" / "credentials" / "1edtech-public-validator" / "ob30" / "simple.jwt"
)
HTTPS = "https://issuer.example/profile"
EC = ECKey.generate_key("P-256")
RSA = RSAKey.generate_key(2048)


def verdict(text: str, controllers: Any = None) -> str:
    return check_jwt(text, controllers or known()).proof.verdict


def keys_of(*jwks: Json, **more: Any) -> dict[str, Controller]:
    methods = [
        {"id": f"#{number}", "type": "JsonWebKey", "controller": HTTPS, "publicKeyJwk": jwk, **more}
        for number, jwk in enumerate(jwks)
    ]
    return {HTTPS: of_document({"id": HTTPS, "assertionMethod": methods}, HTTPS)}


def test_what_is_issued_is_read_again_as_it_was() -> None:
    checked = check_jwt(secure_jwt(badge(), KEY), {})
    assert checked.credential == badge()
    assert (checked.proof.suite, checked.proof.method, checked.proof.verdict) == ("EdDSA", KEY.method, "holds")
    assert checked.proof.created == dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def test_an_issuer_on_the_web_is_asked_for_their_document() -> None:
    text = secure_jwt(badge(WEB), WEB_KEY)
    assert (needed_jwt(text), needed_jwt(secure_jwt(badge(), KEY))) == ((WEB,), ())
    assert verdict(text) == "holds"
    assert check_jwt(text, {}).proof.verdict == "key_unknown"


def test_a_credential_without_id_date_or_one_subject_can_be_issued() -> None:
    bare = {name: value for name, value in badge().items() if name not in {"id", "validFrom"}}
    bare["credentialSubject"] = [bare["credentialSubject"]]
    checked = check_jwt(secure_jwt(bare, KEY), {})
    assert (checked.credential, checked.proof.verdict, checked.proof.created) == (bare, "holds", None)


@pytest.mark.parametrize(
    ("credential", "fault"),
    [
        (badge(OTHER_KEY.controller), "not the one whose key"),
        (secured(), "a proof already"),
        (badge(iss="me"), "name of a claim"),
        (badge(points=2**60), "no canonical form"),
    ],
)
def test_what_cannot_rightly_be_signed_is_not(credential: Json, fault: str) -> None:
    with pytest.raises(NotSecurable, match=fault):
        secure_jwt(credential, KEY)


def test_the_older_form_is_read_and_what_it_leaves_to_the_claims_is_put_back() -> None:
    inner = {"@context": [], "type": ["VerifiableCredential"], "credentialSubject": {"id": "urn:x:me"}}
    claims = {
        "iss": KEY.controller, "jti": "urn:x:1", "sub": "urn:x:me", "nbf": 1795305600, "iat": 1795305601,
        "exp": 1795392000, "vc": inner,
    }  # fmt: skip
    checked = check_jwt(jwt_of(claims, typ="JWT"), {})
    assert checked.proof.verdict == "holds"
    assert checked.proof.created == dt.datetime(2026, 11, 22, 0, 0, 1, tzinfo=dt.UTC)
    assert checked.proof.expires == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    assert checked.credential == {
        **inner,
        "id": "urn:x:1",
        "issuer": KEY.controller,
        "issuanceDate": "2026-11-22T00:00:00Z",
        "expirationDate": "2026-11-23T00:00:00Z",
    }


def test_what_the_credential_says_itself_is_kept_as_it_says_it() -> None:
    claims = {"iss": KEY.controller, "nbf": 0.5, "exp": 1801440000, "vc": badge(validUntil="2027-01-01T00:00:00Z")}
    assert check_jwt(jwt_of(claims), {}).credential == badge(validUntil="2027-01-01T00:00:00Z")


@pytest.mark.parametrize("form", [lambda one: {"vc": one}, lambda one: one])
def test_no_end_or_beginning_of_the_claims_is_passed_over(form: Any) -> None:
    dates = {"nbf": 1795305600, "exp": 1795392000}
    claims = {**form(badge(validFrom="2026-01-01T00:00:00Z", validUntil="2027-01-01T00:00:00Z")), **dates}
    read = check_jwt(jwt_of({**claims, "iss": KEY.controller}), {}).credential
    assert (read["issuanceDate"], read["expirationDate"]) == ("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z")


@pytest.mark.parametrize("seconds", [True, "1795305600", 1e300, []])
def test_an_end_that_cannot_be_read_is_not_passed_over(seconds: Any) -> None:
    read = check_jwt(jwt_of({**badge(), "iss": KEY.controller, "exp": seconds}), {}).credential
    assert read["expirationDate"] == seconds


@pytest.mark.parametrize("name", ["credentialStatus", "validUntil", "credentialSubject"])
def test_beside_the_credential_nothing_else_is_said_of_it(name: str) -> None:
    said = badge(validUntil="2027-01-01T00:00:00Z", credentialStatus={"id": "urn:x:1"})
    assert verdict(jwt_of({"iss": KEY.controller, "vc": said, name: said[name]})) == "holds"
    assert verdict(jwt_of({"iss": KEY.controller, "vc": said, name: "2026-01-01T00:00:00Z"})) == "malformed"


@pytest.mark.parametrize("seconds", [True, "1795305600", 1e300, None, []])
def test_a_date_that_is_none_is_not_told(seconds: Any) -> None:
    claims = {**badge(), "iss": KEY.controller, "iat": seconds}
    assert check_jwt(jwt_of(claims), {}).proof.created is None


@pytest.mark.parametrize(("alg", "key"), [("ES256", EC), ("RS256", RSA), ("Ed25519", private_jwk_of(KEY))])
def test_a_key_of_each_kind_speaks_for_the_issuer_whose_document_lists_it(alg: str, key: Any) -> None:
    text = jwt_of(badge(HTTPS), key, alg=alg, kid=None, jwk=key.as_dict(private=False))
    assert verdict(text, keys_of(key.as_dict(private=False))) == "holds"
    assert verdict(text, keys_of(key.as_dict(private=False), jwk_of(OTHER_KEY))) == "holds"
    assert verdict(text, keys_of(jwk_of(OTHER_KEY))) == "wrong_controller"
    assert check_jwt(text, {}).proof.verdict == "key_unknown"


def test_a_changed_signature_of_another_kind_does_not_match() -> None:
    text = jwt_of(badge(HTTPS), RSA, alg="RS256", kid="#0")
    other = jwt_of(badge(HTTPS, name="Leads"), RSA, alg="RS256", kid="#0")
    mixed = ".".join([*text.split(".")[:2], other.split(".")[2]])
    assert verdict(mixed, keys_of(RSA.as_dict(private=False))) == "does_not_match"


@pytest.mark.parametrize("kid", [f"{HTTPS}#0", "#0", "0", None])
def test_a_key_is_named_in_full_or_short_or_is_the_only_one(kid: str | None) -> None:
    text = jwt_of(badge(HTTPS), kid=kid)
    assert verdict(text, keys_of(jwk_of(KEY))) == "holds"


def test_where_it_is_open_which_key_is_meant_nobody_guesses() -> None:
    text = jwt_of(badge(HTTPS), kid=None)
    assert verdict(text, keys_of(jwk_of(KEY), jwk_of(OTHER_KEY))) == "key_unknown"
    assert verdict(text, keys_of(EC.as_dict(private=False))) == "key_unknown"
    assert verdict(jwt_of(badge(HTTPS), kid="9"), keys_of(jwk_of(KEY))) == "key_unknown"


def test_a_key_brought_along_that_cannot_be_read_is_not_the_issuers() -> None:
    assert verdict(jwt_of(badge(HTTPS), jwk={"kty": "oct"}, kid=None), keys_of(jwk_of(KEY))) == "wrong_controller"


def test_a_key_that_ended_before_counts_no_more() -> None:
    claims = {**badge(HTTPS), "iat": 1795305600}
    assert verdict(jwt_of(claims, kid="#0"), keys_of(jwk_of(KEY), revoked="2026-11-21T00:00:00Z")) == "key_revoked"
    assert verdict(jwt_of(claims, kid="#0"), keys_of(jwk_of(KEY), revoked="2026-11-23T00:00:00Z")) == "holds"


def test_a_header_of_a_form_that_no_header_has_is_malformed() -> None:
    head, body, signature = jwt_of(badge(), x5t="").split(".")
    assert verdict(f"{head}.{body}.{signature}") == "holds"
    assert verdict(_with_header({"alg": "EdDSA", "kid": KEY.method, "x5c": "no list"}, body)) == "malformed"


def _with_header(header: Json, body: str) -> str:
    import base64
    import json

    head = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    signature = base64.urlsafe_b64encode(KEY.sign(f"{head}.{body}".encode())).rstrip(b"=").decode()
    return f"{head}.{body}.{signature}"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not_json"),
        ("a.b.c.d", "not_json"),
        ("!.!.!", "not_json"),
        ("é.é.é", "not_json"),
        ("W10.e30.", "not_an_object"),
        ("e30.W10.", "not_an_object"),
        ("a" * (2 << 20) + ".b.c", "too_large"),
    ],
)
def test_what_is_no_jwt_is_refused(text: str, fault: str) -> None:
    with pytest.raises(CredentialUnreadable) as caught:
        needed_jwt(text)
    assert caught.value.fault == fault


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLE.is_file(), reason="the public samples are not beside the project")
def test_the_sample_of_open_badges_is_read_and_told_as_far_as_anyone_can() -> None:
    text = SAMPLE.read_text(encoding="ascii").strip()
    checked = check_jwt(text, {})
    assert needed_jwt(text) == ("https://example.edu/issuers/565049",)
    assert (checked.proof.suite, checked.proof.verdict) == ("RS256", "key_unknown")
    assert checked.credential["name"] == "Example University Degree"
    assert checked.credential["issuanceDate"] == "2010-01-01T00:00:00Z"
