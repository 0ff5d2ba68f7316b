"""Endorsements: read before anybody else reads them, tied to the very words, and taken back at will."""

import json

import msgspec
import pytest

from humanely.credential.life import endorsement
from humanely.credential.life.endorsement import EndorsementStepImpossible
from humanely.credential.life.party import CLOCK, ENDORSER, HOLDER, By
from humanely.credential.verify.endorsements import digest
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import endorsing, holder, public
from humanely.pipeline.credentials.endorsing import EndorsementUnfit, Invited
from humanely.store.credential import Credential, endorsement_step_of
from humanely.store.credential_records import EndorsementRecord
from humanely.trust.ticket import TicketRefused
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import DAY, School, by
from tests.pipeline.credentials.test_issuing import verdict

KIND = "Ada stayed with the patient until help came, and kept everybody calm."


def invited(school: School) -> tuple[Credential, Invited]:
    held = school.collected()
    return held, endorsing.ask(school.desk, school.ticket(held), "mentor", NOON)


def given(school: School, text: str = KIND) -> tuple[Credential, Invited]:
    held, link = invited(school)
    endorsing.give(school.desk, link.ticket, "Mia Kern", text, NOON)
    return held, link


def nodded(school: School, text: str = KIND) -> tuple[Credential, Invited]:
    """Given, and its holder wants it to be read."""
    held, link = given(school, text)
    endorsing.show(school.desk, school.ticket(held), link.endorsement_id, NOON)
    return held, link


def shown(school: School, held: Credential) -> list[tuple[str, str, str]]:
    """What the public reads beside a credential."""
    seen = public.seen(school.desk, held.id, NOON)
    return [(one.relation, one.name, one.text) for one in seen.endorsements]


def test_nothing_is_shown_before_its_holder_wants_it(school: School) -> None:
    held, link = given(school, "Go back to your country.")
    assert (school.standing(held).endorsements[link.endorsement_id].state, shown(school, held)) == ("awaits_holder", [])
    endorsing.refuse(school.desk, school.ticket(held), link.endorsement_id, NOON)
    assert shown(school, held) == []


def test_a_kind_text_is_read_by_all_once_its_holder_shows_it(school: School) -> None:
    held, _ = nodded(school)
    assert shown(school, held) == [("mentor", "Mia Kern", KIND)]


def test_only_the_holder_shows_it_and_only_what_awaits_them(school: School) -> None:
    held, link = given(school, "You are a stupid idiot and everybody hates you.")
    with pytest.raises(EndorsementStepImpossible):
        endorsing.show(school.desk, school.ticket(held), link.endorsement_id, NOON)
    with pytest.raises(TicketRefused):
        endorsing.show(school.desk, link.ticket, link.endorsement_id, NOON)
    with pytest.raises(NotThere):
        endorsing.show(school.desk, school.ticket(held), "00ff", NOON)


def test_what_an_older_ledger_published_without_its_holder_waits_for_them() -> None:
    taken: tuple[tuple[endorsement.Step, By], ...] = (("asked", HOLDER), ("given", ENDORSER), ("published", CLOCK))
    records = [
        EndorsementRecord(credential_id="c", person_id="ada", endorsement_id="e", step=step, by=by, text=KIND)
        for step, by in taken
    ]
    stands = endorsement.fold(endorsement_step_of(record, NOON) for record in records)
    assert stands is not None
    assert (stands.state, stands.text) == ("awaits_holder", KIND)


def test_it_is_tied_to_the_words_it_endorses(school: School) -> None:
    held, link = given(school)
    tied = school.standing(held).endorsements[link.endorsement_id].digest
    assert tied == digest(json.loads(held.document)) == endorsing.opened(school.desk, link.ticket, NOON).digest


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("You are a stupid idiot and everybody hates you.", "abuse"),
        ("I want to kill myself.", "crisis"),
        ("Great work. Call me on +44 20 7946 0958.", "personal_data"),
        ("Great work. More of it at https://shop.example.org", "personal_data"),
        ("Sie hat eine Depression und war oft krank.", "private"),
        ("Schlampe", "unread"),
    ],
)
def test_what_may_hurt_is_held_until_a_moderator_has_looked(school: School, text: str, doubt: str) -> None:
    held, link = given(school, text)
    assert doubt in school.standing(held).endorsements[link.endorsement_id].doubts
    assert shown(school, held) == []
    assert [row.id for row in school.desk.ledger.credentials.endorsements_held()] == [link.endorsement_id]


