"""How the public may write here, from pages that are not ours."""

from typing import Annotated

import msgspec


class Widget(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The chat that other pages put in with one script.

    Attributes:
        enabled: without it there is no script, and nothing of the public's is answered.
        origins: sites whose pages may use it, as scheme and host; this server's own may always.
        title: of its panel; empty for "How can we help?" in the reader's language.
        notice: it tells everybody, before they write, that feelings may be estimated.
        per_minute: requests of one visitor, on average and at once.
        demo: show it at ``/demo``.
    """

    enabled: bool = False
    origins: tuple[Annotated[str, msgspec.Meta(pattern=r"^https?://[^/\s]+$")], ...] = ()
    title: Annotated[str, msgspec.Meta(max_length=80)] = ""
    notice: bool = True
    per_minute: Annotated[int, msgspec.Meta(gt=0)] = 120
    demo: bool = False
