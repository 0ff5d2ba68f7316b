"""The office that issues: achievements, members who are signed in, and credentials in every state."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import httpx
import pytest

from humanely.apps.site.start import Started
from humanely.credential.design.recipient import Recipient
from humanely.people.roles import Role
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import appeals, designs, holder, issuing, notices, statuses
from humanely.pipeline.credentials.appeals import Grounds
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.evidence import File
from humanely.pipeline.credentials.issuing import Wanted
from humanely.pipeline.person.export import export
from humanely.store.credential import Credential
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send

FIRST_AID: dict[str, Any] = {
    "id": "first-aid",
    "name": "First aid",
    "description": "Helps until help comes.",
    "criteria": "Shown on a doll, twice.",
    "meaning": "You can help until help comes.",
    "alternative_text": "A white cross.",
    "language": "en",
    "contact": {"name": "Office", "email": "office@example.org"},
    "parts": ["project"],
    "steps": [
        {"id": "read", "name": "Read", "says": "Read the leaflet.", "minutes": 20},
        {"id": "watch", "name": "Watch", "says": "Watch somebody.", "minutes": 30, "optional": True},
    ],
    "versions": {
        "de": {
            "name": "Erste Hilfe",
            "description": "Hilft, bis Hilfe kommt.",
            "criteria": "Zweimal an einer Puppe gezeigt.",
            "meaning": "Sie können helfen, bis Hilfe kommt.",
            "alternative_text": "Ein weißes Kreuz.",
        }
    },
}
FORK_LIFT = {**FIRST_AID, "id": "fork-lift", "name": "Fork lift", "stakes": "licence", "versions": {}}

_Value = TypeVar("_Value")


class Office:
    """The desk of a running server, as members and holders reach it."""

    def __init__(self, started: Started) -> None:
        self._started = started
        self.done(lambda desk, asked: [designs.save(desk, asked, one) for one in (FIRST_AID, FORK_LIFT)])

    def done(self, work: Callable[[Desk, Asked], _Value], member: str = "setup") -> _Value:
        """Do something at the desk, as a member."""
        services = self._started.services
        called = services.engine.call(lambda _, now: work(services.desk, Asked("", now, agent=member)))
        return called.result(30)

    def at(self, credential: str) -> Credential:
        """A credential as it stands."""
        return self.done(lambda desk, _: desk.at(credential))

    def offered(self, name: str, language: str | None = None) -> Credential:
        """A credential that is offered."""
        wanted = Wanted(recipient=Recipient(email=f"{name.lower()}@example.org", name=name, language=language))

        def work(desk: Desk, asked: Asked) -> Credential:
            return issuing.issue(desk, asked, issuing.prepare(desk, asked, "first-aid", wanted).id)

        return self.done(work)

    def ticket(self, credential: str) -> str:
        """The holder's link."""
        return self.done(lambda desk, asked: holder.link(desk, credential, asked.now))

    def collected(self, name: str, language: str | None = None) -> Credential:
        """A credential that its holder has taken."""
        ticket = self.ticket(self.offered(name, language).id)
        return self.done(lambda desk, asked: holder.collect(desk, ticket, asked.now))

    def revoked(self, name: str) -> Credential:
        """A credential that was taken back."""
        held = self.collected(name)
        return self.done(lambda desk, asked: statuses.revoke(desk, asked, held.id, "requirements_not_met"))

    def told_everybody(self) -> None:
        """Note that all who waited for news were told, so that nothing stands in front of what comes next."""
        self.done(
            lambda desk, asked: [
                notices.passed_on(desk, asked, one.credential_id)
                for one in notices.untold(desk, asked.now, most=10_000)
            ]
        )

    def appealed(self, name: str, *files: File) -> Credential:
        """One that was taken back, against which its holder appeals."""
        held = self.revoked(name)
        ticket, grounds = self.ticket(held.id), Grounds(statement=f"I, {name}, was there all day.", wish="Look again")
        self.done(lambda desk, asked: appeals.file(desk, ticket, grounds, files, asked.now))
        return self.at(held.id)

    def looked(self, person: str) -> list[tuple[str, str]]:
        """What the person's export says of who looked: what they did, and at which credential."""
        companion = self._started.services.engine.companion
        told = export(person, companion.conversations, companion.house, dt.datetime.now(dt.UTC), "en")
        return [(one.did, one.credential_id) for one in told.looked]


@pytest.fixture(scope="session")
def office(started: Started) -> Office:
    """The office."""
    return Office(started)


@pytest.fixture
def registrar(signed_in: SignedIn, office: Office) -> Client:
    """The browser of somebody who issues."""
    del office
    return signed_in(Role.REGISTRAR)


@pytest.fixture
def second(signed_in: SignedIn, office: Office) -> Client:
    """The browser of another."""
    del office
    return signed_in(Role.REGISTRAR, Role.MENTOR)


@pytest.fixture
def adjudicator(signed_in: SignedIn, office: Office) -> Client:
    """The browser of somebody who looks at appeals."""
    del office
    return signed_in(Role.ADJUDICATOR)


@pytest.fixture
def other(signed_in: SignedIn, office: Office) -> Client:
    """The browser of another."""
    del office
    return signed_in(Role.ADJUDICATOR, Role.MENTOR)


def followed(client: Client, answer: httpx.Response) -> httpx.Response:
    """The page that an action leads to."""
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"])


def done(client: Client, page: str, action: str, **fields: str | list[str]) -> httpx.Response:
    """Send a form of a page, and see where it leads."""
    return followed(client, send(client, page, action, **fields))
