"""Erasing a person: the ledger says so, their keys are destroyed, what was kept beside the ledger is deleted.

In this order, so that a crash on the way is found and finished at the next start. The sealed bytes stay, and with them
the proof that nothing was changed; without the keys nobody can read them.

The payload of the entry (kind ``erasure``, the person's pseudonym as subject) is open JSON:

    {"type":"erased","keys":["<pseudonym>","<pseudonym>"],"entries":12,"conversations":2,"answers":1}
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, Table, delete, func, select, update

from humanely.store.credentials import GONE
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.credential_tables import appeals, credentials, endorsements
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import handoffs, reviews
from humanely.store.sql.tables import answers, conversations, entries
from humanely.trust.erasure import Beyond, Erasure, Part, Pseudonym, Receipt, Unreached, receipt
from humanely.trust.keys import KeyStore
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

CRISIS = "\x1fcrisis"
"""Behind a person's id: the key of what was said while a life may have been at risk."""

_MOST_AT_ONCE = 500


class Erased(msgspec.Struct, frozen=True, tag="erased"):
    """What the ledger keeps of an erasure.

    Attributes:
        keys: pseudonyms of the keys that go.
        entries: how many acts about the person were recorded.
        conversations: how many were kept beside the ledger.
        answers: how many were kept for repeated requests.
    """

    keys: tuple[Pseudonym, ...]
    entries: int
    conversations: int
    answers: int


class Eraser:
    """Erases people from a database and a key store together.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, keys: KeyStore, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._keys = keys
        self._root_key = root_key
        self._entropy = entropy

    def erase(self, person_id: str, now: dt.datetime, unreached: Iterable[Unreached] = ()) -> Receipt:
        """Erase a person, for good; a second time finds nothing more and gives the time of the first.

        Args:
            now: aware.
            unreached: other systems that hold what was sent to them.
        """
        names = tuple(self._root_key.pseudonym(person_id + key) for key in ("", CRISIS))
        with self._database.writing() as connection:
            erasure = self._recorded(connection, names, now)
        destroyed = self._keys.apply_erasures(Erasure(name, erasure.at) for name in names)
        with self._database.writing() as connection:
            held = _delete(connection, names[:1])
            left = (Unreached(Beyond.CREDENTIALS),) if _had_credentials(connection, names[0]) else ()
        had_keys = sum(each.had_key for each in destroyed)
        counts = {
            Part.KEY: had_keys,
            Part.PROJECTIONS: sum(held.values()) - held[answers.name],
            Part.CACHES: held[answers.name],
        }
        return receipt(erasure, counts, (*left, *unreached))

    def apply(self, erasures: Iterable[Erasure]) -> int:
        """Erase everybody on a list kept elsewhere, as after a restore; how many keys were there to destroy."""
        listed = tuple(erasures)
        destroyed = self._keys.apply_erasures(listed)
        self._record_missing(listed)
        return sum(each.had_key for each in destroyed)

    def finish(self) -> int:
        """Finish what a crash or a restored copy left half done; how many keys were destroyed again.

        Whoever the ledger says was erased loses their keys, and whoever the key store says was erased is recorded.
        """
        with self._database.reading() as connection:
            recorded = tuple(_erasures(connection))
        destroyed = self._keys.apply_erasures(recorded)
        self._record_missing(self._keys.erasures())
        return sum(each.had_key for each in destroyed)

    def _record_missing(self, listed: Sequence[Erasure]) -> None:
        with self._database.writing() as connection:
            known = {erasure.pseudonym for erasure in _erasures(connection)}
            new = [erasure for erasure in listed if erasure.pseudonym not in known]
            here = _subjects(connection, [erasure.pseudonym for erasure in new])
            for erasure in new:
                # A list names the keys for times of crisis, too; nobody is recorded under those.
                if erasure.pseudonym in here:
                    self._recorded(connection, (erasure.pseudonym,), erasure.at)
            _delete(connection, [erasure.pseudonym for erasure in listed])

    def _recorded(self, connection: Connection, names: Sequence[Pseudonym], now: dt.datetime) -> Erasure:
        person = names[0]
        first = select(entries.c.at).where(entries.c.kind == "erasure", entries.c.subject == person)
        before = connection.scalar(first.order_by(entries.c.index).limit(1))
        if before is not None:
            return Erasure(person, before)
        held = Erased(
            keys=tuple(names),
            entries=_count(connection, entries, person),
            conversations=_count(connection, conversations, person),
            answers=_count(connection, answers, person),
        )
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="erasure", subject=person, payload=msgspec.json.encode(held)))
        sequencer.write()
        return Erasure(person, sequencer.at)


def _erasures(connection: Connection) -> Iterable[Erasure]:
    """Each key that is to be gone by what the ledger says; an entry somebody changed still counts for its subject."""
    recorded = select(entries.c.at, entries.c.subject, entries.c.payload)
    for at, subject, payload in connection.execute(recorded.where(entries.c.kind == "erasure")):
        if subject:
            yield from (Erasure(name, at) for name in dict.fromkeys((Pseudonym(subject), *_keys_of(payload))))


def _keys_of(payload: bytes | None) -> tuple[Pseudonym, ...]:
    try:
        return msgspec.json.decode(payload or b"", type=Erased).keys
    except msgspec.DecodeError:
        return ()


def _subjects(connection: Connection, names: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(names), _MOST_AT_ONCE):
        asked = select(entries.c.subject).distinct().where(entries.c.subject.in_(names[start : start + _MOST_AT_ONCE]))
        found.update(connection.scalars(asked))
    return found


def _count(connection: Connection, table: Table, person: str) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(table.c.subject == person)) or 0


def _had_credentials(connection: Connection, person: str) -> bool:
    """By the entries, which stay, so that a second receipt says the same as the first."""
    theirs = select(entries.c.index).where(entries.c.kind == "credential", entries.c.subject == person)
    return connection.scalar(theirs.limit(1)) is not None


def _delete(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """Delete what is kept of people beside the ledger; how many rows of each table.

    Of a credential its bit stays, so that nobody else is ever given it.
    """
    tables = (conversations, answers, handoffs, reviews, appeals, endorsements)
    gone = dict.fromkeys((*(table.name for table in tables), credentials.name), 0)
    for start in range(0, len(names), _MOST_AT_ONCE):
        some = names[start : start + _MOST_AT_ONCE]
        for table in tables:
            gone[table.name] += connection.execute(delete(table).where(table.c.subject.in_(some))).rowcount
        theirs = update(credentials).where(credentials.c.subject.in_(some))
        gone[credentials.name] += connection.execute(theirs.values(**GONE)).rowcount
    return gone
