"""What can be wrong with a policy."""

from humanely.errors import HumanelyError


class PolicyUnreadable(HumanelyError):
    """The policy is not TOML, or not of the shape of a policy."""

    code = "policy_unreadable"

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"The policy cannot be read: {problem}.",
            fix="Compare it with humanely/decision/policy.toml and correct it.",
        )


class VersionMissing(HumanelyError):
    """The policy has no name, of which its version is made."""

    code = "policy_version_missing"

    def __init__(self) -> None:
        super().__init__(
            "The policy has no name, so its decisions would bear no version.", fix='Begin it with: name = "my-team"'
        )


class UnknownTrigger(HumanelyError):
    """The policy names a trigger that does not exist, or one that may not stand there."""

    code = "policy_unknown_trigger"

    def __init__(self, where: str, trigger: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"{where} names {trigger!r}, which cannot stand there.", fix=f"Use one of: {', '.join(known)}."
        )


class UnreachableRule(HumanelyError):
    """A rule can never decide, because an earlier one always fires with it."""

    code = "policy_unreachable_rule"

    def __init__(self, rule: str, earlier: str) -> None:
        super().__init__(
            f"The rule {rule!r} can never decide: wherever it fires, {earlier!r} fires before it.",
            fix=f"Move {rule!r} before {earlier!r}, or take it away with off = true.",
        )


class ThresholdOutOfRange(HumanelyError):
    """A number of the policy lies outside its range."""

    code = "policy_threshold_out_of_range"

    def __init__(self, name: str, value: float, low: float, high: float) -> None:
        super().__init__(
            f"{name} is {value!r}, outside {low:g} to {high:g}.",
            fix=f"Set {name} to a number from {low:g} to {high:g}.",
        )


class ForbiddenByDesign(HumanelyError):
    """The policy would do what no policy may."""

    code = "policy_forbidden"
