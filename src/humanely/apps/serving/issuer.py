"""Signing in through an OpenID provider: authorization code with PKCE, and an ID token that is checked line by line.

Source: OpenID Connect Core 1.0, 3.1; RFC 7636 (PKCE); RFC 9700 (which algorithms and checks today).

1. The browser is sent to the provider with the hashes of a secret that only a cookie of this browser holds.
2. It comes back with a code, and with the state that fits the cookie.
3. The code is given to the provider with the secret, for an ID token.
4. The token is signed by the provider, for this client, for this sign-in, and has not expired.
"""

import base64
import datetime as dt
import hmac
import logging
import os
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import httpx
import msgspec

from humanely.apps.serving.oidc_settings import OidcSettings
from humanely.errors import HumanelyError
from humanely.store.team.sign_in import Account

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""Signatures by a key pair; none at all, or by a shared secret, is no signature here."""
LEEWAY_S = 60
"""Seconds by which two clocks may differ."""

_SCOPES = "openid email"
_Shape = TypeVar("_Shape")
_LOG = logging.getLogger(__name__)


class IssuerUnreachable(HumanelyError):
    """The provider does not answer as one does."""

    code = "issuer_unreachable"
    status = 502

    def __init__(self) -> None:
        super().__init__(
            "The OpenID provider does not answer, or not as one.",
            fix="Try again in a moment, or sign in with a password; settings.toml says under [oidc] whom is asked.",
        )


class IssuerRefused(HumanelyError):
    """The provider's answer vouches for nobody; the message never shows it."""

    code = "issuer_refused"
    status = 403

    def __init__(self, why: str) -> None:
        super().__init__(f"The OpenID provider did not vouch for anybody: {why}.", fix="Begin the sign-in again.")


class IssuerSecretMissing(HumanelyError):
    """The environment variable with the client's secret is not set."""

    code = "issuer_secret_missing"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The environment variable {name!r}, which settings.toml names under [oidc], is not set.",
            fix=f"Set it before the server starts, or leave client_secret_env out: export {name}=…",
        )


