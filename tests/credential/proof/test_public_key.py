"""Public keys of controller documents."""

from typing import Any

import pytest
from joserfc.jwk import ECKey, RSAKey

from humanely.credential.proof import public_key
from humanely.credential.proof.public_key import PublicKey
from tests.credential.proof.making import KEY, jwk_of

EC = ECKey.generate_key("P-256")
RSA = RSAKey.generate_key(2048)


def test_keys_of_other_kinds_are_kept_for_reading_jwts() -> None:
    assert public_key.of_jwk(EC.as_dict(private=False)) == PublicKey("P-256", EC.as_der(private=False))
    assert public_key.of_jwk(RSA.as_dict(private=False)) == PublicKey("RSA", RSA.as_der(private=False))
    assert public_key.of_jwk(jwk_of(KEY)) == PublicKey("Ed25519", KEY.public)


@pytest.mark.parametrize(
    "jwk",
    [
        None,
        "key",
        {},
        {"kty": "oct", "k": "c2VjcmV0"},
        {"kty": "oct"},
        {**jwk_of(KEY), "crv": "X25519"},
        {**jwk_of(KEY), "x": 5},
        {**jwk_of(KEY), "x": "AA"},
        {**jwk_of(KEY), "x": "!" * 43},
        {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "EC"},
        {"kty": "EC", "crv": 5, "x": [], "y": {}},
        ECKey.generate_key("P-384").as_dict(private=False),
        {"kty": "RSA", "e": "AQAB"},
        {"kty": "RSA", "e": "AQAB", "n": ["A"]},
        {"kty": "RSA", "e": "AQAB", "n": "_" * 171},
        {"kty": "RSA", "e": "AQAB", "n": "A" * 171 + "_" * 171},
        {"kty": "RSA", "e": "AA", "n": "_" * 342},
        EC.as_dict(private=True),
        RSA.as_dict(private=True),
    ],
)
def test_a_key_that_is_not_safe_to_use_is_none(jwk: Any) -> None:
    assert public_key.of_jwk(jwk) is None


def test_a_method_without_its_key_has_none() -> None:
    assert public_key.of_method({"type": "Multikey"}) is None
    assert public_key.of_method({"type": "JsonWebKey"}) is None
    assert public_key.of_method({"type": ["Multikey"], "publicKeyMultibase": "z6Mk"}) is None
