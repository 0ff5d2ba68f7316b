"""Which held answers two reviewers judge: data in ``review.toml``, and an operator's own file over it."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from humanely.errors import HumanelyError
from humanely.people.review import ALONE, BLIND


class ReviewRulesUnreadable(HumanelyError):
    """The rules of review are not TOML, or not of their shape."""

    code = "review_rules_unreadable"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The rules of review cannot be read: {fault}.",
            fix="Compare the file with humanely/people/review.toml and correct it.",
        )


class ReviewRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is judged twice: answers held for one of these reasons, or in a conversation with one of these tags."""

    reasons: frozenset[str]
    tags: frozenset[str]

    def wanted(self, reasons: Iterable[str], tags: Iterable[str]) -> int:
        """How many verdicts an answer takes.

        >>> shipped().wanted(["human_decision"], []), shipped().wanted(["abuse_again"], ["delivery"])
        (2, 1)
        """
        twice = not self.reasons.isdisjoint(reasons) or not self.tags.isdisjoint(tags)
        return BLIND if twice else ALONE


class _Changes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reasons: frozenset[str] | None = None
    tags: frozenset[str] | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    twice: _Changes = _Changes()


@cache
def shipped() -> ReviewRules:
    """The rules that come with the package."""
    source = (files("humanely.people") / "review.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source)["twice"], ReviewRules)


def review_rules(text: str) -> ReviewRules:
    """The shipped rules with an operator's over them.

    Args:
        text: TOML; only what differs needs to be there.

    Raises:
        ReviewRulesUnreadable: it is not TOML, or says something else.

    >>> sorted(review_rules('twice.tags = ["ban"]').tags)
    ['ban']
    """
    try:
        read = msgspec.convert(tomllib.loads(text), _File).twice
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReviewRulesUnreadable(str(error).rstrip(".")) from None
    base = shipped()
    return ReviewRules(
        reasons=base.reasons if read.reasons is None else read.reasons,
        tags=base.tags if read.tags is None else read.tags,
    )
