"""A ledger in a real database, to be grown, copied and attacked in tests."""

import datetime as dt
import os
from collections.abc import Sequence

import msgspec
from sqlalchemy import create_engine, text

from humanely.store.log.act import Act, Recorded, Unit
from humanely.store.log.ledger import Ledger
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import Database, open_database
from humanely.trust.finding import Fault
from humanely.trust.keys import MemoryKeys
from humanely.trust.retention import Kind as Keep
from humanely.trust.root_key import RootKey
from humanely.trust.signing_key import Signer, Verifier
from humanely.trust.verification import Verification

ROOT_KEY = RootKey(bytes(range(32)))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


class KeptLedger(msgspec.Struct, frozen=True):
    """A ledger, the key that signs its checkpoints, and where it lies."""

    url: str
    database: Database
    keys: MemoryKeys
    ledger: Ledger
    signer: Signer

    @property
    def size(self) -> int:
        return self.ledger.head().size

    def grow(self, count: int) -> None:
        """Record acts, one a minute, about three people in turn."""
        for number in range(self.size, self.size + count):
            act = Act(kind="response", payload=f"words {number}".encode(), keep=Keep.RESPONSE, person=f"p-{number % 3}")
            (outcome,) = self.ledger.commit([Unit(acts=(act,))], NOON + number * MINUTE)
            assert isinstance(outcome, Recorded)

    def checkpoint(self) -> bytes:
        return self.ledger.checkpoint(self.signer, NOON)

    def verify(self, outside: Sequence[bytes] = (), verifiers: Sequence[Verifier] = ()) -> Verification:
        return verify_database(self.database, outside, [self.signer.verifier, *verifiers])

    def attack(self, statement: str, **values: object) -> None:
        """Write to the database around the program."""
        engine = create_engine(self.url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            connection.execute(text(statement), values)
        engine.dispose()

    @property
    def faults(self) -> list[Fault]:
        return [finding.fault for finding in self.verify().findings]


def kept_ledger(url: str) -> KeptLedger:
    """Open the ledger at an address, or make it."""
    database = open_database(url, os.urandom)
    keys = MemoryKeys(ROOT_KEY, os.urandom)
    ledger = Ledger(database, keys, ROOT_KEY, os.urandom)
    return KeptLedger(url, database, keys, ledger, Signer(database.origin, bytes(32)))
