"""A desk for each test, over a data folder of its own, where two members issue and three decide."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from humanely.credential.design.recipient import Recipient
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import designs, holder, issuing
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Wanted
from humanely.store.credential import Credential
from humanely.store.data_folder import Data, open_data
from tests.apps.recorded import NOON, reader
from tests.pipeline.room import PLAIN

ADDRESS = "https://care.example.org"
DAY = dt.timedelta(days=1)
FIRST_AID: dict[str, Any] = {
    "id": "first-aid",
    "name": "First aid",
    "description": "Helps until help comes.",
    "criteria": "Shown on a doll, twice.",
    "meaning": "You can help until help comes.",
    "alternative_text": "A white cross.",
    "language": "en",
    "contact": {"name": "Office", "email": "office@example.org"},
    "steps": [
        {"id": "read", "name": "Read", "says": "Read the leaflet.", "minutes": 20},
        {"id": "watch", "name": "Watch", "says": "Watch somebody.", "minutes": 30, "optional": True},
    ],
}
FORK_LIFT = FIRST_AID | {"id": "fork-lift", "name": "Fork lift", "stakes": "licence"}
ADA = Wanted(recipient=Recipient(email="ada@example.org", name="Ada", language="en"))


def by(member: str, now: dt.datetime = NOON, key: str = "") -> Asked:
    """A member of the team does something."""
    return Asked("", now, repeat_key=key, fingerprint=b"x" * 32, agent=member)


class School:
    """A desk with what can be achieved here, and Ada who is given credentials."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.desk = Desk.of(data, PLAIN, address=ADDRESS, name="Care School", reader=reader())
        for one in (FIRST_AID, FORK_LIFT):
            designs.save(self.desk, by("reg"), one)

    def offered(self, wanted: Wanted = ADA) -> Credential:
        """A credential that is offered."""
        begun = issuing.prepare(self.desk, by("reg"), "first-aid", wanted)
        return issuing.issue(self.desk, by("reg"), begun.id)

    def ticket(self, credential: Credential) -> str:
        """The holder's link."""
        return holder.link(self.desk, credential.id, NOON)

    def collected(self) -> Credential:
        """A credential that Ada has and shows."""
        ticket = self.ticket(self.offered())
        holder.collect(self.desk, ticket, NOON)
        return holder.share(self.desk, ticket, True, NOON)

    def standing(self, credential: Credential) -> Credential:
        """The credential as it stands now, read by another process."""
        return msgspec.structs.replace(self.desk, signed={}).at(credential.id)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    """A school with nobody in it."""
    with closing(open_data(tmp_path / "data")) as data:
        yield School(data)
