import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier import svg
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.design.build import build
from humanely.credential.design.imports import MOST_CHARACTERS, Imported, NotABadge, imported
from humanely.credential.design.skills import Skill
from humanely.credential.proof.strict_json import CredentialUnreadable
from humanely.credential.wording import LOCALES, has
from tests.credential.design.authored import achievement, issuance
from tests.credential.design.test_form import anything

PUBLIC = Path(__file__).parents[4] / "shared" / "data" / "credentials" / "1edtech-public-validator" / "ob30"
public = pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public badges are not beside the project")
LEFT = (
    "achievement_elsewhere", "issuer_elsewhere", "criteria_elsewhere", "date", "identity", "evidence", "endorsements",
    "picture", "results", "proof",
)  # fmt: skip
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>'

ASSERTION: dict[str, Any] = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://old.example.org/assertions/7",
    "recipient": {"type": "email", "hashed": True, "salt": "s", "identity": "sha256$00"},
    "badge": {
        "type": "BadgeClass",
        "id": "https://old.example.org/badges/1",
        "name": "Teamwork",
        "description": "Works well with others.",
        "image": "https://old.example.org/badges/1.png",
        "criteria": {"narrative": "Be nominated by two peers."},
        "issuer": {"type": "Issuer", "id": "https://old.example.org", "name": "Old School"},
        "alignment": [{"targetName": "teamwork", "targetUrl": "http://data.europa.eu/esco/skill/S1",
                       "targetFramework": "ESCO", "targetCode": "S1"}, {"name": "older", "url": "https://x.example.org"}],
    },
    "verification": {"type": "hosted"},
    "issuedOn": "2019-05-01T10:00:00+02:00",
    "expires": "2022-05-01",
    "evidence": "https://old.example.org/evidence",
}  # fmt: skip


def of(document: dict[str, Any]) -> Imported:
    return imported(json.dumps(document).encode())


def without(*path: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(ASSERTION))
    node = document
    for name in path[:-1]:
        node = node[name]
    del node[path[-1]]
    return document


def test_a_hosted_badge_of_version_2_is_seen_as_it_says() -> None:
    assert of(ASSERTION) == Imported(
        source="open_badges_2",
        name="Teamwork",
        description="Works well with others.",
        criteria="Be nominated by two peers.",
        issuer="Old School",
        when=dt.datetime(2019, 5, 1, 8, tzinfo=dt.UTC),
        until=dt.datetime(2022, 5, 1, tzinfo=dt.UTC),
        skills=(
            Skill("teamwork", "ESCO", "S1", "http://data.europa.eu/esco/skill/S1"),
            Skill("older", url="https://x.example.org"),
        ),
        hosted_at="https://old.example.org/assertions/7",
        left=("identity", "evidence", "picture"),
    )


def test_version_1_1_said_where_it_is_hosted_in_another_place() -> None:
    hosted = {"type": "HostedBadge", "url": "https://old.example.org/a/7"}
    assert of(without("verification") | {"verify": hosted}).hosted_at == "https://old.example.org/a/7"


@pytest.mark.parametrize("how", [{"type": "signed"}, {"type": "SignedBadge"}, None, "hosted", {"type": ["signed"]}])
def test_what_is_not_hosted_cannot_be_checked_and_is_never_called_so(how: Any) -> None:
    found = of(ASSERTION | {"verification": how})
    assert found.hosted_at is None
    assert "proof" in found.left


def test_what_stands_elsewhere_is_named_and_its_address_kept() -> None:
    document = without("badge", "criteria", "narrative")
    document["badge"] |= {"criteria": "https://old.example.org/criteria", "issuer": "https://old.example.org"}
    found = of(document)
    assert (found.criteria, found.issuer) == ("https://old.example.org/criteria", "https://old.example.org")
    assert {"criteria_elsewhere", "issuer_elsewhere"} <= set(found.left)


def test_a_badge_that_is_only_an_address_says_nothing() -> None:
    found = of(ASSERTION | {"badge": "https://old.example.org/badges/1"})
    assert (found.name, found.issuer, found.skills) == ("", "", ())
    assert found.left[:3] == ("achievement_elsewhere", "issuer_elsewhere", "criteria_elsewhere")


@pytest.mark.parametrize("when", ["yesterday", "0001-01-01T00:00:00+12:00", 7, {"a": 1}])
def test_a_date_that_is_none_is_left_out(when: Any) -> None:
    found = of(ASSERTION | {"issuedOn": when})
    assert found.when is None
    assert "date" in found.left


def test_what_we_issue_is_seen_with_its_skills() -> None:
    found = of(build(achievement(), issuance()))
    assert (found.source, found.name, found.issuer) == (
        "open_badges_3", "Safe driving of forklift trucks", "Harbour Logistics School",
    )  # fmt: skip
    assert found.when == issuance().valid_from
    assert [skill.code for skill in found.skills] == ["S8", "S6"]
    assert found.left == ("identity", "evidence", "picture")
    assert found.hosted_at is None


