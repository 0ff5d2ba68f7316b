"""What an operator allows and forbids in what is sent: ``check.toml``, and an operator's own file over it."""

import tomllib
from collections.abc import Collection, Iterable
from functools import lru_cache
from importlib import resources

import msgspec

from humanely.errors import HumanelyError
from humanely.response.finding import Severity

PROMISES: tuple[str, ...] = ("refund", "gift", "outcome", "contact", "deadline")
"""Kinds of promises a policy may allow."""

ALWAYS_STOP = frozenset({"unsafe_wording", "pretends_human", "personal_data", "invented_phone", "speaks_over_human"})
"""No operator may lower these: a life, a trust or another person is at stake."""


class RulesInvalid(HumanelyError):
    """A file of rules says what rules cannot say."""

    code = "rules_invalid"

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(f"The rules of the check before sending cannot be read: {what}.", fix=fix)


class CheckRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one check speaks, and how much it weighs."""

    severity: Severity
    reason: str
    fix: str


class _Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promises: tuple[str, ...] | None = None
    banned: tuple[str, ...] | None = None
    own_words: tuple[str, ...] | None = None
    channels: dict[str, int] = {}
    severity: dict[str, Severity] = {}


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of the check before sending.

    Attributes:
        promises: kinds of `PROMISES` that may be made without a fact that makes them.
        banned: phrases never sent, whole words, whatever their case.
        own_words: names and words of the operator's that are no one's personal data.
        channels: most characters by channel, > 0.
        checks: by the name of the finding.
    """

    promises: tuple[str, ...]
    banned: tuple[str, ...]
    own_words: tuple[str, ...]
    channels: dict[str, int]
    checks: dict[str, CheckRule]


@lru_cache(maxsize=1)
def default_rules() -> Rules:
    """The rules shipped: no promise is allowed that no fact makes."""
    source = (resources.files("humanely.response") / "check.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), Rules)


def read_rules(source: str) -> Rules:
    """The shipped rules with an operator's over them.

    Args:
        source: TOML with any of ``promises``, ``banned``, ``own_words``, ``[channels]`` and ``[severity]``.

    Raises:
        RulesInvalid: not TOML, a name that does not exist, a limit below 1, or a check lowered that must stop.

    >>> read_rules('promises = ["refund"]').promises
    ('refund',)
    """
    try:
        overlay = msgspec.convert(tomllib.loads(source), _Overlay)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise RulesInvalid(str(error).rstrip("."), fix="Compare the file with response/check.toml.") from error
    base = default_rules()
    _known("promise", overlay.promises or (), PROMISES)
    _known("check", overlay.severity, base.checks)
    for channel, limit in overlay.channels.items():
        if limit < 1:
            raise RulesInvalid(f"channel {channel!r} allows {limit!r} characters", fix="Give a limit of 1 or more.")
    for name, severity in overlay.severity.items():
        if name in ALWAYS_STOP and severity != "stop":
            raise RulesInvalid(f"check {name!r} may not be lowered to {severity!r}", fix="Leave it at 'stop'.")
    return Rules(
        promises=base.promises if overlay.promises is None else overlay.promises,
        banned=base.banned if overlay.banned is None else overlay.banned,
        own_words=base.own_words if overlay.own_words is None else overlay.own_words,
        channels=base.channels | overlay.channels,
        checks={
            name: msgspec.structs.replace(rule, severity=overlay.severity.get(name, rule.severity))
            for name, rule in base.checks.items()
        },
    )


def _known(kind: str, names: Iterable[str], allowed: Collection[str]) -> None:
    for name in names:
        if name not in allowed:
            raise RulesInvalid(f"there is no {kind} {name!r}", fix=f"Choose from: {', '.join(sorted(allowed))}.")
