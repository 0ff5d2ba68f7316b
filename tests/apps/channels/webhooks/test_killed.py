"""Kill -9 during deliveries: everything that was recorded arrives at least once, under one id."""

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from secrets import randbits

import httpx
import pytest

from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys
from humanely.store.data_folder import Data, open_data
from humanely.store.outward.events import event_of
from humanely.store.outward.webhooks import Webhooks
from tests.apps.channels.webhooks.receiver import Answer, Came, Receiver, receiving
from tests.apps.running import running

ROUNDS = int(os.environ.get("HUMANELY_KILL_ROUNDS", "5"))
SEED = int(os.environ.get("HUMANELY_KILL_SEED", str(randbits(32))))
SETTINGS = """
noticed = true
[webhooks]
networks = ["127.0.0.0/8", "::1"]
"""
TURNS = 12
"""In each round."""

CLAIMS_END_S = 90.0
"""What a dead process had claimed is due again after half a minute; its tries that failed a little later."""

pytestmark = pytest.mark.slow


def prepared(folder: Path, receiver: Receiver) -> tuple[str, str]:
    """A key, and the secret of a webhook for everything."""
    folder.mkdir()
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with closing(open_data(folder)) as data:
        now = dt.datetime.now(dt.UTC)
        _, key = ApiKeys(data.database, os.urandom).create("tests", [Scope.TURNS], now)
        _, secret = webhooks(data).add(receiver.url, [], now)
    return key.text, secret


def webhooks(data: Data) -> Webhooks:
    return Webhooks(data.database, data.root_key, os.urandom)


def killed_while_it_tells(folder: Path, key: str, rng: Random) -> None:
    """Servers that are killed at a random moment after people have said something."""
    texts = (f"I want to talk to a human about order {number}!" for number in count())
    for number in range(ROUNDS):
        with running(folder) as server:
            says(server.address, key, number, texts)
            time.sleep(rng.uniform(0.0, 0.4))
            server.process.kill()


def says(address: str, key: str, number: int, texts: Iterator[str]) -> None:
    with httpx.Client(base_url=address, headers={"authorization": f"Bearer {key}"}, timeout=30) as client:
        for at in range(TURNS):
            turn = {"conversation_id": f"c-{number}-{at}", "person_id": f"p-{at}", "text": next(texts)}
            assert client.post("/v1/turns", json=turn).status_code == 200


def due(folder: Path) -> set[str]:
    """Ids under which everything in the ledger has to arrive."""
    with closing(open_data(folder)) as data:
        (webhook,) = webhooks(data).all()
        acts = data.ledger.after(-1, 10_000)
        return {f"msg_{webhook.id}_{act.index}" for act in acts if event_of(act) is not None}


def test_everything_that_was_recorded_arrives_at_least_once(tmp_path: Path) -> None:
    print(f"HUMANELY_KILL_SEED={SEED} HUMANELY_KILL_ROUNDS={ROUNDS}")
    rng, folder = Random(SEED), tmp_path / "data"
    answers = [Answer(rng.choice((204, 204, 500)), after_s=rng.uniform(0.0, 0.2)) for _ in range(60)]
    with receiving(*answers) as receiver:
        key, secret = prepared(folder, receiver)
        killed_while_it_tells(folder, key, rng)
        expected = due(folder)
        with running(folder) as server:
            receiver.waits_for(len(expected), CLAIMS_END_S)
            status, said = server.stop()
    told: list[Came] = receiver.came
    print(f"{len(expected)} events, {len(told)} messages")
    assert {one.id for one in told} == expected
    assert all(one.signed_by(secret) for one in told)
    assert (status, "Traceback" in said) == (0, False)
