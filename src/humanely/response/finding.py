"""What the check of a draft found: data with reasons and places, never a bare yes or no."""

from typing import Literal

import msgspec

Severity = Literal["stop", "repair", "note"]
"""``stop``: not sent. ``repair``: not sent as it is, one repair is tried. ``note``: sent, and counted."""


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong with a draft.

    Attributes:
        name: of the check, as in ``check.toml``.
        span: first character of the draft and one past the last; (0, 0) where it is something missing.
        reason: what is wrong, for people.
        fix: what to write instead, for people and for the one who drafts.
    """

    name: str
    severity: Severity
    span: tuple[int, int]
    reason: str
    fix: str


class Verdict(msgspec.Struct, frozen=True):
    """Whether a draft may be sent, and why not.

    Attributes:
        passed: nothing was found but notes.
        findings: by place, then by name.
        not_run: names of checks that have no words for the draft's language.
    """

    passed: bool
    findings: tuple[Finding, ...]
    not_run: tuple[str, ...] = ()
