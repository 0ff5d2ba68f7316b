"""What is done to a credential later: the bit says so at once, and what was put right leads to what took its place."""

import json
from collections.abc import Callable

import msgspec
import pytest

from humanely.credential.carrier.presented import presented
from humanely.credential.life.lifecycle import ReasonMissing, StepImpossible
from humanely.credential.verify.status_list import decode, value_at
from humanely.credential.verify.verification import needs, verify
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import holder, issuing, public, statuses
from humanely.pipeline.credentials.issuing import Wanted
from humanely.pipeline.credentials.statuses import Purpose
from humanely.store.credential import Credential
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADA, School, by
from tests.pipeline.credentials.test_issuing import people, verdict


def bit(school: School, credential: Credential, purpose: Purpose = "revocation") -> int:
    """The bit of a credential, as anybody reads it."""
    document = json.loads(statuses.status_list(school.desk, credential.list, purpose, NOON))
    return value_at(decode(document["credentialSubject"]["encodedList"]), credential.position)


def test_suspended_and_restored(school: School) -> None:
    held = school.collected()
    assert verdict(school, held.document) == "valid"
    statuses.suspend(school.desk, by("reg"), held.id)
    assert (verdict(school, held.document), bit(school, held, "suspension")) == ("suspended", 1)
    statuses.restore(school.desk, by("reg"), held.id)
    assert (verdict(school, held.document), bit(school, held, "suspension")) == ("valid", 0)


def test_revoked_for_a_reason_of_a_class(school: School) -> None:
    held = school.collected()
    revoked = statuses.revoke(school.desk, by("reg"), held.id, "issued_in_error", "wrong list")
    assert (verdict(school, held.document), bit(school, held)) == ("revoked", 1)
    seen = public.seen(school.desk, held.id, NOON)
    assert (seen.standing, seen.reason) == ("revoked", "issued_in_error")
    assert "wrong list" not in str(seen.credential and seen.credential.document)
    assert holder.notices(revoked, NOON)[0].kind == "revoked"
    with pytest.raises(StepImpossible):
        statuses.restore(school.desk, by("reg"), held.id)


def test_without_a_reason_nothing_is_revoked(school: School) -> None:
    held = school.collected()
    with pytest.raises(ReasonMissing):
        statuses.revoke(school.desk, by("reg"), held.id, None)  # type: ignore[arg-type]


def test_called_off_before_it_is_collected(school: School) -> None:
    offered = school.offered()
    statuses.cancel(school.desk, by("reg"), offered.id)
    assert bit(school, offered) == 1
    with pytest.raises(StepImpossible):
        holder.collect(school.desk, school.ticket(offered), NOON)


def test_put_right_the_two_are_linked_both_ways(school: School) -> None:
    held = school.collected()
    right = Wanted(recipient=msgspec.structs.replace(ADA.recipient, name="Ada Byron"))
    new = statuses.correct(school.desk, by("reg"), held.id, right)
    old = school.standing(held)
    assert new.life is not None
    assert old.life is not None
    assert (new.life.supersedes, old.life.superseded_by, old.life.state) == (held.id, new.id, "superseded")
    assert (new.person_id, "Ada Byron" in new.document) == (held.person_id, True)
    assert (verdict(school, held.document), verdict(school, new.document)) == ("revoked", "valid")


def test_where_two_look_the_old_one_stands_until_the_new_one_is_issued(school: School) -> None:
    begun = issuing.prepare(school.desk, by("reg"), "fork-lift", ADA)
    old = issuing.issue(school.desk, by("two"), begun.id)
    new = statuses.correct(school.desk, by("reg"), old.id, ADA)
    assert verdict(school, old.document) == "valid"
    issued = issuing.issue(school.desk, by("two"), new.id)
    assert (verdict(school, old.document), verdict(school, issued.document)) == ("revoked", "valid")


def test_a_batch_is_undone_whole(school: School) -> None:
    batch = issuing.issue_batch(school.desk, by("reg"), "first-aid", people(4))
    first, second = batch.issued[:2]
    holder.collect(school.desk, holder.link(school.desk, first, NOON), NOON)
    statuses.revoke(school.desk, by("reg"), second, "holder_asked")
    done = statuses.undo_batch(school.desk, by("reg"), batch.id)
    assert (done.revoked, set(done.cancelled), done.left) == ((first,), set(batch.issued[2:]), (second,))
    assert [bit(school, school.desk.at(one)) for one in batch.issued] == [1, 1, 1, 1]


def test_a_list_is_signed_anew_only_when_something_changed(school: School) -> None:
    held = school.collected()
    first = statuses.status_list(school.desk, held.list, "revocation", NOON)
    assert statuses.status_list(school.desk, held.list, "revocation", NOON) is first
    statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
    assert statuses.status_list(school.desk, held.list, "revocation", NOON) != first


def test_a_list_that_is_none_is_missed(school: School) -> None:
    with pytest.raises(NotThere):
        statuses.status_list(school.desk, 99, "revocation", NOON)


def test_of_an_erased_person_the_bit_stays_and_the_page_says_that_it_is_gone(school: School) -> None:
    held = school.collected()
    statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
    school.data.eraser.erase("ada@example.org", NOON)
    assert bit(school, held) == 1
    seen = public.seen(school.desk, held.id, NOON)
    assert (seen.standing, seen.credential, seen.reason) == ("gone", None, None)
    shown = presented(held.document.encode())
    assert verify(shown, public.known(school.desk, needs(shown), NOON), NOON).verdict == "revoked"


@pytest.mark.parametrize("change", [statuses.suspend, statuses.cancel])
def test_what_is_said_to_the_holder_stands_with_the_change_until_the_next(
    school: School, change: Callable[..., Credential]
) -> None:
    offered = school.offered()
    change(school.desk, by("reg"), offered.id, "inner", told="Day two has\n no signature. ")
    assert school.standing(offered).words == "Day two has no signature."


def test_what_was_said_of_a_pause_goes_with_it(school: School) -> None:
    held = school.collected()
    statuses.suspend(school.desk, by("reg"), held.id, told="Day two has no signature.")
    statuses.restore(school.desk, by("reg"), held.id)
    assert school.standing(held).words == ""
    statuses.revoke(school.desk, by("reg"), held.id, "requirements_not_met", told="Day two is missing.")
    assert school.standing(held).words == "Day two is missing."


def test_more_than_is_read_in_a_mail_is_refused_and_nothing_is_done(school: School) -> None:
    held = school.collected()
    with pytest.raises(statuses.ToldTooLong, match="500 characters"):
        statuses.suspend(school.desk, by("reg"), held.id, told="x" * 501)
    assert school.standing(held).life == held.life
    statuses.suspend(school.desk, by("reg"), held.id, told="x" * 500)
