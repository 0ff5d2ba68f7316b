"""What members of the team may do, by their roles; which role may do what is data in ``roles.toml``."""

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec


class Role(StrEnum):
    """What somebody does in the team; a member may have several."""

    AGENT = "agent"
    MENTOR = "mentor"
    MODERATOR = "moderator"
    REVIEWER = "reviewer"
    REGISTRAR = "registrar"
    ADJUDICATOR = "adjudicator"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Permission(StrEnum):
    """What can be allowed; acting in a room never implies reading it."""

    INBOX_READ = "inbox.read"
    INBOX_ACT = "inbox.act"
    REVIEW = "review"
    PEOPLE_READ = "people.read"
    PEOPLE_ACT = "people.act"
    """Export, correct, erase."""
    CREDENTIALS_READ = "credentials.read"
    CREDENTIALS_ACT = "credentials.act"
    """Design, issue, change what stands."""
    APPEALS_ACT = "appeals.act"
    ENDORSEMENTS_ACT = "endorsements.act"
    DECISIONS = "decisions.read"
    REPLAY = "decisions.replay"
    LEDGER = "ledger.read"
    SETTINGS_READ = "settings.read"
    SETTINGS_ACT = "settings.act"
    TEAM = "team"
    KEYS = "keys"
    WEBHOOKS = "webhooks"


class _Allowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    may: frozenset[Permission]


def permissions(roles: Iterable[Role]) -> frozenset[Permission]:
    """What somebody with these roles may do, by any of them.

    >>> sorted(permissions([Role.AGENT, Role.REVIEWER]))
    [<Permission.INBOX_ACT: 'inbox.act'>, <Permission.INBOX_READ: 'inbox.read'>, <Permission.REVIEW: 'review'>]
    """
    return frozenset[Permission]().union(*(_by_role()[role] for role in roles))


def needed(permission: Permission) -> tuple[Role, ...]:
    """The roles of which any one allows it, in the order of `Role`; never empty.

    >>> needed(Permission.INBOX_READ)
    (<Role.AGENT: 'agent'>, <Role.MENTOR: 'mentor'>, <Role.MODERATOR: 'moderator'>)
    """
    return tuple(role for role in Role if permission in _by_role()[role])


@cache
def _by_role() -> Mapping[Role, frozenset[Permission]]:
    text = (files("humanely.people") / "roles.toml").read_text(encoding="utf-8")
    return {role: one.may for role, one in msgspec.convert(tomllib.loads(text), dict[Role, _Allowed]).items()}
