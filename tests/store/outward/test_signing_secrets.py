"""Secrets overlap for a day, and none is given twice."""

import base64
import datetime as dt
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.store.outward.signing_secrets import OVERLAP, SECRET_BYTES, Secrets
from humanely.trust.seal import EntropyWrongLength

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
gaps = st.lists(st.timedeltas(min_value=dt.timedelta(), max_value=dt.timedelta(days=3)), max_size=8)


def rotated(gaps: list[dt.timedelta]) -> tuple[Secrets, list[tuple[dt.datetime, str]]]:
    """Secrets rotated at these distances, and each of them with when it was made."""
    now, secrets = NOON, Secrets().rotated(NOON, os.urandom)
    made = [(now, secrets.newest)]
    for gap in gaps:
        now += gap
        secrets = secrets.rotated(now, os.urandom)
        made.append((now, secrets.newest))
    return secrets, made


@given(gaps=gaps)
def test_the_newest_always_holds_and_the_others_for_a_day_after_their_successor(gaps: list[dt.timedelta]) -> None:
    secrets, made = rotated(gaps)
    now = made[-1][0]
    ends = [*(replaced + OVERLAP for replaced, _ in made[1:]), dt.datetime.max.replace(tzinfo=dt.UTC)]
    expected = [text for (_, text), end in zip(made, ends, strict=True) if now < end]
    assert list(reversed(secrets.holding(now))) == expected
    assert secrets.holding(now)[0] == secrets.newest == made[-1][1]


def test_a_secret_is_32_random_bytes_as_the_standard_writes_them() -> None:
    text = Secrets().rotated(NOON, os.urandom).newest
    assert text.startswith("whsec_")
    assert len(base64.b64decode(text.removeprefix("whsec_"), validate=True)) == SECRET_BYTES


def test_they_come_back_as_they_were_kept_and_show_nothing_by_chance() -> None:
    secrets = Secrets().rotated(NOON, os.urandom).rotated(NOON, os.urandom)
    assert Secrets.decode(secrets.encode()) == secrets
    assert repr(secrets) == "Secrets(2)"


def test_too_little_randomness_makes_none() -> None:
    with pytest.raises(EntropyWrongLength):
        Secrets().rotated(NOON, lambda _: b"short")
