"""An OpenID provider on loopback: it signs tokens with a key of its own, and holds to the protocol."""

import base64
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
from joserfc import jws, jwt
from joserfc.jwk import ECKey, KeySet, OctKey

CLIENT = "humanely"
SECRET = "a secret: of 20% more"  # noqa: S105 (of a provider that lives as long as a test)


class Provider:
    """What it is to say; a test may change it before anybody asks.

    Attributes:
        claims: that differ from those of an honest token.
        key: it signs with; the one it publishes is `published`.
        unsigned: its tokens say that they have no signature.
        shared: its tokens are signed with the client's secret.
        refuses: whoever comes to sign in is sent back with an error.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = self.published = ECKey.generate_key("P-256", {"kid": "k-1", "use": "sig"}, auto_kid=False)
        self.claims: dict[str, Any] = {}
        self.unsigned = self.shared = self.refuses = False
        self.named = address
        self._asked: dict[str, dict[str, str]] = {}

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.named,
            "authorization_endpoint": f"{self.address}/authorize?tenant=1",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
        }

    def keys(self) -> dict[str, Any]:
        return dict(KeySet([self.published]).as_dict(private=False))

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == ("code", CLIENT, "S256")
        code = f"code-{len(self._asked)}"
        self._asked[code] = asked
        brought = {"error": "access_denied"} if self.refuses else {"code": code}
        return f"{asked['redirect_uri']}?{urlencode({**brought, 'state': asked['state']})}"

    def token(self, given: dict[str, str], basic: str) -> dict[str, str] | None:
        """The token for a code, once; None where the code is refused."""
        asked = self._asked.pop(given["code"], None)
        challenge = base64.urlsafe_b64encode(sha256(given["code_verifier"].encode()).digest()).decode().rstrip("=")
        expected = base64.b64encode(b"humanely:a%20secret%3A%20of%2020%25%20more").decode()
        honest = asked is not None and (challenge, given["redirect_uri"]) == (
            asked["code_challenge"],
            asked["redirect_uri"],
        )
        if asked is None or not honest or basic != f"Basic {expected}":
            return None
        return {"access_token": "unused", "token_type": "Bearer", "id_token": self._signed(asked["nonce"])}

    def _signed(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address, "sub": "s-1", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce,
            "email": "oda@example.org", "email_verified": True, **self.claims,
        }  # fmt: skip
        if self.unsigned:
            parts = ({"alg": "none"}, claims)
            return (
                ".".join(base64.urlsafe_b64encode(msgspec.json.encode(one)).decode().rstrip("=") for one in parts) + "."
            )
        if self.shared:
            return jws.serialize_compact(
                {"alg": "HS256"}, msgspec.json.encode(claims), OctKey.import_key(SECRET), ["HS256"]
            )
        return jwt.encode({"alg": "ES256", "kid": "k-1"}, claims, self.key)


@contextmanager
def provider() -> Iterator[Provider]:
    """Run one; it ends with the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(url.query).items()}
                self.send_response(302)
                self.send_header("location", running.authorize(asked))
                self.end_headers()
                return
            pages = {"/.well-known/openid-configuration": running.discovery, "/keys": running.keys}
            self._answer(pages[url.path]() if url.path in pages else None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            given = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(running.token(given, self.headers.get("authorization", "")))

        def _answer(self, told: object) -> None:
            self.send_response(400 if told is None else 200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(msgspec.json.encode(told))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        running = Provider(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join()
