"""How members may sign in through an OpenID provider."""

from typing import Annotated

import msgspec


class OidcSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An OpenID provider through which members may sign in; roles are given here and never taken from it.

    Attributes:
        issuer: its address, as it names itself.
        client_id: under which this server is known there.
        client_secret_env: name of the environment variable with the client's secret; empty: it has none.
        timeout_s: longest wait for one answer, > 0.
    """

    issuer: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s?#]+$")]
    client_id: Annotated[str, msgspec.Meta(min_length=1)]
    client_secret_env: str = ""
    timeout_s: Annotated[float, msgspec.Meta(gt=0)] = 10.0
