"""Somebody outside the team, and what was issued to whom."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.credential.design.build import Evidence
from humanely.credential.design.recipient import Recipient
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import designs, holder, issuing
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from tests.apps.conftest import Client

ACHIEVEMENT = Path(__file__).parents[4] / "examples" / "achievements" / "forklift-safety.toml"
STORY = "Ada drove in the old hall for two weeks and helped newcomers to read the load plates."


class Held:
    """A credential of somebody, with the way to their own page."""

    def __init__(self, started: Started, code: str, ticket: str) -> None:
        self.started = started
        self.code = code
        self.ticket = ticket
        self.mine = f"/mine/{ticket}"
        self.public = f"/c/{code}"

    @property
    def now(self) -> Credential:
        """As it stands."""
        found: Credential = self.acts(lambda desk, _: desk.at(self.code))
        return found

    def acts(self, act: Callable[[Desk, dt.datetime], Any]) -> Any:
        """Have something done with it on the writing thread."""
        services = self.started.services
        return services.engine.call(lambda _, now: act(services.desk, now)).result()

    def by_team(self, act: Callable[..., Any], *given: object, by: str = "ada") -> Any:
        """Have a member of the team act on it."""
        return self.acts(lambda desk, now: act(desk, Asked(by, now, agent=by), self.code, *given))


Offered = Callable[..., Held]


@pytest.fixture
def visitor(started: Started) -> Iterator[Client]:
    """The browser of somebody whom nobody knows, and who may ask as much as these tests do."""
    services = msgspec.structs.replace(started.services, public_limit=RateLimit(100.0, 1_000))
    with TestClient(serve(services), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        client.headers["accept"] = "text/html"
        yield client


@pytest.fixture
def offered(started: Started) -> Offered:
    """Offers a credential to somebody."""
    return lambda name="Ada Okonkwo": offer(started, name)


def offer(started: Started, name: str = "Ada Okonkwo") -> Held:
    """A credential that waits to be collected."""
    services = started.services

    def made(_: object, now: dt.datetime) -> tuple[str, str]:
        desk = services.desk
        mira, noor = (Asked(by, now, agent=by) for by in ("mira", "noor"))
        design = designs.save(desk, mira, tomllib.loads(ACHIEVEMENT.read_text(encoding="utf-8")))
        project = Evidence("project", "A plan of the hall with every pedestrian way.", "The hall", None)
        wanted = issuing.Wanted(
            recipient=Recipient(email=f"{name.split()[0].lower()}@example.org", name=name, language="en"),
            evidence=(project, Evidence("mentor_note", "She asks before she lifts.", None, None)),
            story=STORY,
        )
        begun = issuing.prepare(desk, mira, design.achievement.id, wanted)
        issuing.issue(desk, noor, begun.id)
        return begun.id, holder.link(desk, begun.id, now)

    code, ticket = services.engine.call(made).result()
    return Held(started, code, ticket)
