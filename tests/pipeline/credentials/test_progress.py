"""A learner's way: noted step by step, and read back as it stands."""

import pytest

from humanely.credential.design.progress import Progress
from humanely.credential.life.party import HOLDER, staff
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import progress
from humanely.pipeline.credentials.progress import StepNeeded
from humanely.store.achievements import AchievementMissing
from humanely.store.credential_records import ProgressRecord
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import School


def note(school: School, step: str, *, done: bool = True, skipped: bool = False) -> Progress:
    record = ProgressRecord(
        person_id="ada", achievement_id="first-aid", step=step, by=HOLDER, done=done, skipped=skipped
    )
    return progress.note(school.desk, record, NOON)


def test_nobody_has_begun_who_did_nothing(school: School) -> None:
    found = progress.stands(school.desk, "ada", "first-aid", NOON)
    assert (found.done, [step.id for step in found.open]) == ((), ["read", "watch"])


def test_a_step_that_is_done_is_done_until_it_is_taken_back(school: School) -> None:
    assert [step.id for step in note(school, "read").done] == ["read"]
    assert note(school, "read", done=False).done == ()


def test_what_is_optional_can_be_passed_over_and_what_is_needed_not(school: School) -> None:
    assert [step.id for step in note(school, "watch", skipped=True).skipped] == ["watch"]
    with pytest.raises(StepNeeded):
        note(school, "read", skipped=True)


def test_the_way_of_one_is_not_that_of_another(school: School) -> None:
    note(school, "read")
    assert progress.stands(school.desk, "bo", "first-aid", NOON).done == ()
    assert progress.stands(school.desk, "ada", "fork-lift", NOON).done == ()


def test_a_step_that_is_none_is_missed(school: School) -> None:
    with pytest.raises(NotThere):
        note(school, "fly")
    with pytest.raises(AchievementMissing):
        progress.stands(school.desk, "ada", "flying", NOON)


def test_a_member_of_the_team_notes_it_too(school: School) -> None:
    record = ProgressRecord(person_id="ada", achievement_id="first-aid", step="", by=staff("reg"))
    assert progress.note(school.desk, record, NOON).done == ()
