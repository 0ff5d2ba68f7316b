"""Our own issuers, keys and credentials for tests, and the museum of bad ones made from them.

Run `python -m tests.credential.proof.making` to write the museum anew; nothing in it is random. The keys are for
tests alone.
"""

import copy
import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.jwk import OctKey, OKPKey

from humanely.credential.proof import multikey, proof_set, suite
from humanely.credential.proof.controller import Controller, of_document
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.proof.strict_json import Json

MUSEUM = Path(__file__).parent / "assets"
CREATED = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)

VC2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"

KEY = IssuerKey.of_did_key(bytes(range(32)))
"""Of an issuer who is a did:key."""
OTHER_KEY = IssuerKey.of_did_key(bytes(range(1, 33)))
"""Of somebody else."""
WEB = "did:web:issuer.example"
WEB_KEY = IssuerKey(bytes(range(2, 34)), f"{WEB}#key-1")
LOGIN_KEY = IssuerKey(bytes(range(3, 35)), f"{WEB}#login")
REVOKED_KEY = IssuerKey(bytes(range(4, 36)), f"{WEB}#revoked")
RETIRED_KEY = IssuerKey(bytes(range(5, 37)), f"{WEB}#retired")


def web_document() -> Json:
    """The document of `WEB`: keys to issue with, to sign in with, revoked before `CREATED`, and ended after it."""
    keys = {
        WEB_KEY: {},
        LOGIN_KEY: {},
        REVOKED_KEY: {"revoked": "2026-11-22T11:59:59Z"},
        RETIRED_KEY: {"expires": "2026-11-22T12:00:01Z"},
    }
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": WEB,
        "verificationMethod": [
            {
                "id": key.method,
                "type": "Multikey",
                "controller": WEB,
                "publicKeyMultibase": multikey.encode(key.public),
                **ends,
            }
            for key, ends in keys.items()
        ],
        "assertionMethod": [key.method for key in (WEB_KEY, REVOKED_KEY, RETIRED_KEY)],
        "authentication": ["#login"],
    }


def known() -> Mapping[str, Controller]:
    """What a verifier who has fetched the document of `WEB` knows."""
    return {WEB: of_document(web_document(), WEB)}


def badge(issuer: str = KEY.controller, **more: Any) -> Json:
    """An Open Badge of our own, unsigned."""
    return {
        "@context": [VC2, OPEN_BADGES],
        "id": "urn:uuid:0a5e5f9e-6f0c-4f0e-9d9a-3d0f7a5f2c11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "School of Listening"},
        "validFrom": "2026-11-22T00:00:00Z",
        "name": "Listens first",
        "credentialSubject": {
            "id": OTHER_KEY.controller,
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://issuer.example/achievements/listens-first",
                "type": ["Achievement"],
                "name": "Listens first",
                "description": "Lets people finish, and answers what they said — “not what one expected”.",
                "criteria": {"narrative": "Three conversations, each read by a mentor."},
            },
        },
        **more,
    }


def secured(issuer: str = KEY.controller, key: IssuerKey = KEY, **more: Any) -> Json:
    """The badge with its two proofs."""
    return proof_set.secure(badge(issuer, **more), key, CREATED)


def only(credential: Json, number: int) -> Json:
    """The credential with one of its proofs."""
    return {**credential, "proof": credential["proof"][number]}


def proved(credential: Json, key: IssuerKey = KEY, contexts: Any = None, **options: Any) -> Json:
    """The credential with one proof of these options, whatever they are, rightly signed."""
    said = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2026-11-22T12:00:00Z",
        "verificationMethod": key.method,
        "proofPurpose": "assertionMethod",
        "@context": contexts,
        **options,
    }
    told = {name: value for name, value in said.items() if value is not None}
    unsecured = suite.Unsecured(credential)
    over = unsecured.over_bytes if told.get("cryptosuite") == "eddsa-jcs-2022" else unsecured.over_statements
    return {**credential, "proof": {**told, "proofValue": "z" + multikey.encode_base58(key.sign(over(told)))}}


def changed(credential: Json, change: Callable[[Json], object]) -> Json:
    """The credential after something was done to it."""
    one = copy.deepcopy(credential)
    change(one)
    return one


def jwt_of(claims: Json, key: Any = None, **header: Any) -> str:
    """A JWT with whatever claims and header, rightly signed by whatever key."""
    said = {"alg": "Ed25519", "typ": "vc+jwt", "kid": KEY.method, **header}
    return jws.serialize_compact(
        {name: value for name, value in said.items() if value is not None},
        json.dumps(claims),
        key or private_jwk_of(KEY),
        registry=jws.JWSRegistry(algorithms=[header.get("alg", "Ed25519")], strict_check_header=False),
    )


