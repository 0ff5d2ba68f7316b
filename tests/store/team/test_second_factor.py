"""A code opens within its time, once; a recovery code at any time, once."""

import datetime as dt
import os

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.store.team.second_factor import (
    STEP_S,
    SecondFactor,
    SecretMalformed,
    address,
    kept,
    new_recovery_codes,
    new_secret,
    read_secret,
)
from humanely.trust.seal import EntropyWrongLength

# RFC 6238, appendix B: the secret "12345678901234567890", and what is shown at these times (the last six digits).
VECTORS = [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037")]
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 (the standard's)
FACTOR = SecondFactor(SECRET, ())


def at(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_the_vectors_of_the_standard_open(seconds: int, code: str) -> None:
    assert FACTOR.step_of(code, at(seconds), used=0) == seconds // STEP_S
    assert FACTOR.step_of(f" {code[:3]} {code[3:]} ", at(seconds), used=0) == seconds // STEP_S


@given(seconds=st.integers(10**9, 2 * 10**9), off=st.integers(-5, 5))
def test_a_code_opens_one_step_early_or_late_and_no_more(seconds: int, off: int) -> None:
    step = seconds // STEP_S
    found = FACTOR.step_of(pyotp.TOTP(SECRET).generate_otp(step + off), at(seconds), used=0)
    assert (found is None) == (abs(off) > 1)


@given(seconds=st.integers(10**9, 2 * 10**9))
def test_a_step_that_was_used_opens_no_more_nor_those_before(seconds: int) -> None:
    step = seconds // STEP_S
    assert FACTOR.step_of(pyotp.TOTP(SECRET).generate_otp(step), at(seconds), used=step) is None
    assert FACTOR.step_of(pyotp.TOTP(SECRET).generate_otp(step - 1), at(seconds), used=step) is None


@given(text=st.text(max_size=12))
def test_whatever_is_typed_is_a_code_or_none(text: str) -> None:
    assert FACTOR.without(text) is None
    assert FACTOR.step_of(text, at(59), used=0) in {None, 1}


def test_each_recovery_code_is_spent_alone() -> None:
    codes = new_recovery_codes(os.urandom)
    factor = kept(SECRET, codes)
    left = factor.without(codes[0].upper())
    assert left is not None
    assert len(set(codes)) == 10
    assert (left.without(codes[0]), len(left.recovery)) == (None, 9)


def test_a_secret_comes_back_as_it_was_given() -> None:
    secret = new_secret(os.urandom)
    assert read_secret(secret) == secret
    assert address(secret, "ada", "Humanely").startswith("otpauth://totp/Humanely:ada?secret=")


@pytest.mark.parametrize("text", ["", "AAAA", "1" * 32, "é" * 32, SECRET.lower()])
def test_another_secret_is_not_taken(text: str) -> None:
    with pytest.raises(SecretMalformed):
        read_secret(text)


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(EntropyWrongLength):
        new_secret(lambda _: b"short")
