"""Achievements, on both engines: the newest version is offered, and every version stands in the ledger."""

import datetime as dt
import os

import msgspec
import pytest

from humanely.credential.design.achievement import Achievement, Contact
from humanely.store.achievements import AchievementMissing, Achievements
from humanely.store.credential_records import AchievementRecord, decode
from humanely.store.log.ledger import Ledger
from humanely.store.sql.database import Database

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(hours=1)
FIRST_AID = Achievement(
    id="first-aid",
    name="First aid",
    description="Helps until help comes.",
    criteria="Shown on a doll, twice.",
    meaning="You can help.",
    alternative_text="A cross.",
    stakes="everyday",
    review=False,
    language="en",
    contact=Contact("Office", email="office@example.org"),
)
CHANGED = msgspec.structs.replace(FIRST_AID, name="First aid at sea")


@pytest.fixture
def kept(database: Database) -> Achievements:
    """No achievements yet."""
    return Achievements(database, os.urandom)


def test_what_is_saved_is_there(kept: Achievements) -> None:
    made = kept.save(FIRST_AID, "ada", NOON)
    assert kept.one("first-aid") == made == kept.all()[0]
    assert (made.version, made.achievement, made.retired_at) == (1, FIRST_AID, None)


def test_only_a_change_makes_a_version(kept: Achievements, ledger: Ledger) -> None:
    kept.save(FIRST_AID, "ada", NOON)
    assert kept.save(FIRST_AID, "ada", LATER).version == 1
    changed = kept.save(CHANGED, "bo", LATER)
    assert (changed.version, changed.created_at, changed.updated_at) == (2, NOON, LATER)
    told = [decode(act.payload or b"") for act in ledger.of_kind("achievement")]
    assert told == [
        AchievementRecord(achievement=FIRST_AID, version=1, by="ada"),
        AchievementRecord(achievement=CHANGED, version=2, by="bo"),
    ]


def test_retired_it_stays_to_be_read_and_comes_back_when_it_is_saved(kept: Achievements) -> None:
    kept.save(FIRST_AID, "ada", NOON)
    retired = kept.retire("first-aid", "ada", LATER)
    assert (retired.retired_at, kept.retire("first-aid", "bo", LATER)) == (LATER, retired)
    back = kept.save(FIRST_AID, "ada", LATER)
    assert (back.retired_at, back.version) == (None, 1)


def test_one_that_is_none_is_missed(kept: Achievements) -> None:
    with pytest.raises(AchievementMissing):
        kept.one("first-aid")
    with pytest.raises(AchievementMissing):
        kept.retire("first-aid", "ada", NOON)
