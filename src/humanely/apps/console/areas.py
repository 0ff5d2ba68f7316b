"""The parts of the console, in the order in which its navigation names them."""

from collections.abc import Collection

import msgspec

from humanely.people.roles import Permission


class Area(msgspec.Struct, frozen=True):
    """One part.

    Attributes:
        name: its words are under ``nav-`` and the name.
        path: where it begins.
        permission: who may see it.
    """

    name: str
    path: str
    permission: Permission


AREAS = (
    Area("inbox", "/inbox", Permission.INBOX_READ),
    Area("review", "/review", Permission.REVIEW),
    Area("credentials", "/credentials", Permission.CREDENTIALS_READ),
    Area("people", "/people", Permission.PEOPLE_READ),
    Area("team", "/team", Permission.TEAM),
    Area("decisions", "/decisions", Permission.DECISIONS),
    Area("replay", "/replay", Permission.REPLAY),
    Area("ledger", "/ledger", Permission.LEDGER),
    Area("webhooks", "/webhooks", Permission.WEBHOOKS),
    Area("keys", "/keys", Permission.KEYS),
    Area("settings", "/settings", Permission.SETTINGS_READ),
)


def areas_of(allowed: Collection[Permission]) -> tuple[Area, ...]:
    """What somebody sees who may do this.

    >>> [area.name for area in areas_of([Permission.REVIEW, Permission.INBOX_READ])]
    ['inbox', 'review']
    """
    return tuple(area for area in AREAS if area.permission in allowed)