def _halves(key: IssuerKey) -> dict[str, str]:
    from joserfc.util import urlsafe_b64encode

    return {"x": urlsafe_b64encode(key.public).decode(), "d": urlsafe_b64encode(key.private).decode()}


def jwk_of(key: IssuerKey) -> dict[str, str]:
    """The public half as a JSON Web Key."""
    return {"kty": "OKP", "crv": "Ed25519", "x": _halves(key)["x"]}


def private_jwk_of(key: IssuerKey) -> OKPKey:
    """Both halves, to sign with."""
    return OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", **_halves(key)})


def museum() -> dict[str, bytes]:
    """Every exhibit by its name, which is that of its fault."""
    return {**_sound(), **_changed(), **_keys(), **_forms(), **_unreadable(), **_jwts()}


def _sound() -> dict[str, bytes]:
    return {
        "sound.json": _json(secured()),
        "sound_on_the_web.json": _json(secured(WEB, WEB_KEY)),
        "sound_by_a_key_retired_later.json": _json(secured(WEB, RETIRED_KEY)),
        "sound_2020.json": _json(
            proved(
                changed(badge(), lambda one: one["@context"].append(ED25519_2020)),
                type="Ed25519Signature2020",
                cryptosuite=None,
            )
        ),
        "sound.jwt": secure_jwt(badge(), KEY).encode(),
    }


def _changed() -> dict[str, bytes]:
    another = proof_set.secure(badge(id="urn:uuid:another"), KEY, CREATED)
    whole = secured()
    return {
        "name_changed.json": _json({**whole, "name": "Speaks first"}),
        "subject_changed.json": _json(changed(whole, lambda one: one["credentialSubject"].update(id=KEY.controller))),
        "proofs_of_another_credential.json": _json({**whole, "proof": another["proof"]}),
        "one_proof_of_another_credential.json": _json({**whole, "proof": [whole["proof"][0], another["proof"][1]]}),
        "values_of_proofs_exchanged.json": _json(
            {
                **whole,
                "proof": [
                    {**whole["proof"][0], "proofValue": whole["proof"][1]["proofValue"]},
                    {**whole["proof"][1], "proofValue": whole["proof"][0]["proofValue"]},
                ],
            }
        ),
        "date_of_proof_changed.json": _json(
            changed(whole, lambda one: [proof.update(created="2026-11-21T12:00:00Z") for proof in one["proof"]])
        ),
        "term_added.json": _json({**only(whole, 1), "honours": "summa cum laude"}),
        "context_added.json": _json(changed(only(whole, 0), lambda one: one["@context"].append(ED25519_2020))),
        "context_unknown.json": _json(
            changed(only(whole, 1), lambda one: one["@context"].append("https://issuer.example/context.json"))
        ),
        "context_in_front.json": _json(changed(only(whole, 0), lambda one: one["@context"].reverse())),
        "context_of_proof_is_another_and_signed.json": _json(proved(badge(), contexts=[OPEN_BADGES])),
        "context_of_proof_is_another.json": _json(
            changed(only(whole, 1), lambda one: one["proof"].update({"@context": [VC2]}))
        ),
    }


def _keys() -> dict[str, bytes]:
    ours = badge()
    theirs = badge(WEB)
    return {
        "key_of_another.json": _json(proved(ours, OTHER_KEY)),
        "key_of_another_under_our_name.json": _json(proved(ours, OTHER_KEY, verificationMethod=KEY.method)),
        "key_in_the_proof.json": _json(
            proved(ours, OTHER_KEY, verificationMethod={"id": KEY.method, "publicKeyMultibase": "z6Mk"})
        ),
        "key_not_listed.json": _json(proved(theirs, WEB_KEY, verificationMethod=f"{WEB}#key-9")),
        "key_for_signing_in.json": _json(proved(theirs, LOGIN_KEY)),
        "key_revoked_before.json": _json(proved(theirs, REVOKED_KEY)),
        "key_revoked_and_no_date.json": _json(proved(theirs, RETIRED_KEY, created=None)),
        "issuer_nobody_can_ask.json": _json(proved(badge("urn:uuid:nobody"))),
        "issuer_not_obtained.json": _json(proved(badge("https://elsewhere.example/issuer"))),
        "issuer_missing.json": _json(proved({name: value for name, value in ours.items() if name != "issuer"})),
        "issuers_two.json": _json(proved({**ours, "issuer": [KEY.controller, OTHER_KEY.controller]})),
        "purpose_signing_in.json": _json(proved(ours, proofPurpose="authentication")),
        "purpose_missing.json": _json(proved(ours, proofPurpose=None)),
    }


