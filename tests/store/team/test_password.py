"""A password is long, is not the login, and fits however a keyboard composes it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.store.team.password import LONGEST, SHORTEST, PasswordUnfit
from tests.store.members import QUICK, WORDS


@settings(max_examples=30)
@given(password=st.text("aäß 漢🙂", min_size=SHORTEST, max_size=60), more=st.sampled_from("b ."))
def test_only_the_password_fits(password: str, more: str) -> None:
    kept = QUICK.hash("ada", password)
    assert QUICK.fits(kept, password)
    assert not QUICK.fits(kept, password + more)
    assert not QUICK.fits(kept, password[:-1])


def test_it_fits_however_it_is_composed() -> None:
    assert QUICK.fits(QUICK.hash("ada", "cafe\u0301 au lait ici"), "caf\u00e9 au lait ici")


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("eleven char", "shorter than 12"),
        ("", "shorter than 12"),
        ("x" * (LONGEST + 1), "longer than 1024"),
        ("Ada@Example.org", "it is your login"),
    ],
)
def test_what_cannot_be_is_refused_and_not_shown(password: str, words: str) -> None:
    with pytest.raises(PasswordUnfit, match=words) as refused:
        QUICK.hash("ada@example.org", password)
    assert not password or password not in str(refused.value)


def test_a_hash_tells_nothing_of_the_password_and_is_another_each_time() -> None:
    kept = QUICK.hash("ada", WORDS)
    assert kept.startswith("$argon2id$")
    assert kept != QUICK.hash("ada", WORDS)
    assert WORDS not in kept


@pytest.mark.parametrize("kept", ["", "nonsense", "$argon2id$v=19$m=8,t=1,p=1$x$y"])
def test_where_nothing_fit_is_kept_nothing_fits(kept: str) -> None:
    assert QUICK.fits(kept, WORDS) is False


def test_a_thousand_accents_on_a_letter_take_no_time() -> None:
    stacked = "a" + "\u0315\u0300" * 200_000
    began = time.process_time()
    assert QUICK.fits(QUICK.hash("ada", WORDS), stacked) is False
    with pytest.raises(PasswordUnfit, match="longer than 1024"):
        QUICK.hash("ada", stacked)
    assert time.process_time() - began < 5