class Provider(msgspec.Struct, frozen=True):
    """What a provider says of itself; the fields as it names them."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)


class _Tokens(msgspec.Struct, frozen=True):
    id_token: str


class Back(msgspec.Struct, frozen=True):
    """What a browser brings back from the provider.

    Attributes:
        error: code of a refusal; empty where there is none.
    """

    code: str = ""
    state: str = ""
    error: str = ""


class Issuer:
    """Asks one provider.

    Args:
        secret: the client's; empty where it has none.
    """

    def __init__(self, settings: OidcSettings, secret: str = "") -> None:
        self._settings = settings
        self._secret = secret

    async def address(self, seed: str, back: str) -> str:
        """Where to send a browser.

        Args:
            seed: 256 random bits as text, kept in a cookie of that browser until it is back.
            back: address of ours to which the provider sends it, as it is known there.

        Raises:
            IssuerUnreachable: the provider does not say where.
        """
        async with self._client() as client:
            provider = await self._provider(client)
        asked = {
            "response_type": "code",
            "client_id": self._settings.client_id,
            "redirect_uri": back,
            "scope": _SCOPES,
            "state": _derived(seed, "state"),
            "nonce": _derived(seed, "nonce"),
            "code_challenge": _text(sha256(_derived(seed, "verifier").encode()).digest()),
            "code_challenge_method": "S256",
        }
        joined = "&" if urlsplit(provider.authorization_endpoint).query else "?"
        return f"{provider.authorization_endpoint}{joined}{urlencode(asked)}"

    async def account(self, brought: Back, seed: str, back: str, now: dt.datetime) -> Account:
        """Who came back.

        Args:
            seed, back: as they were for `address`.

        Raises:
            IssuerRefused: the browser was not sent by us, or the provider vouches for nobody.
            IssuerUnreachable: the provider does not answer.
        """
        if not seed or not hmac.compare_digest(brought.state.encode(), _derived(seed, "state").encode()):
            raise IssuerRefused("this sign-in was not begun in this browser, or took too long")
        if brought.error or not brought.code:
            raise IssuerRefused("it was broken off there")
        async with self._client() as client:
            provider = await self._provider(client)
            token = await self._token(client, provider, brought.code, seed, back)
            keys = await _got(client, provider.jwks_uri)
        try:
            return account_of(token, keys, self._settings, _derived(seed, "nonce"), now)
        except IssuerRefused as error:
            _LOG.warning("%s", error.happened)
            raise

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(timeout=self._settings.timeout_s)

    async def _provider(self, client: httpx.AsyncClient) -> Provider:
        found = await _got(client, f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration")
        provider = _read(found, Provider)
        if provider.issuer != self._settings.issuer:
            raise IssuerUnreachable
        return provider

    async def _token(self, client: httpx.AsyncClient, provider: Provider, code: str, seed: str, back: str) -> str:
        given = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self._settings.client_id,
            "code_verifier": _derived(seed, "verifier"),
        }
        basic: Any = httpx.USE_CLIENT_DEFAULT
        if self._secret and "client_secret_basic" in provider.token_endpoint_auth_methods_supported:
            basic = httpx.BasicAuth(quote(self._settings.client_id, safe=""), quote(self._secret, safe=""))
        elif self._secret:
            given["client_secret"] = self._secret
        try:
            answer = await client.post(provider.token_endpoint, data=given, auth=basic)
        except httpx.HTTPError:
            raise IssuerUnreachable from None
        if answer.is_client_error:
            raise IssuerRefused("it did not take the code")
        return _read(answer.content if answer.is_success else b"", _Tokens).id_token


def connect(settings: OidcSettings | None, environment: Mapping[str, str] = os.environ) -> Issuer | None:
    """The provider that is set; nothing is asked of it yet.

    Raises:
        IssuerSecretMissing: the variable that is named is not set.
    """
    if settings is None:
        return None
    secret = environment.get(settings.client_secret_env, "").strip() if settings.client_secret_env else ""
    if settings.client_secret_env and not secret:
        raise IssuerSecretMissing(settings.client_secret_env)
    return Issuer(settings, secret)


def account_of(token: str, keys: bytes, settings: OidcSettings, nonce: str, now: dt.datetime) -> Account:
    """Whom an ID token vouches for.

    Args:
        keys: the provider's, as JWKS.
        nonce: of this sign-in.
        now: aware.

    Raises:
        IssuerRefused: it is not signed by one of the keys, or not for us, for this sign-in, and for now.
    """
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    try:
        published: Any = _read(keys, dict)
        claims = jwt.decode(token, KeySet.import_key_set(published), algorithms=list(ALGORITHMS)).claims
    except (JoseError, ValueError, TypeError):
        raise IssuerRefused("its token is not signed by it") from None
    _require(claims, settings, nonce, now.timestamp())
    email = claims.get("email") if claims.get("email_verified") is True else ""
    return Account(issuer=settings.issuer, subject=claims["sub"], email=email if isinstance(email, str) else "")


def _require(claims: Mapping[str, Any], settings: OidcSettings, nonce: str, now: float) -> None:
    audience = claims.get("aud")
    audiences = [audience] if isinstance(audience, str) else audience if isinstance(audience, list) else []
    ends, begins = claims.get("exp"), claims.get("iat")
    checks = {
        "its token comes from another issuer": claims.get("iss") == settings.issuer,
        "its token is for somebody else": settings.client_id in audiences
        and claims.get("azp", settings.client_id) == settings.client_id
        and (len(audiences) == 1 or "azp" in claims),
        "its token has expired": isinstance(ends, int | float) and now < ends + LEEWAY_S,
        "its token is of a time to come": isinstance(begins, int | float) and begins - LEEWAY_S <= now,
        "its token is for another sign-in": claims.get("nonce") == nonce,
        "its token names nobody": isinstance(claims.get("sub"), str) and bool(claims["sub"]),
    }
    for why, holds in checks.items():
        if not holds:
            raise IssuerRefused(why)


async def _got(client: httpx.AsyncClient, address: str) -> bytes:
    try:
        answer = await client.get(address)
    except (httpx.HTTPError, httpx.InvalidURL):
        raise IssuerUnreachable from None
    if not answer.is_success:
        raise IssuerUnreachable
    return answer.content


def _read(body: bytes, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise IssuerUnreachable from None


def _derived(seed: str, purpose: str) -> str:
    """What stands for a seed where others see it: state, nonce and verifier tell nothing of each other."""
    return _text(hmac.digest(seed.encode(), purpose.encode(), "sha256"))


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