def _forms() -> dict[str, bytes]:
    ours, whole = badge(), only(secured(), 0)
    return {
        "no_proof.json": _json(ours),
        "proofs_none.json": _json({**ours, "proof": []}),
        "proofs_seventeen.json": _json({**whole, "proof": [whole["proof"]] * 17}),
        "proof_is_a_text.json": _json({**ours, "proof": "trust me"}),
        "suite_unknown.json": _json(changed(whole, lambda one: one["proof"].update(cryptosuite="ecdsa-rdfc-2019"))),
        "suite_missing.json": _json(changed(whole, lambda one: one["proof"].pop("cryptosuite"))),
        "suite_2020_as_cryptosuite.json": _json(
            changed(whole, lambda one: one["proof"].update(cryptosuite="Ed25519Signature2020"))
        ),
        "chain.json": _json(proved(ours, previousProof="urn:uuid:before")),
        "value_missing.json": _json(changed(whole, lambda one: one["proof"].pop("proofValue"))),
        "value_short.json": _json(changed(whole, lambda one: one["proof"].update(proofValue="z" + "2" * 80))),
        "value_not_base58.json": _json(changed(whole, lambda one: one["proof"].update(proofValue="m" + "2" * 87))),
        "date_without_zone.json": _json(proved(ours, created="2026-11-22T12:00:00")),
        "end_without_zone.json": _json(proved(ours, expires="2026-11-22")),
    }


def _unreadable() -> dict[str, bytes]:
    text = _json(secured())
    return {
        "duplicate_key.json": text.replace(b'"name": "Listens first"', b'"name": "Leads", "name": "Listens first"', 1),
        "duplicate_key_spelled_otherwise.json": text.replace(
            b'"name": "Listens first"', b'"n\\u0061me": "Leads", "name": "Listens first"', 1
        ),
        "too_deep.json": text.replace(b'"name"', b'"a": ' + b"[" * 64 + b"]" * 64 + b', "name"', 1),
        "bad_text.json": text.replace(b"Listens first", b"\\ud800", 1),
        "bad_text_latin_1.json": text.decode().replace("Listens first", "Écoute").encode("latin-1", "replace"),
        "bad_number.json": text.replace(b'"name"', b'"a": 9007199254740993, "name"', 1),
        "not_an_object.json": b"[" + text + b"]",
        "not_json.json": text[:-2],
    }


def _jwts() -> dict[str, bytes]:
    claims = {**badge(), "iss": KEY.controller}
    secret = OctKey.import_key(KEY.public)
    other = private_jwk_of(OTHER_KEY)
    sound = secure_jwt(badge(), KEY)
    head, body, signature = sound.split(".")
    unsigned = _base64(b'{"alg":"none","typ":"JWT"}')
    doubled = _base64(b'{"alg":"none","alg":"EdDSA"}')
    texts = {
        "jwt_changed.jwt": ".".join((head, secure_jwt(badge(name="Leads"), KEY).split(".")[1], signature)),
        "jwt_unsigned.jwt": f"{unsigned}.{body}.",
        "jwt_key_taken_for_a_secret.jwt": jwt_of(claims, secret, alg="HS256"),
        "jwt_of_another_under_our_name.jwt": jwt_of(claims, other),
        "jwt_brings_its_own_key.jwt": jwt_of(claims, other, jwk=jwk_of(OTHER_KEY), kid=None),
        "jwt_names_anothers_key.jwt": jwt_of(claims, other, kid=OTHER_KEY.method),
        "jwt_of_two_issuers.jwt": jwt_of({**claims, "iss": OTHER_KEY.controller}),
        "jwt_of_no_issuer.jwt": jwt_of({"id": "urn:uuid:1"}),
        "jwt_about_two_subjects.jwt": jwt_of({**claims, "sub": KEY.controller}),
        "jwt_for_signing_in.jwt": jwt_of(claims, typ="at+jwt"),
        "jwt_critical.jwt": _critical(claims),
        "jwt_duplicate_key.jwt": f"{doubled}.{body}.{signature}",
        "jwt_two_parts.jwt": f"{head}.{body}",
        "jwt_signature_spelled_otherwise.jwt": f"{head}.{body}.{signature[:-1]}{chr(ord(signature[-1]) + 1)}",
    }
    return {name: text.encode() for name, text in texts.items()}


def _critical(claims: Json) -> str:
    head = _base64(json.dumps({"alg": "EdDSA", "kid": KEY.method, "crit": ["exp"], "exp": 1}).encode())
    body = _base64(json.dumps(claims).encode())
    return f"{head}.{body}.{_base64(KEY.sign(f'{head}.{body}'.encode()))}"


def _base64(value: bytes) -> str:
    from joserfc.util import urlsafe_b64encode

    return urlsafe_b64encode(value).decode()


def _json(credential: Json) -> bytes:
    return json.dumps(credential, ensure_ascii=False, indent=2).encode() + b"\n"


def write() -> None:
    """Put the museum on the disk, as it is made here."""
    MUSEUM.mkdir(exist_ok=True)
    for name, data in museum().items():
        (MUSEUM / name).write_bytes(data)


if __name__ == "__main__":
    write()
