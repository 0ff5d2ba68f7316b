"""Members of the team, for what is done in their name."""

import datetime as dt
from collections.abc import Callable
from itertools import count

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.team.member import Profile

NUMBERS = count()


@pytest.fixture
def member(started: Started) -> Callable[..., str]:
    """Makes a member of the team with some roles; their id."""

    def made(*roles: Role) -> str:
        profile = Profile(name="Ben", roles=roles)
        return started.services.staff.create(f"ben-{next(NUMBERS)}@http", profile, dt.datetime.now(dt.UTC)).id

    return made
