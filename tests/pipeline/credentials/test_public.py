"""What anybody may see by a code, and what our own checks know without asking anybody."""

import pytest

from humanely.credential.verify.known import Needs
from humanely.pipeline.credentials import appeals, public, statuses
from humanely.pipeline.credentials.appeals import Grounds
from humanely.pipeline.credentials.desk import CredentialMissing
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADDRESS, School, by


def test_only_lists_of_our_own_are_known(school: School) -> None:
    held = school.collected()
    ours = f"{ADDRESS}/status/{held.list}/revocation"
    needs = Needs(
        status_lists=(
            ours,
            "https://elsewhere.example/status/1/revocation",
            f"{ADDRESS}/status/99/revocation",
            f"{ADDRESS}/status/1/message",
            f"{ADDRESS}/status/../revocation",
        )
    )
    known = public.known(school.desk, needs, NOON)
    assert set(known.status_lists) == {ours}
    assert known.issuers == {"did:web:care.example.org": "Care School"}


def test_an_appeal_that_is_under_way_is_known_and_others_are_not(school: School) -> None:
    held = school.collected()
    statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
    url = school.desk.url(held.id)
    assert public.known(school.desk, Needs(), NOON, url).appeals == {}
    appeals.file(school.desk, school.ticket(held), Grounds(statement="I was not there."), [], NOON)
    found = public.known(school.desk, Needs(), NOON, url).appeals
    assert found[url].under_way
    assert found[url].until == appeals.deadline(school.desk, NOON)
    assert public.known(school.desk, Needs(), NOON, school.desk.url("2222-2222-2222")).appeals == {}
    assert public.known(school.desk, Needs(), NOON, "https://elsewhere.example/c/1").appeals == {}


def test_a_code_of_nobody_shows_nothing(school: School) -> None:
    with pytest.raises(CredentialMissing):
        public.seen(school.desk, "2222-2222-2222", NOON)


def test_by_when_an_appeal_would_be_decided_is_said_while_there_is_one_to_file(school: School) -> None:
    held = school.collected()
    assert public.seen(school.desk, held.id, NOON).answer_by is None
    statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
    assert public.seen(school.desk, held.id, NOON).answer_by == appeals.deadline(school.desk, NOON)
    appeals.file(school.desk, school.ticket(held), Grounds(statement="I was not there."), [], NOON)
    assert public.seen(school.desk, held.id, NOON).answer_by is None
    appeals.propose(school.desk, by("ada"), held.id, "upheld", "You were seen.")
    appeals.decide(school.desk, by("carla"), held.id, "Carla")
    assert public.seen(school.desk, held.id, NOON).answer_by is None


def test_what_says_it_is_ours_is_found_and_what_another_signed_in_our_name_is_not(school: School) -> None:
    held = school.collected()
    url, issuer = school.desk.url(held.id), "did:web:care.example.org"
    found = public.seen_at(school.desk, url, issuer, NOON)
    assert found is not None
    assert found.code == held.id
    assert public.seen_at(school.desk, url, "did:web:elsewhere.example", NOON) is None
    assert public.seen_at(school.desk, school.desk.url("2222-2222-2222"), issuer, NOON) is None
    assert public.seen_at(school.desk, "https://elsewhere.example/c/1", issuer, NOON) is None
