"""The console's cookies: their names say how they may be sent, and nothing in them is readable by a script.

Source: RFC 6265bis, 4.1.3 (the prefixes ``__Host-`` and ``__Secure-``).
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
from litestar.datastructures import Cookie

Purpose = Literal["session", "visit", "flash", "sign-in"]
"""`session`: who is signed in. `visit`: a browser nobody has signed in on, for its forms. `flash`: what was just done.
`sign-in`: a sign-in on its way."""


class Jar(msgspec.Struct, frozen=True):
    """Names and writes cookies for one way of reaching the server.

    Attributes:
        secure: it is reached by https.
        root: path under which people see it; empty at the top.

    >>> Jar(True, "").name("session"), Jar(True, "/care").name("session"), Jar(False, "").name("session")
    ('__Host-humanely-session', '__Secure-humanely-session', 'humanely-session')
    """

    secure: bool
    root: str

    def name(self, purpose: Purpose) -> str:
        """What a cookie is called here."""
        prefix = "" if not self.secure else "__Secure-" if self.root else "__Host-"
        return f"{prefix}humanely-{purpose}"

    def read(self, sent: Mapping[str, str], purpose: Purpose) -> str:
        """What a browser sent; empty where it sent nothing."""
        return sent.get(self.name(purpose), "")

    def cookie(self, purpose: Purpose, value: str, *, max_age_s: int | None = None) -> Cookie:
        """A cookie to keep.

        Args:
            max_age_s: seconds; None for as long as the browser is open.
        """
        return Cookie(
            key=self.name(purpose),
            value=value,
            path=self.root or "/",
            max_age=max_age_s,
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def gone(self, purpose: Purpose) -> Cookie:
        """A cookie to remove."""
        return self.cookie(purpose, "", max_age_s=0)
