"""Units made ready: many people's keys at once, as good as one by one."""

import datetime as dt
import os
from pathlib import Path

from humanely.store.log.act import Act, Recorded, Unit
from humanely.store.log.drafting import MANY
from humanely.store.log.ledger import Ledger
from humanely.store.sql.database import open_database, sqlite_url
from humanely.trust.file_keys import FileKeys
from humanely.trust.keys import KeyDestroyed
from humanely.trust.retention import Kind
from tests.store.people import ROOT

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_a_crowd_gets_a_key_each_and_whoever_was_erased_gets_none(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path / "keys", ROOT, os.urandom)
    database = open_database(sqlite_url(tmp_path / "humanely.db"), os.urandom)
    ledger = Ledger(database, keys, ROOT, os.urandom)
    keys.destroy("p-3", NOON)
    people = [f"p-{number}" for number in range(MANY + 6)]
    came = ledger.commit(
        [Unit(acts=(Act(kind="note", payload=b"{}", keep=Kind.MESSAGE, person=one),)) for one in people], NOON
    )
    assert [type(one) for one in came].count(Recorded) == len(people) - 1
    assert isinstance(came[3], KeyDestroyed)
    assert len({keys.key_of(one) for one in people if one != "p-3"}) == len(people) - 1
    assert [act.payload for act in ledger.person("p-69")] == [b"{}"]
    database.close()
