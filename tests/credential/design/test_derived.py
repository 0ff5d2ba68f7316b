import copy
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.build import build
from humanely.credential.design.derived import CLAIMS, Claim, NothingToDerive, derived
from humanely.credential.linked.canonical import canonical
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.proof_set import secure
from humanely.credential.wording import LOCALES, has
from tests.credential.design.authored import ISSUED, achievement, issuance
from tests.credential.design.test_build import endorsement

WHOLE = build(achievement(), issuance(endorsements=(endorsement(),)))
NEW = "urn:uuid:2a3b"
SAID: dict[Claim, str] = {
    "name": "Ada Bauer", "meaning": achievement().meaning, "story": "night shift", "evidence": "Calm, and looks twice.",
    "skills": "daily check of a forklift truck",
}  # fmt: skip


def test_the_least_says_the_achievement_its_issuer_how_long_it_holds_and_whose_it_is() -> None:
    least = derived(WHOLE, (), NEW)
    subject = least["credentialSubject"]
    assert set(least) == {
        "@context", "id", "type", "name", "issuer", "validFrom", "validUntil", "credentialSubject", "credentialStatus",
    }  # fmt: skip
    assert set(subject) == {"id", "type", "identifier", "achievement"}
    assert set(subject["achievement"]) == {"id", "type", "name", "description", "criteria", "image", "inLanguage"}


@given(keep=st.sets(st.sampled_from(CLAIMS)))
def test_each_claim_is_there_if_and_only_if_it_was_kept(keep: set[Claim]) -> None:
    smaller = derived(WHOLE, keep, NEW)
    assert {claim for claim in CLAIMS if SAID[claim] in str(smaller)} == keep
    assert canonical(smaller)


@given(keep=st.sets(st.sampled_from(CLAIMS)))
def test_revocation_and_time_reach_it_and_nothing_leads_back_to_the_whole(keep: set[Claim]) -> None:
    smaller = derived(WHOLE, keep, NEW)
    same = ("credentialStatus", "validFrom", "validUntil", "issuer", "@context")
    assert [smaller[term] for term in same] == [WHOLE[term] for term in same]
    assert WHOLE["id"] not in str(smaller)
    assert "I saw her drive." not in str(smaller)


def test_the_whole_stays_as_it_is_and_its_proof_goes_with_it() -> None:
    key = IssuerKey.of_did_key(bytes(32))
    whole = secure(WHOLE | {"issuer": {"id": key.controller, "type": ["Profile"], "name": "School"}}, key, ISSUED)
    before = copy.deepcopy(whole)
    smaller = derived(whole, CLAIMS, NEW)
    assert whole == before
    assert "proof" not in smaller
    assert secure(smaller, key, ISSUED)["proof"]


def test_a_term_that_nobody_thought_of_is_left_out() -> None:
    odd: dict[str, Any] = copy.deepcopy(WHOLE) | {"relatedResource": [{"id": WHOLE["id"]}], "termsOfUse": []}
    odd["credentialSubject"]["licenseNumber"] = "B-72"
    assert derived(odd, CLAIMS, NEW) == derived(WHOLE, CLAIMS, NEW)


@pytest.mark.parametrize("subject", [None, "did:example:ada", [{}], {}, {"achievement": "https://a.example.org"}])
def test_what_has_no_one_subject_with_one_achievement_has_nothing_smaller(subject: Any) -> None:
    with pytest.raises(NothingToDerive, match="No smaller credential can be made of this one"):
        derived({"credentialSubject": subject}, (), NEW)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_claim_has_a_name_for_people(locale: str) -> None:
    assert get_args(Claim) == CLAIMS
    assert [claim for claim in CLAIMS if not has(locale, f"design-claim-{claim}")] == []
