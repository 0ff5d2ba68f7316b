"""A server that is killed again and again while people talk to it, and what must hold afterwards."""

import datetime as dt
import json
import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import msgspec

from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys
from humanely.store.data_folder import open_data, outside_checkpoints
from humanely.store.log.verify import verify_database
from humanely.store.records import DecisionRecord, Record, ResponseRecord, TurnRecord, decode
from humanely.store.sql.database import open_read_only, sqlite_url
from humanely.trust.finding import Finding
from tests.apps.running import running

PEOPLE = 6
"""Who talk at the same time."""

AFTER_S = (0.05, 0.4)
"""When the server is killed, in seconds after it has acknowledged something."""

PATIENCE_S = 30.0
SETTINGS = "noticed = true\ncheckpoint_every_s = 0.2\n[limits]\nper_minute = 1000000\nburst = 100000\n"
TEXTS = (
    "Hello, my parcel {at} has not come.",
    "I have waited for two weeks and nobody answers me about {at}!",
    "Could you tell me where {at} is?",
    "This is the third time I ask about {at}. I am really frustrated.",
    "I want to talk to a human about {at}.",
    "I can't go on like this. I want to end my life, {at}.",
    "Thank you, {at} is here now.",
)
"""What is said, in turn: handoffs and a risk to life among it, which are kept under a key of their own."""


class Turn(msgspec.Struct, frozen=True):
    """One thing somebody says, with the key it is repeated under."""

    conversation: str
    text: str
    key: str


class Person:
    """Says one thing after the other, each again and again until it is acknowledged.

    Attributes:
        said: all that was acknowledged, in order, with the answers.
        refused: answers that are none; there should be none.
        repeated: how often the server had recorded what it could not acknowledge any more.
    """

    def __init__(self, name: str) -> None:
        self.said: list[tuple[Turn, dict[str, Any]]] = []
        self.refused: list[tuple[int, bytes]] = []
        self.repeated = 0
        self._turns = _turns(name)
        self._next = next(self._turns)

    def talk(self, address: str, key: str, until: float, heard: threading.Event) -> None:
        """Talk until the server is gone or the time is over, and the last turn acknowledged.

        Args:
            heard: set once something was acknowledged.
        """
        with closing(_connected(address)) as connection:
            while time.monotonic() < until:
                try:
                    status, repeated, answer = posted(connection, self._next, key)
                except (OSError, HTTPException):
                    return
                if status != 200:
                    self.refused.append((status, answer))
                    return
                self.repeated += repeated
                self.said.append((self._next, json.loads(answer)))
                self._next = next(self._turns)
                heard.set()


class Stood(msgspec.Struct, frozen=True):
    """One turn as the ledger has it: what was said, and what follows it before the next.

    Attributes:
        place: in the ledger; decisions: their places; answers: how many.
    """

    conversation: str
    text: str
    place: int
    decisions: tuple[int, ...]
    answers: int


class Kept(msgspec.Struct, frozen=True):
    """What is there after the last start.

    Attributes:
        stood: every turn, in order within its conversation.
        findings: of verification, with the checkpoints outside.
        checkpoints: how many of these there are.
    """

    stood: tuple[Stood, ...]
    findings: Sequence[Finding]
    checkpoints: int


def killed(folder: Path, database: str | None, rounds: int, seed: int) -> list[Person]:
    """Start a server, let people talk, kill it with SIGKILL at a random moment; again and again.

    After the last round the server is left alive until everybody's turn is acknowledged, and every turn that was the
    last of its conversation has been sent once more.
    """
    rng = Random(seed)
    key = _prepared(folder, database)
    options = ["--database", database] if database else []
    people = [Person(f"person-{at}") for at in range(PEOPLE)]
    for _ in range(rounds):
        with running(folder, *options) as server:
            heard, talking = _talking(people, server.address, key, PATIENCE_S)
            heard.wait(PATIENCE_S)
            time.sleep(rng.uniform(*AFTER_S))
            server.process.kill()
            _ended(talking)
    with running(folder, *options) as server:
        _ended(_talking(people, server.address, key, 0.5)[1])
        with closing(_connected(server.address)) as connection:
            for person in people:
                _say_again(connection, person, key)
        server.stop()
    return people


def kept(folder: Path, database: str | None) -> Kept:
    """Read everything back, from storage."""
    outside = outside_checkpoints(folder / "checkpoints")
    with closing(open_data(folder, database)) as data:
        stood = tuple(one for acts in data.ledger.conversations() for one in _stood([
            (act.index, decode(act.payload)) for act in acts if act.payload is not None
        ]))  # fmt: skip
        verifier = data.signer.verifier
    with closing(open_read_only(database or sqlite_url(folder / "humanely.db"))) as reader:
        found = verify_database(reader, outside, [verifier])
    return Kept(stood, found.findings, len(outside))


def posted(connection: HTTPConnection, turn: Turn, key: str) -> tuple[int, bool, bytes]:
    """Status, whether it had been answered before, and the body."""
    body = {"conversation_id": turn.conversation, "person_id": f"who of {turn.conversation}", "text": turn.text}
    headers = {
        "authorization": f"Bearer {key}",
        "content-type": "application/json",
        "idempotency-key": turn.key,
    }
    connection.request("POST", "/v1/turns", json.dumps(body), headers)
    answer = connection.getresponse()
    return answer.status, answer.getheader("idempotency-replayed") == "true", answer.read()


def _prepared(folder: Path, database: str | None) -> str:
    folder.mkdir()
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with closing(open_data(folder, database)) as data:
        _, secret = ApiKeys(data.database, os.urandom).create("tests", tuple(Scope), dt.datetime.now(dt.UTC))
    return secret.text


def _turns(name: str) -> Iterator[Turn]:
    """All that somebody ever says: one conversation after the other, each said differently."""
    at = 0
    while True:
        conversation = f"{name}, conversation {at // len(TEXTS)}"
        yield Turn(conversation, TEXTS[at % len(TEXTS)].format(at=f"order {at}"), f"{name}/{at}")
        at += 1


def _connected(address: str) -> HTTPConnection:
    parts = urlsplit(address)
    return HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE_S)


def _talking(
    people: Sequence[Person], address: str, key: str, for_s: float
) -> tuple[threading.Event, list[threading.Thread]]:
    heard, until = threading.Event(), time.monotonic() + for_s
    talking = [threading.Thread(target=one.talk, args=(address, key, until, heard)) for one in people]
    for thread in talking:
        thread.start()
    return heard, talking


def _ended(talking: Sequence[threading.Thread]) -> None:
    for thread in talking:
        thread.join()


def _say_again(connection: HTTPConnection, person: Person, key: str) -> None:
    """The last turn of every conversation once more; the answer has to be the one that was given."""
    last = {turn.conversation: (turn, told) for turn, told in person.said}
    for turn, told in last.values():
        status, repeated, answer = posted(connection, turn, key)
        if (status, repeated) != (200, True) or json.loads(answer) != told:
            person.refused.append((status, answer))


def _stood(acts: Sequence[tuple[int, Record]]) -> Iterator[Stood]:
    begins = [at for at, (_, record) in enumerate(acts) if isinstance(record, TurnRecord)]
    for begin, end in zip(begins, [*begins[1:], len(acts)], strict=True):
        place, turn = acts[begin]
        if isinstance(turn, TurnRecord):
            yield Stood(
                turn.conversation_id,
                turn.text,
                place,
                decisions=tuple(at for at, record in acts[begin:end] if isinstance(record, DecisionRecord)),
                answers=sum(isinstance(record, ResponseRecord) for _, record in acts[begin:end]),
            )
