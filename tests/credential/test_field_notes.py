"""Where the best systems fail, line by line: each is a behaviour held here, on what this server issues and verifies.

What is held elsewhere, too: canonical statements in tests/credential/linked, proofs in tests/credential/proof, status
lists in tests/credential/verify/test_status_list.py, appeals in tests/pipeline/credentials/test_appeals.py.
"""

import json
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.credential.linked.contexts import choices
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.proof import multikey, suite
from humanely.credential.proof.controller import ASSERTION
from humanely.credential.verify import status_list
from humanely.credential.verify.known import Absent
from humanely.credential.verify.outcome import Outcome
from humanely.credential.verify.told import told
from humanely.credential.verify.verification import verify_file
from humanely.pipeline.credentials import appeals, statuses
from humanely.pipeline.credentials.appeals import Grounds
from humanely.store.data_folder import open_data
from tests.apps.recorded import NOON
from tests.credential.proof.making import KEY, VC2, WEB, WEB_KEY, badge, secured
from tests.credential.verify.making import MUSEUM, NOW, PLACE, known, listed, signed
from tests.pipeline.credentials.conftest import School, by

KNOWN = known()
CUT_OFF = msgspec.structs.replace(
    KNOWN,
    controllers=dict.fromkeys(KNOWN.controllers, Absent("unreachable")),
    status_lists=dict.fromkeys(KNOWN.status_lists, Absent("unreachable")),
)
MANY_CONTENTS = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
"""An address under which more than one content was published."""
AT_MOST_S = 0.5


def outcome_of(shown: Any, knowing: Any = KNOWN) -> Outcome:
    return verify_file(shown if isinstance(shown, bytes) else json.dumps(shown).encode(), knowing, NOW)


def exhibit(name: str) -> Outcome:
    return outcome_of((MUSEUM / name).read_bytes())


def test_1_whom_to_ask_what_counts_as_evidence_and_by_when_are_data_and_an_appeal_ends_with_a_name(
    tmp_path: Path,
) -> None:
    check = exhibit("revoked-under-appeal.json").deciding
    assert check.contact is not None
    assert (check.contact.email, check.evidence) == ("registry@school.example", ("issuer_records",))
    assert check.until is not None
    with closing(open_data(tmp_path / "data")) as data:
        school = School(data)
        held = school.collected()
        statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
        receipt = appeals.file(school.desk, school.ticket(held), Grounds(statement="I was there."), [], NOON)
        appeals.propose(school.desk, by("mo"), held.id, "overturned", "The list of that day says so.")
        ended = appeals.decide(school.desk, by("noor"), held.id, "Noor Haddad").appeal
    assert receipt.due > NOON
    assert ended is not None
    assert (ended.decision, ended.name, ended.in_time) == ("overturned", "Noor Haddad", True)


def test_2_cut_off_from_the_network_a_sound_credential_is_not_told_as_a_forged_one() -> None:
    sound, forged = secured(WEB, WEB_KEY), {**signed(), "name": "Surgery"}
    away = outcome_of(sound, CUT_OFF)
    assert (outcome_of(sound).verdict, away.verdict, outcome_of(forged).verdict) == ("valid", "cannot_tell", "invalid")
    said, of_forged = told(away, "en"), told(outcome_of(forged), "en")
    assert said.headline != of_forged.headline
    assert not set(said.sentences) & set(of_forged.sentences)
    assert "That says nothing about the credential." in " ".join(said.sentences)


@pytest.mark.parametrize("name", ["revoked.json", "one-proof-swapped.json"])
def test_3_what_is_revoked_or_has_one_proof_that_fails_is_never_good(name: str) -> None:
    assert exhibit(name).verdict in {"revoked", "invalid"}


@pytest.mark.parametrize("name", ["honours-added.json", "undefined-term.json"])
def test_4_a_word_that_is_added_is_not_passed_over(name: str) -> None:
    assert exhibit(name).verdict != "valid"
    assert exhibit(name).check("signature").cause in {"signature-does-not-match", "words-not-covered"}


def test_5_a_poison_graph_is_answered_at_once() -> None:
    begun = time.perf_counter()
    outcome = exhibit("poison-graph.json")
    assert time.perf_counter() - begun < AT_MOST_S
    assert (outcome.verdict, outcome.check("signature").cause) == ("cannot_tell", "too-tangled")


def test_6_what_was_signed_with_another_content_of_the_same_vocabulary_is_good_and_with_a_newer_one_not_invalid() -> (
    None
):
    assert outcome_of(_over_another_content()).check("signature").cause == "signature-holds"
    newer = exhibit("unknown-context.json")
    assert (newer.verdict, newer.check("signature").cause) == ("cannot_tell", "vocabulary-unknown")
    assert "newer than this verifier" in " ".join(told(newer, "en").sentences)


def test_7_a_status_list_has_a_bit_for_each_and_one_of_bytes_is_told_as_such() -> None:
    bits = status_list.bits_of([PLACE])
    assert (len(bits) * 8, bits[PLACE // 8], sum(bits)) == (status_list.ENTRIES, 0x80 >> PLACE % 8, 0x80 >> PLACE % 8)
    assert exhibit("list-one-byte-each.json").check("status").cause == "list-bytewise"
    assert outcome_of(listed("revoked")).verdict == "revoked"
    assert outcome_of(listed("neighbours")).verdict == "valid"


def _over_another_content() -> dict[str, Any]:
    """A badge with one proof over its statements, signed when that address had another content than today."""
    plain = {**badge(), "@context": [VC2, MANY_CONTENTS]}
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-11-22T12:00:00Z",
        "verificationMethod": KEY.method,
        "proofPurpose": ASSERTION,
    }
    unsecured = suite.Unsecured(plain)
    with pytest.raises(NotCanonical):
        unsecured.over_statements(options)
    value = KEY.sign(unsecured.over_statements(options, next(iter(choices(plain)))))
    return {**plain, "proof": {**options, "proofValue": "z" + multikey.encode_base58(value)}}