def test_numbers_are_masked_and_names_stay(school: School) -> None:
    held, link = given(school, "Ada was great. Call me on +44 20 7946 0958.")
    endorsing.clear(school.desk, by("mod"), held.id, link.endorsement_id)
    assert shown(school, held) == []
    endorsing.show(school.desk, school.ticket(held), link.endorsement_id, NOON)
    assert shown(school, held) == [("mentor", "Mia Kern", "Ada was great. Call me on [phone].")]


def test_nothing_turns_a_name_around(school: School) -> None:
    held, link = invited(school)
    endorsing.give(school.desk, link.ticket, "\u202enreK\u202c Mia\u2066", KIND, NOON)
    endorsing.show(school.desk, school.ticket(held), link.endorsement_id, NOON)
    assert shown(school, held) == [("mentor", "nreK Mia", KIND)]


def test_without_anybody_to_read_it_a_moderator_looks_at_all(school: School) -> None:
    _, link = invited(school)
    blind = msgspec.structs.replace(school.desk, reader=None)
    assert endorsing.give(blind, link.ticket, "Mia", KIND, NOON).doubts == ("unread",)


def test_taken_back_it_harms_nothing(school: School) -> None:
    held, link = nodded(school)
    endorsing.withdraw(school.desk, link.ticket, NOON + DAY)
    assert (shown(school, held), verdict(school, held.document)) == ([], "valid")


def test_the_holder_takes_away_what_they_do_not_want(school: School) -> None:
    held, link = nodded(school)
    endorsing.refuse(school.desk, school.ticket(held), link.endorsement_id, NOON)
    assert shown(school, held) == []


def test_reported_it_is_held_and_a_moderator_removes_it(school: School) -> None:
    held, link = nodded(school)
    endorsing.report(school.desk, held.id, link.endorsement_id, NOON)
    assert shown(school, held) == []
    endorsing.remove(school.desk, by("mod"), held.id, link.endorsement_id, "spam")
    with pytest.raises(EndorsementStepImpossible):
        endorsing.clear(school.desk, by("mod"), held.id, link.endorsement_id)


def test_it_is_given_once_and_by_whom_was_asked(school: School) -> None:
    _, link = given(school)
    with pytest.raises(EndorsementStepImpossible):
        endorsing.give(school.desk, link.ticket, "Mia Kern", "And again.", NOON)
    with pytest.raises(TicketRefused):
        endorsing.give(school.desk, "made-up", "Mia Kern", KIND, NOON)


def test_the_holders_own_link_endorses_nothing(school: School) -> None:
    held, _ = invited(school)
    with pytest.raises(TicketRefused):
        endorsing.opened(school.desk, school.ticket(held), NOON)


@pytest.mark.parametrize(
    ("name", "text", "field"), [("", KIND, "name"), ("Mia", " ", "text"), ("M" * 121, KIND, "name")]
)
def test_an_endorsement_has_a_name_and_words(school: School, name: str, text: str, field: str) -> None:
    _, link = invited(school)
    with pytest.raises(EndorsementUnfit) as unfit:
        endorsing.give(school.desk, link.ticket, name, text, NOON)
    assert unfit.value.field == field


def test_of_a_credential_that_is_hidden_nothing_that_others_say_is_shown(school: School) -> None:
    held, _ = nodded(school)
    holder.share(school.desk, school.ticket(held), False, NOON)
    assert shown(school, held) == []


def test_what_nobody_was_asked_for_is_missed(school: School) -> None:
    held = school.collected()
    with pytest.raises(NotThere):
        endorsing.clear(school.desk, by("mod"), held.id, "00ff")
