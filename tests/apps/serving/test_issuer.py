"""What is set about an OpenID provider; the whole way is in tests/apps/console/members/test_issuer.py."""

import asyncio
import datetime as dt

import msgspec
import pytest

from humanely.apps.serving.issuer import Back, IssuerRefused, IssuerSecretMissing, account_of, connect
from humanely.apps.serving.oidc_settings import OidcSettings

SETTINGS = OidcSettings(issuer="https://issuer.example", client_id="humanely")
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def test_without_settings_there_is_none() -> None:
    assert connect(None) is None


def test_a_secret_that_is_named_has_to_be_there() -> None:
    named = msgspec.structs.replace(SETTINGS, client_secret_env="OIDC_SECRET")  # noqa: S106 (a name)
    assert connect(named, {"OIDC_SECRET": "hush"}) is not None
    with pytest.raises(IssuerSecretMissing, match="'OIDC_SECRET'"):
        connect(named, {})


def test_who_was_not_sent_by_us_is_refused_before_anybody_is_asked() -> None:
    issuer = connect(SETTINGS, {})
    assert issuer is not None
    with pytest.raises(IssuerRefused, match="not begun in this browser"):
        asyncio.run(issuer.account(Back(code="c", state="forged"), "seed", "https://care.example/back", NOON))


@pytest.mark.parametrize("token", ["", "a.b.c", "....", "e30.e30.", "\u00e9"])
def test_what_is_no_token_vouches_for_nobody(token: str) -> None:
    with pytest.raises(IssuerRefused, match="not signed by it"):
        account_of(token, b'{"keys": []}', SETTINGS, "nonce", NOON)
