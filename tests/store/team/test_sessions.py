"""A session holds while somebody is there, a week at most, and is known by its hash only."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import sessions
from humanely.store.team.sessions import id_of, new_token
from humanely.store.team.staff import Staff
from humanely.trust.seal import EntropyWrongLength
from tests.store.members import HOUR, MINUTE, NOON, active, acts_in, signed_in, staff_of

DAY = 24 * HOUR


@pytest.fixture
def staff(database: Database) -> Staff:
    made = staff_of(database)
    active(made)
    return made


def test_who_is_away_for_half_a_day_signs_in_again(staff: Staff) -> None:
    token = signed_in(staff).token
    assert staff.session(token, NOON + 12 * HOUR - MINUTE) is not None
    assert staff.session(token, NOON + 24 * HOUR - MINUTE) is None


def test_each_look_holds_it_longer(staff: Staff) -> None:
    token = signed_in(staff).token
    looks = [staff.session(token, NOON + hours * HOUR) for hours in range(0, 24, 6)]
    assert None not in looks


def test_after_a_week_it_ends_whatever_happens(staff: Staff) -> None:
    token = signed_in(staff).token
    looks = [staff.session(token, NOON + hours * HOUR) for hours in range(0, 7 * 24, 6)]
    assert None not in looks
    assert staff.session(token, NOON + 7 * DAY) is None


@pytest.mark.parametrize("token", ["", "nothing", new_token(bytes), "é" * 43])
def test_any_other_token_opens_nothing(staff: Staff, token: str) -> None:
    signed_in(staff)
    assert staff.session(token, NOON) is None


def test_that_somebody_is_there_is_noted_but_not_each_time(staff: Staff) -> None:
    token = signed_in(staff).token
    staff.session(token, NOON + dt.timedelta(seconds=10))
    assert staff.named("ada").seen_at == NOON
    staff.session(token, NOON + MINUTE)
    assert staff.named("ada").seen_at == NOON + MINUTE


def test_signing_out_ends_one_session(staff: Staff, database: Database) -> None:
    here, there = signed_in(staff), signed_in(staff)
    staff.sessions.end(here.token, NOON)
    staff.sessions.end("nothing", NOON)
    assert staff.session(here.token, NOON) is None
    assert staff.session(there.token, NOON) is not None
    assert acts_in(database)[-1] == {"act": "signed_out", "id": here.member.id}


def test_all_others_can_be_ended(staff: Staff, database: Database) -> None:
    here, there = signed_in(staff), signed_in(staff)
    assert staff.sessions.end_others(here.token, here.member.id, NOON) == 1
    assert staff.sessions.end_others(here.token, here.member.id, NOON) == 0
    assert staff.session(there.token, NOON) is None
    assert [one.id for one in staff.sessions.of(here.member.id, NOON)] == [id_of(here.token)]
    assert acts_in(database)[-1] == {"act": "signed_out", "id": here.member.id, "sessions": 1}


def test_what_has_ended_is_swept_out(staff: Staff, database: Database) -> None:
    signed_in(staff)
    signed_in(staff, now=NOON + 8 * DAY)
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(sessions)) == 1


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(EntropyWrongLength):
        new_token(lambda _: b"short")
