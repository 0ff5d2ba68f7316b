"""Issuing: signed so that anybody can check it, looked at by two where much hangs on it, and many at once."""

import json

import pytest

from humanely.credential.carrier.presented import presented
from humanely.credential.design.achievement import AchievementFaulty
from humanely.credential.design.recipient import Recipient, RecipientUnknown
from humanely.credential.life.lifecycle import FourEyes, ReviewMissing, StepImpossible
from humanely.credential.verify.verification import needs, verify
from humanely.pipeline.companion import KeyReused
from humanely.pipeline.credentials import designs, issuing, public
from humanely.pipeline.credentials.desk import CredentialMissing
from humanely.pipeline.credentials.issuing import AchievementRetired, Wanted
from humanely.store.achievements import AchievementMissing
from humanely.trust.keys import KeyDestroyed
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADA, ADDRESS, FIRST_AID, School, by


def people(count: int) -> list[Wanted]:
    return [Wanted(recipient=Recipient(email=f"p{number}@example.org", name=f"P {number}")) for number in range(count)]


def verdict(school: School, document: str) -> str:
    """What our own verifier says, with nothing fetched."""
    shown = presented(document.encode())
    known = public.known(school.desk, needs(shown), NOON, json.loads(document)["id"])
    return verify(shown, known, NOON).verdict


def test_what_is_issued_verifies_without_a_network(school: School) -> None:
    found = school.offered()
    assert found.life is not None
    assert (found.life.state, found.life.issuer) == ("offered", "reg")
    assert json.loads(found.document)["id"] == f"{ADDRESS}/c/{found.id}"
    assert verdict(school, found.document) == "valid"
    assert verdict(school, found.document.replace("First aid", "Surgery")) == "invalid"


def test_no_address_of_anybody_stands_in_it(school: School) -> None:
    assert "ada@example.org" not in school.offered().document


def test_where_a_licence_hangs_on_it_two_people_look(school: School) -> None:
    begun = issuing.prepare(school.desk, by("reg"), "fork-lift", ADA)
    assert begun.life is not None
    assert begun.life.state == "awaiting_review"
    with pytest.raises(FourEyes):
        issuing.issue(school.desk, by("reg"), begun.id)
    issued = issuing.issue(school.desk, by("two"), begun.id)
    assert issued.life is not None
    assert (issued.life.preparer, issued.life.issuer, issued.life.state) == ("reg", "two", "offered")


def test_sent_back_it_is_not_issued_before_it_is_looked_at_again(school: School) -> None:
    begun = issuing.prepare(school.desk, by("reg"), "fork-lift", ADA)
    issuing.send_back(school.desk, by("two"), begun.id, "The test is missing.")
    with pytest.raises(ReviewMissing):
        issuing.issue(school.desk, by("two"), begun.id)
    again = issuing.submit(school.desk, by("reg"), begun.id)
    assert again.life is not None
    assert again.life.state == "awaiting_review"


def test_it_is_offered_once(school: School) -> None:
    found = school.offered()
    with pytest.raises(StepImpossible):
        issuing.issue(school.desk, by("reg"), found.id)


def test_the_same_request_prepares_one(school: School) -> None:
    first = issuing.prepare(school.desk, by("reg", key="k"), "first-aid", ADA)
    again = issuing.prepare(school.desk, by("reg", key="k"), "first-aid", ADA)
    assert (again.id, len(school.desk.ledger.credentials.find())) == (first.id, 1)
    other = by("reg", key="k")
    with pytest.raises(KeyReused):
        issuing.prepare(school.desk, other.__class__("", NOON, "k", b"y" * 32, "reg"), "first-aid", ADA)


def test_a_class_is_issued_in_rounds_and_each_has_a_bit_of_its_own(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing, "ROUND", 4)
    came = issuing.issue_batch(school.desk, by("reg"), "first-aid", people(10))
    rows = school.desk.ledger.credentials.find(batch=came.id)
    assert (len(came.issued), came.waiting, came.refused) == (10, (), ())
    assert len({(row.list, row.position) for row in rows}) == len({row.id for row in rows}) == 10
    assert verdict(school, school.desk.at(came.issued[9]).document) == "valid"


def test_one_who_cannot_be_given_any_keeps_nobody_else_from_theirs(school: School) -> None:
    school.data.eraser.erase("p1@example.org", NOON)
    nobody = Wanted(recipient=Recipient(name="Nobody"))
    came = issuing.issue_batch(school.desk, by("reg"), "first-aid", [*people(3), nobody])
    assert len(came.issued) == 2
    assert [(one.number, type(one.error)) for one in came.refused] == [(1, KeyDestroyed), (3, RecipientUnknown)]


def test_a_class_that_has_to_be_looked_at_is_approved_by_another(school: School) -> None:
    came = issuing.issue_batch(school.desk, by("reg"), "fork-lift", people(3))
    assert (came.issued, len(came.waiting)) == ((), 3)
    own = issuing.approve_batch(school.desk, by("reg"), came.id)
    assert {type(one.error) for one in own.refused} == {FourEyes}
    assert set(issuing.approve_batch(school.desk, by("two"), came.id).issued) == set(came.waiting)


def test_a_preview_tells_who_has_it_already(school: School) -> None:
    school.offered()
    seen = issuing.preview(school.desk, "first-aid", b"Name,Email\nAda,Ada@example.org\nBo,bo@example.org\n")
    assert [row.recipient.email for row in seen.rows] == ["bo@example.org"]
    assert [fault.code for fault in seen.bad[0].faults] == ["has_it"]
    assert len(school.desk.ledger.credentials.find()) == 1


def test_what_is_retired_is_not_issued(school: School) -> None:
    designs.retire(school.desk, by("reg"), "first-aid")
    with pytest.raises(AchievementRetired):
        issuing.prepare(school.desk, by("reg"), "first-aid", ADA)
    with pytest.raises(AchievementMissing):
        issuing.prepare(school.desk, by("reg"), "no-such", ADA)


def test_an_achievement_is_read_with_all_its_faults(school: School) -> None:
    with pytest.raises(AchievementFaulty):
        designs.save(school.desk, by("reg"), FIRST_AID | {"alternative_text": ""})
    assert [one.achievement.id for one in designs.every(school.desk)] == ["first-aid", "fork-lift"]
    assert designs.one(school.desk, "first-aid").version == 1


def test_a_code_that_nobody_has_is_missed(school: School) -> None:
    with pytest.raises(CredentialMissing):
        school.desk.at("2222-2222-2222")
