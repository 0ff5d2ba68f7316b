"""Keys: to retire one harms nothing; of a compromised one only what was seen before stays good."""

import datetime as dt

import pytest

from humanely.credential.life.keys import KeyRecord, NoActiveKey, active

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def key(name: str, **given: dt.datetime) -> KeyRecord:
    return KeyRecord(public=name, method=f"did:web:a.example#{name}", **({"made_at": NOON} | given))


def test_what_a_retired_key_signed_stays_good() -> None:
    retired = key("z1", retired_at=NOON)
    assert (retired.standing, retired.vouches(NOON - DAY), retired.vouches(None)) == ("retired", True, True)


def test_of_a_compromised_key_only_what_was_seen_before_counts() -> None:
    lost = key("z1", retired_at=NOON + DAY, compromised_since=NOON)
    assert lost.standing == "compromised"
    assert [lost.vouches(NOON - DAY), lost.vouches(NOON), lost.vouches(None)] == [True, False, None]


def test_the_newest_active_key_signs() -> None:
    keys = [key("z1"), key("z2", made_at=NOON + DAY), key("z3", made_at=NOON + 2 * DAY, retired_at=NOON)]
    assert active(keys).public == "z2"


def test_without_an_active_key_nothing_is_signed() -> None:
    with pytest.raises(NoActiveKey):
        active([key("z1", retired_at=NOON)])