def test_a_badge_of_version_3_says_what_stays_behind() -> None:
    credential = build(achievement(), issuance()) | {
        "endorsement": [{}],
        "proof": {},
        "issuer": "did:web:school.example",
    }
    credential["credentialSubject"] |= {"result": [{"value": "A"}]}
    found = of(credential | {"proof": [{"type": "DataIntegrityProof"}]})
    assert found.issuer == "did:web:school.example"
    assert found.left == ("issuer_elsewhere", "identity", "evidence", "endorsements", "picture", "results", "proof")


def test_a_bare_subject_of_version_3_has_the_name_of_its_credential() -> None:
    found = of({"name": "Degree", "credentialSubject": [{"type": "AchievementSubject"}], "issuanceDate": "2010-01-01"})
    assert (found.name, found.when) == ("Degree", dt.datetime(2010, 1, 1, tzinfo=dt.UTC))
    assert found.left == ("achievement_elsewhere", "issuer_elsewhere", "criteria_elsewhere")


@pytest.mark.parametrize("inside", ["vc", None])
def test_a_jwt_is_read_and_not_believed(inside: str | None) -> None:
    credential = build(achievement(), issuance())
    claims = {inside: credential} if inside else credential
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=")
    found = imported(b"eyJhbGciOiJub25lIn0." + payload + b".c2ln")
    assert found.name == "Safe driving of forklift trucks"
    assert "proof" in found.left


def test_a_jwt_whose_middle_is_no_base64_is_refused() -> None:
    with pytest.raises(CredentialUnreadable):
        imported(b"eyJhbGciOiJub25lIn0.e30aa.c2ln")


def test_a_badge_is_taken_out_of_its_picture() -> None:
    baked = svg.bake(SVG, json.dumps(build(achievement(), issuance())).encode())
    assert imported(baked).name == "Safe driving of forklift trucks"


def test_an_old_picture_that_holds_only_an_address_says_to_go_there() -> None:
    old = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">'
        b'<openbadges:assertion verify="https://old.example.org/a/7"/></svg>'
    )
    with pytest.raises(CarrierUnreadable, match="Open the address"):
        imported(old)


def test_an_old_picture_with_the_badge_in_it_is_read() -> None:
    text = json.dumps(ASSERTION).encode()
    old = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">' + (
        b'<openbadges:assertion verify=""><![CDATA[' + text + b"]]></openbadges:assertion></svg>"
    )
    assert imported(old).name == "Teamwork"


@pytest.mark.parametrize("document", [{}, {"name": "x"}, {"credentialSubject": "did:example:ada"}])
def test_other_json_is_no_badge(document: dict[str, Any]) -> None:
    with pytest.raises(NotABadge, match=r"no Open Badge of version 2\.0 or 3\.0"):
        of(document)


def test_texts_are_cut_and_cleared_of_marks_that_turn_them_around() -> None:
    document = without("badge", "description")
    document["badge"] |= {"name": "a\u202eb", "description": {"@value": "x" * 9_999, "@language": "en"}}
    found = of(document)
    assert (found.name, len(found.description)) == ("ab", MOST_CHARACTERS)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_stays_behind_is_told(locale: str) -> None:
    assert [one for one in LEFT if not has(locale, f"design-left-{one.replace('_', '-')}")] == []
    assert len(of(ASSERTION).leaves(locale)) == 3


@pytest.mark.public_data
@public
@pytest.mark.parametrize(
    ("file", "issuer"),
    [
        ("simple.json", "Example Corp"),
        ("simple-json.png", "Example Corp"),
        ("simple-json.svg", "Example Corp"),
        ("simple.jwt", "Example University"),
        ("simple-jwt.png", "Example Corp"),
        ("simple-noproof.json", "Example University"),
    ],
)
def test_the_public_badges_are_seen(file: str, issuer: str) -> None:
    found = imported((PUBLIC / file).read_bytes())
    assert (found.source, found.issuer) == ("open_badges_3", issuer)


@given(
    field=st.sampled_from(["badge", "verification", "issuedOn", "credentialSubject", "issuer", "recipient"]),
    value=anything,
)
def test_a_stranger_may_write_what_they_like(field: str, value: Any) -> None:
    assert outcome(ASSERTION | {field: value}) in {"open_badges_2", "open_badges_3", "credential_unreadable"}
    assert outcome({field: value}) in {"open_badges_2", "open_badges_3", "not_a_badge", "credential_unreadable"}


@given(field=st.sampled_from(["name", "description", "criteria", "issuer", "alignment", "image"]), value=anything)
def test_a_stranger_may_write_what_they_like_within_a_badge(field: str, value: Any) -> None:
    assert outcome(ASSERTION | {"badge": {field: value}}) in {"open_badges_2", "credential_unreadable"}


def outcome(document: dict[str, Any]) -> str:
    try:
        return of(document).source
    except (NotABadge, CredentialUnreadable) as refused:
        return refused.code
