"""What is needed, what is known, and what comes of it: the seven checks on public and on our own credentials."""

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humanely.credential.carrier.presented import Presented, presented
from humanely.credential.carrier.stapled import Record, Stapled, staple
from humanely.credential.proof import multikey
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.verify.known import Absent, Appeal, Known, Needs, Obtained
from humanely.credential.verify.outcome import Contact, Outcome, Statement
from humanely.credential.verify.packaged import trusted
from humanely.credential.verify.report import report
from humanely.credential.verify.told import told
from humanely.credential.verify.verification import needs, verify, verify_file
from humanely.credential.verify.witness import content
from tests.credential.proof.making import CREATED, KEY, OTHER_KEY, WEB, WEB_KEY, badge, proved, secured, web_document
from tests.credential.verify.making import FETCHED, LISTS, MUSEUM, NOW, known, listed, lists, ours, signed

PUBLIC = Path(__file__).parents[4] / "shared" / "data" / "credentials"
IN_TIME_S = 0.05
KNOWN = known()


def shown(document: Any) -> Presented:
    return presented(json.dumps(document).encode())


def outcome_of(document: Any, knowing: Known | None = None) -> Outcome:
    return verify(shown(document), knowing or KNOWN, NOW)


def fetched_for(one: Presented) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wanted = needs(one)
    return wanted.controllers, wanted.status_lists


def test_what_would_have_to_be_fetched_is_named_once() -> None:
    credential = secured(
        WEB,
        WEB_KEY,
        credentialStatus=[{"type": "BitstringStatusListEntry", "statusListCredential": LISTS + "good"}] * 2,
    )
    assert fetched_for(shown(credential)) == ((WEB,), (LISTS + "good",))
    assert fetched_for(shown(signed())) == ((), ())
    endorsed = presented((MUSEUM / "endorsement-withdrawn.json").read_bytes())
    assert fetched_for(endorsed) == ((), (LISTS + "of-a-peer",))
    assert fetched_for(presented((MUSEUM / "sound.jwt").read_bytes())) == ((), ())
    assert fetched_for(shown({"id": 1})) == ((), ())
    assert needs(Presented("json", document=b"{")) == Needs()


def test_a_jwt_says_the_same_as_the_credential_in_it() -> None:
    whole, compact = needs(shown(signed())), needs(presented((MUSEUM / "sound.jwt").read_bytes()))
    assert (whole.id, whole.content) == (compact.id, compact.content) == (signed()["id"], content(signed()))


@pytest.mark.parametrize(
    ("why", "cause"),
    [
        ("unreachable", "key-unreachable"),
        ("refused", "key-refused"),
        ("bad", "key-document-bad"),
        ("not_asked", "key-not-asked"),
    ],
)
def test_a_key_that_could_not_be_had_proves_nothing(why: Any, cause: str) -> None:
    again = NOW + dt.timedelta(minutes=15)
    absent = Absent(why, at=NOW, next_try=again, last_good=CREATED)
    check = outcome_of(secured(WEB, WEB_KEY), Known(controllers={WEB: absent})).deciding
    assert (check.cause, check.answer, check.until, check.last_good) == (cause, "not_known", again, CREATED)


@pytest.mark.parametrize("document", [b"<html>", b"{}", b'{"id": "did:web:elsewhere.example"}'])
def test_a_key_document_that_is_none_proves_nothing(document: bytes) -> None:
    outcome = outcome_of(secured(WEB, WEB_KEY), Known(controllers={WEB: Obtained(document, FETCHED)}))
    assert (outcome.verdict, outcome.check("signature").answer) == ("cannot_tell", "not_known")


