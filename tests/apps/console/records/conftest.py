"""A person who wrote, and was answered."""

from collections.abc import Callable

import pytest

from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn

Wrote = Callable[..., str]

ANGRY = "This is the third time I write and nobody helps me, I am so angry!"


@pytest.fixture
def moderator(signed_in: SignedIn) -> Client:
    """Somebody who looks after what people are owed."""
    return signed_in(Role.MODERATOR)


@pytest.fixture
def auditor(signed_in: SignedIn) -> Client:
    """Somebody who checks that it was done right."""
    return signed_in(Role.AUDITOR)


@pytest.fixture
def wrote(client: Client) -> Wrote:
    """Has a person write something, who allowed estimates; the id of the decision."""

    def write(person: str, text: str = ANGRY) -> str:
        consent = {"act": "granted", "purpose": "estimate", "version": "1", "locale": "en"}
        assert client.post(f"/v1/people/{person}/consents", json=consent).status_code == 200
        turn = {"conversation_id": f"with {person}", "person_id": person, "text": text}
        decided: str = client.post("/v1/turns", json=turn).json()["decision"]["id"]
        return decided

    return write
