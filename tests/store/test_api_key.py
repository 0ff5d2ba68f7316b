"""A key's secret is shown once, kept as a hash, and opens nothing when it is changed, revoked or past its time."""

import datetime as dt
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.store.api_key import ApiKey, ApiKeyRefused, Scope, Secret
from humanely.trust.seal import EntropyWrongLength

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
KEY = ApiKey(id="00" * 8, name="shop", scopes=(Scope.TURNS, Scope.READ), created_at=NOON)
secrets = st.binary(min_size=40, max_size=40).map(lambda drawn: Secret.new(lambda count: drawn[-count:]))


@given(secrets)
def test_a_secret_is_read_back_as_it_was_made(secret: Secret) -> None:
    read = Secret.parse(secret.text)
    assert (read.id, read.text) == (secret.id, secret.text)
    assert read.fits(secret.sha256)


@given(secrets, st.integers(21, 63), st.sampled_from("Aa0-_"))
def test_a_secret_with_another_character_does_not_fit(secret: Secret, at: int, other: str) -> None:
    changed = secret.text[:at] + other + secret.text[at + 1 :]
    assert Secret.parse(changed).fits(secret.sha256) is (changed == secret.text)


@pytest.mark.parametrize("text", ["", "hum_", "hum_00_x", "HUM_" + "0" * 16 + "_" + "a" * 43, "ключ"])
def test_what_has_not_the_form_of_a_key_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(ApiKeyRefused, match="The API key is not one of this server's") as refused:
        Secret.parse(text)
    assert refused.value.reason == "unknown"
    assert refused.value.status == 401


@given(secrets, st.sampled_from([" ", "\n", "a"]))
def test_nothing_may_follow_a_key(secret: Secret, more: str) -> None:
    with pytest.raises(ApiKeyRefused):
        Secret.parse(secret.text + more)


def test_no_two_secrets_are_alike_and_none_is_printed() -> None:
    one, other = Secret.new(os.urandom), Secret.new(os.urandom)
    assert (one.id, one.text) != (other.id, other.text)
    assert one.text[21:] not in repr(one)


def test_a_source_of_too_little_randomness_makes_no_key() -> None:
    with pytest.raises(EntropyWrongLength):
        Secret.new(lambda count: bytes(count - 1))


def test_a_key_allows_the_scopes_it_names_and_no_other() -> None:
    assert [scope for scope in Scope if KEY.allows(scope)] == [Scope.TURNS, Scope.READ]


def test_a_key_holds_until_it_expires_or_is_revoked() -> None:
    expiring = ApiKey(id=KEY.id, name="shop", scopes=KEY.scopes, created_at=NOON, expires_at=NOON + SECOND)
    revoked = ApiKey(id=KEY.id, name="shop", scopes=KEY.scopes, created_at=NOON, revoked_at=NOON)
    assert KEY.refusal(NOON) is None
    assert expiring.refusal(NOON) is None
    assert expiring.refusal(NOON + SECOND) == "expired"
    assert revoked.refusal(NOON) == "revoked"