def test_an_issuer_is_known_by_the_verifiers_own_records_only() -> None:
    named = {check.cause for check in outcome_of(signed(), Known()).checks}
    assert "issuer-not-listed" in named
    check = outcome_of(signed(), Known(issuers={KEY.controller: "Example College"})).check("issuer")
    assert (check.answer, check.values["issuer"]) == ("yes", "Example College")


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\u00ad"])
@pytest.mark.parametrize("issuer", [KEY.controller, WEB])
def test_nobody_is_taken_for_an_issuer_whose_id_looks_the_same(issuer: str, unseen: str) -> None:
    key = IssuerKey(bytes(range(9, 41)), f"{issuer}{unseen}#key-1")
    public = {"type": "Multikey", "controller": key.controller, "publicKeyMultibase": multikey.encode(key.public)}
    document = {"id": key.controller, "assertionMethod": [{"id": key.method, **public}]}
    held = {key.controller: Obtained(json.dumps(document).encode(), FETCHED)}
    outcome = outcome_of(secured(key.controller, key), msgspec.structs.replace(known(), controllers=held))
    assert (outcome.verdict, outcome.check("issuer").cause) == ("valid", "issuer-not-listed")


def test_a_key_is_never_said_to_be_that_of_a_name_somebody_gave_themselves() -> None:
    whole = badge(OTHER_KEY.controller)
    whole["issuer"] = {"id": OTHER_KEY.controller, "type": ["Profile"], "name": "School of Listening"}
    said = told(outcome_of(proved(whole, OTHER_KEY)), "en")
    assert said.still[0].startswith(f"The words were signed with the key of {OTHER_KEY.controller}")


def test_the_holder_of_a_revoked_credential_is_told_whom_to_ask_and_until_when() -> None:
    until = NOW + dt.timedelta(days=20)
    open_appeal = Appeal(under_way=False, until=until, url="https://school.example/appeal")
    credential = listed("revoked")
    knowing = msgspec.structs.replace(KNOWN, appeals={credential["id"]: open_appeal})
    check = outcome_of(credential, knowing).deciding
    assert (check.cause, check.turn, check.until) == ("revoked", "holder", until)
    assert check.contact == Contact(
        "School of Listening", "registry@school.example", "https://school.example", source="signed"
    )
    said = told(outcome_of(credential, knowing), "en")
    assert said.how_long == (
        "An appeal can be filed until December 13, 2026.",
        "The appeal is handled at https://school.example/appeal.",
    )


def test_an_issuers_own_word_of_an_appeal_counts() -> None:
    places = [
        {**listed("revoked")["credentialStatus"]},
        {
            **listed("messages", "message")["credentialStatus"],
            "statusMessage": [{"status": "0x1", "message": "appeal_under_way"}],
        },
    ]
    outcome = outcome_of(signed(credentialStatus=places))
    assert (outcome.verdict, outcome.deciding.cause) == ("revoked", "revoked-under-appeal")
    assert outcome.deciding.turn == "issuer"


def test_a_contact_of_an_unproven_file_is_told_with_care() -> None:
    credential = {**signed(), "name": "Leads"}
    outcome = outcome_of(credential)
    assert outcome.deciding.contact is not None
    assert outcome.deciding.contact.source == "unproven"
    assert "We could not confirm that" in told(outcome, "en").contact
    ours = Contact("School of Listening", phone="+49 30 1234567", source="record")
    told_of = outcome_of(credential, Known(contacts={KEY.controller: ours})).deciding.contact
    assert told_of == ours


def test_what_a_picture_shows_is_said_not_to_be_covered() -> None:
    outcome = verify_file((MUSEUM / "baked.png").read_bytes(), KNOWN, NOW)
    assert Statement("inside-only") in outcome.statements
    assert Statement("inside-only") not in outcome_of(signed()).statements


