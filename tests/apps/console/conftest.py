"""Members of the team who are signed in, one for each role."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.team.member import Profile
from tests.apps.conftest import Client

SESSION = "humanely-session"

SignedIn = Callable[..., Client]


def session_of(started: Started, *roles: Role, locale: str = "en") -> str:
    """The token of a new member with these roles, signed in."""
    staff, now = started.services.staff, dt.datetime.now(dt.UTC)
    login = f"{'-'.join(roles) or 'nobody'}-{locale}-{len(staff.all())}"
    member = staff.create(login, Profile(name=login.title(), roles=roles, locale=locale), now)
    with started.data.database.writing() as connection:
        return staff.sessions.open(connection, member.id, now)


@pytest.fixture(scope="session")
def signed_in(started: Started) -> Iterator[SignedIn]:
    """Gives the browser of a member with some roles; it runs no script and follows no redirect."""
    with ExitStack() as stack:
        made: dict[tuple[object, ...], Client] = {}

        def give(*roles: Role, locale: str = "en") -> Client:
            if (*roles, locale) not in made:
                client = stack.enter_context(TestClient(serve(started.services), raise_server_exceptions=False))
                client.follow_redirects = False
                client.cookies.set(SESSION, session_of(started, *roles, locale=locale))
                client.headers["accept"] = "text/html"
                made[(*roles, locale)] = client
            return made[(*roles, locale)]

        yield give


def token_in(page: httpx.Response) -> str:
    """What the forms of a page bring back."""
    found = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return found[1]


def send(client: Client, page: str, action: str, **fields: str | list[str]) -> httpx.Response:
    """Open a page, fill in one of its forms, and send it."""
    return client.post(action, data={"csrf": token_in(client.get(page)), **fields})
