"""What members of the team do that no table keeps: they look at what is recorded of a person, or change a setting.

The payloads are open JSON. Kind ``staff`` names the person by pseudonym, and is kept as long as a decision; kind
``setting`` a file by name and by the hash of what stands in it, and stays as long as the ledger:

    {"act":"looked_at","id":"01…","person":"9f…"}    also exported, corrected, consent_noted, erased
    {"act":"read_case","id":"01…","person":"9f…","handoff":17}    that another member has
    {"act":"changed","by":"01…","file":"policy.toml","sha256":"ab…","before":"cd…"}
"""

import datetime as dt
from hashlib import sha256
from typing import Literal

import msgspec

from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.database import Database
from humanely.trust.entry import Kind
from humanely.trust.retention import Kind as Keep
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

Deed = Literal["looked_at", "exported", "corrected", "consent_noted", "erased"]

ONCE = dt.timedelta(hours=1)
"""A case that is read again within it is read once: pages draw themselves anew."""


class Deeds:
    """Tells the ledger what members do.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy
        self._read: dict[tuple[str, int], dt.datetime] = {}

    def about_person(self, deed: Deed, member_id: str, person_id: str, now: dt.datetime) -> None:
        """Record what a member did with what is recorded of a person.

        Args:
            now: aware.
        """
        self._record("staff", now, Keep.DECISION, act=deed, id=member_id, person=self._root_key.pseudonym(person_id))

    def case_read(self, member_id: str, person_id: str, handoff: int, now: dt.datetime) -> None:
        """Record that a member read a case that somebody else has, once an hour as long as this process runs.

        Args:
            handoff: its id.
            now: aware.
        """
        self._read = {case: at for case, at in self._read.items() if at > now - ONCE}
        if (member_id, handoff) in self._read:
            return
        self._read[member_id, handoff] = now
        person = self._root_key.pseudonym(person_id)
        self._record("staff", now, Keep.DECISION, act="read_case", id=member_id, person=person, handoff=handoff)

    def setting_changed(self, file: str, text: str, before: str | None, member_id: str, now: dt.datetime) -> None:
        """Record that a member changed a file of the operator's.

        Args:
            file: its name.
            text: what it holds now.
            before: what it held; None where there was none.
        """
        held = None if before is None else digest(before)
        self._record("setting", now, None, act="changed", by=member_id, file=file, sha256=digest(text), before=held)

    def _record(self, kind: Kind, now: dt.datetime, keep: Keep | None, **told: object) -> None:
        with self._database.writing() as connection:
            sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
            sequencer.take(Draft(kind=kind, payload=msgspec.json.encode(told), keep=keep))
            sequencer.write()


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode()).hexdigest()