def packed() -> bytes:
    credential = secured(
        WEB, WEB_KEY, credentialStatus={"type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                                        "statusListIndex": "7", "statusListCredential": LISTS + "gone"}
    )  # fmt: skip
    return staple(
        Stapled(
            credential=json.dumps(credential).encode(),
            locale="en",
            stapled_at=CREATED,
            keys=(Record(WEB, CREATED, web_document()),),
        )
    )


def test_the_keys_in_a_package_speak_only_for_whoever_trusts_it() -> None:
    package = presented(packed())
    alone = verify(package, Known(), NOW)
    assert (alone.verdict, alone.deciding.cause) == ("cannot_tell", "key-not-asked")
    assert Statement("package-key", {"date": CREATED}) in alone.statements
    assert package.extra is not None
    on_trust = verify(package, trusted(Known(), package.extra), NOW)
    assert (on_trust.check("signature").answer, on_trust.deciding.cause) == ("yes", "list-not-asked")


def test_a_list_in_a_package_counts_from_the_date_under_its_signature() -> None:
    credential, listing = listed("good"), lists()["good"]
    package = staple(
        Stapled(
            credential=json.dumps(credential).encode(),
            locale="en",
            stapled_at=NOW,
            status_lists=(Record(LISTS + "good", NOW, listing),),
        )
    )
    fresh = verify_file(package, Known(), CREATED + dt.timedelta(hours=2))
    later = verify_file(package, Known(), NOW + dt.timedelta(days=2))
    assert fresh.verdict == "valid"
    assert (later.deciding.cause, later.deciding.last_good) == ("list-copy-old", CREATED)
    assert Statement("in-force-on", {"date": CREATED}) in later.statements


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_the_calendar_are_dates_like_others(year: str) -> None:
    outcome = outcome_of(signed(validFrom=year, validUntil=year))
    assert outcome.verdict in ("expired", "not_yet_valid")
    assert told(outcome, "fr").headline


NAMES = ["id", "type", "issuer", "achievement", "statusListIndex", "statusListCredential", "@value", "endorsement"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=12,
)
PLACES = [*ours(), "credentialStatus", "endorsement", "refreshService", "validUntil", "issuanceDate"]


@example(name="credentialStatus", value={"type": []})
@given(name=st.sampled_from(PLACES), value=anything)
def test_whatever_an_issuer_signs_has_an_outcome_in_words(name: str, value: Any) -> None:
    outcome = outcome_of(proved({**ours(), name: value}), KNOWN)
    assert len(outcome.checks) == 7
    assert told(outcome, "en").headline
    assert report(outcome, "es")["verdict"] == outcome.verdict


def test_a_full_answer_in_words_is_there_at_once() -> None:
    data = (MUSEUM / "endorsement-withdrawn.json").read_bytes()
    told(verify_file(data, KNOWN, NOW), "de")
    began = time.thread_time()
    told(verify_file(data, KNOWN, NOW), "de")
    assert time.thread_time() - began < IN_TIME_S


@pytest.mark.public_data
@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public credentials are not beside the project")
@pytest.mark.parametrize(
    ("file", "verdict", "cause"),
    [
        ("dcc-verifier-core/v2_v2NoStatus.json", "valid", "signature-holds"),
        ("dcc-verifier-core/v2_v2OBv3SpecExample.json", "valid", "signature-holds"),
        ("dcc-verifier-core/v2_v2Expired.json", "expired", "expired"),
        ("1edtech-public-validator/ob30/simple.json", "cannot_tell", "key-not-asked"),
        ("1edtech-public-validator/ob30/simple-json.svg", "cannot_tell", "key-not-asked"),
        ("1edtech-public-validator/ob30/simple-json.png", "cannot_tell", "key-not-asked"),
        ("1edtech-public-validator/ob30/simple-jwt.png", "cannot_tell", "key-not-asked"),
        ("1edtech-public-validator/ob30/simple-noproof.json", "cannot_tell", "signature-missing"),
        ("1edtech-public-validator/ob30/simple-did-key-method.json", "cannot_tell", "key-kind-unknown"),
    ],
)
def test_public_credentials_are_told_for_what_they_are(file: str, verdict: str, cause: str) -> None:
    outcome = verify_file((PUBLIC / file).read_bytes(), Known(), NOW)
    assert (outcome.verdict, outcome.deciding.cause) == (verdict, cause)
